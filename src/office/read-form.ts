import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { visible } from '../domain/visible.ts'
import type { Saying } from '../ports/office.ts'

export const PHOTO_LIMITS = { fileSize: 10_000_000, files: 6 } as const

/** A photo as it is kept, without what the telephone wrote beside it; null where it is no picture. */
export type CleanPhoto = (bytes: Uint8Array) => Promise<Uint8Array<ArrayBuffer> | null>

export type SentFields = Readonly<Record<string, string>>

export interface Sent {
  fields: SentFields
  photos: Saying['photos']
  /** Why a file was not taken. */
  trouble: 'noPicture' | 'tooLarge' | null
}

/** Of several fields of one name the words are joined: the boxes of a list. */
const Fields = z.record(z.string(), z.union([z.string(), z.array(z.string()).transform((all) => all.join(' '))]))

/** One line, as it is said. */
const plain = (text: string): string => visible(text).replaceAll(/\s+/gu, ' ').trim().slice(0, 2000)
const plainAll = (fields: Record<string, string>): SentFields =>
  Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, plain(text)]))

/** What a form without files holds. */
export const readFields = ({ body }: FastifyRequest): SentFields => plainAll(Fields.parse(body ?? {}))

/** What a form holds, with or without files. A file field that was left empty comes as a file of no bytes. */
export async function readForm(request: FastifyRequest, clean: CleanPhoto): Promise<Sent> {
  if (!request.isMultipart()) return { fields: readFields(request), photos: [], trouble: null }
  const fields: Record<string, string> = {}
  const photos: Saying['photos'] = []
  let trouble: Sent['trouble'] = null
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      fields[part.fieldname] = z.string().catch('').parse(part.value)
      continue
    }
    const sent = new Uint8Array(await part.toBuffer())
    if (sent.byteLength === 0) continue
    const bytes = part.file.truncated ? null : await clean(sent)
    if (bytes) photos.push({ name: `${photos.length + 1}.jpg`, type: 'image/jpeg', bytes })
    else trouble = part.file.truncated ? 'tooLarge' : 'noPicture'
  }
  return { fields: plainAll(fields), photos, trouble }
}
