import { DAY_MS, later } from '../domain/durations.ts'
import { Judgement } from '../domain/judgement.ts'
import { maskFor } from '../domain/mask-away.ts'
import type { Lessons } from '../ports/lessons.ts'
import type { Transaction } from './transaction.ts'

/** A household of talkers must not become the township's idea of talk. */
const PER_PERSON_AND_DAY = 5
const PER_DAY = 1500
const BATCH = 2000
const CAME_TO_NOTHING = ['left', 'lapsed', 'denied'] as const
/** What the clerk never saw; what was listed and lapsed may be a matter all the same. */
const BECAME_NOTHING = 'left'

/** Nothing that hints at harm and nothing delicate is learnt from. */
function isHarmless(judgement: unknown): boolean {
  const read = Judgement.safeParse(judgement)
  return read.success && read.data.danger === null && read.data.hint === null && read.data.sensitivity === null
}

interface IdleTalk extends Pick<Lessons, 'idleTalk'> {
  /** The words of what was said in groups before this and belongs to no ticket are gone. How many lines it were. */
  forgetTalk(before: Date): Promise<number>
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
    async forgetTalk(before) {
      let gone = 0
      let after = -1n
      for (;;) {
        const said = await tx.message.findMany({
          where: {
            townId: town,
            conversation: { startsWith: 'g:' },
            // What the bot has said stays: it is the group's record.
            personId: { not: null },
            at: { lt: before },
            ticketIds: { isEmpty: true },
            text: { not: '' },
            seq: { gt: after },
          },
          select: { seq: true },
          orderBy: { seq: 'asc' },
          take: BATCH,
        })
        const last = said.at(-1)
        if (!last) break
        after = last.seq
        const seqs = said.map((m) => m.seq)
        const links = await tx.ticketMessage.findMany({ where: { townId: town, seq: { in: seqs } }, select: { seq: true } })
        const kept = new Set(links.map((l) => l.seq))
        const { count } = await tx.message.updateMany({
          where: { townId: town, seq: { in: seqs.filter((seq) => !kept.has(seq)) } },
          data: { text: '' },
        })
        gone += count
      }
      // A judgement quotes what it is about.
      await tx.$executeRaw`
        UPDATE "Report" SET judgement = NULL
        WHERE "townId" = ${town} AND "closedAt" < ${before} AND judgement IS NOT NULL AND outcome = ANY(${[...CAME_TO_NOTHING]})`
      return gone
    },
  }
}
