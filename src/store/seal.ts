import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeDir } from '../database/make-dir.ts'

/** Keeps other people's secrets (a robot's key) unreadable in the database and in its backups. */
export interface Sealer {
  close(plain: string): string
  /** @throws when it was closed with another key. */
  open(sealed: string): string
}

const MARK = 'sealed:'
const NONCE = 12
const TAG = 16

export function sealerWith(key: Uint8Array): Sealer {
  return {
    close(plain) {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return MARK + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
    },
    open(sealed) {
      const bytes = Buffer.from(sealed.slice(MARK.length), 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE))
      decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
      return decipher.update(bytes.subarray(NONCE + TAG), undefined, 'utf8') + decipher.final('utf8')
    },
  }
}

/** The key from the settings, for instances that share a database; else one of our own, made once beside the data. */
export function openSealer({ secretKey, dataDir }: { secretKey: string | null; dataDir: string }): Sealer {
  if (secretKey !== null) return sealerWith(createHash('sha256').update(secretKey).digest())
  return sealerWith(
    Buffer.from(
      ownSecret(dataDir, 'secret.key', () => randomBytes(32).toString('base64url')),
      'base64url',
    ),
  )
}

/** A secret that is made once and kept in a file that only its owner reads. */
export function ownSecret(dataDir: string, name: string, make: () => string): string {
  const file = join(dataDir, name)
  makeDir(dataDir)
  try {
    // Only where there is none yet.
    writeFileSync(file, make(), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readFileSync(file, 'utf8').trim()
}
