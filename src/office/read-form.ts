import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { pictureKind } from '../domain/picture-kind.ts'
import { visible } from '../domain/visible.ts'
import type { Saying } from '../ports/office.ts'

export const PHOTO_LIMITS = { fileSize: 10_000_000, files: 6 } as const

export interface Sent {
  fields: Readonly<Record<string, string>>
  photos: Saying['photos']
  /** Why a file was not taken. */
  trouble: 'noPicture' | 'tooLarge' | null
}

/** Of several fields of one name the words are joined: the boxes of a list. */
const Fields = z.record(z.string(), z.union([z.string(), z.array(z.string()).transform((all) => all.join(' '))]))

/** One line, as it is said. */
const plain = (text: string): string => visible(text).replaceAll(/\s+/gu, ' ').trim().slice(0, 2000)
const plainAll = (fields: Record<string, string>) => Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, plain(text)]))

/** What a form holds, with or without files. A file field that was left empty comes as a file of no bytes. */
export async function readForm(request: FastifyRequest): Promise<Sent> {
  if (!request.isMultipart()) return { fields: plainAll(Fields.parse(request.body ?? {})), photos: [], trouble: null }
  const fields: Record<string, string> = {}
  const photos: Saying['photos'] = []
  let trouble: Sent['trouble'] = null
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      fields[part.fieldname] = z.string().catch('').parse(part.value)
      continue
    }
    const bytes = new Uint8Array(await part.toBuffer())
    if (bytes.byteLength === 0) continue
    const type = pictureKind(bytes)
    if (part.file.truncated) trouble = 'tooLarge'
    else if (type === null) trouble = 'noPicture'
    else photos.push({ name: plain(part.filename).slice(0, 100), type, bytes })
  }
  return { fields: plainAll(fields), photos, trouble }
}
