import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Outbox } from '../../ports/outbox.ts'
import type { FormVillage, SlipBox } from '../../ports/slip-box.ts'
import type { Teller } from './form-page.ts'
import type { PagePasses } from './page-pass.ts'
import type { CleanPhoto } from './photos.ts'

export interface FormNeeds {
  box: SlipBox
  rates: Pick<Outbox, 'take'>
  passes: PagePasses
  clean: CleanPhoto
  /** The cadre whom the office knows on this device, where there is one. */
  teller(request: FastifyRequest): Promise<Teller | null>
  random(bytes: number): Uint8Array
  isSecure(request: FastifyRequest): boolean
  /** Machine time. */
  now(): Date
}

const DEVICE = 'shuoshi-device'
const SLIP = 'shuoshi-slip'
const YEAR_S = 365 * 24 * 3600
/** Long enough to read it; whoever takes up the telephone afterwards finds nothing. */
const SLIP_S = 3600

const Code = z.object({ code: z.string().max(40).catch('') })

export const villageIn = (box: SlipBox, { params }: FastifyRequest): Promise<FormVillage | null> => box.village(Code.parse(params).code)

type CookieNeeds = Pick<FormNeeds, 'random' | 'isSecure'>

const options = (secure: boolean) => ({ httpOnly: true, sameSite: 'lax' as const, secure })

/** Tells one telephone from another and no more; nothing is found by it. */
export function deviceOf(request: FastifyRequest, reply: FastifyReply, { random, isSecure }: CookieNeeds): string {
  const known = request.cookies[DEVICE]
  if (known !== undefined && /^[\w-]{16,32}$/u.test(known)) return known
  const fresh = Buffer.from(random(15)).toString('base64url')
  reply.setCookie(DEVICE, fresh, { ...options(isSecure(request)), path: '/s', maxAge: YEAR_S })
  return fresh
}

const pathOf = ({ code }: FormVillage) => `/s/${code}`

/** What opens a slip on this device for a while. */
export const openSlip = (
  reply: FastifyReply,
  { village, key, secure }: { village: FormVillage; key: string; secure: boolean },
): FastifyReply => reply.setCookie(SLIP, key, { ...options(secure), path: pathOf(village), maxAge: SLIP_S })

export const closeSlip = (reply: FastifyReply, village: FormVillage): FastifyReply => reply.clearCookie(SLIP, { path: pathOf(village) })

export const slipKeyIn = ({ cookies }: FastifyRequest): string | undefined => cookies[SLIP]
