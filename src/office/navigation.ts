import type { Role } from '../domain/people.ts'
import { CADRE_ROLES } from '../domain/people.ts'
import type { Viewer } from '../ports/office.ts'
import type { placeNames } from '../wording/office.ts'

interface Place {
  path: string
  name: keyof typeof placeNames
  for: readonly Role[]
}

const EVERYBODY = [...CADRE_ROLES, 'supervisor'] as const

/** The pages one can go to from everywhere, in their order. */
const PLACES: readonly Place[] = [
  { path: '/office', name: 'home', for: EVERYBODY },
  { path: '/office/matters', name: 'matters', for: EVERYBODY },
  { path: '/office/calendar', name: 'calendar', for: EVERYBODY },
  { path: '/office/duties', name: 'duties', for: EVERYBODY },
  { path: '/office/people', name: 'people', for: EVERYBODY },
  { path: '/office/measures', name: 'measures', for: EVERYBODY },
  { path: '/office/codes', name: 'codes', for: CADRE_ROLES },
]

export type PlaceName = keyof typeof placeNames

export const placesOf = ({ person }: Pick<Viewer, 'person'>): readonly Place[] =>
  PLACES.filter((place) => person.roles.some((r) => place.for.includes(r.role)))
