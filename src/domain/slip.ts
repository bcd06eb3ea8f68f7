import { inRef } from './message-ref.ts'
import { groupIn } from './notice.ts'
import { isHandedIn } from './open-channel.ts'
import type { Source } from './ticket.ts'

/** The channel of the page behind a village's 说事码. */
export const SLIP_CHANNEL = 'form'

interface Said {
  id: string
  conversation: string
}

/** Written on that page: whoever fills in a page means it, and nothing of it is talk. */
export const isSlip = (message: Pick<Said, 'id'> | undefined): boolean =>
  message !== undefined && inRef(message.id).channel === SLIP_CHANNEL

/** By which door a matter came in. */
export function sourceOf(messages: readonly Said[]): Source {
  const [first] = messages
  if (isSlip(first)) return 'form'
  if (isHandedIn(first?.conversation ?? '')) return 'handed'
  return groupIn(first?.conversation ?? '') === null ? 'direct' : 'group'
}

/** 坪条03: what a slip is asked for by, until it has become a matter with a number of its own. */
export const slipLabel = (short: string, number: number): string => `${short}条${String(number).padStart(2, '0')}`

/** 坪07, 07, 坪条3 as people copy them from a screen; null where it is no number at all. A bare number may be either. */
export function readSlipLabel(text: string): { number: number; slip: boolean; bare: boolean } | null {
  const [, before = '', digits = ''] = /^[【[]?([^\d]{0,3}?)(\d{1,5})[】\]]?$/u.exec(text.normalize('NFKC').replace(/\s/gu, '')) ?? []
  return digits === '' ? null : { number: Number(digits), slip: before.endsWith('条'), bare: before === '' }
}

/** What may be wrong with a page that was sent, to be said beside the field. */
export type FormFault = 'text' | 'long' | 'phone' | 'photoKind' | 'photoBig' | 'throughName' | 'again' | 'busy' | 'empty'

/** No 0 and O, no 1 and I, no S and 5, no B and 8, no Z and 2: read from paper, and told over the telephone. */
const CODE_SIGNS = '34679ACDEFGHJKLMNPQRTUVWXY'
const CODE_LENGTH = 4
/** Of a poster's address; small letters, for it may have to be typed. */
const ADDRESS_LENGTH = 10

const signs = (bytes: Uint8Array, from: string): string => Array.from(bytes, (b) => from[b % from.length] ?? '').join('')

/** `random`: so many bytes nobody can guess. */
export const newSlipCode = (random: (bytes: number) => Uint8Array): string => signs(random(CODE_LENGTH), CODE_SIGNS)
export const newVillageCode = (random: (bytes: number) => Uint8Array): string => signs(random(ADDRESS_LENGTH), CODE_SIGNS.toLowerCase())

/** A code as somebody types it. */
export const plainCode = (typed: string): string => typed.normalize('NFKC').replace(/\s/gu, '').toUpperCase()
