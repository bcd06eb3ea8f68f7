import type { Duty } from './duty.ts'
import { FORGOTTEN_NAME, isForgotten } from './forgotten.ts'
import { type GridNode, lineUp } from './grid.ts'
import type { LedgerColumn } from './ledger-column.ts'
import { groupIn } from './notice.ts'
import { isCadre, type Person, type Role } from './people.ts'
import type { Staff } from './team.ts'
import type { GroupKind } from './township.ts'
import type { Trial } from './trial.ts'
import type { Venue } from './venue.ts'

export interface Group {
  id: string
  name: string
  kind: GroupKind
  grid: string
  members: string[]
  quietUntil: Date | null
  /** It is heard and nothing is said in it; null where it is spoken to. */
  trial: Trial | null
}

/** The trial of the group that a conversation is; nothing is said in it while there is one. */
export const trialIn = ({ groups }: Pick<Roster, 'groups'>, conversation: string): Trial | null =>
  groups.get(groupIn(conversation) ?? '')?.trial ?? null

export interface LeaveNow {
  id: string
  person: string
  deputy: string
  since: Date
  /** The last day away, 2026-11-27. */
  until: string
}

/** One township as the desk sees it at one moment: read once, asked often. */
export interface Roster {
  town: string
  townName: string
  nodes: ReadonlyMap<string, GridNode>
  people: ReadonlyMap<string, Person>
  groups: ReadonlyMap<string, Group>
  duties: ReadonlyMap<string, Duty>
  households: ReadonlyMap<string, string>
  leaves: readonly LeaveNow[]
  venues: readonly Venue[]
  /** By person. */
  staff: ReadonlyMap<string, Staff>
  /** The columns of the township's ledger, in its order. */
  ledger: readonly LedgerColumn[]
}

/** Somebody who holds any office; the bot and strangers hold none. */
export function isOnRoster({ people }: Pick<Roster, 'people'>, id: string | null): boolean {
  const person = people.get(id ?? '')
  return person !== undefined && isCadre(person)
}

export const personName = (roster: Roster, id: string | null): string =>
  (id && roster.people.get(id)?.name) || (id && isForgotten(id) ? FORGOTTEN_NAME : '镇里')

/** Where a person lives or works: the household's node, else that of the first role, else that of the group they speak in. */
export function gridOf(roster: Roster, personId: string): string | null {
  const person = roster.people.get(personId)
  if (!person) return null
  const home = person.household ? roster.households.get(person.household) : undefined
  return (
    home ??
    person.roles[0]?.grid ??
    [...roster.groups.values()].find((g) => g.kind === 'village' && g.members.includes(personId))?.grid ??
    null
  )
}

export const villageOf = (roster: Roster, grid: string): string | null =>
  lineUp(roster.nodes, grid).find((id) => roster.nodes.get(id)?.level === 'village') ?? null

export const townNode = (roster: Roster): string => [...roster.nodes.values()].find((n) => n.level === 'town')?.id ?? roster.town

/** The villages a person's roles reach, all of them for a role on the town. */
export function villagesOf(roster: Roster, person: Pick<Person, 'roles'>): string[] {
  const found = new Set<string>()
  for (const { grid } of person.roles) {
    const village = villageOf(roster, grid)
    if (village) found.add(village)
    else for (const n of roster.nodes.values()) if (n.level === 'village') found.add(n.id)
  }
  return [...found]
}

/** The part of the tree that these roles reach; over the town also what no village could be found for. */
export const reachOf = (roster: Roster, roles: Person['roles']): string[] => {
  const town = townNode(roster)
  return [...villagesOf(roster, { roles }), ...(roles.some((r) => r.grid === town) ? [town] : [])]
}

/** The part of the tree that any of somebody's offices reaches, without the village they only live in. */
export const officesReach = (roster: Roster, person: Pick<Person, 'roles'>): string[] =>
  reachOf(
    roster,
    person.roles.filter((r) => r.role !== 'resident'),
  )

/** Whether the person holds the role on the place or on something above it. */
export const hasRoleOver = (roster: Roster, person: Pick<Person, 'roles'>, role: Role, place: string): boolean => {
  const line = lineUp(roster.nodes, place)
  return person.roles.some((r) => r.role === role && line.includes(r.grid))
}

/** Any cadre's role inside the village or above it. */
export const isCadreOf = (roster: Roster, person: Person, village: string): boolean =>
  isCadre(person) &&
  person.roles.some((r) => r.role !== 'resident' && r.role !== 'supervisor' && (villageOf(roster, r.grid) ?? village) === village)

export const onLeave = (roster: Roster, personId: string): LeaveNow | null => roster.leaves.find((l) => l.person === personId) ?? null

/** Whoever does a person's work now: the person, or the deputy, or the deputy's deputy; null where that leads to somebody in `past`. */
export function standIn(roster: Roster, person: string, past: readonly string[] = []): string | null {
  const seen = new Set<string>()
  let at = person
  for (let leave = onLeave(roster, at); leave && !seen.has(at); leave = onLeave(roster, at)) {
    seen.add(at)
    at = leave.deputy
  }
  return past.includes(at) ? null : at
}

/**
 * Who holds the role for the place: those nearest to it first, then up the line; a keeper's village neighbours count when
 * the place is only known as the village. People on leave stand aside for their deputy.
 */
export function holders(roster: Roster, role: Role, place: string): string[] {
  const found: string[] = []
  const line = lineUp(roster.nodes, place)
  for (const grid of line)
    for (const p of roster.people.values()) if (p.roles.some((r) => r.role === role && r.grid === grid)) found.push(p.id)
  if (found.length === 0)
    for (const p of roster.people.values())
      if (p.roles.some((r) => r.role === role && lineUp(roster.nodes, r.grid).includes(place))) found.push(p.id)
  return [...new Set(found.map((id) => standIn(roster, id) ?? id))]
}

/** 镇领导, 包村领导 and 镇值班. */
export const leadersOf = (roster: Roster): string[] =>
  [...roster.people.values()].filter((p) => p.roles.some((r) => r.role === 'leader' || r.role === 'duty')).map((p) => p.id)

/** A village's groups, the workbook's first. */
export const villageGroups = (roster: Roster, village: string): Group[] =>
  [...roster.groups.values()].filter((g) => g.kind === 'village' && g.grid === village)

/** Where a village is spoken to: in the first of its groups that is not only heard. */
export function villageGroup(roster: Roster, village: string): Group | null {
  const groups = villageGroups(roster, village)
  return groups.find((g) => g.trial === null) ?? groups[0] ?? null
}

/** Which group hears of a matter: of several of its village the one in which it was told. */
export const groupOf = (roster: Roster, { group, village }: { group: string | null; village: string }): Group | null =>
  villageGroups(roster, village).find((g) => g.id === group) ?? villageGroup(roster, village)
