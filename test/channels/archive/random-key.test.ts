import { constants, publicEncrypt } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openRandomKey, withoutPadding } from '../../../src/channels/archive/library/random-key.ts'
import { keyPairs } from '../../support/archive-cipher.ts'

const [ours, another] = keyPairs
const block = (...bytes: number[]) => Uint8Array.from(bytes)
const eight = Array.from({ length: 8 }, () => 7)

describe('the random key of a message', () => {
  it('is opened with the private key it was encrypted for, and with no other', () => {
    if (!ours || !another) return
    for (const text of ['k', 'random key', 'x'.repeat(245)]) {
      const sealed = publicEncrypt({ key: ours.publicKey, padding: constants.RSA_PKCS1_PADDING }, Buffer.from(text)).toString('base64')
      expect(Buffer.from(openRandomKey(sealed, ours.privateKey) ?? []).toString()).toBe(text)
      expect(openRandomKey(sealed, another.privateKey)).toBeNull()
    }
    for (const broken of ['', 'AAAA', '路灯', 'A'.repeat(400)]) expect(openRandomKey(broken, ours.privateKey)).toBeNull()
  })

  it.each([
    ['one that is right', block(0, 2, ...eight, 0, 65, 0, 66), [65, 0, 66]],
    ['an empty key', block(0, 2, ...eight, 0), []],
    ['another block type', block(0, 1, ...eight, 0, 65), null],
    ['a first byte', block(1, 2, ...eight, 0, 65), null],
    ['too little padding', block(0, 2, 7, 7, 0, 7, 7, 7, 7, 7, 0, 65), null],
    ['no end', block(0, 2, ...eight, 65), null],
    ['nothing', block(), null],
  ])('takes the padding off %s', (_, padded, content) => {
    const bare = withoutPadding(padded)
    expect(bare && [...bare]).toEqual(content)
  })
})
