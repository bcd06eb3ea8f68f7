import { createHash } from 'node:crypto'
import type { ApiKey, ApiRight } from '../domain/api-key.ts'
import type { KeyRing } from '../ports/api-keys.ts'
import { apiErrors } from '../wording/api.ts'
import { Refused } from './refused.ts'

export interface AskerNeeds {
  keys: KeyRing
  /** The towns that are served, by id; each is a jurisdiction. */
  towns(): Promise<readonly string[]>
  /** One call of this key's rate. */
  mayCall(key: ApiKey): Promise<boolean>
  /** Machine time. */
  machine(): Date
}

const KEY = 200

/** As the specification has it, or as most programs send it. */
export function keyIn(query: unknown, body: unknown, authorization: string | undefined): string | null {
  for (const place of [body, query])
    if (typeof place === 'object' && place !== null && 'api_key' in place && typeof place.api_key === 'string') {
      const said = place.api_key.trim()
      if (said !== '') return said.slice(0, KEY)
    }
  return (
    /^Bearer (.+)$/u
      .exec(authorization ?? '')?.[1]
      ?.trim()
      .slice(0, KEY) ?? null
  )
}

/** The town that is asked of: the one that is named, or the only one there is. */
export async function townAsked({ towns }: Pick<AskerNeeds, 'towns'>, jurisdiction: string | undefined): Promise<string | Refused> {
  const served = await towns()
  if (jurisdiction !== undefined)
    return served.includes(jurisdiction) ? jurisdiction : new Refused(404, apiErrors.jurisdictionUnknown(jurisdiction))
  const [only, second] = served
  return only !== undefined && second === undefined ? only : new Refused(400, apiErrors.jurisdictionWanted)
}

/** The key that is brought, if it is one, of this town, with one of these rights, and not used too often. */
export async function keyBrought(
  { keys, mayCall, machine }: AskerNeeds,
  town: string,
  secret: string | null,
  rights: readonly [ApiRight, ...ApiRight[]],
): Promise<ApiKey | Refused> {
  if (secret === null) return new Refused(403, apiErrors.keyWanted)
  const key = await keys.find(createHash('sha256').update(secret).digest('hex'))
  if (!key) return new Refused(403, apiErrors.keyUnknown)
  if (key.town !== town) return new Refused(403, apiErrors.keyElsewhere)
  if (!rights.some((r) => key.rights.includes(r))) return new Refused(403, apiErrors.mayNot(rights[0]))
  if (!(await mayCall(key))) return new Refused(429, apiErrors.tooMany)
  await keys.used(key, machine())
  return key
}
