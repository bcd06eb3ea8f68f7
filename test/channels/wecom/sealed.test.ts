import { getSignature } from '@wecom/crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openMedia } from '../../../src/channels/wecom/bytes.ts'
import { openSealed, seal } from '../../../src/channels/wecom/callback/sealed.ts'
import { keysOf, signedOf, vector, vectors } from '../../support/wecom-vectors.ts'

const whole = [...vectors.published, ...vectors.own]

describe('the way in', () => {
  it.each(whole.filter((v) => v.msgSignature !== '').map((v) => [v.name, v] as const))('opens %s', (_, v) => {
    expect(openSealed(keysOf(v), signedOf(v), v.encrypted)).toEqual({ message: v.plaintext })
  })

  it.each(whole.map((v) => [v.name, v] as const))('seals %s to the same bytes', (_, v) => {
    const random = Buffer.from(v.randomHex ?? '', 'hex')
    const sealed = seal(keysOf(v), v.plaintext ?? '', { timestamp: v.timestamp, nonce: v.nonce, random })
    expect(sealed.encrypt).toBe(v.encrypted)
    if (v.msgSignature !== '') expect(sealed.msgsignature).toBe(v.msgSignature)
  })

  it('answers an AI bot as the platform expects it', () => {
    const v = vector('E-aibot-reply-stream')
    const random = Buffer.from(v.randomHex ?? '', 'hex')
    expect(seal(keysOf(v), v.plaintext ?? '', { timestamp: '1700000000', nonce: '1234567890', random })).toEqual(
      vectors.replyEnvelopes.aibotJson.built,
    )
  })

  it.each(vectors.negative.map((v) => [v.name, v.wrapperMust ?? '', v] as const))('refuses %s (%s)', (_name, _why, v) => {
    expect(openSealed(keysOf(v), signedOf(v), v.encrypted)).toMatchObject({ fault: expect.any(String) })
  })

  it.each(vectors.signature.map((v) => [v.encrypted, v] as const))('signs over the four strings in byte order: %s', (_, v) => {
    expect(getSignature(v.token, v.timestamp, v.nonce, v.encrypted)).toBe(v.sha1)
  })

  it('takes no cipher text that was changed anywhere, though its signature were right', () => {
    const v = vector('B-official-msg')
    const bytes = Buffer.from(v.encrypted, 'base64')
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ by
        const encrypted = changed.toString('base64')
        const signed = { ...signedOf(v), msg_signature: getSignature(v.token, v.timestamp, v.nonce, encrypted) }
        const opened = openSealed(keysOf(v), signed, encrypted)
        // The scheme has no checksum inside: what was garbled within the text may pass here, and then is not the text.
        if ('message' in opened) expect(opened.message).not.toBe(v.plaintext)
      }),
    )
  })

  it.each([
    ['a space in it', (e: string) => `${e.slice(0, 8)} ${e.slice(8)}`],
    ['a line end after it', (e: string) => `${e}\n`],
    ['the alphabet of addresses', (e: string) => e.replaceAll('+', '-').replaceAll('/', '_')],
    ['no padding characters', (e: string) => e.replace(/=+$/u, '')],
  ])('takes base64 in one writing only: %s', (_, change) => {
    const v = vector('B-official-msg')
    const encrypted = change(v.encrypted)
    const signed = { ...signedOf(v), msg_signature: getSignature(v.token, v.timestamp, v.nonce, encrypted) }
    expect(openSealed(keysOf(v), signed, encrypted)).toEqual({ fault: 'base64' })
  })
})

describe('a file sent to an AI bot', () => {
  const { aesKeyBase64, cipherHex, plainHex } = vectors.mediaFile
  const cipher = new Uint8Array(Buffer.from(cipherHex, 'hex'))

  it('opens by its key', () => {
    expect(Buffer.from(openMedia(cipher, aesKeyBase64) ?? []).toString('hex')).toBe(plainHex)
  })

  it.each([
    ['cut', cipher.slice(0, 16), aesKeyBase64],
    ['no whole blocks', cipher.slice(0, 20), aesKeyBase64],
    ['empty', new Uint8Array(), aesKeyBase64],
    ['by another key', cipher, Buffer.alloc(32, 7).toString('base64')],
    ['by no key', cipher, 'short'],
  ])('is nothing when it is %s', (_, bytes, key) => {
    expect(openMedia(bytes, key)).toBeNull()
  })
})
