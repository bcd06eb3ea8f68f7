import type { Calendar } from '../domain/calendar.ts'
import { matterPath } from '../domain/office-path.ts'
import { placeName } from '../domain/place-name.ts'
import { personName, type Roster } from '../domain/roster.ts'
import { html, type Markup } from '../pages/html.ts'
import type { Seen } from '../ports/office-lists.ts'
import { kindNames } from '../wording/names.ts'
import { type Standing, standingOf, matterLists as words } from '../wording/office-lists.ts'
import { tableOf } from './table.ts'

interface Now {
  roster: Roster
  now: Date
  calendar: Calendar
}

const standing = (row: Seen, { now, calendar }: Now): Standing => {
  const until = row.sight === 'all' ? (row.ticket.waiting?.until ?? null) : row.ticket.waitingUntil
  return standingOf({ ...row.ticket, until }, now, calendar)
}

const standingTag = ({ text, tone }: Standing): Markup =>
  tone === 'plain' ? html`<span>${text}</span>` : html`<span class="tag ${tone}">${text}</span>`

/** What it is about, as far as the reader may know. */
export const titleOf = (row: Seen): Markup =>
  row.sight === 'all' ? html`${row.ticket.title}` : html`<span class="soft">${words.outline(kindNames[row.ticket.kind])}</span>`

export const matterLink = ({ ticket }: Seen): Markup => html`<a href="${matterPath(ticket.label)}">${ticket.label}</a>`

function ownerOf(row: Seen, roster: Roster): Markup {
  if (row.sight === 'outline') return html`<span class="soft">${words.notTold}</span>`
  return row.ticket.owner === null ? html`<span class="soft">${words.noOwner}</span>` : html`${personName(roster, row.ticket.owner)}`
}

/** Matters, one a row; on a phone one a card. */
export const matterTable = (caption: string, rows: readonly Seen[], at: Now): Markup =>
  tableOf(
    caption,
    [words.columns.label, words.columns.title, words.columns.place, words.columns.owner, words.columns.standing],
    rows.map((row) => [
      matterLink(row),
      html`${titleOf(row)}${row.sight === 'all' && row.ticket.kind !== 'village' && html` <span class="tag">${kindNames[row.ticket.kind]}</span>`}`,
      html`${placeName(at.roster, row.sight === 'all' ? row.ticket.place : row.ticket.village)}`,
      ownerOf(row, at.roster),
      standingTag(standing(row, at)),
    ]),
    'matters',
  )
