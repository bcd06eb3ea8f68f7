import { toPerson } from '../domain/notice.ts'
import type { Traces } from '../domain/traces.ts'
import type { Transaction } from './transaction.ts'

const LEAVES = 20

export async function tracesOf(tx: Transaction, townId: string, personId: string): Promise<Traces> {
  const theirs = { townId, personId }
  const said = { townId, OR: [{ personId }, { personId: null, conversation: toPerson(personId) }] }
  const first = await tx.message.findFirst({ where: theirs, orderBy: { seq: 'asc' }, select: { at: true } })
  const leaves = await tx.leave.findMany({ where: theirs, orderBy: { since: 'desc' }, take: LEAVES })
  const accounts = await tx.identity.findMany({ where: theirs, distinct: ['channel'], orderBy: { channel: 'asc' } })
  return {
    messages: await tx.message.count({ where: said }),
    firstMessage: first?.at ?? null,
    followed: await tx.follower.count({ where: theirs }),
    hidden: await tx.ticket.count({ where: { townId, reporterId: personId, hidden: true } }),
    leaves: leaves.map((l) => ({ since: l.since, until: l.until })),
    deputised: await tx.leave.count({ where: { townId, deputyId: personId } }),
    accounts: accounts.map((a) => a.channel),
    questions: await tx.question.count({ where: { ...theirs, answeredAt: null } }),
    toModel: await tx.modelCall.count({ where: theirs }),
    taught: await tx.example.count({ where: { townId, byId: personId } }),
    assisted: await tx.ticket.count({ where: { townId, coOwnerIds: { has: personId }, NOT: { aboutIds: { has: personId } } } }),
    supervised: await tx.ticket.count({ where: { townId, supervisorId: personId, NOT: { aboutIds: { has: personId } } } }),
  }
}
