import { html, useEffect, useRef, useState } from '/assets/vendor/htm-preact.js'
import { CloseIcon, Face } from './faces.js'
import { inSections, roleOf } from './words.js'

/** Chooses who one is among a group's members. */
export function Picker({ members, speaker, choose, close }) {
  const [words, setWords] = useState('')
  const [only, setOnly] = useState(null)
  const dialog = useRef(null)
  useEffect(() => dialog.current?.showModal(), [])
  const names = inSections(members).map(([name]) => name)
  const sections = inSections(members.filter((p) => p.name.includes(words) || roleOf(p).includes(words))).filter(
    ([name]) => only === null || name === only,
  )
  return html`<dialog ref=${dialog} class="sheet picker" onClose=${close} aria-label="换成谁说话" onClick=${(e) => e.target === dialog.current && close()}>
    <header><h2>换成谁说话？</h2><button class="plain close" onClick=${close} aria-label="关上"><${CloseIcon} /></button></header>
    <input type="search" placeholder="姓名或职务" aria-label="找人" value=${words} onInput=${(e) => setWords(e.target.value.trim())} />
    <div class="sections" role="group" aria-label="只看">
      ${names.map((name) => html`<button key=${name} aria-pressed=${name === only ? 'true' : 'false'} onClick=${() => setOnly(name === only ? null : name)}>${name}</button>`)}
    </div>
    <div class="people">
      ${sections.map(
        ([name, people]) => html`<section key=${name}><h3>${name}</h3><ul>
          ${people.map((p) => html`<li key=${p.id}><button class="plain" aria-current=${p.id === speaker?.id ? 'true' : null} onClick=${() => choose(p)}><${Face} person=${p} /><b>${p.name}</b><small>${roleOf(p)}</small></button></li>`)}
        </ul></section>`,
      )}
      ${sections.length === 0 && html`<p class="hint">群里没有“${words}”</p>`}
    </div>
  </dialog>`
}
