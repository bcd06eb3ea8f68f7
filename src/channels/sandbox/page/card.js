import { html } from '/assets/vendor/htm-preact.js'
import { Photos, Words } from './bubble.js'
import { Disputes } from './disputes.js'
import { day, isLive, KINDS, lineOf, MODES, moment, STAGES, STATES } from './words.js'

const Stages = ({ stage }) => {
  const at = STAGES.findIndex(([s]) => s === stage)
  return html`<ol class="stages" aria-label="办到哪一步">${STAGES.map(
    ([s, one, two], i) =>
      html`<li key=${s} class=${i < at ? 'past' : i === at ? 'now' : ''} aria-current=${i === at ? 'step' : null}>${one}<wbr />${two}</li>`,
  )}</ol>`
}

/** What was told to several, or to one again and again, is one line with their names. */
function joinedLines(history) {
  const lines = []
  for (const h of history) {
    const last = lines.at(-1)
    if (last && last.what === h.what && last.by === null && h.by === null && h.to)
      Object.assign(last, { at: h.at, times: last.times + 1, to: last.to.includes(h.to) ? last.to : [...last.to, h.to] })
    else lines.push({ ...h, to: h.to ? [h.to] : [], times: 1 })
  }
  return lines
}

const Line = ({ h }) => {
  const who = h.by && !(h.to.length === 1 && h.to[0] === h.by) ? ` ${h.by}` : ''
  const to = h.to.length > 0 && h.to[0] !== h.by ? ` ${who ? '→ ' : ''}${h.to.join('、')}` : h.by && !who ? ` ${h.by}` : ''
  const again = h.times > h.to.length && h.to.length > 0 ? `（${h.times}次）` : ''
  return html`<li><time>${moment(h.at)}</time><p><b>${h.what}</b>${who}${to}${again}${h.note ? `：${h.note}` : ''}</p></li>`
}

/** Only the dates that still say something: what was answered is no longer due. */
const Dates = ({ t }) => html`
  ${isLive(t) && !t.respondedAt && html`<dt>回应</dt><dd>${day(t.respondBy)}前</dd>`}
  ${t.status === 'open' && html`<dt>办结</dt><dd>${day(t.completeBy)}前${t.daysLate > 0 ? html` <em class="urgent">超期${t.daysLate}天</em>` : ''}</dd>`}
  ${t.waiting && html`<dt>挂账</dt><dd>到${day(t.waiting.until)}${t.waiting.reason ? `，${t.waiting.reason}` : ''}</dd>`}
  ${t.doneAt && !isLive(t) && html`<dt>${t.status === 'resolved' || t.status === 'closed' ? '办好' : '结束'}</dt><dd>${moment(t.doneAt)}</dd>`}`

/** One matter: how far it is, what was said, who has it, what happened. */
export function Card({ t, show, children }) {
  return html`<article class="card">
    <h3>${t.title}</h3>
    <${Stages} stage=${t.stage} />
    ${children}
    <h4>原话</h4>
    <ol class="words">${t.said.map((m) => html`<li key=${m.id}><small>${m.from.name} ${moment(m.at)}</small>${(m.text || m.voice) && html`<p>${m.text || lineOf(m)}</p>`}<${Photos} images=${m.images} /></li>`)}</ol>
    <dl>
      <dt>类别</dt><dd>${KINDS[t.kind]} · ${t.dutyName} ${t.private && html`<em>不在群里说</em>`} ${t.urgent && html`<em class="urgent">紧急</em>`}</dd>
      <dt>责任人</dt><dd>${t.owner ? `${t.owner.name}${t.acceptedAt || !isLive(t) ? '' : '（还没接）'}` : '还没有'} · ${MODES[t.mode]}</dd>
      <dt>反映人</dt><dd>${t.reporter?.name ?? '匿名'}${t.followers.length > 0 ? `，另有${t.followers.length}户` : ''}</dd>
      <${Dates} t=${t} />
    </dl>
    <${Disputes} t=${t} />
    <h4>经过</h4>
    <ol class="history">${joinedLines(t.history).map((h, i) => html`<${Line} key=${i} h=${h} />`)}</ol>
    <details>
      <summary>说事为这件事发过的话（${t.notices.length}）</summary>
      <ol class="notices">${t.notices.map((n) => html`<li key=${n.key}><small>${n.to.group ? '群里' : `单独给${n.to.name ?? '一个人'}`}，${STATES[n.state] ?? n.state}${n.why ? `（${n.why}）` : ''}</small><p><${Words} text=${n.text} showTicket=${show} /></p></li>`)}</ol>
    </details>
  </article>`
}
