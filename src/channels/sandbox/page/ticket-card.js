import { html, useEffect, useState } from '/assets/vendor/htm-preact.js'
import * as api from './api.js'
import { day, KINDS, MODES, moment, STAGES, STATES, STATUSES } from './words.js'

function Card({ t, back }) {
  const at = STAGES.findIndex(([s]) => s === t.stage)
  return html`<article class="card">
    <header><button class="quiet-button" onClick=${back}>‹ 在办的事</button><b class="big-number">${t.number}</b><span class=${`state ${t.status}`}>${STATUSES[t.status]}</span></header>
    <h3>${t.title}</h3>
    <ol class="stages">${STAGES.map(([s, name], i) => html`<li key=${s} class=${i < at ? 'past' : i === at ? 'now' : ''} aria-current=${i === at ? 'step' : null}>${name}</li>`)}</ol>
    <dl>
      <dt>类别</dt><dd>${KINDS[t.kind]} · ${t.dutyName}${t.private && html`<em>不在群里说</em>`}${t.urgent && html`<em class="urgent">紧急</em>`}</dd>
      <dt>责任人</dt><dd>${t.owner?.name ?? '还没有'} · ${MODES[t.mode]}</dd>
      <dt>反映人</dt><dd>${t.reporter?.name ?? '匿名'}${t.followers.length > 0 ? `，另有${t.followers.length}户` : ''}</dd>
      <dt>回应</dt><dd>${day(t.respondBy)}前</dd>
      <dt>办结</dt><dd>${day(t.completeBy)}前</dd>
    </dl>
    <h4>经过</h4>
    <ol class="history">${t.history.map((h, i) => html`<li key=${i}><time>${moment(h.at)}</time><span><b>${h.what}</b>${h.by ? ` ${h.by}` : ''}${h.note ? `：${h.note}` : ''}</span></li>`)}</ol>
    <h4>说了什么</h4>
    <ol class="notices">${t.notices.map((n) => html`<li key=${n.key}><span class=${`state ${n.state}`}>${STATES[n.state]}</span><span>${n.to.group ? '群里' : '单独'}：${n.text}${n.why ? html`<small>（${n.why}）</small>` : ''}</span></li>`)}</ol>
  </article>`
}

function List({ village, version, show }) {
  const [list, setList] = useState([])
  useEffect(() => {
    api.tickets({ open: 'true', ...(village && { village }) }).then(setList, () => setList([]))
  }, [village, version])
  return html`<section>
    <h3>${village ? `${village}在办的事` : '在办的事'}</h3>
    ${list.length === 0 && html`<p class="hint">现在没有。</p>`}
    <ul class="open-list">
      ${list.map((t) => html`<li key=${t.number}><button onClick=${() => show(t.number)}><b>${t.number}</b><span>${t.title}</span><small>${t.owner?.name ?? '还没人'} · ${STATUSES[t.status]}</small></button></li>`)}
    </ul>
  </section>`
}

/** The right pane: one ticket with its history, or what is open. */
export function Side({ number, village, version, show, close }) {
  const [ticket, setTicket] = useState(null)
  useEffect(() => {
    if (!number) return setTicket(null)
    api.ticket(number).then(setTicket, () => setTicket(null))
  }, [number, version])
  return html`<aside class="side" aria-label="事项">
    <button class="side-close" onClick=${close} aria-label="关上">×</button>
    ${number && ticket ? html`<${Card} t=${ticket} back=${() => show(null)} />` : html`<${List} village=${village} version=${version} show=${show} />`}
  </aside>`
}
