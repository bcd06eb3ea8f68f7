import { createPublicKey } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeKeyPair } from '../../../src/channels/archive/key-pair.ts'
import { keysIn } from '../../../src/channels/archive/library/key-files.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-keys-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('a pair of keys for the archive', () => {
  it('is made as the next version, its private half for nobody else', async () => {
    const keys = join(folder, 'new')
    const first = await makeKeyPair(keys)
    const second = await makeKeyPair(keys)
    expect([first.version, second.version]).toEqual([1, 2])
    expect(first.publicKey).toMatch(/^-----BEGIN PUBLIC KEY-----\n/u)
    expect(createPublicKey(await readFile(first.file)).export({ type: 'spki', format: 'pem' })).toBe(first.publicKey)
    if (process.platform !== 'win32')
      expect([(await stat(first.file)).mode & 0o777, (await stat(keys)).mode & 0o777]).toEqual([0o600, 0o700])
  })

  it('leaves what lies in the folder as it is, whatever the files are called', async () => {
    await writeFile(join(folder, '7.pem'), 'mine')
    await writeFile(join(folder, 'readme.pem'), 'no version')
    expect((await makeKeyPair(folder)).version).toBe(8)
    expect(await readFile(join(folder, '7.pem'), 'utf8')).toBe('mine')
  })
})

describe('the keys of a folder', () => {
  it('are found by version, and a key that comes later without a restart', async () => {
    const keyOf = keysIn(folder)
    expect(keyOf(1)).toBeNull()
    await makeKeyPair(folder)
    expect(keyOf(1)?.asymmetricKeyDetails?.modulusLength).toBe(2048)
    expect(keyOf(2)).toBeNull()
  })

  it('do without a file that is no private key, until it is one', async () => {
    const keyOf = keysIn(folder)
    const { publicKey, file } = await makeKeyPair(folder)
    await writeFile(join(folder, 'private_key_2.pem'), publicKey)
    expect(keyOf(2)).toBeNull()
    await writeFile(join(folder, 'private_key_2.pem'), await readFile(file))
    expect(keyOf(2)).not.toBeNull()
  })
})
