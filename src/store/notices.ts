import type { Desk } from '../ports/desk.ts'
import type { Prisma } from './generated/client.ts'
import type { Transaction } from './transaction.ts'

type Outgoing = Pick<Desk, 'notify' | 'suppress' | 'setDue' | 'addDue' | 'cancelDue' | 'hasDue'>

export function noticesOf(tx: Transaction, town: string, now: Date): Outgoing {
  return {
    async notify(drafts) {
      if (drafts.length === 0) return
      await tx.notice.createMany({
        data: drafts.map((n) => ({
          townId: town,
          key: n.key,
          conversation: n.to,
          ticketId: n.ticket,
          occasion: n.occasion,
          text: n.text,
          urgent: n.urgent ?? false,
          answer: n.answer ?? false,
          quoteId: n.quote ?? null,
          brief: n.brief ?? null,
          causeId: n.cause ?? null,
          dueAt: now,
          notBefore: now,
          expiresAt: n.expiresAt ?? null,
        })),
        skipDuplicates: true,
      })
    },
    async suppress({ cause, ticket, occasions }, why) {
      await tx.notice.updateMany({
        where: {
          townId: town,
          state: 'due',
          ...(cause && { causeId: cause }),
          ...(ticket && { ticketId: ticket }),
          ...(occasions && { occasion: { in: [...occasions] } }),
        },
        data: { state: 'suppressed', why },
      })
    },
    async setDue(ticketId, work) {
      await tx.due.deleteMany({ where: { townId: town, ticketId, doneAt: null } })
      if (work.length > 0)
        await tx.due.createMany({
          data: work.map((w) => ({ townId: town, key: w.key, job: w.job, at: w.at, ticketId, data: w.data as Prisma.InputJsonObject })),
          skipDuplicates: true,
        })
    },
    async addDue(w) {
      const data = { townId: town, key: w.key, job: w.job, at: w.at, ticketId: w.ticket, data: w.data as Prisma.InputJsonObject }
      await tx.due.upsert({ where: { townId_key: { townId: town, key: w.key } }, create: data, update: { at: w.at, data: data.data } })
    },
    async cancelDue(key) {
      await tx.due.deleteMany({ where: { townId: town, key, doneAt: null } })
    },
    async hasDue(job) {
      return (await tx.due.count({ where: { townId: town, job, doneAt: null } })) > 0
    },
  }
}
