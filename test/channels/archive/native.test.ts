import { randomBytes } from 'node:crypto'
import { copyFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LIMITS, openNativeLibrary } from '../../../src/channels/archive/library/native.ts'
import type { ArchivedLine, ArchiveLibrary } from '../../../src/channels/archive/library.ts'
import { type ArchiveStandIn, archiveStandIn, compiler, needsCompiler } from '../../support/archive-stand-in.ts'

const MB = 1024 ** 2
let archive: ArchiveStandIn
let opened: ArchiveLibrary[]
let at: number

/** The library over the stand-in; the back-off is over whenever it is asked again. */
function open(limits: Partial<typeof LIMITS> = {}, other: Partial<ArchiveStandIn['account']> = {}): ArchiveLibrary {
  const now = () => {
    at += 1_000_000
    return new Date(at)
  }
  const library = openNativeLibrary({ account: { ...archive.account, ...other }, limits: { ...LIMITS, ...limits }, now })
  opened.push(library)
  return library
}

const talk = (n: number) => ({
  msgid: `m${n}`,
  action: 'send',
  from: 'zhou',
  roomid: 'wrABC',
  msgtype: 'text',
  text: { content: `三社路灯第${n}次` },
})
const talks = (count: number, from = 1) => Array.from({ length: count }, (_, i) => ({ talk: talk(from + i) }))

/** All there is, as the channel asks for it; what came to nothing on the way is noted. */
async function readAll(from: ArchiveLibrary, limit = 1000): Promise<{ lines: ArchivedLine[]; troubles: string[] }> {
  const lines: ArchivedLine[] = []
  const troubles: string[] = []
  for (;;) {
    const fetched = await from.fetch(lines.at(-1)?.seq ?? 0, limit)
    if (fetched.outcome === 'refused') troubles.push(String(fetched.code))
    if (fetched.outcome === 'failed') troubles.push(fetched.why)
    if (fetched.outcome !== 'lines') continue
    if (fetched.lines.length === 0) return { lines, troubles }
    lines.push(...fetched.lines)
  }
}

