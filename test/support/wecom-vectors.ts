import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { CallbackKeys, Signed } from '../../src/channels/wecom/callback/sealed.ts'

const Vector = z.object({
  name: z.string(),
  token: z.string(),
  encodingAesKey: z.string(),
  receiveId: z.string(),
  timestamp: z.string().default('1700000000'),
  nonce: z.string().default('1234567890'),
  msgSignature: z.string().default(''),
  encrypted: z.string(),
  randomHex: z.string().optional(),
  plaintext: z.string().optional(),
  wrapperMust: z.string().optional(),
})
export type Vector = z.infer<typeof Vector>

const File = z.object({
  published: z.array(Vector),
  own: z.array(Vector),
  negative: z.array(Vector),
  signature: z.array(z.object({ token: z.string(), timestamp: z.string(), nonce: z.string(), encrypted: z.string(), sha1: z.string() })),
  mediaFile: z.object({ aesKeyBase64: z.string(), cipherHex: z.string(), plainHex: z.string() }),
  requestBodies: z.object({ appXml: z.string(), aibotJson: z.string() }),
  replyEnvelopes: z.object({
    aibotJson: z.object({
      built: z.object({ encrypt: z.string(), msgsignature: z.string(), timestamp: z.number(), nonce: z.string() }),
    }),
  }),
})

/** The callback scheme by published samples and by our own cases; public keys, good for nothing else. */
export const vectors = File.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'wecom-vectors.json'), 'utf8')))

export const keysOf = (v: Vector): CallbackKeys => ({ token: v.token, aesKey: v.encodingAesKey, receiveId: v.receiveId })
export const signedOf = (v: Vector): Signed => ({ msg_signature: v.msgSignature, timestamp: v.timestamp, nonce: v.nonce })

export const vector = (name: string): Vector => {
  const found = [...vectors.published, ...vectors.own].find((v) => v.name === name)
  if (!found) throw new Error(`no vector ${name}`)
  return found
}
