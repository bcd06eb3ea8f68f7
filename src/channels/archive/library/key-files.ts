import { createPrivateKey, type KeyObject } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The version is the last number in the name: `2.pem`, `private_key_2.pem`. Null where there is none. Pure. */
const versionOf = (file: string): number | null => {
  const digits = /(\d{1,9})\D*\.pem$/iu.exec(file)?.[1]
  return digits === undefined ? null : Number(digits)
}

/** The key files of a folder by their version; a folder that is not there holds none. */
export function keyFilesIn(folder: string): Map<number, string> {
  const files = new Map<number, string>()
  for (const file of existsSync(folder) ? readdirSync(folder).sort() : []) {
    const version = versionOf(file)
    if (version !== null) files.set(version, join(folder, file))
  }
  return files
}

/** Private keys by version. One that is not known yet is looked for anew, so that a key put beside the others works without a restart. */
export function keysIn(folder: string): (version: number) => KeyObject | null {
  const known = new Map<number, KeyObject>()
  return (version) => {
    const key = known.get(version) ?? readKey(keyFilesIn(folder).get(version))
    if (key) known.set(version, key)
    return key
  }
}

function readKey(file: string | undefined): KeyObject | null {
  if (file === undefined) return null
  try {
    const key = createPrivateKey(readFileSync(file))
    return key.asymmetricKeyType === 'rsa' ? key : null
  } catch {
    // Half written, or a public key by mistake: the same as none, and looked at again next time.
    return null
  }
}
