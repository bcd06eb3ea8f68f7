import { timingSafeEqual } from 'node:crypto'
import { decrypt, encrypt, getSignature } from '@wecom/crypto'
import { z } from 'zod'

/** What the administrator has typed on both sides, and whose messages these are: the company's id, or nothing for an AI bot. */
export interface CallbackKeys {
  token: string
  aesKey: string
  receiveId: string
}

/**
 * The three signed words beside the cipher text. Their forms are narrow because the signature is over the four strings joined
 * without a border: what one of them loses, its neighbour could gain.
 */
export const Signed = z.object({
  msg_signature: z.string().length(40),
  timestamp: z.string().regex(/^\d{10}$/),
  nonce: z.string().regex(/^[\w-]{1,64}$/),
})
export type Signed = z.infer<typeof Signed>

export type SealFault = 'signature' | 'base64' | 'length' | 'padding' | 'receive-id'

const BLOCK = 32

function isSigned(token: string, { msg_signature, timestamp, nonce }: Signed, encrypted: string): boolean {
  const ours = Buffer.from(getSignature(token, timestamp, nonce, encrypted))
  const theirs = Buffer.from(msg_signature)
  return ours.length === theirs.length && timingSafeEqual(ours, theirs)
}

function decrypted(aesKey: string, encrypted: string): ReturnType<typeof decrypt> | null {
  try {
    return decrypt(aesKey, encrypted)
  } catch {
    return null
  }
}

/**
 * The only way in to what the platform has encrypted. The library takes almost anything for a message: what it made of the
 * cipher text must therefore lead to that same cipher text again, which holds for one length, one padding and valid UTF-8
 * only.
 */
export function openSealed(keys: CallbackKeys, signed: Signed, encrypted: string): { message: string } | { fault: SealFault } {
  if (!isSigned(keys.token, signed, encrypted)) return { fault: 'signature' }
  const bytes = Buffer.from(encrypted, 'base64')
  if (bytes.toString('base64') !== encrypted) return { fault: 'base64' }
  if (bytes.length === 0 || bytes.length % BLOCK !== 0) return { fault: 'length' }
  const plain = decrypted(keys.aesKey, encrypted)
  if (!plain || encrypt(keys.aesKey, plain.message, plain.id, plain.random) !== encrypted) return { fault: 'padding' }
  if (plain.id !== keys.receiveId) return { fault: 'receive-id' }
  return { message: plain.message }
}

/** An answer in the same connection, signed over its own cipher text. */
export function seal(keys: CallbackKeys, message: string, at: { timestamp: string; nonce: string; random: Buffer }) {
  const encrypted = encrypt(keys.aesKey, message, keys.receiveId, at.random)
  return {
    encrypt: encrypted,
    msgsignature: getSignature(keys.token, at.timestamp, at.nonce, encrypted),
    timestamp: Number(at.timestamp),
    nonce: at.nonce,
  }
}
