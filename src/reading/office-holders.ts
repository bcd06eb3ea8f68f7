import type { Role } from '../domain/people.ts'
import { wordsBeside } from './named-words.ts'

const said = wordsBeside(import.meta.url, 'office-holders')

interface Title {
  words: RegExp
  roles: readonly Role[]
}

const NAMED: readonly Role[] = ['secretary', 'clerk', 'mediator', 'keeper', 'leader']

/** What villagers call those who hold an office. */
export const TITLES: readonly Title[] = NAMED.map((role) => ({ words: said(role), roles: [role] }))
/** Nobody in particular, and so all of the village. */
export const ALL: Title = { words: said('all'), roles: ['secretary', 'clerk', 'mediator', 'keeper'] }

/** How somebody holds an office, said close to the name or the title. */
export const CONDUCT = said('conduct')
