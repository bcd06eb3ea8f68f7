import { html, useEffect, useState } from '/assets/vendor/htm-preact.js'
import * as api from './api.js'
import { Photos, Words } from './bubble.js'
import { BackIcon, CloseIcon } from './faces.js'
import { MATTERS } from './route.js'
import { day, KINDS, lineOf, MODES, moment, STAGES, STATES, STATUSES } from './words.js'

const PAGE = 200

const State = ({ t, now }) => {
  const isLate = t.status === 'open' && new Date(t.completeBy) < now
  return html`<span class=${`state ${isLate ? 'late' : t.status}`}>${isLate ? '超期' : STATUSES[t.status]}</span>`
}

const Stages = ({ stage }) => {
  const at = STAGES.findIndex(([s]) => s === stage)
  return html`<ol class="stages" aria-label="办到哪一步">${STAGES.map(
    ([s, one, two], i) =>
      html`<li key=${s} class=${i < at ? 'past' : i === at ? 'now' : ''} aria-current=${i === at ? 'step' : null}>${one}<wbr />${two}</li>`,
  )}</ol>`
}

function Card({ t, show }) {
  return html`<article class="card">
    <h3>${t.title}</h3>
    <${Stages} stage=${t.stage} />
    <h4>原话</h4>
    <ol class="words">${t.said.map((m) => html`<li key=${m.id}><small>${m.from.name} ${moment(m.at)}</small>${(m.text || m.voice) && html`<p>${m.text || lineOf(m)}</p>`}<${Photos} images=${m.images} /></li>`)}</ol>
    <dl>
      <dt>类别</dt><dd>${KINDS[t.kind]} · ${t.dutyName} ${t.private && html`<em>不在群里说</em>`} ${t.urgent && html`<em class="urgent">紧急</em>`}</dd>
      <dt>责任人</dt><dd>${t.owner?.name ?? '还没有'} · ${MODES[t.mode]}</dd>
      <dt>反映人</dt><dd>${t.reporter?.name ?? '匿名'}${t.followers.length > 0 ? `，另有${t.followers.length}户` : ''}</dd>
      <dt>回应</dt><dd>${day(t.respondBy)}前</dd>
      <dt>办结</dt><dd>${day(t.completeBy)}前</dd>
    </dl>
    <h4>经过</h4>
    <ol class="history">${t.history.map((h, i) => html`<li key=${i}><time>${moment(h.at)}</time><p><b>${h.what}</b>${h.by ? ` ${h.by}` : ''}${h.note ? `：${h.note}` : ''}</p></li>`)}</ol>
    <details>
      <summary>说事为这件事发过的话（${t.notices.length}）</summary>
      <ol class="notices">${t.notices.map((n) => html`<li key=${n.key}><small>${n.to.group ? '群里' : `单独给${n.to.name ?? '一个人'}`}，${STATES[n.state] ?? n.state}${n.why ? `（${n.why}）` : ''}</small><p><${Words} text=${n.text} showTicket=${show} /></p></li>`)}</ol>
    </details>
  </article>`
}

/** What is open here: in the group's village, in the hands of the person whose chat it is, in the whole township. */
function useMatters({ mine, village, version, town }) {
  const [list, setList] = useState(null)
  const where = mine ?? village ?? ''
  const open = { open: 'true', ...(village && { village }) }
  useEffect(() => setList(null), [where])
  useEffect(() => {
    let isOld = false
    api.tickets(open).then(
      (page) => !isOld && setList({ page, whole: page.length < PAGE }),
      () => {},
    )
    return () => {
      isOld = true
    }
  }, [where, version, town])
  const more = async () => {
    const page = await api.tickets({ ...open, after: list.page.at(-1).number })
    setList({ page: [...list.page, ...page], whole: page.length < PAGE })
  }
  const page = list?.page.filter((t) => !mine || t.owner?.id === mine || t.reporter?.id === mine)
  return { page: page ?? null, more: list && !list.whole ? more : null }
}

function Matters({ state, mine, village, now, show }) {
  const { page, more } = useMatters({ mine, village, version: state.version, town: state.town.name })
  return html`${page?.length === 0 && html`<p class="hint">现在没有在办的事。</p>`}
    <ul class="matters-list">
      ${page?.map(
        (t) => html`<li key=${t.number}><button class="plain" onClick=${() => show(t.number)}>
          <span class="matter-head"><b>${t.number}</b><${State} t=${t} now=${now} /></span>
          <span>${t.title}</span>
          <small>${t.owner?.name ?? '还没有人'}${t.status === 'open' ? `，${day(t.completeBy)}前` : ''}</small>
        </button></li>`,
      )}
    </ul>
    ${more && html`<button class="more" onClick=${more}>看更多</button>`}`
}

/** The right pane: one matter with its history, or what is open. */
export function Side({ state, place, village, side, speaker, now, show, close, list }) {
  const number = side && side !== MATTERS ? side : null
  const [ticket, setTicket] = useState(null)
  useEffect(() => {
    let isOld = false
    if (number)
      api.ticket(number).then(
        (t) => !isOld && setTicket(t),
        () => !isOld && setTicket({ number, isGone: true }),
      )
    return () => {
      isOld = true
    }
  }, [number, state.version])
  // Whoever leads the township has nothing in hand and everything before them.
  const mine = speaker?.roles.some((r) => r.role === 'leader' || r.role === 'duty') ? null : (place?.person ?? null)
  const t = ticket?.number === number ? ticket : null
  const heading = number ?? (village ? `${village}在办的事` : mine ? '手上和报过的事' : '全镇在办的事')
  return html`<aside class="side" aria-label="事项">
    <header class="side-head">
      ${number && html`<button class="plain to-list" onClick=${list} aria-label="在办的事"><${BackIcon} /></button>`}
      <h2>${heading}</h2>
      ${t && !t.isGone && html`<${State} t=${t} now=${now} />`}
      <button class="plain close" onClick=${close} aria-label="关上"><${CloseIcon} /></button>
    </header>
    <div class="side-body">
      ${
        number
          ? t?.isGone
            ? html`<p class="hint">没有${number}这件事。</p>`
            : t && html`<${Card} t=${t} show=${show} />`
          : html`<${Matters} state=${state} mine=${mine} village=${village} now=${now} show=${show} />`
      }
    </div>
  </aside>`
}
