import { z } from 'zod'
import { storable } from '../domain/storable.ts'
import type { Deed } from '../ports/deeds.ts'
import type { Desk } from '../ports/desk.ts'
import type { Question } from '../ports/question.ts'
import { asJson, JsonObject } from './columns.ts'
import type { Journal } from './deeds/journal.ts'
import type { Prisma, Question as QuestionRow } from './generated/client.ts'
import { readQuestion } from './question-shapes.ts'
import { TicketShape } from './ticket-row.ts'
import type { Transaction } from './transaction.ts'

type Memory = Pick<Desk, 'ask' | 'questions' | 'question' | 'amendQuestion' | 'answered' | 'recordAct' | 'lastAct' | 'undone'>

/** What cannot be read any more, because it was asked by another edition, is asked no longer. */
function questionFrom({ id, personId: person, what, ticketId: ticket, data, askedAt }: QuestionRow): Question[] {
  const read = readQuestion(what, data)
  return read ? [{ ...read, id, person, ticket, askedAt }] : []
}

const json = (value: object): Prisma.InputJsonValue => storable(asJson(value))

/** The shape of what an act keeps as JSON. */
const KeptDeed: z.ZodType<Deed> = z.object({
  tickets: z.array(z.object({ id: z.string(), before: TicketShape.nullable(), version: z.number() })),
  rows: z.array(z.object({ table: z.string(), key: JsonObject, before: JsonObject.nullable(), after: JsonObject.nullable() })),
  lines: z.array(z.object({ subject: z.string(), data: JsonObject })),
  noted: z.array(z.string()),
  notices: z.array(z.object({ key: z.string(), undone: z.string().nullable() })),
  final: z.string().nullable(),
})

/** What was asked of people, and what they did that can be taken back. */
export function memoryOf(tx: Transaction, town: string, now: Date, journal: Journal): Memory {
  return {
    async ask(q, expiresAt) {
      const data = {
        personId: q.person,
        what: q.what,
        ticketId: q.ticket,
        data: json(q.data),
        askedAt: now,
        expiresAt,
      }
      await journal.watch('Question', [{ id: q.id }], () =>
        tx.question.upsert({
          where: { townId_id: { townId: town, id: q.id } },
          create: { townId: town, id: q.id, ...data },
          update: { ...data, answeredAt: null },
        }),
      )
    },
    async questions(personId) {
      const rows = await tx.question.findMany({
        where: { townId: town, personId, answeredAt: null, expiresAt: { gt: now } },
        orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
        take: 20,
      })
      return rows.flatMap(questionFrom)
    },
    async question(id) {
      const row = await tx.question.findFirst({ where: { townId: town, id, answeredAt: null } })
      return (row && questionFrom(row)[0]) ?? null
    },
    async amendQuestion({ id }, data) {
      await tx.question.update({ where: { townId_id: { townId: town, id } }, data: { data: json(data) } })
    },
    async answered(id) {
      await journal.watch('Question', [{ id }], () =>
        tx.question.update({ where: { townId_id: { townId: town, id } }, data: { answeredAt: now } }),
      )
    },
    async recordAct({ id, person, words, at, deed }) {
      journal.forget()
      await tx.act.create({ data: { townId: town, id, personId: person, words, at, deed: json(deed) } })
    },
    async lastAct(personId, since) {
      const row = await tx.act.findFirst({ where: { townId: town, personId, at: { gte: since }, undoneAt: null }, orderBy: { at: 'desc' } })
      return row && { id: row.id, person: row.personId, words: row.words, at: row.at, deed: KeptDeed.parse(row.deed) }
    },
    async undone(actId) {
      // An undoing is no act.
      journal.forget()
      await tx.act.update({ where: { townId_id: { townId: town, id: actId } }, data: { undoneAt: now } })
    },
  }
}