describe.skipIf(!compiler)(`Tencent's library in a process of its own${needsCompiler}`, () => {
  beforeEach(() => {
    at = 0
    opened = []
    archive = archiveStandIn()
  })
  afterEach(async () => {
    for (const library of opened) await library.close()
    archive.close()
  })

  it('gives what comes after a number, opened with the key of its version', async () => {
    archive.say(talks(7))
    const from = open()
    expect(await from.fetch(4, 2)).toEqual({
      outcome: 'lines',
      lines: [5, 6].map((n) => ({ seq: n, msgid: `m${n}`, talk: JSON.stringify(talk(n)), why: null })),
    })
    expect(await from.fetch(7, 1000)).toEqual({ outcome: 'lines', lines: [] })
    archive.say(talks(1, 8))
    expect((await readAll(from)).lines.map((l) => l.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  it('loses nothing and gives nothing twice, whatever happens on the way', async () => {
    archive.say(talks(900))
    archive.fault(
      { call: 'GetChatData', kind: 'cut' },
      { call: 'GetChatData', after: 1, kind: 'code', number: 10001 },
      { call: 'GetChatData', after: 1, kind: 'errcode', number: 301042 },
      { call: 'DecryptData', after: 250, kind: 'crash' },
      { call: 'DecryptData', after: 500, kind: 'hang' },
    )
    const { lines, troubles } = await readAll(open({ answerMs: 2000 }), 300)
    expect(lines.map((l) => l.talk)).toEqual(talks(900).map((t) => JSON.stringify(t.talk)))
    expect(new Set(troubles)).toEqual(new Set(['10001', '301042', 'crashed: SIGABRT', 'no answer within 2 s']))
  })

  it('says of a line why it could not be opened, and opens the others', async () => {
    const [first, second] = talks(2)
    if (!first || !second) return
    archive.say([first, { talk: talk(9), version: 4 }, { talk: 'no JSON' }, { talk: '{"cut":' }, second])
    archive.fault({ call: 'DecryptData', after: 3, kind: 'code', number: 10006 })
    expect((await readAll(open())).lines.map((l) => l.why)).toEqual([
      null,
      'no private key of version 4',
      'not decrypted: 10006',
      'cut off or not JSON',
      'not decrypted: 10006',
    ])
  })

  it('opens lines with a key that was put into the folder meanwhile, and with no key that is another', async () => {
    const third = join(archive.account.keys, 'private_key_3.pem')
    renameSync(third, `${third}.away`)
    copyFileSync(join(archive.account.keys, 'private_key_1.pem'), join(archive.account.keys, 'private_key_2.pem'))
    archive.say([2, 3].map((version) => ({ talk: talk(version), version })))
    const from = open()
    expect((await readAll(from)).lines.map((l) => l.why)).toEqual([
      'the private key of version 2 does not fit',
      'no private key of version 3',
    ])
    renameSync(`${third}.away`, third)
    expect((await from.fetch(1, 1)).outcome === 'lines' && (await readAll(from)).lines[1]?.talk).toBe(JSON.stringify(talk(3)))
  })

  it('passes over a line on which native code dies every time, and over no other', async () => {
    archive.say(talks(30))
    // The 13th: in a thousand, in a hundred, in ten, alone.
    for (const after of [12, 12, 12, 2]) archive.fault({ call: 'DecryptData', after, kind: 'crash' })
    const { lines, troubles } = await readAll(open())
    expect(lines.filter((l) => l.talk === null)).toEqual([{ seq: 13, msgid: 'm13', talk: null, why: 'the library does not survive it' }])
    expect([lines.length, troubles.length]).toEqual([30, 4])
  })

  it('starts again later and later after the process came to nothing', async () => {
    archive.say(talks(1))
    let now = 0
    const library = openNativeLibrary({ account: archive.account, limits: LIMITS, now: () => new Date(now) })
    opened.push(library)
    archive.fault({ call: 'Init', kind: 'crash' }, { call: 'Init', kind: 'code', number: 10001 })
    const tries: string[] = []
    for (now of [0, 500, 1000, 4999, 5000]) {
      const { outcome, ...more } = await library.fetch(0, 10)
      tries.push(`${outcome} ${'code' in more ? more.code : 'why' in more ? more.why : more.lines.length}`)
    }
    expect(tries).toEqual(['failed crashed: SIGABRT', 'failed crashed: SIGABRT', 'refused 10001', 'refused 10001', 'lines 1'])
  })

  it('ends a process that holds too much memory', async () => {
    archive.say(talks(2))
    archive.fault({ call: 'DecryptData', kind: 'eat', number: 200 })
    const { lines, troubles } = await readAll(open({ memoryBytes: 250 * MB }))
    expect([lines.length, troubles.length, troubles[0]]).toEqual([2, 1, expect.stringMatching(/^held \d+ MB$/u)])
  })

  it('refuses plainly what is no such library, or not there, or not this account', async () => {
    const text = join(archive.account.keys, 'libWeWorkFinanceSdk_C.so')
    writeFileSync(text, 'text')
    const why = async (other: Partial<ArchiveStandIn['account']>) => JSON.stringify(await open({}, other).fetch(0, 1))
    expect(await why({ sdk: join(archive.account.keys, 'none.so') })).toMatch(/"failed","why":"no library at .*none\.so/u)
    expect(await why({ sdk: text })).toMatch(/"failed","why":"not the library: /u)
    expect(await why({ secret: 'another' })).toBe('{"outcome":"refused","code":10003}')
  })

  it('goes through the proxy it is given', async () => {
    archive.close()
    archive = archiveStandIn({ proxy: 'http://10.0.0.1:8081', proxyPassword: 'name:word' })
    archive.say(talks(1))
    expect((await readAll(open())).lines).toHaveLength(1)
    expect(await open({}, { proxyPassword: 'name:other' }).fetch(0, 1)).toEqual({ outcome: 'refused', code: 10001 })
  })

  it('takes media in pieces, never more than it may', async () => {
    const sizes = Array.from({ length: 40 }, (_, i) => (i * 66 * 1024) % (3 * MB))
    const files = sizes.map((size) => randomBytes(size))
    for (const [i, bytes] of files.entries()) archive.media(`voice${i}`, bytes)
    const from = open()
    archive.fault({ call: 'GetMediaData', after: 1, kind: 'crash' })
    for (const [i, bytes] of files.entries()) {
      let got = await from.media(`voice${i}`, 2 * MB)
      if (got.outcome === 'failed') got = await from.media(`voice${i}`, 2 * MB)
      if (bytes.length > 2 * MB) expect(got).toEqual({ outcome: 'too-big' })
      else expect(got.outcome === 'bytes' && bytes.equals(got.bytes), `voice${i}`).toBe(true)
    }
    expect(await from.media('none', MB)).toEqual({ outcome: 'refused', code: 10005 })
  })
})
