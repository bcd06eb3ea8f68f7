import { html, useEffect, useState } from '/assets/vendor/htm-preact.js'
import * as api from './api.js'
import { SearchIcon } from './faces.js'
import { day, stateOf } from './words.js'

const PAGE = 200
const WAIT_MS = 150
const FILTERS = [
  ['', '全部'],
  ['late', '超期'],
  ['untaken', '没人接'],
  ['waiting', '挂账'],
  ['resolved', '等一句话'],
]

export const State = ({ t }) => {
  const [name, kind] = stateOf(t)
  return html`<span class=${`state ${kind}`}>${name}</span>`
}

/** What is open here, what is due first on top: in the village, in the hands of the person whose chat it is, in the township. */
function useMatters({ mine, village, q, state, version, town }) {
  const [list, setList] = useState(null)
  const where = [mine ?? village ?? '', q, state].join()
  const open = { open: 'true', order: 'due', village, q, state }
  useEffect(() => {
    let isOld = false
    const later = setTimeout(
      () =>
        api.tickets(open).then(
          (page) => !isOld && setList({ where, page, whole: page.length < PAGE }),
          () => {},
        ),
      q ? WAIT_MS : 0,
    )
    return () => {
      isOld = true
      clearTimeout(later)
    }
  }, [where, version, town])
  const more = async () => {
    const page = await api.tickets({ ...open, after: list.page.at(-1).number })
    setList({ where, page: [...list.page, ...page], whole: page.length < PAGE })
  }
  const page = list?.page.filter((t) => !mine || t.owner?.id === mine || t.reporter?.id === mine)
  return { page: page ?? null, more: list && !list.whole ? more : null }
}

export const MatterRow = ({ t, show }) => html`<button class="plain" onClick=${() => show(t.number)}>
  <span class="matter-head"><b>${t.number}</b><${State} t=${t} /></span>
  <span>${t.title}</span>
  <small>${t.owner?.name ?? '还没有人'}${t.status === 'open' ? `，${day(t.completeBy)}前` : t.waiting ? `，到${day(t.waiting.until)}` : ''}</small>
</button>`

export function Matters({ state, mine, village, show }) {
  const [q, setWords] = useState('')
  const [filter, setFilter] = useState('')
  const { page, more } = useMatters({ mine, village, q, state: filter, version: state.version, town: state.town.name })
  return html`<div class="matters-tools">
      <label class="search"><${SearchIcon} /><input type="search" placeholder="编号、事、负责的人" aria-label="找事" value=${q} onInput=${(e) => setWords(e.target.value.trim())} /></label>
      <div class="sections" role="group" aria-label="只看">
        ${FILTERS.map(([id, name]) => html`<button key=${id} aria-pressed=${id === filter ? 'true' : 'false'} onClick=${() => setFilter(id)}>${name}</button>`)}
      </div>
    </div>
    ${page?.length === 0 && html`<p class="hint" role="status">${q || filter ? '没有这样的事。' : '现在没有在办的事。'}</p>`}
    <ul class="matters-list">${page?.map((t) => html`<li key=${t.number}><${MatterRow} t=${t} show=${show} /></li>`)}</ul>
    ${more && html`<button class="more" onClick=${more}>看更多</button>`}`
}
