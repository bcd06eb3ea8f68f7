import { html, useEffect, useRef, useState } from '/assets/vendor/htm-preact.js'
import * as api from './api.js'
import { orderOf, roleOf } from './words.js'

/** Chooses who one is: among a group's members, or anybody of the township by name. */
export function Picker({ members, choose, close }) {
  const [words, setWords] = useState('')
  const [found, setFound] = useState([])
  const dialog = useRef(null)
  useEffect(() => dialog.current?.showModal(), [])
  useEffect(() => {
    if (members) return
    const later = setTimeout(() => api.people(words ? { q: words } : { role: 'leader' }).then(setFound, () => setFound([])), 150)
    return () => clearTimeout(later)
  }, [words, members])
  const list = (members ? members.filter((p) => p.name.includes(words) || roleOf(p).includes(words)) : found)
    .slice()
    .sort((a, b) => orderOf(a) - orderOf(b))
  return html`<dialog ref=${dialog} class="picker" onClose=${close} aria-label="选一个人">
    <header><h2>${members ? '您是谁？' : '和谁的私聊？'}</h2><button onClick=${close} aria-label="关上">×</button></header>
    <input type="search" placeholder=${members ? '姓名或职务' : '全镇找人：姓名'} aria-label="找人" value=${words} onInput=${(e) => setWords(e.target.value)} />
    <ul>
      ${list.slice(0, 100).map((p) => html`<li key=${p.id}><button onClick=${() => choose(p)}><span class="face person" aria-hidden="true">${p.name.slice(-1)}</span><b>${p.name}</b><small>${roleOf(p)}</small></button></li>`)}
      ${list.length === 0 && html`<li class="hint">没有找到</li>`}
    </ul>
  </dialog>`
}
