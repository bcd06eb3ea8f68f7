import { HOUR_MS } from '../../domain/durations.ts'
import type { Signer } from './signer.ts'

export const TELLER_COOKIE = 'shuoshi-teller'
/** For as long as somebody sits with the old people of a 社. */
const LASTS_MS = 2 * HOUR_MS

/** Marks a device as a cadre's for the page behind the codes, where the office's own session does not reach. */
export interface TellerPasses {
  issue(person: string, now: Date): { value: string; maxAge: number }
  /** Whose it is; null where it is over or nobody's. */
  read(value: string, now: Date): string | null
}

export const tellerPasses = ({ sign, isRight }: Signer): TellerPasses => ({
  issue(person, now) {
    const until = now.getTime() + LASTS_MS
    const claim = `${Buffer.from(person).toString('base64url')}.${until}`
    return { value: `${claim}.${sign(`teller ${claim}`)}`, maxAge: LASTS_MS / 1000 }
  },
  read(value, now) {
    const [person = '', until = '', signature = ''] = value.split('.')
    const holds = isRight(`teller ${person}.${until}`, signature) && Number(until) > now.getTime()
    return holds ? Buffer.from(person, 'base64url').toString() : null
  },
})
