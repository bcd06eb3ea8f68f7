import { storable } from '../domain/storable.ts'
import type { Deed } from '../ports/deeds.ts'
import type { Act, Desk, RosterBefore } from '../ports/desk.ts'
import type { Question } from '../ports/question.ts'
import type { Journal } from './deeds/journal.ts'
import type { Prisma, Question as QuestionRow } from './generated/client.ts'
import { ticketFromJson } from './ticket-row.ts'
import type { Transaction } from './transaction.ts'

type Memory = Pick<Desk, 'ask' | 'questions' | 'question' | 'amendQuestion' | 'answered' | 'recordAct' | 'lastAct' | 'undone'>

const questionFrom = (row: QuestionRow): Question => ({
  id: row.id,
  person: row.personId,
  what: row.what as Question['what'],
  ticket: row.ticketId,
  data: row.data as Record<string, unknown>,
  askedAt: row.askedAt,
})

const json = (value: unknown): Prisma.InputJsonValue => storable(JSON.parse(JSON.stringify(value))) as Prisma.InputJsonValue

/** What was asked of people, and what they did that can be taken back. */
export function memoryOf(tx: Transaction, town: string, now: Date, journal: Journal): Memory {
  return {
    async ask(q, expiresAt) {
      const data = {
        personId: q.person,
        what: q.what,
        ticketId: q.ticket,
        data: json(q.data) as Prisma.InputJsonObject,
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
      return rows.map(questionFrom)
    },
    async question(id) {
      const row = await tx.question.findFirst({ where: { townId: town, id, answeredAt: null } })
      return row && questionFrom(row)
    },
    async amendQuestion(id, data) {
      await tx.question.update({ where: { townId_id: { townId: town, id } }, data: { data: json(data) as Prisma.InputJsonObject } })
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
          before: (row.before as unknown[]).map(ticketFromJson),
          versions: row.versions as Record<string, number>,
          roster: row.roster as RosterBefore | null,
          deed: row.deed as Deed | null,
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
