import { DAY_MS, earlier } from '../domain/durations.ts'
import { filePath } from '../domain/office-path.ts'
import { partOf } from '../domain/part.ts'
import { placeName } from '../domain/place-name.ts'
import { personName, townNode, villageOf } from '../domain/roster.ts'
import { lastYear, monthName, monthOf, yearUntil } from '../domain/span.ts'
import { STAGES } from '../domain/ticket.ts'
import { html, type Markup } from '../pages/html.ts'
import type { MonthTally, Repeated, Scope, StageTally, Tally } from '../ports/figures.ts'
import type { OfficeActs, Viewer } from '../ports/office.ts'
import { day } from '../wording/dates.ts'
import { severalVillages } from '../wording/digests.ts'
import { stageNames, homeWords as words } from '../wording/office-pages.ts'
import { addressOf, type Filters } from './filters.ts'

/** Told so often within the year, and lately once more, it comes again and again. */
const AGAIN = 3
const RECENT_MS = 30 * DAY_MS
const MONTHS = 6
const YEAR_MONTHS = 12

const scopeOf = ({ person, roster, now }: Viewer, span = { from: now, to: now }): Scope => ({
  ...{ villages: partOf(roster, person), reader: person.id },
  ...span,
})

/** The month that lies so many before this one, 2026-05. */
function monthBefore(now: Date, n: number): string {
  const [year = 0, month = 0] = monthName(now).split('-').map(Number)
  const at = year * YEAR_MONTHS + month - 1 - n
  return `${Math.floor(at / YEAR_MONTHS)}-${String((at % YEAR_MONTHS) + 1).padStart(2, '0')}`
}

export interface Standing {
  stages: StageTally[]
  open: Tally[]
  overdue: Tally[]
  repeated: Repeated[]
  months: MonthTally[]
}

/** The viewer's part of the tree as it is now, and its months of the last year and a half. */
export const standingOf = ({ look }: OfficeActs, viewer: Viewer): Promise<Standing> =>
  look(viewer, async ({ figures, now }) => {
    const scope = scopeOf(viewer)
    const since = monthOf(monthBefore(now, MONTHS - 1 + YEAR_MONTHS)).from
    const { live, overdue } = await figures.standing(scope, now)
    return {
      ...{ stages: await figures.stages(scope, now), open: live, overdue },
      repeated: await figures.repeatedHere({ ...scope, ...yearUntil(now) }, AGAIN, earlier(now, RECENT_MS)),
      months: await figures.monthly({ ...scope, from: since, to: monthOf(monthName(now)).to }),
    }
  })

const number = (n: number): Markup => html`<td class="n${n === 0 && ' zero'}">${n}</td>`
/** How many of them, and the list of them. */
const listed = (n: number, filters: Filters, tone = ''): Markup =>
  n === 0 ? number(n) : html`<td class="n${tone}"><a href="${addressOf(filters)}">${n}</a></td>`
const head = (names: readonly string[]): Markup =>
  html`<thead><tr>${names.map((name, i) => html`<th scope="col"${i > 0 && name !== words.repeated && html` class="n"`}>${name}</th>`)}</tr></thead>`

/** Where everything stands, stage by stage; what is late or waits beside it. */
export function stagesSection({ roster, person }: Viewer, { stages }: Standing): Markup {
  const part = partOf(roster, person)
  const [first = ''] = part
  const some = part.length === 1 ? placeName(roster, first) : severalVillages(placeName(roster, first), part.length)
  const name = part.includes(townNode(roster)) ? roster.townName : some
  const of = (stage: StageTally['stage']) => stages.find((s) => s.stage === stage) ?? { count: 0, overdue: 0, waiting: 0 }
  const rows = STAGES.map((stage) => {
    const { count, overdue, waiting } = of(stage)
    return html`<tr><th scope="row">${stageNames[stage]}</th>${listed(count, { stage })}${listed(overdue, { stage, late: '1' }, ' late')}${listed(waiting, { stage, state: 'waiting' })}</tr>`
  })
  return html`<section class="card" aria-labelledby="stages"><h2 id="stages">${words.stages(name)}</h2>
<table>${head([words.stage, words.live, words.late, words.waiting])}<tbody>${rows}</tbody></table></section>`
}

