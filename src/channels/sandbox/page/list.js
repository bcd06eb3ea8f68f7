import { html, useEffect, useState } from '/assets/vendor/htm-preact.js'
import * as api from './api.js'
import { Face, GroupFace, SearchIcon } from './faces.js'
import { MatterRow } from './matters.js'
import { keyOf } from './route.js'
import { lineOf, ROLES, roleOf, shortStamp } from './words.js'

const WAIT_MS = 150
const FOUND = 40
const MATTERS = 8

function Row({ row, here, unread, now, open, reached }) {
  const { place, name, role, village, message } = row
  const who = message && (message.from.bot || place.group) ? `${message.from.name}：` : ''
  const said = message ? `${who}${lineOf(message)}` : ''
  return html`<button class=${`row ${here ? 'here' : ''}`} aria-current=${here ? 'true' : null} tabindex=${reached ? '0' : '-1'} onClick=${() => open(place)}>
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

/** The arrows go from row to row, so that Tab leads past all of them at once. */
function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step || !event.target.closest('.row')) return
  const rows = [...event.currentTarget.querySelectorAll('.row')]
  event.preventDefault()
  rows[rows.indexOf(event.target.closest('.row')) + step]?.focus()
}

/** All conversations, the newest on top: the groups, and the private chats of those who have one with the bot. */
export function List({ town, state, place, open, showTicket, children }) {
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
        ...found.people.map((p) => ({
          place: { person: p.id },
          name: p.name,
          role: roleOf(p),
          message: spoken.find((s) => s.place.person === p.id)?.message,
        })),
      ]
    : [...spoken, ...silent]
  const here = place ? keyOf(place) : ''
  const reached = Math.max(
    0,
    rows.findIndex((row) => keyOf(row.place) === here),
  )
  const choose = (to) => {
    setWords('')
    open(to)
  }
  return html`<nav class="left" aria-label="群和私聊" onKeyDown=${walk}>
    <label class="search"><${SearchIcon} /><input type="search" placeholder="找群、找人、找事" aria-label="找群、找人、找事" value=${words} onInput=${(e) => setWords(e.target.value.trim())} /></label>
    ${!words && children}
    ${words && found.matters.length > 0 && html`<ul class="matters-list">${found.matters.map((t) => html`<li key=${t.number}><${MatterRow} t=${t} show=${showTicket} /></li>`)}</ul>`}
    ${rows.map((row, i) => html`<${Row} key=${keyOf(row.place)} row=${row} here=${here === keyOf(row.place)} reached=${i === reached} unread=${state.unread[keyOf(row.place)] ?? 0} now=${town.now()} open=${choose} />`)}
    ${words && rows.length + found.matters.length === 0 && html`<p class="hint">没有找到“${words}”</p>`}
  </nav>`
}

/** 调解员 finds those who are one, 坪02 and 路灯 find matters. */
const peopleBy = async (words) => {
  const role = Object.keys(ROLES).find((r) => ROLES[r] === words)
  return role ? api.people({ role }) : api.people({ q: words })
}

const NOTHING = { people: [], matters: [] }

function useFound(words, town) {
  const [found, setFound] = useState(NOTHING)
  useEffect(() => {
    let isOld = false
    if (!words) return setFound(NOTHING)
    const later = setTimeout(async () => {
      const [people, matters] = (await town.attempt(() => Promise.all([peopleBy(words), api.tickets({ q: words })]))) ?? []
      if (!isOld && people) setFound({ people: people.slice(0, FOUND), matters: matters.slice(0, MATTERS) })
    }, WAIT_MS)
    return () => {
      isOld = true
      clearTimeout(later)
    }
  }, [words])
  return found
}
