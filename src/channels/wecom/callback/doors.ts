import { z } from 'zod'
import { readFlatXml, withoutControls } from './flat-xml.ts'
import { type CallbackKeys, openSealed, Signed } from './sealed.ts'

/** Why a request is not the platform's; for the log, never for whoever asked. */
export type Refusal = 'parameter' | 'envelope' | 'signature' | 'base64' | 'length' | 'padding' | 'receive-id' | 'content'

/** What a genuine request carries, as the door reads it. */
export type Opened<T> = { content: T } | { refused: Refusal }

/** One address of the platform's: how its envelope is made, what lies in it, and what is answered. */
export interface Door<T> {
  path: string
  keys: CallbackKeys
  /** The cipher text of a body; null when it is not the envelope. */
  envelope(body: string): string | null
  /** What was in it; null when that is nothing this door knows how to read. */
  read(message: string): T | null
  /** Resolves when it is durable, with the plain text of a reply or null for none; rejects when the platform should repeat it. */
  take(content: T): Promise<string | null>
}

const Echo = Signed.extend({ echostr: z.string().min(1) })
const JsonEnvelope = z.object({ encrypt: z.string().min(1) })

export function openEcho(keys: CallbackKeys, query: unknown): Opened<string> {
  const read = Echo.safeParse(query)
  if (!read.success) return { refused: 'parameter' }
  const opened = openSealed(keys, read.data, read.data.echostr)
  return 'fault' in opened ? { refused: opened.fault } : { content: opened.message }
}

export function openPosted<T>(door: Door<T>, query: unknown, body: unknown): Opened<T> {
  const signed = Signed.safeParse(query)
  if (!signed.success) return { refused: 'parameter' }
  const encrypted = typeof body === 'string' ? door.envelope(body) : null
  if (encrypted === null) return { refused: 'envelope' }
  const opened = openSealed(door.keys, signed.data, encrypted)
  if ('fault' in opened) return { refused: opened.fault }
  const content = door.read(withoutControls(opened.message))
  return content === null ? { refused: 'content' } : { content }
}

/** <xml> with an <Encrypt> and other plain texts beside it. */
export function xmlEnvelope(body: string): string | null {
  const read = readFlatXml(body)
  return read && read.nested.length === 0 ? read.texts.Encrypt || null : null
}

export function jsonEnvelope(body: string): string | null {
  const read = JsonEnvelope.safeParse(jsonOf(body))
  return read.success ? read.data.encrypt : null
}

/** Undefined where it is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
