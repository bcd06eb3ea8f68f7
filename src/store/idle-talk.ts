import { DAY_MS, later } from '../domain/durations.ts'
import { Judgement } from '../domain/judgement.ts'
import { maskFor } from '../domain/mask-away.ts'
import type { Lessons } from '../ports/lessons.ts'
import type { Transaction } from './transaction.ts'

/** A household of talkers must not become the township's idea of talk. */
const PER_PERSON_AND_DAY = 5
const PER_DAY = 1500
const CAME_TO_NOTHING = ['left', 'lapsed', 'denied'] as const
/** What the clerk never saw; what was listed and lapsed may be a matter all the same. */
const BECAME_NOTHING = 'left'

/** Nothing that hints at harm and nothing delicate is learnt from. */
function isHarmless(judgement: unknown): boolean {
  const read = Judgement.safeParse(judgement)
  return read.success && read.data.danger === null && read.data.hint === null && read.data.sensitivity === null
}

interface IdleTalk extends Pick<Lessons, 'idleTalk'> {
  /** The words of what was said in groups between these and belongs to no ticket are gone. How many lines it were. */
  forgetTalk(before: Date, seen: Date): Promise<number>
}

export function idleTalkOf(tx: Transaction, town: string): IdleTalk {
  async function ofOneDay(from: Date, until: Date, mask: (text: string) => string): Promise<{ text: string; at: Date }[]> {
    const said = await tx.message.findMany({
      where: {
        townId: town,
        conversation: { startsWith: 'g:' },
        at: { gte: from, lt: until },
        personId: { not: null },
        reportId: { not: null },
        ticketIds: { isEmpty: true },
        text: { not: '' },
      },
      orderBy: { seq: 'asc' },
      take: PER_DAY,
    })
    const ids = [...new Set(said.flatMap((m) => m.reportId ?? []))]
    const reports = await tx.report.findMany({ where: { townId: town, id: { in: ids }, outcome: BECAME_NOTHING } })
    const nothing = new Set(reports.filter((r) => isHarmless(r.judgement)).map((r) => r.id))
    const by = new Map<string, number>()
    return said.flatMap(({ reportId, personId, text, at }) => {
      const person = personId ?? ''
      const count = (by.get(person) ?? 0) + 1
      if (!nothing.has(reportId ?? '') || count > PER_PERSON_AND_DAY) return []
      by.set(person, count)
      return [{ text: mask(text), at }]
    })
  }

  return {
    async idleTalk(from, until) {
      const people = await tx.person.findMany({ where: { townId: town }, select: { name: true } })
      const mask = maskFor(people.map((p) => p.name))
      const all: { text: string; at: Date }[] = []
      for (let day = from; day < until; day = later(day, DAY_MS)) {
        const end = new Date(Math.min(day.getTime() + DAY_MS, until.getTime()))
        all.push(...(await ofOneDay(day, end, mask)))
      }
      return all
    },
    async forgetTalk(before, seen) {
      const gone = await tx.$executeRaw`
        UPDATE "Message" m SET text = ''
        WHERE "townId" = ${town} AND at >= ${seen} AND at < ${before} AND "personId" IS NOT NULL AND text <> ''
          -- What the bot has said stays: it is the group's record.
          AND conversation LIKE 'g:%' AND cardinality("ticketIds") = 0
          AND NOT EXISTS (SELECT 1 FROM "TicketMessage" t WHERE t."townId" = m."townId" AND t.seq = m.seq)`
      // A judgement quotes what it is about.
      await tx.$executeRaw`
        UPDATE "Report" SET judgement = NULL
        WHERE "townId" = ${town} AND "closedAt" < ${before} AND judgement IS NOT NULL AND outcome = ANY(${[...CAME_TO_NOTHING]})`
      return gone
    },
  }
}
