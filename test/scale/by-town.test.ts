import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Qyapi, startQyapi } from '../support/qyapi.ts'
import { recordStatements } from '../support/statements.ts'
import { startTown, type Town } from '../support/town.ts'
import { callAt, xmlCall } from '../support/wecom-callback.ts'

// The rules of the way past one machine (.github/scale.md): a town's rows lie together, and whoever works for a town asks one place.

/** Tables that are no town's: each would be one copy for all machines. */
const OF_NO_TOWN: Readonly<Record<string, string>> = {
  _prisma_migrations: 'which steps the schema has taken',
  Town: 'the list of towns itself; its id is what everything is spread by',
  ProductClock: 'one row: all towns live in one time',
  Bucket: 'rates of a platform or a door, whoever speaks through it',
  Lease: 'what one instance may own among all of them',
  ChannelState: 'how a way of speaking stands for the whole installation',
  ChannelGap: 'when such a way may have missed something',
  BackupRun: 'a backup is of the whole database',
  DataKey: 'with which what people said is sealed, in the whole database',
}

/** Keys of a town's table that do not name the town: a secret in a link comes before anybody knows whose it is. */
const BEFORE_THE_TOWN: Readonly<Record<string, string>> = {
  ApiKey_hash_key: 'a program shows its key and nothing else',
  VillageCode_code_key: 'a QR code on a wall holds the code and nothing else',
  Slip_key_key: 'the cookie of a page behind a QR code',
  ScreenLink_token_key: 'the link of a hall screen',
}

/** Numbers that a database counts for all towns together. They order what one town wrote, and nobody asks for one without its town. */
const ONLY_ORDER: Readonly<Record<string, string>> = {
  'Message.seq': 'which was heard first',
  'Notice.seq': 'which is told first',
  'Post.seq': 'which is sent first',
  'BulletinItem.seq': 'which stands first in the day’s post',
  'WebhookDelivery.seq': 'which change is told first',
}

/** Statements that look across towns: they find whose turn it is, along an index of what is still to be done, or do the same in each. */
const FINDERS: Readonly<Record<string, string>> = {
  'SELECT t.id AS town, h.conversation FROM unnest(ARRAY(SELECT id FROM "Town" WHERE active)) AS t (id)':
    'where something was heard, town by town',
  'SELECT "townId" AS town, key FROM "Due" WHERE "doneAt" IS NULL': 'what is due',
  'SELECT t.id AS town, array_agg(j.name) AS jobs FROM "Town" t': 'at a start: schedules that never began',
  'SELECT "public"."Erasure"."townId"': 'each minute: who was forgotten, for the list beside the backups',
  'SELECT "townId" AS town, conversation FROM "Notice" WHERE state =': 'where something is to be told',
  'WITH RECURSIVE head AS ( (SELECT "townId", conversation, seq FROM "Post"': 'the first post of each conversation, taken in hand',
  'WITH due AS ( SELECT d."townId", d.id FROM "WebhookDelivery" d': 'which changes are to be told to programs, taken in hand',
  'UPDATE "public"."Post" SET "state" =': 'what an instance that ended had in its hand',
  'SELECT "public"."Post"."townId", "public"."Post"."id"': 'the same, where the platform would post it twice',
  'DELETE FROM "public"."WebhookDelivery" WHERE ("public"."WebhookDelivery"."state" IN':
    'now and then: what was told long ago goes, in all towns alike',
  'SELECT d."townId" AS town, d.key FROM "Due" d JOIN "Report" r': 'windows still open; only a clock that is moved by hand asks',
  'SELECT least((SELECT min(at) FROM "Due"': 'the next moment; only a clock that is moved by hand asks',
}

interface Key {
  table: string
  name: string
  says: string
}