/** Who is away in the viewer's villages, until when, and who does their work. */
export function awaySection({ roster, person, now }: Viewer): Markup {
  const part = partOf(roster, person)
  const isTheirs = (id: string) => roster.people.get(id)?.roles.some((r) => part.includes(villageOf(roster, r.grid) ?? r.grid)) ?? false
  const lines = roster.leaves
    .filter((l) => isTheirs(l.person))
    .map(
      (l) =>
        html`<li>${words.awayLine(personName(roster, l.person), day(new Date(`${l.until}T12:00:00+08:00`), now), personName(roster, l.deputy))}</li>`,
    )
  return html`<section class="card" aria-labelledby="away"><h2 id="away">${words.away}</h2>${lines.length > 0 ? html`<ul>${lines}</ul>` : html`<p class="soft">${words.nobodyAway}</p>`}</section>`
}

/** The villages side by side in the order of the grid: no table of who is better. */
export function villagesSection({ roster, person }: Viewer, { open, overdue, repeated }: Standing): Markup {
  const part = new Set(partOf(roster, person))
  const count = (rows: readonly Tally[], village: string) => rows.reduce((n, r) => n + (r.village === village ? r.count : 0), 0)
  const villages = [...roster.nodes.values()].filter((n) => part.has(n.id) && n.id !== townNode(roster))
  const rows = villages.map(({ id, name }) => {
    const late = count(overdue, id)
    const again = repeated.filter((r) => r.village === id).map((r) => words.times(roster.duties.get(r.duty)?.short ?? r.duty, r.count))
    return html`<tr><th scope="row">${name}</th>${listed(count(open, id), { in: id })}${listed(late, { in: id, late: '1' }, ' late')}<td>${again.length > 0 && html`<a href="${addressOf({ in: id, again: '1', state: 'all' })}">${again.join('、')}</a>`}</td></tr>`
  })
  return html`<section class="card" aria-labelledby="villages"><h2 id="villages">${words.villages}</h2><div class="wide">
<table>${head([words.village, words.live, words.late, words.repeated])}<tbody>${rows}</tbody></table></div></section>`
}

/** The last months with the same months of the year before beside them; a dash where nothing was on record then. */
export function monthsSection({ person, now }: Viewer, { months: counted }: Standing): Markup {
  const isLeader = person.roles.some((r) => r.role === 'leader')
  const first = counted[0]?.month
  const sum = (month: string, of: 'opened' | 'done') => counted.find((c) => c.month === month)?.[of] ?? 0
  const isOnRecord = (month: string) => first !== undefined && month >= first
  const cell = (month: string, of: 'opened' | 'done', tone: string) =>
    isOnRecord(month) ? html`<td class="n${tone}">${sum(month, of)}</td>` : html`<td class="n zero">${words.notOnRecord}</td>`
  const months = Array.from({ length: MONTHS }, (_, i) => monthBefore(now, i))
  const rows = months.map(
    (m) =>
      html`<tr><th scope="row">${words.monthName(m)}</th>${cell(m, 'opened', '')}${cell(lastYear(m), 'opened', ' soft')}${cell(m, 'done', '')}${cell(lastYear(m), 'done', ' soft')}</tr>`,
  )
  return html`<section class="card" aria-labelledby="months"><h2 id="months">${words.months}</h2><div class="wide">
<table>${head([words.month, words.opened, words.lastYear, words.done, words.lastYear])}<tbody>${rows}</tbody></table></div>${isLeader && html`<p class="foot"><a class="button" href="${filePath({ kind: 'ledger', period: monthName(now), form: 'xlsx' })}">${words.ledger}</a></p>`}</section>`
}
