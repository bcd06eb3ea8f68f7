import type { Transaction } from './transaction.ts'

/**
 * A stranger turns out to be somebody of the roster. The ways to reach them, what they said, reported and were asked are that
 * person's from now on; a ticket's history keeps the name it was written under.
 */
export async function tieStranger(tx: Transaction, town: string, stranger: string, person: string): Promise<void> {
  const where = { townId: town, personId: stranger }
  const [from, to] = [`p:${stranger}`, `p:${person}`]
  // A page is no way to somebody who has others; what they wrote there is answered there all the same.
  await tx.identity.deleteMany({ where: { ...where, channel: 'form' } })
  await tx.slip.updateMany({ where, data: { personId: person } })
  await tx.identity.updateMany({ where, data: { personId: person, tiedBy: 'cadre' } })
  await tx.message.updateMany({ where, data: { personId: person } })
  await tx.report.updateMany({ where, data: { personId: person } })
  await tx.question.updateMany({ where, data: { personId: person } })
  await tx.act.updateMany({ where, data: { personId: person } })
  const said = { where: { townId: town, conversation: from }, data: { conversation: to } }
  await tx.message.updateMany(said)
  await tx.report.updateMany(said)
  await tx.notice.updateMany(said)
  await tx.post.updateMany(said)
  await tx.ticket.updateMany({ where: { townId: town, reporterId: stranger }, data: { reporterId: person, version: { increment: 1 } } })
  // Whoever follows already keeps the older line.
  await tx.$executeRaw`
    UPDATE "Follower" f SET "personId" = ${person}, household = coalesce(p."householdId", 'p:' || p.id) FROM "Person" p
    WHERE f."townId" = ${town} AND f."personId" = ${stranger} AND p."townId" = f."townId" AND p.id = ${person}
      AND NOT EXISTS (SELECT 1 FROM "Follower" o WHERE o."townId" = f."townId" AND o."ticketId" = f."ticketId" AND o.household = coalesce(p."householdId", 'p:' || p.id))`
  const groups = await tx.groupMember.findMany({ where, select: { groupId: true } })
  await tx.groupMember.createMany({
    data: groups.map(({ groupId }) => ({ townId: town, groupId, personId: person })),
    skipDuplicates: true,
  })
  await tx.groupMember.deleteMany({ where })
  await tx.person.update({ where: { townId_id: { townId: town, id: stranger } }, data: { gone: true } })
}
