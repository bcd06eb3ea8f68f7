import { workdaysLeft } from '../../domain/overdue.ts'
import type { Person } from '../../domain/people.ts'
import { placeName } from '../../domain/place-name.ts'
import { worthAWord } from '../../domain/remind.ts'
import { hasRoleOver, personName, townNode } from '../../domain/roster.ts'
import { dayOf, lastYear, monthOf, type Span } from '../../domain/span.ts'
import type { Desk } from '../../ports/desk.ts'
import { line } from '../../wording/digests.ts'
import { sayLabels, standing } from '../../wording/labels.ts'
import { yearToDate } from '../../wording/last-year.ts'
import { defineWing } from '../define-wing.ts'
import type { Cell, MorningLine } from '../measure.ts'
import { clocksOf, PETITIONS, type Petition, petitionSight, staffOf } from './facts.ts'
import { petitions, promised, reviewWanted, takesCase, turnTicket, visitRecord } from './orders.ts'
import { petitionPages } from './pages.ts'
import * as say from './words.ts'

const SOON = 3
const MANY = 5000

const isOfTown = (desk: Pick<Desk, 'roster'>, person: Person): boolean => hasRoleOver(desk.roster, person, 'leader', townNode(desk.roster))

/** What is about the reader is in none of their figures. */
const without = (reader: Person, list: readonly Petition[]): Petition[] => list.filter((p) => !p.about.includes(reader.id))

const ended = (desk: Pick<Desk, 'cases'>, endedFrom: Date, endedTo: Date): Promise<Petition[]> =>
  desk.cases(PETITIONS).list({ statuses: ['closed', 'handedOver'], endedFrom, endedTo, limit: MANY })

async function counted(desk: Pick<Desk, 'cases'>, reader: Person, { from, to }: Span): Promise<{ registered: number; closed: number }> {
  const opened = await desk.cases(PETITIONS).list({ openedFrom: from, openedTo: to, limit: MANY })
  return { registered: without(reader, opened).length, closed: without(reader, await ended(desk, from, to)).length }
}

function rowOf(desk: Pick<Desk, 'roster' | 'calendar'>, p: Petition): Cell[] {
  const outcomes = (of: string) => p.demands.filter((d) => d.outcome === of).length
  const due = clocksOf(p, desk.calendar).find((c) => c.code === 'finish')?.due ?? null
  const onTime = p.answeredAt && due ? (p.answeredAt <= due ? say.sheetWords.onTime : say.sheetWords.late) : say.sheetWords.running
  return [
    ...[sayLabels.petition(p.number), p.receivedAt, p.village ? placeName(desk.roster, p.village) : '', say.wayWords[p.way], p.people],
    ...[p.demands.length, outcomes('founded'), outcomes('reasonable'), outcomes('unfounded')],
    ...[p.acceptedAt, p.noticedAt, p.visits.length, p.promises.length, p.promises.filter((one) => one.kept).length],
    ...[p.lead ? personName(desk.roster, p.lead) : '', due, p.endedAt, onTime, p.extendedDays],
    ...[p.reviews.map((r) => say.sheetWords.steps[r.step]).join('、'), p.handedTo?.office ?? '', p.handedTo?.reference ?? '', ''],
  ]
}

const SHOWN = 10

/** 一份温情感化: 信访. */
export const petitionsWing = defineWing({
  orders: [petitions, visitRecord, promised, takesCase, turnTicket],
  /** Counts and nothing else: a digest is read over shoulders. */
  async dayLines(desk, leader) {
    const open = without(leader, await desk.cases(PETITIONS).list({ statuses: ['registered', 'accepted', 'answered'], limit: MANY }))
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
  sheets: [
    /** One row for each, without a name or a word of what was said: whoever may know looks into the case itself. */
    {
      ...say.petitionSheet,
      async rows(desk, { from, to }, reader) {
        const list = await desk.cases(PETITIONS).list({ openedFrom: from, openedTo: to, limit: MANY })
        return (reader ? without(reader, list) : list).map((p) => rowOf(desk, p))
      },
    },
  ],
  /** The law's clocks and the promises' days: to whoever answers for the case and the office; a promise also to whoever gave it. */
  morning: async (desk) => {
    const { now, calendar, roster } = desk
    const lines: MorningLine[] = []
    for (const p of await desk.cases(PETITIONS).list({ statuses: ['registered', 'accepted', 'answered'], limit: MANY })) {
      const [office] = staffOf(roster, p.about)
      const tell = (people: readonly (string | null | undefined)[], text: string) => {
        for (const person of new Set(people)) if (person && !p.about.includes(person)) lines.push({ person, text })
      }
      for (const clock of clocksOf(p, calendar)) {
        const at = clock.done ? null : worthAWord(clock.due, now, calendar)
        if (at) tell([p.lead, office, ...p.handlers], say.dueLine(p.number, clock, standing(at), now))
      }
      for (const promise of p.promises) {
        const at = promise.kept ? null : worthAWord(promise.due, now, calendar)
        if (at) tell([promise.by, p.lead], say.promiseLine(p.number, promise.text, standing(at)))
      }
    }
    return lines
  },
  jobs: [],
  /** Their own, in their own words and with nothing of how it is handled; and how many they handle, of those they may know of. */
  async keepsOf(desk, person) {
    const { roster, now } = desk
    const own = await desk
      .cases(PETITIONS)
      .list({ whose: { person: person.id, at: ['petitioner', 'person'] }, newestFirst: true, limit: SHOWN })
    const roles = [{ at: ['lead'] }, { at: ['registrar'] }, { at: ['handlers'], listed: true }] as const
    const handled = new Set<number>()
    for (const role of roles)
      for (const p of await desk.cases(PETITIONS).list({ whose: { person: person.id, ...role }, limit: MANY }))
        if (petitionSight(roster, person, p) === 'all') handled.add(p.number)
    return [
      ...own.filter((p) => petitionSight(roster, person, p) !== 'none').map((p) => say.ownInFile(p, now)),
      ...(handled.size > 0 ? [say.handledInFile(handled.size)] : []),
    ]
  },
  made: [],
  forgets: { [PETITIONS.measure]: 'law' },
  staysWith: async (desk, person, reader) => {
    const open = { statuses: ['registered', 'accepted', 'answered'] as const, whose: { person, at: ['lead'] }, limit: MANY }
    const theirs = await desk.cases(PETITIONS).list(open)
    return theirs.filter((p) => petitionSight(desk.roster, reader, p) === 'all').map((p) => sayLabels.petition(p.number))
  },
  pages: [petitionPages],
  held: null,
  /** 复查 asked for in a petitioner's own words. */
  answers: async (call) => (call.text.startsWith(petitions.name) ? null : reviewWanted(call)),
})
