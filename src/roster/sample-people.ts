import type { Role } from '../domain/people.ts'
import type { RosterPerson } from '../domain/township.ts'
import { GIVEN, SURNAMES } from './sample-names.ts'

export interface NewPerson {
  role: Role
  grid: string | readonly string[]
  /** Which family of the village; people of one family share a surname. */
  family: number
  village: number
  name?: string
  household?: string
}

export type Register = (person: NewPerson) => string

const phoneOf = (n: number): string => `1990000${String(n).padStart(4, '0')}`

// A village has few families, so that 小李 may well mean two people; full names are unique in the whole township.
function freeName(taken: ReadonlySet<string>, village: number, family: number): string {
  const surname = SURNAMES[(village * 7 + family * 3) % SURNAMES.length] ?? '王'
  const start = village * 11 + family * 5
  for (let step = 0; ; step++) {
    const given = GIVEN[(start + step * 17) % GIVEN.length] ?? ''
    const name = `${surname}${given}${step >= GIVEN.length ? step : ''}`
    if (!taken.has(name)) return name
  }
}

/** Gives out person ids, names and telephone numbers in order; names that are fixed beforehand are nobody else's. */
export function registerPeople(fixed: readonly string[]): { people: RosterPerson[]; add: Register; addStranger: (name: string) => string } {
  const people: RosterPerson[] = []
  const taken = new Set(fixed)
  const nextId = () => `P${String(people.length + 1).padStart(4, '0')}`
  const add: Register = ({ role, grid, family, village, name = freeName(taken, village, family), household }) => {
    const id = nextId()
    taken.add(name)
    const roles = [grid].flat().map((place) => ({ role, grid: place }))
    people.push({ id, name, phone: phoneOf(people.length + 1), household: household ?? null, roles, onRoster: true })
    return id
  }
  const addStranger = (name: string) => {
    const id = nextId()
    people.push({ id, name, phone: null, household: null, roles: [], onRoster: false })
    return id
  }
  return { people, add, addStranger }
}
