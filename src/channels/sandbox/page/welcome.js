import { html } from '/assets/vendor/htm-preact.js'
import * as api from './api.js'
import { CloseIcon } from './faces.js'

const firstOf = async (words) => (await api.people(words))[0]

/** Three things to try: each goes where it is said, as who says it. */
function triesOf({ town, state, open }) {
  const [first] = state.groups.filter((g) => g.village)
  const sayAlone = async (person, text) => {
    if (!person) return
    open({ person: person.id })
    await api.send({ person: person.id }, { from: person.id, text })
  }
  const report = state.town.sample ? '三社路口的路灯又不亮了' : '村口的路灯不亮了'
  return [
    {
      who: '村民说',
      text: report,
      async go() {
        const residents = (await api.members(first.id)).filter((p) => p.roles.length === 1 && p.roles[0].role === 'resident')
        if (residents.length === 0) return open({ group: first.id })
        town.speakAs(first.id, residents[0].id)
        open({ group: first.id })
        await api.send({ group: first.id }, { from: residents[0].id, text: report })
      },
    },
    {
      who: '网格员问',
      text: '待办',
      async go() {
        const busy = (await api.tickets({ open: 'true' })).find((t) => t.owner && t.status === 'open')
        await sayAlone(busy?.owner ?? (await firstOf({ role: 'keeper' })), '待办')
      },
    },
    { who: '镇领导问', text: '周报', go: async () => sayAlone(await firstOf({ role: 'leader' }), '周报') },
  ]
}

export function Welcome({ town, state, open, close, play }) {
  const { name, sample } = state.town
  const here = sample ? `这里是样例“${name}”，人和事都是编的，怎么试都行。` : `这里按“${name}”的名册演练。`
  return html`<section class="welcome" aria-label="试一试">
    <header>
      <h2 tabindex="-1" data-arrival="welcome">在群里说一句话，事情就有人管</h2>
      <button class="plain close" onClick=${close} aria-label="收起"><${CloseIcon} /></button>
    </header>
    <p>${here}可以换成任何人说话：村民说事，干部去办，群里看结果。</p>
    <div class="tries">
      ${triesOf({ town, state, open }).map(
        (it) => html`<button key=${it.text} onClick=${() => town.attempt(it.go)}><span>${it.who}</span><b>${it.text}</b></button>`,
      )}
    </div>
    ${play && html`<button class="play" onClick=${play}><b>演一个晚上</b><span>一分钟，看它从头做到尾</span></button>`}
    <p class="small">不想等的时候，把上面的时钟往前拨：到期、催办、日报都会照着来。</p>
  </section>`
}
