import { type Example, usableExamples } from '../domain/example.ts'
import type { Lessons } from '../ports/lessons.ts'
import { COLUMNS } from './columns.ts'
import type { Example as Row } from './generated/client.ts'
import type { Transaction } from './transaction.ts'

function exampleFrom(row: Row): Example {
  const { id, text, duty, byId: by, causeId: cause, at } = row
  const { kind, source, rank } = COLUMNS.Example
  return { id, text, kind: kind.parse(row.kind), duty, source: source.parse(row.source), by, rank: rank.parse(row.rank), cause, at }
}

export function lessonsOf(tx: Transaction, town: string, now: Date, newId: () => string): Lessons {
  return {
    async teach({ text, kind, duty, source, by, rank, cause }) {
      await tx.example.create({ data: { townId: town, id: newId(), text, kind, duty, source, byId: by, rank, causeId: cause, at: now } })
    },
    async unteach(cause) {
      await tx.example.deleteMany({ where: { townId: town, causeId: cause } })
    },
    async learned(newest) {
      const rows = await tx.example.findMany({ where: { townId: town }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: newest })
      return usableExamples(rows.map(exampleFrom))
    },
  }
}
