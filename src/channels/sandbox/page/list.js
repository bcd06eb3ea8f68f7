import { html, useEffect, useState } from '/assets/vendor/htm-preact.js'
import * as api from './api.js'
import { Face, GroupFace, SearchIcon } from './faces.js'
import { keyOf } from './route.js'
import { lineOf, roleOf, shortStamp } from './words.js'

const WAIT_MS = 150
const FOUND = 40

function Row({ row, here, unread, now, open }) {
  const { place, name, role, village, message } = row
  const who = message && (message.from.bot || place.group) ? `${message.from.name}：` : ''
  const said = message ? `${who}${lineOf(message)}` : ''
  return html`<button class=${`row ${here ? 'here' : ''}`} aria-current=${here ? 'true' : null} onClick=${() => open(place)}>
    <span class="face-box">
      ${place.group ? html`<${GroupFace} village=${village} />` : html`<${Face} person=${{ id: place.person, name }} withBot=${true} />`}
      ${unread > 0 && html`<span class="dot" aria-label=${`${unread}条没看`}>${unread > 99 ? '99+' : unread}</span>`}
    </span>
    <span class="row-text">
      <span class="row-head"><b>${name}</b>${role && html`<small class="tag">${role}</small>`}${message && html`<time>${shortStamp(message.at, now)}</time>`}</span>
      <span class="preview">${said || (place.group ? '还没有人说话' : '和说事的私聊')}</span>
    </span>
  </button>`
}

/** All conversations, the newest on top: the groups, and the private chats of those who have one with the bot. */
export function List({ town, state, place, open, children }) {
  const [words, setWords] = useState('')
  const found = useFound(words, town)
  const villages = new Map(state.groups.map((g) => [g.id, g.village]))
  const spoken = state.last.map(({ conversation, name, roles, message }) => ({
    place: conversation,
    name,
    message,
    ...(conversation.group ? { village: villages.get(conversation.group) } : { role: roleOf({ roles }) }),
  }))
  const silent = state.groups
    .filter((g) => !spoken.some((s) => s.place.group === g.id))
    .map((g) => ({ place: { group: g.id }, name: g.name, village: g.village }))
  const rows = words
    ? [
        ...[...spoken, ...silent].filter((r) => r.place.group && r.name.includes(words)),
        ...found.map((p) => ({
          place: { person: p.id },
          name: p.name,
          role: roleOf(p),
          message: spoken.find((s) => s.place.person === p.id)?.message,
        })),
      ]
    : [...spoken, ...silent]
  const here = place ? keyOf(place) : ''
  const choose = (to) => {
    setWords('')
    open(to)
  }
  return html`<nav class="left" aria-label="群和私聊">
    <label class="search"><${SearchIcon} /><input type="search" placeholder="找群、找人" aria-label="找群、找人" value=${words} onInput=${(e) => setWords(e.target.value.trim())} /></label>
    ${!words && children}
    ${rows.map((row) => html`<${Row} key=${keyOf(row.place)} row=${row} here=${here === keyOf(row.place)} unread=${state.unread[keyOf(row.place)] ?? 0} now=${town.now()} open=${choose} />`)}
    ${words && rows.length === 0 && html`<p class="hint">没有找到“${words}”</p>`}
  </nav>`
}

function useFound(words, town) {
  const [found, setFound] = useState([])
  useEffect(() => {
    let isOld = false
    if (!words) return setFound([])
    const later = setTimeout(async () => {
      const list = await town.attempt(() => api.people({ q: words }))
      if (!isOld && list) setFound(list.slice(0, FOUND))
    }, WAIT_MS)
    return () => {
      isOld = true
      clearTimeout(later)
    }
  }, [words])
  return found
}
