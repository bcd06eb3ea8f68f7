import { createHash, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ownSecret } from '../own-secret.ts'
import { closeBytes, openBytes, type Sealer } from '../seal.ts'

/** Where the key lies that closes all others: in the settings, for instances that share a database, else in a file beside the data. */
export interface KeyPlace {
  secretKey: string | null
  /** What it is to become, or has just become. */
  nextSecretKey?: string | null
  dataDir: string
}

const KEY_BYTES = 32
const KEY_FILE = 'secret.key'
/** While it is changed the new one lies here, before the database knows of it. */
export const NEXT_KEY_FILE = 'secret.key.next'

export const keyFileIn = (dataDir: string): string => join(dataDir, KEY_FILE)

export const keyFromText = (text: string): KeyObject => createSecretKey(createHash('sha256').update(text).digest())
const keyFromFile = (text: string): KeyObject => createSecretKey(Buffer.from(text.trim(), 'base64url'))

const newKeyText = (): string => randomBytes(KEY_BYTES).toString('base64url')

/** The keys that may be the right one: after a change that was broken off, the file beside it is. */
export function masterKeys({ secretKey, nextSecretKey, dataDir }: KeyPlace): { key: KeyObject; file: string | null }[] {
  if (secretKey !== null) return [secretKey, nextSecretKey ?? secretKey].map((text) => ({ key: keyFromText(text), file: null }))
  return (
    [KEY_FILE, NEXT_KEY_FILE]
      .map((name) => join(dataDir, name))
      .filter((file) => existsSync(file))
      .map((file) => ({ text: readFileSync(file, 'utf8'), file }))
      // One that was cut off while it was written is none.
      .filter(({ text }) => Buffer.from(text.trim(), 'base64url').length === KEY_BYTES)
      .map(({ text, file }) => ({ key: keyFromFile(text), file }))
  )
}

/** For a database that has nothing sealed yet. */
export function makeMasterKey({ secretKey, dataDir }: KeyPlace): KeyObject {
  return secretKey !== null ? keyFromText(secretKey) : keyFromFile(ownSecret(dataDir, KEY_FILE, newKeyText))
}

/** A new one beside the one that is: on the disk before the database hears of it. What a change left that was broken off opens nothing. */
export function makeNextKey(dataDir: string): KeyObject {
  rmSync(join(dataDir, NEXT_KEY_FILE), { force: true })
  const text = ownSecret(dataDir, NEXT_KEY_FILE, newKeyText)
  for (const path of [join(dataDir, NEXT_KEY_FILE), dataDir]) flush(path)
  return keyFromFile(text)
}

function flush(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } catch {
    // Windows flushes no directories.
  } finally {
    closeSync(file)
  }
}

/** The last step of a change: from now on the new one is the one. Whoever sees it first does it. */
export function keepNextKey(dataDir: string): void {
  if (existsSync(join(dataDir, NEXT_KEY_FILE))) renameSync(join(dataDir, NEXT_KEY_FILE), join(dataDir, KEY_FILE))
}

/** The word by which a backup knows the key that its database was sealed with: what it closes needs no database to be opened. */
export function masterSealer(place: KeyPlace): Sealer {
  return {
    close: (plain) => closeBytes(makeMasterKey(place), Buffer.from(plain)).toString('base64url'),
    open(closed) {
      const bytes = Buffer.from(closed.replace(/^sealed:/u, ''), 'base64url')
      const opened = masterKeys(place).flatMap(({ key }) => opens(key, bytes))
      if (opened[0] === undefined) throw new Error('closed with another key')
      return opened[0]
    },
  }
}

function opens(key: KeyObject, closed: Uint8Array): string[] {
  try {
    return [openBytes(key, closed).toString()]
  } catch {
    return []
  }
}
