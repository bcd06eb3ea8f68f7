import { earlier } from '../domain/durations.ts'
import { KINDS } from '../domain/judgement.ts'
import { momentAt, numberOfDay } from '../domain/moments.ts'
import { isCadre } from '../domain/people.ts'
import { placeName } from '../domain/place-name.ts'
import { lastYear, monthName, monthOf } from '../domain/span.ts'
import { STAGES } from '../domain/ticket.ts'
import { html, type Markup } from '../pages/html.ts'
import type { Viewer } from '../ports/office.ts'
import { day } from '../wording/dates.ts'
import { ledgerPeriod } from '../wording/ledger.ts'
import { kindNames } from '../wording/names.ts'
import { stateNames, matterLists as words } from '../wording/office-lists.ts'
import { stageNames } from '../wording/office-pages.ts'
import { type Choice, placeChoices, select } from './choices.ts'
import { addressOf, type FilterName, type Filters, MATTERS } from './filters.ts'

function openedChoices(now: Date): Choice[] {
  const month = monthName(now)
  const before = monthName(earlier(monthOf(month).from, 1))
  const year = month.slice(0, 4)
  return [
    [month, words.thisMonth],
    [before, words.lastMonth],
    [year, words.thisYear],
    [lastYear(year), words.lastYear],
  ]
}

/** What the choices of the selects leave out is kept when the form is sent. */
const KEPT = ['state', 'late', 'due', 'duty'] as const

/** One box for words, and the rest of the filters folded away beneath it. Sending it makes an address. */
export function searchForm(filters: Filters, viewer: Viewer): Markup {
  const { roster, now } = viewer
  const owners: Choice[] = [
    ['me', words.me],
    ['nobody', words.nobody],
  ]
  const { owner } = filters
  const named = ownerName(owner, roster)
  if (owner && named && owner !== 'nobody') owners.push([owner, named])
  const opened = openedChoices(now)
  if (filters.opened && !opened.some(([value]) => value === filters.opened)) opened.push([filters.opened, ledgerPeriod(filters.opened)])
  return html`<form class="search" role="search" action="${MATTERS}">
${KEPT.map((name) => html`${filters[name] !== undefined && html`<input type="hidden" name="${name}" value="${filters[name] ?? ''}">`}`)}
<div class="box"><label class="aloud" for="q">${words.searchLabel}</label>
<input id="q" name="q" type="search" value="${filters.q ?? ''}" placeholder="${words.searchHint}" maxlength="80" enterkeyhint="search">
<button class="first">${words.search}</button></div>
<details><summary>${words.filters}</summary><div class="fields">
${select('in', words.fields.place, filters.in, placeChoices(viewer, filters.in))}
${select(
  'stage',
  words.fields.stage,
  filters.stage,
  STAGES.map((stage) => [stage, stageNames[stage]]),
)}
${select(
  'kind',
  words.fields.kind,
  filters.kind,
  KINDS.map((kind) => [kind, kindNames[kind]]),
)}
${select('owner', words.fields.owner, owner, owners)}
${select('opened', words.fields.opened, filters.opened, opened)}
<label class="check"><input type="checkbox" name="again" value="1"${filters.again !== undefined && html` checked`}>${words.fields.again}</label>
<button>${words.show}</button></div></details></form>`
}

type View = keyof typeof stateNames
/** What each of the links above the list asks for, and takes away from the address. */
const VIEWS: Readonly<Record<View, Partial<Filters>>> = {
  now: {},
  mine: { owner: 'me' },
  late: { late: '1' },
  untaken: { state: 'untaken' },
  waiting: { state: 'waiting' },
  resolved: { state: 'resolved' },
  ended: { state: 'ended' },
  all: { state: 'all' },
}

const viewOf = ({ state, late, owner, q }: Filters): View =>
  late ? 'late' : owner === 'me' && state === undefined ? 'mine' : (state ?? (q ? 'all' : 'now'))

/** The lists that are looked at most, each with the rest of the filters as they are. */
export function viewLinks(filters: Filters): Markup {
  const chosen = viewOf(filters)
  const plain = { ...filters, state: undefined, late: undefined, owner: filters.owner === 'me' ? undefined : filters.owner }
  const link = (view: View) => {
    const asks: Partial<Filters> = view === 'now' && filters.q ? { state: 'now' } : VIEWS[view]
    return html`<li><a href="${addressOf({ ...plain, ...asks })}"${view === chosen && html` aria-current="true"`}>${stateNames[view]}</a></li>`
  }
  return html`<ul class="views">${(['now', 'mine', 'late', 'untaken', 'waiting', 'resolved', 'ended', 'all'] as const).map(link)}</ul>`
}

/** What narrows the list besides the words, each with a way to be rid of it. */
export function chips(filters: Filters, { roster, now }: Viewer): Markup {
  const due = filters.due === undefined ? undefined : momentAt(numberOfDay(filters.due), 12 * 60)
  const named: readonly (readonly [FilterName, string | undefined])[] = [
    ['in', filters.in && placeName(roster, filters.in)],
    ['stage', filters.stage && stageNames[filters.stage]],
    ['kind', filters.kind && kindNames[filters.kind]],
    ['duty', filters.duty && words.duty(roster.duties.get(filters.duty)?.name ?? '')],
    ['owner', ownerName(filters.owner, roster)],
    ['opened', filters.opened && ledgerPeriod(filters.opened)],
    ['due', due && words.due(day(due, now))],
    ['again', filters.again && words.again],
  ]
  const shown = named.flatMap(([name, text]) => (text ? [{ name, text }] : []))
  if (shown.length === 0) return html``
  const without = (name: FilterName) => addressOf({ ...filters, [name]: undefined })
  return html`<ul class="chips">${shown.map(
    ({ name, text }) =>
      html`<li><a class="tag" href="${without(name)}"><span class="aloud">${words.remove(text)}</span><span aria-hidden="true">${text} ×</span></a></li>`,
  )}</ul>`
}

/** Only who holds an office has matters in hand; an address tells nobody how others are called. */
function ownerName(owner: string | undefined, { people }: Viewer['roster']): string | undefined {
  if (owner === 'nobody') return words.nobody
  const person = people.get(owner ?? '')
  return person && isCadre(person) ? person.name : undefined
}
