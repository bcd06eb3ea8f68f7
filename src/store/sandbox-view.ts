import { groupIn, personIn } from '../domain/notice.ts'
import { type Roster, villageOf } from '../domain/roster.ts'
import type { SandboxView } from '../ports/sandbox.ts'
import { rosterOf } from './roster.ts'
import { type SandboxNames, sandboxTalkOf } from './sandbox-talk.ts'
import { type SandboxDay, sandboxTicketsOf } from './sandbox-tickets.ts'
import type { Database } from './transaction.ts'

const PEOPLE = 500

/** What the sandbox shows of a town: of the one that is served at the moment, for an import may bring another. */
export function sandboxViewOf(db: Database, town: () => string, given: { names: SandboxNames; day: SandboxDay }): SandboxView {
  const roster = async (): Promise<Roster> => {
    const row = await db.town.findUniqueOrThrow({ where: { id: town() }, select: { rosterVersion: true } })
    return rosterOf(db, town(), row.rosterVersion)
  }
  return {
    ...sandboxTalkOf(db, town, roster, given.names),
    ...sandboxTicketsOf(db, town, roster, given),
    async town() {
      return db.town.findUniqueOrThrow({ where: { id: town() }, select: { name: true, sample: true } })
    },
    async groups() {
      const r = await roster()
      return [...r.groups.values()].map((g) => ({ id: g.id, name: g.name, village: r.nodes.get(villageOf(r, g.grid) ?? '')?.name ?? null }))
    },
    async people({ q, role, village, group, after }) {
      const r = await roster()
      const groupsOf = new Map<string, string[]>()
      for (const g of r.groups.values()) for (const m of g.members) groupsOf.set(m, [...(groupsOf.get(m) ?? []), g.id])
      const inVillage = (id: string): boolean => {
        const p = r.people.get(id)
        const places = [...(p?.roles.map((x) => x.grid) ?? []), ...(groupsOf.get(id) ?? []).map((g) => r.groups.get(g)?.grid ?? '')]
        return places.some((grid) => r.nodes.get(villageOf(r, grid) ?? '')?.name === village)
      }
      const all = [...r.people.values()].filter(
        (p) =>
          (!q || p.name.includes(q) || p.id === q) &&
          (!role || p.roles.some((x) => x.role === role)) &&
          (!village || inVillage(p.id)) &&
          (!group || groupsOf.get(p.id)?.includes(group)),
      )
      const last = after === undefined ? -1 : all.findIndex((p) => p.id === after)
      if (after !== undefined && last < 0) return 'unknown-start'
      return all
        .slice(last + 1, last + 1 + PEOPLE)
        .map((p) => ({ id: p.id, name: p.name, household: p.household, roles: p.roles, groups: groupsOf.get(p.id) ?? [] }))
    },
    async place(conversation) {
      const r = await roster()
      const group = r.groups.get(groupIn(conversation) ?? '')
      if (group) return { name: group.name, members: new Set(group.members) }
      const person = r.people.get(personIn(conversation) ?? '')
      return person ? { name: person.name, members: new Set([person.id]) } : null
    },
    async person(id) {
      return (await roster()).people.get(id) ?? null
    },
    async photo(id) {
      return db.photo.findUnique({ where: { townId_id: { townId: town(), id } }, select: { type: true, bytes: true } })
    },
  }
}
