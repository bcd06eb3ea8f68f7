import { html, useEffect, useRef, useState } from '/assets/vendor/htm-preact.js'
import { Composer } from './composer.js'
import { moment, roleOf } from './words.js'

const GAP_MS = 5 * 60_000
const NUMBER = /【([^】]{2,6}\d{1,4})】/u

/** A post with its ticket's number as a button. */
function Text({ text, showTicket }) {
  return text.split(/(【[^】]{1,6}\d{1,4}】)/u).map((part) => {
    const number = NUMBER.exec(part)?.[1]
    return number || /^【.\d+】$/u.test(part)
      ? html`<button class="number" onClick=${() => showTicket(part.slice(1, -1))}>${part}</button>`
      : part
  })
}

function Bubble({ m, mine, role, quoted, showTicket, quote }) {
  return html`<li class=${`message ${mine ? 'mine' : ''} ${m.from.bot ? 'bot' : ''}`}>
    <span class=${`face ${m.from.bot ? 'bot' : 'person'}`} aria-hidden="true">${m.from.bot ? html`<img src="/assets/page/mark.svg" alt="" />` : m.from.name.slice(-1)}</span>
    <div class="said">
      <span class="who">${m.from.name}${role && html`<small>${role}</small>`}</span>
      <div class="bubble">
        <${Text} text=${m.text} showTicket=${showTicket} />
        ${m.images.map((i) => html`<a href=${i.url} target="_blank" rel="noreferrer"><img class="photo" src=${i.url} alt=${`照片：${i.name}`} /></a>`)}
      </div>
      ${quoted && html`<div class="quoted">${quoted.from.name}：${quoted.text || '照片'}</div>`}
      <button class="quote-it" onClick=${() => quote(m)} aria-label=${`引用${m.from.name}的话`}>引用</button>
    </div>
  </li>`
}

export function Chat({ title, subtitle, place, messages, members, speaker, send, back, pick, showTicket, toggleSide }) {
  const [quote, setQuote] = useState(null)
  const end = useRef(null)
  useEffect(() => end.current?.scrollIntoView({ block: 'end' }), [messages.length])
  const byId = new Map(messages.map((m) => [m.id, m]))
  const roles = new Map(members.map((p) => [p.id, roleOf(p)]))
  let before = 0
  return html`<section class="chat" aria-label=${title}>
    <header class="chat-head">
      <button class="back" onClick=${back} aria-label="返回">‹</button>
      <div><h2>${title}</h2><small>${subtitle}</small></div>
      <button class="quiet-button" onClick=${toggleSide}>在办的事</button>
    </header>
    <ol class="talk" aria-live="polite">
      ${messages.length === 0 && html`<li class="stamp">还没有人说话</li>`}
      ${messages.map((m) => {
        const at = new Date(m.at).getTime()
        const stamp = at - before > GAP_MS
        before = at
        return html`${stamp && html`<li class="stamp" key=${`t${m.id}`}>${moment(m.at)}</li>`}
          <${Bubble} key=${m.id} m=${m} mine=${speaker && m.from.id === speaker.id} role=${roles.get(m.from.id) ?? ''} quoted=${m.quote ? byId.get(m.quote) : null} showTicket=${showTicket} quote=${setQuote} />`
      })}
      <li ref=${end} class="end"></li>
    </ol>
    <${Composer} speaker=${speaker} canPick=${Boolean(place.group)} pick=${pick} quote=${quote} dropQuote=${() => setQuote(null)}
      send=${(body) => {
        setQuote(null)
        return send(quote ? { ...body, quote: quote.id } : body)
      }} />
  </section>`
}
