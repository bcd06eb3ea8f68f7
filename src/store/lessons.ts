import { type Example, LESSONS, usableExamples } from '../domain/example.ts'
import { KINDS } from '../domain/judgement.ts'
import type { Lessons } from '../ports/lessons.ts'
import type { Example as Row } from './generated/client.ts'
import type { Transaction } from './transaction.ts'

function exampleFrom(row: Row): Example {
  const kind = KINDS.find((k) => k === row.kind) ?? 'none'
  const source = LESSONS.find((l) => l === row.source) ?? 'reclassified'
  const rank = row.rank === 'office' ? 'office' : 'village'
  return { id: row.id, text: row.text, kind, duty: row.duty, source, by: row.byId, rank, cause: row.causeId, at: row.at }
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
