import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chronicleOf } from '../../src/store/cases.ts'
import { openDatabase } from '../../src/store/connect.ts'
import { checkHistories } from '../../src/store/histories.ts'
import { closeBytes } from '../../src/store/seal.ts'
import { createKeyRing } from '../../src/store/sealing/key-ring.ts'
import { rotateKeys, sealWhatIsPlain } from '../../src/store/sealing/rotate.ts'
import { fromSevenBits, inSevenBits } from '../../src/store/sealing/seven-bits.ts'
import type { Database } from '../../src/store/transaction.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'

const TOWN = 't'
const PHONE = '13912345678'
const AT = new Date('2026-11-24T01:00:00Z')
const atOnce = async () => {}

let database: FreshDatabase
let dataDir: string
beforeAll(async () => {
  database = await freshDatabase()
  dataDir = mkdtempSync(join(tmpdir(), 'shuoshi-keys-'))
})
afterAll(async () => {
  rmSync(dataDir, { recursive: true, force: true })
  await database.close()
})

const open = () => openDatabase({ url: database.url, connections: 2, key: { secretKey: null, dataDir } })
const keyFile = () => join(dataDir, 'secret.key')
const message = { townId: TOWN, channel: 'sandbox', conversation: 'g:g', at: AT }

async function sql<T>(query: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  return (await client.query(query, values).finally(() => client.end())).rows
}
const said = async () => (await sql<{ text: string }>('SELECT text FROM "Message" ORDER BY seq')).map((r) => r.text)

async function read(): Promise<unknown> {
  const { prisma, close } = open()
  const messages = await prisma.message.findMany({ orderBy: { seq: 'asc' } })
  const [person] = await prisma.person.findMany({ where: { townId: TOWN, phone: PHONE } })
  const photo = await prisma.photo.findFirst()
  await close()
  return { texts: messages.map((m) => m.text), photos: messages.map((m) => m.photos), person: person?.id, photo: photo && [...photo.bytes] }
}
const AS_WRITTEN = {
  texts: ['从前写的', '路灯又不亮了', ''],
  photos: [[], [{ id: 'ab12', name: '我家门口.jpg' }], []],
  person: 'p',
  photo: [1, 2, 3],
}

describe('what is sealed', () => {
  it('is read as it was written, and what an older edition wrote is read as well', async () => {
    await sql(
      `INSERT INTO "Message" ("townId", channel, id, conversation, text, at, "ticketIds") VALUES ('t', 'sandbox', 'old', 'g:g', '从前写的', now(), '{}')`,
    )
    const { prisma, close } = open()
    await prisma.town.create({ data: { id: TOWN, name: '镇', sample: false } })
    await prisma.person.create({ data: { townId: TOWN, id: 'p', name: '周大爷', phone: PHONE, position: 1 } })
    await prisma.photo.create({ data: { townId: TOWN, id: 'ab12', type: 'image/png', bytes: Uint8Array.of(1, 2, 3) } })
    await prisma.message.createMany({
      data: [
        { ...message, id: 'a', text: '路灯又不亮了', photos: [{ id: 'ab12', name: '我家门口.jpg' }] },
        { ...message, id: 'b', text: '' },
      ],
    })
    await close()
    expect(await read()).toEqual(AS_WRITTEN)
    const [person] = await sql<{ phone: string; phoneMark: string }>('SELECT * FROM "Person"')
    expect(JSON.stringify([person, await said(), await sql('SELECT photos FROM "Message"')])).not.toMatch(/139|路灯|门口/u)
    // Empty stays empty, so that it can be asked for.
    expect(await said()).toEqual(['从前写的', expect.stringMatching(/^~[tw]\d+:/u), ''])
  })

  it('cannot be asked for by its words', async () => {
    const { prisma, close } = open()
    await expect(prisma.message.findMany({ where: { text: '路灯又不亮了' } })).rejects.toThrow('Message.text is sealed')
    expect(await prisma.message.count({ where: { text: { not: '' } } })).toBe(2)
    await close()
  })

  it('reads what an edition before this one sealed, and takes every byte back from its seven bits', async () => {
    const { current } = await createKeyRing(database.url, { secretKey: null, dataDir }).keys()
    const before = (kind: 't' | 'j', plain: string) =>
      `sealed-${kind}:${current.id}:${closeBytes(current.key, Buffer.from(plain)).toString('base64url')}`
    await sql(
      `INSERT INTO "Message" ("townId", channel, id, conversation, text, photos, at, "ticketIds")
       VALUES ('t', 'sandbox', 'before', 'g:g', '${before('t', '去年写的')}', '[{"id":"ab","name":"${before('t', '我家.jpg')}"}]', now(), '{}')`,
    )
    const { prisma, close } = open()
    const { text, photos } = await prisma.message.findFirstOrThrow({ where: { id: 'before' } })
    expect([text, photos]).toEqual(['去年写的', [{ id: 'ab', name: '我家.jpg' }]])
    await prisma.message.deleteMany({ where: { id: 'before' } })
    await close()
    const bytes = Buffer.from(Array.from({ length: 1024 }, (_, n) => (n * 89) % 256))
    const lengths = Array.from({ length: 40 }, (_, n) => bytes.subarray(n, n * 3))
    expect(lengths.map((b) => fromSevenBits(inSevenBits(b)))).toEqual(lengths)
    expect(inSevenBits(bytes)).not.toContain('\0')
  })

  it('leaves what only looks sealed as somebody wrote it', async () => {
    const { prisma, close } = open()
    const [name, text] = ['sealed-t:1:abcd', '~t2:efgh']
    await prisma.person.create({ data: { townId: TOWN, id: 'x', name, position: 2 } })
    const row = await prisma.message.create({ data: { ...message, id: 'x', text } })
    expect([
      (await prisma.person.findFirst({ where: { id: 'x' } }))?.name,
      (await prisma.message.findFirst({ where: { seq: row.seq } }))?.text,
    ]).toEqual([name, text])
    await prisma.message.delete({ where: { townId_seq: { townId: TOWN, seq: row.seq } } })
    await close()
  })
})

