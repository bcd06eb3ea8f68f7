import type { Desk } from '../ports/desk.ts'
import type { Journal } from './deeds/journal.ts'
import type { Transaction } from './transaction.ts'

type Followers = Pick<Desk, 'followers' | 'follow' | 'households' | 'joinFollowers' | 'partFollowers'>

/** Who else told a matter: counted once per household, all of them heard of the outcome. */
export function followersOf(tx: Transaction, town: string, now: Date, journal: Journal): Followers {
  /** Where no household is known a person is one. */
  async function householdsOf(people: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.person.findMany({ where: { townId: town, id: { in: [...people] } }, select: { id: true, householdId: true } })
    const known = new Map(rows.map((p) => [p.id, p.householdId]))
    return new Map(people.map((id) => [id, known.get(id) ?? `p:${id}`]))
  }
  return {
    async followers(ticketId) {
      const rows = await tx.follower.findMany({ where: { townId: town, ticketId }, orderBy: { at: 'asc' } })
      return rows.map((r) => r.personId)
    },
    async households(ticketId) {
      return 1 + (await tx.follower.count({ where: { townId: town, ticketId, counted: true } }))
    },
    async follow(ticketId, personId) {
      const { reporterId } = await tx.ticket.findUniqueOrThrow({
        where: { townId_id: { townId: town, id: ticketId } },
        select: { reporterId: true },
      })
      const homes = await householdsOf([personId, ...(reporterId ? [reporterId] : [])])
      const household = homes.get(personId) ?? `p:${personId}`
      if (reporterId && household === homes.get(reporterId)) return false
      const { count } = await tx.follower.createMany({
        data: [{ townId: town, ticketId, household, personId, at: now }],
        skipDuplicates: true,
      })
      return count === 1
    },
    async joinFollowers(from, into) {
      const rows = await tx.follower.findMany({ where: { townId: town, ticketId: from.id }, orderBy: { at: 'asc' } })
      const there = await tx.follower.findMany({ where: { townId: town, ticketId: into.id } })
      const people = [...(from.reporter ? [from.reporter] : []), ...rows.map((r) => r.personId)]
      const homes = await householdsOf([...people, ...(into.reporter ? [into.reporter] : [])])
      const counted = new Set([...there.map((r) => r.household), ...(into.reporter ? [homes.get(into.reporter) ?? ''] : [])])
      const hearing = new Set([into.reporter, ...there.map((r) => r.personId)])
      for (const personId of people) {
        if (hearing.has(personId)) continue
        hearing.add(personId)
        const home = homes.get(personId) ?? `p:${personId}`
        const first = !counted.has(home)
        counted.add(home)
        const household = first ? home : `${home}/${personId}`
        const data = [{ townId: town, ticketId: into.id, household, personId, at: now, counted: first, via: from.id }]
        await journal.watch('Follower', data, () => tx.follower.createMany({ data, skipDuplicates: true }))
      }
    },
    async partFollowers(from) {
      const where = { townId: town, ticketId: from.mergedInto ?? '', via: from.id }
      const rows = await tx.follower.findMany({ where, select: { ticketId: true, household: true } })
      await journal.watch('Follower', rows, () => tx.follower.deleteMany({ where }))
    },
  }
}
