import { html, useState } from '/assets/vendor/htm-preact.js'
import { answersIn } from './answers.js'
import { FoldedClock } from './clock.js'
import { Composer } from './composer.js'
import { BackIcon } from './faces.js'
import { Picker } from './picker.js'
import { Talk } from './talk.js'
import { Waiting } from './waiting.js'

/** One conversation: who is there, what was said, what is waited for, and where one types. */
export function Chat({ town, state, place, group, speaker, back, unread, showTicket, showMatters, open }) {
  const [quote, setQuote] = useState(null)
  const [picking, setPicking] = useState(false)
  const [text, setText] = useState(null)
  const id = place.group ?? place.person
  const talk = state.talks[place.group ? `g:${id}` : `p:${id}`]
  const members = state.members[id] ?? null
  const title = group?.name ?? (place.person && speaker ? `${speaker.name}和说事的私聊` : '')
  const isNobody = place.person && members?.length === 0
  const answers = place.person ? answersIn(talk?.list.filter((m) => !m.aside).at(-1)) : []
  return html`<section class="chat" aria-label=${title}>
    <header class="chat-head">
      <button class="plain back" onClick=${back} aria-label="返回"><${BackIcon} />${unread > 0 && html`<span class="dot">${unread > 99 ? '99+' : unread}</span>`}</button>
      <div class="chat-title"><h2 tabindex="-1" data-arrival="chat">${title}${group && members && html`<small>（${members.length}）</small>`}</h2><${FoldedClock} town=${town} state=${state} /></div>
      <button class="plain matters" onClick=${showMatters}>在办的事</button>
    </header>
    ${
      isNobody || (place.group && !group)
        ? html`<p class="hint">这里没有人，可能换了名册。</p>`
        : html`<${Talk} talk=${talk} members=${members ?? []} speaker=${speaker} now=${town.now()} older=${() => town.older(place)}
              showTicket=${showTicket} quote=${setQuote} open=${open} />
          <${Waiting} town=${town} state=${state} place=${place} />
          <${Composer} place=${place} speaker=${speaker} answers=${answers} fill=${text} filled=${() => setText(null)} answer=${setText}
            change=${place.group ? () => setPicking(true) : null} quote=${quote} dropQuote=${() => setQuote(null)} />`
    }
    ${
      picking &&
      html`<${Picker} members=${members ?? []} speaker=${speaker} close=${() => setPicking(false)}
        choose=${(person) => {
          town.speakAs(place.group, person.id)
          setPicking(false)
        }} />`
    }
  </section>`
}