describe('a change of the keys', () => {
  it('seals what was plain, and touches no history but to seal it', async () => {
    await sql('UPDATE "DataKey" SET "doneAt" = NULL')
    await sealWhatIsPlain(database.url, { secretKey: null, dataDir })
    expect((await said())[0]).toMatch(/^~[tw]\d+:/u)
    expect(await sql(`SELECT 1 FROM "DataKey" WHERE "doneAt" IS NULL AND use = 'seal'`)).toEqual([])
    expect(await read()).toEqual(AS_WRITTEN)
  })

  it('goes on where it was killed, while messages arrive, and leaves no row behind that only a dropped key opens', async () => {
    const place = { secretKey: null, dataDir }
    const writer = open()
    await sql(
      `INSERT INTO "Message" ("townId", channel, id, conversation, text, at, "ticketIds")
       SELECT 't', 'sandbox', 'many' || n, 'g:g', '第' || n || '句', now(), '{}' FROM generate_series(1, 1000) n`,
    )
    // Killed while it waits until everybody knows of the new key.
    await writer.unlock()
    const killed = async () => {
      throw new Error('killed')
    }
    await writer.prisma.message.count()
    await expect(rotateKeys(database.url, place, killed)).rejects.toThrow('killed')
    await writer.close()
    await sql(`UPDATE "DataKey" SET "madeAt" = "madeAt" - interval '1 minute'`)
    const [fresh] = await sql<{ id: number }>(`SELECT max(id) AS id FROM "DataKey" WHERE use = 'seal'`)
    const looking = new pg.Client({ connectionString: database.url })
    await looking.connect()
    const anew = async () =>
      (await looking.query<{ n: number }>(`SELECT count(*)::int AS n FROM "Message" WHERE text ~ '^~[tw]${fresh?.id}:'`)).rows[0]?.n ?? 0
    // Killed in the middle of its rows, as a process.
    const program = join(import.meta.dirname, '../../scripts/rotate-key.ts')
    const child = spawn(process.execPath, [program], {
      env: { PATH: process.env.PATH ?? '', DATABASE_URL: database.url, DATA_DIR: dataDir },
    })
    const ended = new Promise((done) => child.once('exit', (_code, signal) => done(signal)))
    while ((await anew()) === 0) await sleep(10)
    child.kill('SIGKILL')
    expect(await ended).toBe('SIGKILL')
    expect(await anew()).toBeLessThan(1000)
    await looking.end()

    const running = open()
    await running.unlock()
    let rotating = true
    const done = rotateKeys(database.url, place, atOnce).finally(() => {
      rotating = false
    })
    const arrived: string[] = []
    while (rotating) {
      arrived.push(`arrived${arrived.length}`)
      const id = `many-${arrived.at(-1)}`
      await running.prisma.message.create({ data: { ...message, id, text: arrived.at(-1) ?? '' } })
    }
    expect(await done).toMatchObject({ master: 'file' })
    expect(await sql(`SELECT id FROM "DataKey" WHERE use = 'seal'`)).toEqual([fresh])
    expect((await said()).filter((text) => text !== '' && !new RegExp(`^~[tw]${fresh?.id}:`, 'u').test(text))).toEqual([])
    const many = await running.prisma.message.findMany({ where: { id: { startsWith: 'many' } }, orderBy: { seq: 'asc' } })
    expect(many.map((m) => m.text)).toEqual([...Array.from({ length: 1000 }, (_, n) => `第${n + 1}句`), ...arrived])
    await running.close()
    await sql(`DELETE FROM "Message" WHERE id LIKE 'many%'`)
    expect(await read()).toEqual(AS_WRITTEN)
  })

  it('leaves nothing that the old key opens, and everything as it was', async () => {
    const [before, oldFile] = [await said(), readFileSync(keyFile(), 'utf8')]
    // A process that has the old keys at hand, and looks again when it meets a new one.
    const running = open()
    await running.unlock()
    expect(await rotateKeys(database.url, { secretKey: null, dataDir }, atOnce)).toMatchObject({ master: 'file' })
    expect((await running.prisma.message.findFirst({ where: { id: 'a' } }))?.text).toBe('路灯又不亮了')
    await running.close()
    const after = await said()
    expect(after.filter((text) => text !== '' && before.includes(text))).toEqual([])
    expect(await read()).toEqual(AS_WRITTEN)
    expect([readFileSync(keyFile(), 'utf8') === oldFile, existsSync(`${keyFile()}.next`)]).toEqual([false, false])
    writeFileSync(keyFile(), oldFile)
    await expect(createKeyRing(database.url, { secretKey: null, dataDir }).keys()).rejects.toMatchObject({
      fault: { fault: 'secret-key-wrong' },
    })
    rmSync(keyFile())
    await expect(createKeyRing(database.url, { secretKey: null, dataDir }).keys()).rejects.toMatchObject({
      fault: { fault: 'secret-key-missing' },
    })
    expect(existsSync(keyFile())).toBe(false)
  })
})

