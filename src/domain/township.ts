import type { Duty } from './duty.ts'
import type { GridNode } from './grid.ts'
import type { Role } from './people.ts'

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
}

export interface RosterGroup {
  id: string
  name: string
  /** `village`: residents and cadres; `cadres`: cadres only. */
  kind: 'village' | 'cadres'
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
}
