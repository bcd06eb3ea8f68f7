import { DAY_MS, SECOND_MS } from '../../domain/durations.ts'
import type { Signer } from './signer.ts'

/** Nobody writes a line, or presses a button with what the telephone has kept, sooner than this. */
const SOONEST_MS = 2 * SECOND_MS
/** Opened on the hill, sent at home. */
const LATEST_MS = 7 * DAY_MS

/** What a page was opened with. It is the id of what is sent with it, so that one sent twice is one. */
export interface PagePasses {
  issue(page: string, now: Date): string
  /** The id; null where the page was never opened, or too lately or too long ago for anybody to have written it. */
  read(pass: string, page: string, now: Date): string | null
}

export const pagePasses = ({ sign, isRight }: Signer, random: (bytes: number) => Uint8Array): PagePasses => ({
  issue(page, now) {
    const id = `${now.getTime().toString(36)}-${Buffer.from(random(12)).toString('base64url')}`
    return `${id}.${sign(`page ${page} ${id}`)}`
  },
  read(pass, page, now) {
    const [id = '', signature = ''] = pass.split('.')
    if (!isRight(`page ${page} ${id}`, signature)) return null
    const age = now.getTime() - Number.parseInt(id.split('-')[0] ?? '', 36)
    return age >= SOONEST_MS && age <= LATEST_MS ? id : null
  },
})
