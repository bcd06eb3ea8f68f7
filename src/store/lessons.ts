import { type Example, usableExamples } from '../domain/example.ts'
import type { Lessons } from '../ports/lessons.ts'
import { COLUMNS } from './columns.ts'
import type { Journal } from './deeds/journal.ts'
import type { Example as Row } from './generated/client.ts'
import { idleTalkOf } from './idle-talk.ts'
import type { Transaction } from './transaction.ts'

function exampleFrom(row: Row): Example {
  const { id, text, duty, byId: by, at } = row
  const { kind, source, rank } = COLUMNS.Example
  return { id, text, kind: kind.parse(row.kind), duty, source: source.parse(row.source), by, rank: rank.parse(row.rank), at }
}

export function lessonsOf(tx: Transaction, town: string, now: Date, newId: () => string, journal: Journal): Lessons {
  return {
    idleTalk: idleTalkOf(tx, town).idleTalk,
    async teach({ text, kind, duty, source, by, rank }) {
      const id = newId()
      await journal.watch('Example', [{ id }], () =>
        tx.example.create({ data: { townId: town, id, text, kind, duty, source, byId: by, rank, at: now } }),
      )
    },
    async learned(newest) {
      const rows = await tx.example.findMany({ where: { townId: town }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: newest })
      return usableExamples(rows.map(exampleFrom))
    },
  }
}
