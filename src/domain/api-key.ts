import { atHome } from './judgement.ts'
import { isPrivate, type Ticket } from './ticket.ts'

/**
 * What a program's key may. `read`: 村里事, as the group may hear of it. `private`: also 邻里事, 户里事 and what is 不公开. `names`: the
 * report as told, and who has it. `write`: hands requests in, and follows those.
 */
export const API_RIGHTS = ['read', 'private', 'names', 'write'] as const
export type ApiRight = (typeof API_RIGHTS)[number]

export interface ApiKey {
  id: string
  town: string
  /** For whom: 县12345. */
  name: string
  /** How the key begins, to tell two apart. */
  mark: string
  rights: readonly ApiRight[]
  /** None: the whole town. */
  villages: readonly string[]
  perMinute: number
  madeAt: Date
  usedAt: Date | null
  revokedAt: Date | null
}

/** `outline`: state and dates; `title`: what it is called, too; `all`: also the words and the names. */
export type KeySight = 'none' | 'outline' | 'title' | 'all'

/** What touches the body, the home or somebody in office leaves the township over no key. */
const staysHere = ({ sensitivity, danger, kind }: Pick<Ticket, 'sensitivity' | 'danger' | 'kind'>): boolean =>
  (sensitivity !== null && sensitivity !== 'family') || atHome(danger) !== null || (danger !== null && kind !== 'village')

export const reaches = (key: Pick<ApiKey, 'villages'>, village: string): boolean =>
  key.villages.length === 0 || key.villages.includes(village)

/** What a key sees of a matter. `brought`: the matter is, or has become, what was handed in with this key. */
export function keySight(
  key: Pick<ApiKey, 'rights' | 'villages'>,
  ticket: Pick<Ticket, 'village' | 'kind' | 'sensitivity' | 'danger' | 'hidden'>,
  brought: boolean,
): KeySight {
  const may = (right: ApiRight): boolean => key.rights.includes(right)
  const least = brought && may('write') ? 'outline' : 'none'
  if (!reaches(key, ticket.village) || !may('read') || staysHere(ticket)) return least
  if (isPrivate(ticket) && !may('private')) return least
  return may('names') ? 'all' : 'title'
}
