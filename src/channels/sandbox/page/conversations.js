import { html } from '/assets/vendor/htm-preact.js'
import { keyOf } from './app.js'
import { roleOf } from './words.js'

const last = (list) => (list?.length ? list[list.length - 1].text.split('\n')[0] : '')

function Row({ name, sub, mark, kind, here, count, preview, onClick }) {
  return html`<button class=${`row ${here ? 'here' : ''}`} aria-current=${here ? 'true' : null} onClick=${onClick}>
    <span class=${`face ${kind}`} aria-hidden="true">${mark}</span>
    <span class="row-text"><b>${name}${sub && html`<small>${sub}</small>`}</b><span class="preview">${preview}</span></span>
    ${count > 0 && html`<span class="dot" aria-label=${`${count}条未读`}>${count > 99 ? '99+' : count}</span>`}
  </button>`
}

/** The left column: private chats that are being played, then the groups. */
export function Conversations({ groups, privates, place, unread, talk, open, pick }) {
  const here = place ? keyOf(place) : ''
  return html`<nav class="left" aria-label="群和私聊">
    <div class="left-head"><h2>私聊</h2><button class="quiet-button" onClick=${pick}>找一个人</button></div>
    ${privates.length === 0 && html`<p class="hint">谁收到机器人的私信，谁就出现在这里。</p>`}
    ${privates.map(
      (
        p,
      ) => html`<${Row} key=${p.id} name=${p.name} sub=${roleOf(p)} mark=${p.name.slice(-1)} kind="person" preview=${last(talk[`p:${p.id}`])}
        count=${unread[`p:${p.id}`] ?? 0} here=${here === `p:${p.id}`} onClick=${() => open({ person: p.id })} />`,
    )}
    <div class="left-head"><h2>群</h2></div>
    ${groups.map(
      (g) => html`<${Row} key=${g.id} name=${g.name} mark=${(g.village ?? '镇').slice(0, 1)} kind="group" preview=${last(talk[`g:${g.id}`])}
        count=${unread[`g:${g.id}`] ?? 0} here=${here === `g:${g.id}`} onClick=${() => open({ group: g.id })} />`,
    )}
  </nav>`
}