const app = { token: 'tokenOfApp', aesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C', receiveId: 'ww01' }
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()
let qyapi: Qyapi
let town: Town

beforeAll(async () => {
  qyapi = await startQyapi({ secrets: ['secret-of-app'] })
  town = await startTown({
    ...{ WECOM_API_BASE: qyapi.base, WECOM_CORP_ID: 'ww01', SANDBOX: 'on' },
    ...{ WECOM_AGENT_ID: '1000002', WECOM_SECRET: 'secret-of-app', WECOM_TOKEN: app.token, WECOM_AES_KEY: app.aesKey },
  })
})
afterAll(async () => {
  await town.close()
  await qyapi.close()
})

const tablesOfTowns = async (): Promise<Set<string>> => {
  const rows = await town.rows<{ table: string }>(`SELECT c.relname AS table FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attname = 'townId' AND a.attnotnull`)
  return new Set(rows.map((r) => r.table))
}

describe('the schema', () => {
  it('gives every table to a town, but for those that are named', async () => {
    const all = await town.rows<{ table: string }>(
      `SELECT relname AS table FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
    )
    const ofTowns = await tablesOfTowns()
    expect(
      all
        .map((r) => r.table)
        .filter((t) => !ofTowns.has(t))
        .toSorted(),
    ).toEqual(Object.keys(OF_NO_TOWN).toSorted())
  })

  it('has the town in every primary, unique and foreign key of them', async () => {
    const keys = await town.rows<Key>(`
      SELECT c.relname AS table, i.relname AS name, pg_get_indexdef(i.oid) AS says FROM pg_index x
        JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class c ON c.oid = x.indrelid WHERE x.indisunique AND c.relnamespace = 'public'::regnamespace
      UNION ALL SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`)
    const without = keys.filter((k) => !k.says.includes('"townId"') && !(k.table in OF_NO_TOWN))
    expect(keys.length).toBeGreaterThan(60)
    expect(without.map((k) => k.name).toSorted()).toEqual(Object.keys(BEFORE_THE_TOWN).toSorted())
  })

  it('counts across towns only what orders', async () => {
    const counted = await town.rows<{ table: string; name: string }>(`
      SELECT c.relname AS table, c.relname || '.' || a.attname AS name FROM pg_attrdef d JOIN pg_class c ON c.oid = d.adrelid
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.adnum WHERE c.relnamespace = 'public'::regnamespace AND pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%'`)
    expect(counted.flatMap((c) => (c.table in OF_NO_TOWN ? [] : [c.name])).toSorted()).toEqual(Object.keys(ONLY_ORDER).toSorted())
  })
})

describe('what is said to the database', () => {
  const WITH_ITS_TOWN = /"townId" (?:= |IN )(?:ANY ?)?\(?\$\d|INTO [\w".]+ (?:AS \w+ )?\("townId"|INTO [\w".]+ \([^)]*"townId"/u
  const isFinder = (text: string) => Object.keys(FINDERS).some((begins) => text.startsWith(begins))

  it('names the town wherever it touches a town’s rows: a line of talk, a callback, a matter to its end, a digest', async () => {
    const group = (await town.group('坪头村')).id
    const [resident] = await town.people(`role=resident&village=${encodeURIComponent('坪头村')}`)
    const person = resident?.id ?? ''
    const recording = recordStatements()
    await town.say(group, person, '今天天气真好，去赶集吗')
    const word = { FromUserName: 'WangFang', CreateTime: '1', MsgType: 'text', MsgId: '101', Content: '你好' }
    expect((await callAt(town.url, xmlCall('/wecom/app', app, word))).status).toBe(200)
    await town.settle()
    await town.say(group, person, '三社路口的路灯不亮了')
    await town.settle()
    const [ticket] = await town.tickets()
    const owner = ticket?.owner?.id ?? ''
    await town.tell(owner, '接 1')
    await town.say(group, owner, '1号弄完了 换了灯泡')
    await town.settle()
    await town.tell(person, '满意')
    await town.settle()
    expect((await town.ticket('坪01')).status).toBe('closed')
    await town.clockTo('2026-11-25T18:00:00+08:00')
    recording.stop()
    expect(await town.rows(`SELECT 1 FROM "Notice" WHERE occasion = 'digest' LIMIT 1`)).toHaveLength(1)

    const ofTowns = await tablesOfTowns()
    const touched = (text: string): string[] =>
      [...text.matchAll(/(?:FROM|JOIN|UPDATE|INTO) (?:"public"\.)?"(\w+)"/gu)].map((m) => m[1] ?? '').filter((t) => ofTowns.has(t))
    const said = [...recording.texts].map(oneLine).filter((text) => touched(text).length > 0)
    // A table that is joined without its town would be asked of every machine.
    const isWhole = (text: string) => WITH_ITS_TOWN.test(text) && (text.match(/"townId"/gu) ?? []).length >= touched(text).length
    expect(said.length).toBeGreaterThan(60)
    expect(said.filter((text) => !isWhole(text) && !isFinder(text))).toEqual([])
  })
})
