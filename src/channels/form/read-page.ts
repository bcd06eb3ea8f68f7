import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { FormFault } from '../../domain/slip.ts'

export const MOST_PHOTOS = 3
const PHOTO_BYTES = 8 * 1024 * 1024
export const LIMITS = { fields: 20, fieldSize: 8000, files: MOST_PHOTOS, fileSize: PHOTO_BYTES, parts: 24 }
/** All of it; what says that it is longer is not read. */
export const MOST_BYTES = MOST_PHOTOS * PHOTO_BYTES + 64 * 1024

const LONGEST = 1000
const line = (most: number) => z.string().trim().max(most).catch('')
const PHONE = /^(?:1\d{10}|0\d{9,11}|\d{7,8})$/u

/** All that a page of ours may send; what is not there is empty. */
const Fields = z.object({
  pass: line(200).default(''),
  text: z.string().default(''),
  place: line(100).default(''),
  house: line(40).default(''),
  name: line(12).default(''),
  phone: line(20).default(''),
  through: z.literal('yes').optional().catch(undefined),
  about: line(12).default(''),
  verdict: z.enum(['满意', '一般', '没修好', '撤回']).optional().catch(undefined),
  /** Nobody sees it; whoever fills in everything fills it in. */
  website: z.string().default(''),
})
export type Written = z.infer<typeof Fields>
export const NOTHING_WRITTEN: Written = Fields.parse({})

export interface ReadPage {
  written: Written
  photos: { name: string; bytes: Uint8Array<ArrayBuffer>; whole: boolean }[]
}

/** A page as it was sent, with its pictures or, from a form without any, without. */
export async function readPage(request: FastifyRequest): Promise<ReadPage> {
  if (!request.isMultipart()) return { written: Fields.parse(request.body ?? {}), photos: [] }
  const fields: Record<string, unknown> = {}
  const photos: ReadPage['photos'] = []
  for await (const part of request.parts()) {
    if (part.type === 'field') fields[part.fieldname] = part.value
    else {
      const bytes = await part.toBuffer()
      if (bytes.length > 0) photos.push({ name: part.filename, bytes: new Uint8Array(bytes), whole: !part.file.truncated })
    }
  }
  return { written: Fields.parse(fields), photos }
}

export type Faults = Partial<Record<'text' | 'name' | 'phone' | 'photo' | 'page', FormFault>>

export const plainPhone = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s\-+（）()]/gu, '')
    .replace(/^86(?=1\d{10}$)/u, '')

/** What is wrong with what was written, one sentence each, to stand beside its field. Pure. */
export function faultsOf({ text, name, phone, through }: Written, isTeller: boolean): Faults {
  const words = text.trim()
  return {
    ...(words.length < 2 && { text: 'text' }),
    ...(words.length > LONGEST && { text: 'long' }),
    ...(phone !== '' && !PHONE.test(plainPhone(phone)) && { phone: 'phone' }),
    ...(isTeller && through && name === '' && { name: 'throughName' }),
  }
}
