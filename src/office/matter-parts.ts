import { brokenAt, erasedLines } from '../domain/history.ts'
import { maskAllButPhones, maskNumbers } from '../domain/mask.ts'
import { filePath, matterPath } from '../domain/office-path.ts'
import { placeName } from '../domain/place-name.ts'
import { personName } from '../domain/roster.ts'
import type { Outline } from '../domain/sight.ts'
import type { Ticket } from '../domain/ticket.ts'
import { html, type Markup } from '../pages/html.ts'
import type { MatterOnRecord, RightsNow, SaidLine, Viewer } from '../ports/office.ts'
import { by, day } from '../wording/dates.ts'
import { modeWords, satisfactionWords } from '../wording/ledger.ts'
import { eventNames, kindNames, viaWords } from '../wording/names.ts'
import { matterWords as words } from '../wording/office-pages.ts'
import { nameIn } from './sight.ts'

type Fact = readonly [name: string, value: string | Markup | null]

const list = (facts: readonly Fact[]): Markup =>
  html`<dl>${facts.flatMap(([name, value]) => (value === null || value === '' ? [] : [html`<div><dt>${name}</dt><dd>${value}</dd></div>`]))}</dl>`

/** Number, kind, state and dates: all that may be known by whoever may not know what was said. */
export function outlineFacts({ roster, now }: Viewer, o: Outline): Markup {
  const facts: readonly Fact[] = [
    [words.place, placeName(roster, o.village)],
    [words.kind, kindNames[o.kind]],
    [words.openedAt, day(o.openedAt, now)],
    o.resolvedAt ? [words.resolvedAt, day(o.resolvedAt, now)] : [words.completeBy, by(o.completeBy, now)],
    [words.waiting, o.waitingUntil && day(o.waitingUntil, now)],
  ]
  return html`<section class="card facts" aria-labelledby="facts"><h2 id="facts">${words.facts}</h2>${list(facts)}</section>`
}

/** Where it is, who has it, and its clocks. */
export function factsOf(viewer: Viewer, { ticket: t, followers }: MatterOnRecord, { calls }: RightsNow, reporter: string): Markup {
  const { roster, now } = viewer
  const owner = t.owner ? `${personName(roster, t.owner)}${t.acceptedAt ? '' : `（${words.notAccepted}）`}` : words.nobodyYet
  const phone = calls && t.reporter ? (roster.people.get(t.reporter)?.phone ?? null) : null
  const facts: readonly Fact[] = [
    [words.place, placeName(roster, t.place)],
    [
      words.reporter,
      [reporter, ...(t.through ? [words.through(personName(roster, t.through.person), viaWords[t.through.via])] : [])].join('，'),
    ],
    ['', followers.length > 0 ? words.followers(followers.length) : null],
    [words.phone, phone && html`<a href="tel:${phone}">${phone}</a>`],
    [words.owner, owner],
    [words.coOwners, t.coOwners.map((id) => personName(roster, id)).join('、')],
    [words.supervisor, t.supervisor && personName(roster, t.supervisor)],
    [words.duty, roster.duties.get(t.duty)?.name ?? null],
    [words.mode, `${kindNames[t.kind]}，${modeWords[t.mode]}`],
    [words.openedAt, day(t.openedAt, now, { time: true })],
    t.respondedAt ? [words.respondedAt, day(t.respondedAt, now, { time: true })] : [words.respondBy, by(t.respondBy, now)],
    t.resolvedAt ? [words.resolvedAt, day(t.resolvedAt, now, { time: true })] : [words.completeBy, by(t.completeBy, now)],
    [words.waiting, t.waiting && `${day(t.waiting.until, now)}${t.waiting.reason ? `，${t.waiting.reason}` : ''}`],
    [words.extension, t.extensionAsked && `${day(t.extensionAsked.until, now)}，${t.extensionAsked.reason}`],
    ['', t.extensions > 0 ? words.extended(t.extensions) : null],
    ['', t.reopened > 0 ? words.reopened(t.reopened) : null],
    [words.result, t.resolution],
    [words.satisfaction, t.status === 'closed' ? (t.satisfaction ? satisfactionWords[t.satisfaction] : words.silent) : null],
  ]
  return html`<section class="card facts" aria-labelledby="facts"><h2 id="facts">${words.facts}</h2>${list(facts)}</section>`
}

/** The telephone in somebody's words is for whoever is to call them. */
export function wordsOf(viewer: Viewer, { ticket, said }: MatterOnRecord, { calls }: RightsNow): Markup {
  const masked = calls ? maskAllButPhones : maskNumbers
  const line = ({ at, person, text, photos }: SaidLine) =>
    html`<li><p class="soft"><b>${person === null ? words.byItself : nameIn(viewer, ticket, person)}</b> ${day(at, viewer.now, { time: true })}</p>
${text !== '' && html`<p class="lines">${masked(text)}</p>`}${photos.map(({ id, name }) => html`<a href="${matterPath(ticket.label)}/photos/${id}"><img src="${matterPath(ticket.label)}/photos/${id}" alt="${words.photo(name)}" loading="lazy"></a>`)}</li>`
  const lines =
    said.length > 0
      ? html`<ul class="words">${said.map(line)}</ul>`
      : html`<p class="lines">${ticket.text === '' ? words.noWords : masked(ticket.text)}</p>`
  return html`<section class="card" aria-labelledby="said"><h2 id="said">${words.said}</h2>${lines}</section>`
}

/** What can be printed of it, for whoever sees all of it. */
export function papersOf({ label }: Ticket): Markup {
  const link = (form: 'pdf' | 'docx') =>
    html`<a class="button" href="${filePath({ kind: 'case-file', label, form })}">${words.caseFile(form)}</a>`
  return html`<section class="card" aria-labelledby="papers"><h2 id="papers">${words.papers}</h2><div class="row">${link('pdf')}${link('docx')}</div></section>`
}

/** Line for line what happened, and whether anything in it was changed afterwards. */
export function historyOf(viewer: Viewer, { ticket, history }: MatterOnRecord): Markup {
  const broken = brokenAt(ticket.id, history)
  const lines = history.map(
    (
      e,
    ) => html`<li><p><b>${eventNames[e.what]}</b> <span class="soft">${e.by === null ? words.byItself : nameIn(viewer, ticket, e.by)} ${typeof e.data.to === 'string' && html`→ ${nameIn(viewer, ticket, e.data.to)} `}${day(e.at, viewer.now, { time: true })}</span></p>
${e.note !== null && html`<p class="lines">${maskNumbers(e.note)}</p>`}</li>`,
  )
  const check =
    broken === null
      ? html`<p class="soft">${words.whole(history.length, erasedLines(history))}</p>`
      : html`<p class="wrong">${words.broken(broken)}</p>`
  return html`<section class="card" aria-labelledby="history"><h2 id="history">${words.history}</h2><ol class="history">${lines}</ol>${check}</section>`
}
