import { z } from 'zod'
import { storable } from '../domain/storable.ts'
import type { Deed } from '../ports/deeds.ts'
import type { Act, RosterBefore as Before, Desk } from '../ports/desk.ts'
import type { Question } from '../ports/question.ts'
import { asJson, COLUMNS, JsonObject } from './columns.ts'
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

/** The shapes of what an act keeps as JSON. */
const RosterBefore: z.ZodType<Before> = z.discriminatedUnion('what', [
  z.object({ what: z.literal('leave'), id: z.string(), person: z.string(), deputy: z.string() }),
  z.object({ what: z.literal('plannedLeave'), person: z.string(), deputy: z.string(), since: z.string() }),
  z.object({ what: z.literal('phone'), person: z.string(), phone: z.string().nullable() }),
  z.object({ what: z.literal('keeper'), person: z.string(), grid: z.string(), isNew: z.boolean() }),
  z.object({
    what: z.literal('gone'),
    person: z.string(),
    roles: z.array(z.object({ role: COLUMNS.PersonRole.role, grid: z.string() })),
  }),
  z.object({ what: z.literal('quiet'), group: z.string(), until: z.string().nullable() }),
  z.object({ what: z.literal('final'), say: z.string() }),
])
const Versions = z.record(z.string(), z.number())
const KeptDeed: z.ZodType<Deed> = z.object({
  rows: z.array(z.object({ table: z.string(), key: JsonObject, before: JsonObject.nullable(), after: JsonObject.nullable() })),
  lines: z.array(z.object({ subject: z.string(), data: JsonObject })),
  noted: z.array(z.string()),
  notices: z.array(z.string()),
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
    async recordAct(act: Act) {
      journal.remembered()
      await tx.act.create({
        data: {
          townId: town,
          id: act.id,
          personId: act.person,
          words: act.words,
          at: act.at,
          before: json(act.before),
          versions: json(act.versions),
          ...(act.roster && { roster: json(act.roster) }),
          ...(act.deed && { deed: json(act.deed) }),
        },
      })
    },
    async lastAct(personId, since) {
      const row = await tx.act.findFirst({ where: { townId: town, personId, at: { gte: since }, undoneAt: null }, orderBy: { at: 'desc' } })
      return (
        row && {
          id: row.id,
          person: row.personId,
          words: row.words,
          at: row.at,
          before: z.array(TicketShape).parse(row.before),
          versions: Versions.parse(row.versions),
          roster: RosterBefore.nullable().parse(row.roster),
          deed: KeptDeed.nullable().parse(row.deed),
        }
      )
    },
    async undone(actId) {
      // An undoing is no act.
      journal.remembered()
      await tx.act.update({ where: { townId_id: { townId: town, id: actId } }, data: { undoneAt: now } })
    },
  }
}
