import { html } from '/assets/vendor/htm-preact.js'
import { day, MEDIATION_STATES } from './words.js'

const SQUARE_METRES_OF_MU = 2000 / 3
const numbered = (prefix, n) => `${prefix}${String(n).padStart(2, '0')}`
const corner = (i) => String.fromCharCode(65 + i)

const wordOf = (who, word) => (word ? `${who}${word.agrees ? '认可' : '不认可'}${word.said ? `：${word.said}` : ''}` : `${who}还没表态`)

const Measured = ({ m }) => html`<section class="dispute">
  <h4>丈量 ${numbered('量', m.number)} · ${day(m.at)}</h4>
  <p>${m.sides.map((s, i) => `${corner(i)}${corner((i + 1) % m.sides.length)} ${s.toFixed(2)}`).join('，')}（米）</p>
  <p>面积${m.area.toFixed(2)}平方米，合${(m.area / SQUARE_METRES_OF_MU).toFixed(3)}亩${m.closing === null ? '' : `，闭合差${m.closing.toFixed(2)}米`}</p>
  ${m.present.length > 0 && html`<p>在场：${m.present.join('、')}</p>`}
  <p><b>${wordOf('甲方', m.first)}；${wordOf('乙方', m.second)}</b></p>
</section>`

const Mediated = ({ m }) => html`<section class="dispute">
  <h4>调解 ${numbered('调', m.number)} · ${day(m.at)} · ${MEDIATION_STATES[m.status] ?? m.status}</h4>
  <p>${m.parties.length > 0 ? `双方：${m.parties.join('、')}，` : ''}谈了${m.sittings}次</p>
  ${m.agreement && html`<p><b>${m.agreement.form === 'oral' ? '口头' : '书面'}协议，${day(m.agreement.at)}</b>：${m.agreement.text}${m.confirmed ? '（法院已确认）' : ''}</p>`}
  ${m.performances.map((p, i) => html`<p key=${i}>${p.done ? '已履行' : `${day(p.due)}前`}：${p.text}</p>`)}
</section>`

/** What was measured, what the two parties said to it, and what they agreed. */
export const Disputes = ({ t }) =>
  html`${t.measurements.map((m) => html`<${Measured} key=${`m${m.number}`} m=${m} />`)}${t.mediations.map((m) => html`<${Mediated} key=${`t${m.number}`} m=${m} />`)}`
