import { generateKeyPairSync } from 'node:crypto'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { keyFilesIn } from './library/key-files.ts'

export interface KeyPair {
  /** The version under which the console has to know the public half. */
  version: number
  file: string
  /** What is pasted into the console (PEM). */
  publicKey: string
}

/** Makes the archive's next pair of keys; the private half lies in the folder, for this account's eyes. Nothing is ever written over. */
export async function makeKeyPair(folder: string): Promise<KeyPair> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  if ((await mkdir(folder, { recursive: true })) !== undefined) await chmod(folder, 0o700)
  const version = Math.max(0, ...keyFilesIn(folder).keys()) + 1
  const file = join(folder, `private_key_${version}.pem`)
  await writeFile(file, privateKey, { flag: 'wx', mode: 0o600 })
  return { version, file, publicKey }
}
