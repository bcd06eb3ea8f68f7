import { workdaysLeft } from '../../domain/overdue.ts'
import type { Person } from '../../domain/people.ts'
import { clocksOf, type Petition } from './facts.ts'
import { hasRoleOver, townNode } from '../../domain/roster.ts'
import { dayOf, lastYear, monthOf, type Span } from '../../domain/span.ts'
import type { Desk } from '../../ports/desk.ts'
import { line } from '../../wording/digests.ts'
import { yearToDate } from '../../wording/last-year.ts'
import * as say from './words.ts'
import type { MeasureDigest } from '../measure.ts'

const SOON = 3
const MANY = 5000

const isOfTown = (desk: Desk, person: Person): boolean => hasRoleOver(desk.roster, person, 'leader', townNode(desk.roster))

/** What is about the reader is in none of their figures. */
const without = (reader: Person, list: readonly Petition[]): Petition[] => list.filter((p) => !p.about.includes(reader.id))

const ended = (desk: Desk, endedFrom: Date, endedTo: Date): Promise<Petition[]> =>
  desk.petitions.list({ statuses: ['closed', 'handedOver'], endedFrom, endedTo, limit: MANY })

async function counted(desk: Desk, reader: Person, { from, to }: Span): Promise<{ registered: number; closed: number }> {
  const opened = await desk.petitions.list({ openedFrom: from, openedTo: to, limit: MANY })
  return { registered: without(reader, opened).length, closed: without(reader, await ended(desk, from, to)).length }
}

/** Counts and nothing else: a digest is read over shoulders. */
export const petitionDigest: MeasureDigest = {
  async dayLines(desk, leader) {
    const open = without(leader, await desk.petitions.list({ statuses: ['registered', 'accepted', 'answered'], limit: MANY }))
    const dues = open
      .filter((p) => p.lead === leader.id)
      .flatMap((p) =>
        clocksOf(p, desk.calendar)
          .filter((c) => !c.done)
          .map((c) => c.due),
      )
    const late = dues.filter((due) => due < desk.now).length
    const soon = dues.filter((due) => due >= desk.now && workdaysLeft(due, desk.now, desk.calendar) <= SOON).length
    const ofTown = isOfTown(desk, leader)
    const alone = ofTown ? open.filter((p) => p.lead === null && p.status !== 'answered').length : 0
    const { from, to } = dayOf(desk.now)
    const closed = ofTown ? without(leader, await ended(desk, from, to)) : []
    const registered = ofTown ? [...open, ...closed].filter((p) => p.registeredAt >= from).length : 0
    return [
      ...line(1.2, alone > 0 ? say.withoutLead(alone) : null),
      ...line(1.1, late + soon > 0 ? say.yoursDue(late, soon) : null),
      ...line(4.2, registered + closed.length > 0 ? say.today(registered, closed.length, open.length) : null),
    ]
  },
  async monthLines(desk, person, month) {
    if (!isOfTown(desk, person)) return []
    const closedUntil = async (of: string) => {
      const span = { from: monthOf(`${of.slice(0, 4)}-01`).from, to: monthOf(of).to }
      return (await counted(desk, person, span)).closed
    }
    const now = await counted(desk, person, monthOf(month))
    const [year, before] = [await closedUntil(month), await closedUntil(lastYear(month))]
    const words = now.registered + now.closed + year + before > 0 ? say.month(now, yearToDate(month, say.closedWord, year, before)) : null
    return line(4.1, words)
  },
}
