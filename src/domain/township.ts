import type { Duty } from './duty.ts'
import type { GridNode } from './grid.ts'
import type { LedgerColumn } from './ledger-column.ts'
import type { Role } from './people.ts'
import type { Staff, TeamRecord } from './team.ts'
import type { Venue } from './venue.ts'

export interface Household {
  id: string
  /** The 十户联防 node it belongs to. */
  grid: string
}

export interface RosterPerson {
  id: string
  name: string
  phone: string | null
  household: string | null
  roles: { role: Role; grid: string }[]
  onRoster: boolean
  /** 企业微信账号, a member's userid; null where there is none or nobody knows it. */
  account: string | null
}

/** `village`: residents and cadres; `cadres`: cadres only. */
export const GROUP_KINDS = ['village', 'cadres'] as const
export type GroupKind = (typeof GROUP_KINDS)[number]

export interface RosterGroup {
  id: string
  name: string
  kind: GroupKind
  grid: string
  members: string[]
}

/** All that one workbook says of a township: what the template holds, the import reads, and the sample generates. */
export interface Township {
  id: string
  name: string
  grid: GridNode[]
  households: Household[]
  people: RosterPerson[]
  groups: RosterGroup[]
  duties: Duty[]
  /** Null where the workbook has no such sheet: what is known stays as it is. */
  venues: Venue[] | null
  staff: Staff[] | null
  /** Only ever added to: what was typed in chat is on no sheet. */
  records: TeamRecord[] | null
  /** The columns of the ledger in the township's order; null where the workbook says nothing of it. */
  ledger: LedgerColumn[] | null
}
