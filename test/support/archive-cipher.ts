import { constants, generateKeyPairSync, publicEncrypt, randomBytes } from 'node:crypto'

/** Three versions of the company's key, as a console that was asked for a new one twice would know them; made once a run. */
export const keyPairs = [1, 2, 3].map(() => generateKeyPairSync('rsa', { modulusLength: 2048 }))

/** RC4, which the stand-in can undo in twenty lines of C. */
function rc4(key: Uint8Array, text: string): Buffer {
  const box = Uint8Array.from({ length: 256 }, (_, i) => i)
  const at = (i: number) => box[i & 255] ?? 0
  const swap = (i: number, j: number) => {
    const held = at(i)
    box[i & 255] = at(j)
    box[j & 255] = held
  }
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255
    swap(i, j)
  }
  const bytes = Buffer.from(text)
  for (let n = 0, i = 1, j = 0; n < bytes.length; n++, i++) {
    j = (j + at(i)) & 255
    swap(i, j)
    bytes[n] = (bytes[n] ?? 0) ^ at(at(i) + at(j))
  }
  return bytes
}

/** One message as GetChatData gives it: its text under a random key, and that key for the company's key of this version. */
export function sealed({ seq, msgid, talk, version }: { seq: number; msgid: string; talk: string; version: number }): string {
  const key = randomBytes(32).toString('base64')
  const pair = keyPairs[version - 1] ?? generateKeyPairSync('rsa', { modulusLength: 2048 })
  return JSON.stringify({
    seq,
    msgid,
    publickey_ver: version,
    encrypt_random_key: publicEncrypt({ key: pair.publicKey, padding: constants.RSA_PKCS1_PADDING }, Buffer.from(key)).toString('base64'),
    encrypt_chat_msg: rc4(Buffer.from(key), talk).toString('base64'),
  })
}
