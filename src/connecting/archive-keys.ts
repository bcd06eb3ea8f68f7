import { createPublicKey } from 'node:crypto'
import { makeKeyPair } from '../channels/archive/key-pair.ts'
import { keyFilesIn, keysIn } from '../channels/archive/library/key-files.ts'
import { archiveKeyWords as words } from '../wording/connect.ts'

/** The pair for the archive: made where there is none, and its public half told again where there is, for the console may still lack it. */
export async function archiveKeys(folder: string): Promise<string[]> {
  const [version, file] = [...keyFilesIn(folder)].toSorted(([a], [b]) => b - a)[0] ?? []
  if (version === undefined || file === undefined) {
    const made = await makeKeyPair(folder)
    return words.made(made)
  }
  const key = keysIn(folder)(version)
  if (!key) return [words.broken(file)]
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString()
  return words.there({ version, file, publicKey })
}
