import { toPerson } from '../domain/notice.ts'
import type { Made, Traces } from '../domain/traces.ts'
import type { Transaction } from './transaction.ts'

const LEAVES = 20
const UNDONE = 'undone'

/** Whose hand a case of a measure is in, as its shape says. */
const MAKER = { measurement: 'by', mediation: 'mediator', handover: 'by', assembly: 'by', disclosure: 'by' } as const

async function madeBy(tx: Transaction, townId: string, personId: string): Promise<Record<Made, number>> {
  const [by, meant] = [{ townId, byId: personId }, { state: { not: UNDONE } }]
  const cases = (measure: keyof typeof MAKER) =>
    tx.measureCase.count({
      where: { townId, measure, status: { not: UNDONE }, whole: { path: [MAKER[measure]], equals: personId } },
    })
  return {
    lectures: await tx.lecture.count({ where: { ...by, ...meant } }),
    notices: await tx.policyNotice.count({ where: { townId, ...meant, OR: [{ byId: personId }, { decidedById: personId }] } }),
    alarms: await tx.alarm.count({ where: by }),
    sayDays: await tx.sayDay.count({ where: { ...by, ...meant } }),
    hazards: await tx.hazardFound.count({ where: by }),
    figures: await tx.enforcementFigure.count({ where: { ...by, undoneAt: null } }),
    records: await tx.teamRecord.count({ where: { ...by, undoneAt: null } }),
    measurement: await cases('measurement'),
    mediation: await cases('mediation'),
    handover: await cases('handover'),
    assembly: await cases('assembly'),
    disclosure: await cases('disclosure'),
  }
}

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
    alarms: await tx.alarmAnswer.count({ where: { ...theirs, undoneAt: null } }),
    leaves: leaves.map((l) => ({ since: l.since, until: l.until })),
    deputised: await tx.leave.count({ where: { townId, deputyId: personId } }),
    accounts: accounts.map((a) => a.channel),
    questions: await tx.question.count({ where: { ...theirs, answeredAt: null } }),
    toModel: await tx.modelCall.count({ where: theirs }),
    taught: await tx.example.count({ where: { townId, byId: personId } }),
    assisted: await tx.ticket.count({ where: { townId, coOwnerIds: { has: personId }, NOT: { aboutIds: { has: personId } } } }),
    supervised: await tx.ticket.count({ where: { townId, supervisorId: personId, NOT: { aboutIds: { has: personId } } } }),
    made: await madeBy(tx, townId, personId),
  }
}
