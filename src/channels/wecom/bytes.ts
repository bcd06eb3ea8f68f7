import { createDecipheriv } from 'node:crypto'
import { answerIn, noAnswer, type QyAnswer } from './http.ts'

/** The platform's own limit for a picture. */
const LIMIT = 10 * 1024 * 1024
const BLOCK = 32

/** Bytes, or the answer in their place: failures come as JSON, and with status 200. */
export async function fetchBytes(url: string, ms: number): Promise<{ bytes: Uint8Array<ArrayBuffer> } | QyAnswer> {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(ms) })
    const bytes = await readAtMost(response, LIMIT)
    if (bytes === null) return { errcode: null, sent: true, why: 'too big' }
    if (/json|text/u.test(response.headers.get('content-type') ?? ''))
      return answerIn(Buffer.from(bytes).toString()) ?? { errcode: null, sent: true, why: 'no bytes' }
    return response.ok ? { bytes } : { errcode: null, sent: true, why: `HTTP ${response.status}` }
  } catch (thrown) {
    return noAnswer(thrown)
  }
}

async function readAtMost(response: Response, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    // Leaving the loop ends the download.
    if (size > limit) return null
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

/** What people sent to an AI bot lies encrypted; null when it is not that, or not by this key. The key is base64. */
export function openMedia(bytes: Uint8Array, aesKey: string): Uint8Array<ArrayBuffer> | null {
  const key = Buffer.from(aesKey, 'base64')
  if (key.length !== 32 || bytes.length === 0 || bytes.length % 16 !== 0) return null
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const plain = Buffer.concat([decipher.update(bytes), decipher.final()])
  const pad = plain.at(-1) ?? 0
  const end = plain.length - pad
  if (pad < 1 || pad > BLOCK || end < 0 || plain.subarray(end).some((byte) => byte !== pad)) return null
  return new Uint8Array(plain.subarray(0, end))
}
