import { isOneOf } from './one-of.ts'
/** 居民, 网格员, 文书, 村支书, 调解员, 镇值班, 包村干部与镇领导, 村务监督. */
export const ROLES = ['resident', 'keeper', 'clerk', 'secretary', 'mediator', 'duty', 'leader', 'supervisor'] as const
export type Role = (typeof ROLES)[number]

export const CADRE_ROLES = ['keeper', 'clerk', 'secretary', 'mediator', 'duty', 'leader'] as const satisfies readonly Role[]

export interface RoleOnGrid {
  role: Role
  grid: string
}

export interface Person {
  id: string
  name: string
  phone: string | null
  household: string | null
  roles: RoleOnGrid[]
  /** False for somebody who spoke but stands on no roster. */
  onRoster: boolean
}

/** Whoever may come to the office page: every office, that of the oversight committee as well. */
export const holdsOffice = (person: Pick<Person, 'roles'>): boolean => person.roles.some((r) => r.role !== 'resident')

export const isCadre = (person: Pick<Person, 'roles'>): boolean => person.roles.some((r) => isOneOf(CADRE_ROLES, r.role))
