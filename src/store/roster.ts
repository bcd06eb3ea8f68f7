import { Duty } from '../domain/duty.ts'
import type { GridNode } from '../domain/grid.ts'
import type { Person } from '../domain/people.ts'
import type { Group, Roster } from '../domain/roster.ts'
import { COLUMNS, ledgerFrom } from './columns.ts'
import { staffFrom, venueFrom } from './team-sheets.ts'
import type { Transaction } from './transaction.ts'

const by = <T, K>(items: readonly T[], key: (item: T) => K): Map<K, T> => new Map(items.map((i) => [key(i), i]))

/** Everything the desk knows of one township, read in one go. A township has some thousand rows. */
async function readRoster(tx: Transaction, town: string): Promise<Roster> {
  const where = { townId: town }
  const position = { position: 'asc' } as const
  const [row, nodes, households, people, roles, groups, trials, members, duties, leaves, venues, staff] = [
    await tx.town.findUniqueOrThrow({ where: { id: town } }),
    await tx.gridNode.findMany({ where, orderBy: position }),
    await tx.household.findMany({ where }),
    await tx.person.findMany({ where: { ...where, gone: false }, orderBy: position }),
    await tx.personRole.findMany({ where, orderBy: [{ personId: 'asc' }, { gridId: 'asc' }] }),
    await tx.chatGroup.findMany({ where: { ...where, gone: false }, orderBy: position }),
    await tx.trial.findMany({ where: { ...where, endedAt: null }, orderBy: { since: 'asc' } }),
    await tx.groupMember.findMany({ where, orderBy: { personId: 'asc' } }),
    await tx.dutyLine.findMany({ where, orderBy: position }),
    await tx.leave.findMany({ where: { ...where, endedAt: null }, orderBy: { since: 'asc' } }),
    await tx.venue.findMany({ where, orderBy: position }),
    await tx.staffEntry.findMany({ where, orderBy: position }),
  ]
  const rolesOf = Map.groupBy(roles, (r) => r.personId)
  const trialsOf = new Map(trials.map(({ id, groupId, since, until }) => [groupId, { id, since, until }]))
  const membersOf = Map.groupBy(members, (m) => m.groupId)
  return {
    town,
    townName: row.name,
    ledger: ledgerFrom(row.ledgerColumns),
    nodes: by(
      nodes.map(
        ({ id, parentId, level, name, short, aliases }): GridNode => ({
          id,
          parentId,
          level: COLUMNS.GridNode.level.parse(level),
          name,
          short,
          aliases,
        }),
      ),
      (n) => n.id,
    ),
    people: by(
      people.map(
        (p): Person => ({
          id: p.id,
          name: p.name,
          phone: p.phone,
          household: p.householdId,
          onRoster: p.onRoster,
          roles: (rolesOf.get(p.id) ?? []).map((r) => ({ role: COLUMNS.PersonRole.role.parse(r.role), grid: r.gridId })),
        }),
      ),
      (p) => p.id,
    ),
    groups: by(
      groups.map(
        (g): Group => ({
          id: g.id,
          name: g.name,
          kind: COLUMNS.ChatGroup.kind.parse(g.kind),
          grid: g.gridId,
          members: (membersOf.get(g.id) ?? []).map((m) => m.personId),
          quietUntil: g.quietUntil,
          trial: trialsOf.get(g.id) ?? null,
        }),
      ),
      (g) => g.id,
    ),
    households: new Map(households.map((h) => [h.id, h.gridId])),
    duties: by(
      duties.map((d) => Duty.parse(d.line)),
      (d) => d.code,
    ),
    leaves: leaves.map((l) => ({ id: l.id, person: l.personId, deputy: l.deputyId, since: l.since, until: l.until })),
    venues: venues.map(venueFrom),
    staff: by(staff.map(staffFrom), (s) => s.person),
  }
}

const cache = new Map<string, { version: number; roster: Promise<Roster> }>()

/** The roster as of this transaction; read anew only when the town's version says that it changed. */
export async function rosterOf(tx: Transaction, town: string, version: number): Promise<Roster> {
  const known = cache.get(town)
  if (known?.version === version) return known.roster
  const roster = await readRoster(tx, town)
  cache.set(town, { version, roster: Promise.resolve(roster) })
  return roster
}
