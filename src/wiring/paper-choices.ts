import { yearOf } from '../domain/moments.ts'
import { placeName } from '../domain/place-name.ts'
import { monthName } from '../domain/span.ts'
import type { Choice, PaperChoices } from '../http/papers-page.ts'
import { MEASUREMENTS, MEDIATIONS } from '../measures/ruler/facts.ts'
import type { Desk } from '../ports/desk.ts'
import { day } from '../wording/dates.ts'
import { paperWords as words } from '../wording/papers.ts'

const DISPUTES = 100
const MONTHS = 24
const QUARTERS = 8

/** What an operator may choose from: matters by number and village alone, for the page lies open on a desk. */
export async function paperChoices(desk: Pick<Desk, 'now' | 'roster' | 'cases' | 'ticket'>): Promise<PaperChoices> {
  const { now, roster } = desk
  const newest = { limit: DISPUTES, newestFirst: true } as const
  const cases = [...(await desk.cases(MEASUREMENTS).list(newest)), ...(await desk.cases(MEDIATIONS).list(newest))]
  const tickets = await Promise.all([...new Set(cases.map((c) => c.ticket))].map((id) => desk.ticket(id)))
  const matters = tickets.flatMap((t) =>
    t === null ? [] : [{ value: t.label, name: `${placeName(roster, t.village)}，${day(t.openedAt, now)}` }],
  )
  const villages = [...roster.nodes.values()].filter((n) => n.level === 'village').map((n) => ({ value: n.name }))
  return { matters, villages, ...timesBefore(now) }
}

/** From this month, quarter and year backwards. */
function timesBefore(now: Date): Pick<PaperChoices, 'quarters' | 'periods'> {
  const [year = 0, month = 1] = monthName(now).split('-').map(Number)
  const back = <T>(count: number, of: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => of(n))
  const months = back(MONTHS, (n): Choice => {
    const at = year * 12 + month - 1 - n
    const [y, m] = [Math.floor(at / 12), (at % 12) + 1]
    return { value: `${y}-${String(m).padStart(2, '0')}`, name: words.month(y, m) }
  })
  const years = back(2, (n): Choice => ({ value: String(yearOf(now) - n), name: words.year(yearOf(now) - n) }))
  const quarters = back(QUARTERS, (n): Choice => {
    const at = year * 4 + Math.ceil(month / 3) - 1 - n
    const [y, q] = [Math.floor(at / 4), (at % 4) + 1]
    return { value: `${y}Q${q}`, name: words.quarterOf(y, q) }
  })
  return { quarters, periods: [...months.slice(0, 1), ...years, ...months.slice(1)] }
}
