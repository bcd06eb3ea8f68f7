import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto'

/** Keeps other people's secrets (a robot's key) unreadable in the database and in its backups. */
export interface Sealer {
  close(plain: string): string
  /** @throws when it was closed with another key. */
  open(sealed: string): string
}

const NONCE = 12
const TAG = 16

/** AES-256-GCM: nonce, tag, and what was closed. */
export function closeBytes(key: KeyObject, plain: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const body = cipher.update(plain)
  cipher.final()
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** @throws when it was closed with another key, or changed. */
export function openBytes(key: KeyObject, closed: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, closed.subarray(0, NONCE))
  decipher.setAuthTag(closed.subarray(NONCE, NONCE + TAG))
  const plain = decipher.update(closed.subarray(NONCE + TAG))
  decipher.final()
  return plain
}