it('keeps histories whole, whatever key they are sealed with', async () => {
  const town = await freshDatabase()
  const key = { secretKey: 'one key for this history', dataDir: '' }
  const next = { ...key, secretKey: 'another key for this history' }
  const { prisma: first, close } = openDatabase({ url: town.url, connections: 2, key })
  await chronicleOf(first, TOWN).append('duty:V-LAMP', [
    { at: AT, what: 'changed', by: null, note: '换了灯泡', data: { before: '三天', n: 7 } },
  ])
  const lines = (db: Database) => db.chronicleLine.findMany({ select: { note: true, data: true, hash: true } })
  const before = await lines(first)
  expect(await rotateKeys(town.url, { ...key, nextSecretKey: next.secretKey }, atOnce)).toEqual({
    rows: 1,
    master: 'setting',
  })
  await close()
  const { prisma, close: shut } = openDatabase({ url: town.url, connections: 2, key: next })
  expect(await lines(prisma)).toEqual(before)
  expect(await checkHistories(prisma)).toMatchObject({ lines: 1, bent: [] })
  const client = new pg.Client({ connectionString: town.url })
  await client.connect()
  await client.query(`SELECT set_config('shuoshi.seal_anew', 'on', false)`)
  await expect(client.query(`UPDATE "ChronicleLine" SET what = 'x'`)).rejects.toThrow('append-only')
  await client.end()
  await shut()
  await town.close()
})
