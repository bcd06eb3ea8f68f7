import { spawn } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { erasedBeside } from '../../src/backup/erased-since.ts'
import { keepErased } from '../../src/backup/erasure-record.ts'
import { WORD } from '../../src/backup/manifest.ts'
import { writeBackup } from '../../src/backup/write-backup.ts'
import { putSettings } from '../../src/settings/env-file.ts'
import { masterSealer } from '../../src/store/sealing/master-key.ts'
import { startAibot } from '../support/aibot.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { openDatabase, SECRET_KEY } from '../support/keys.ts'
import { type Qyapi, startQyapi } from '../support/qyapi.ts'

const root = resolve(import.meta.dirname, '../..')
const AES = 'a'.repeat(43)
let dir: string
let database: FreshDatabase
let qyapi: Qyapi

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'shuoshi-tools-'))
  database = await freshDatabase()
  qyapi = await startQyapi()
})
afterAll(async () => {
  await qyapi.close()
  await database.close()
  rmSync(dir, { recursive: true, force: true })
})

function script(
  name: string,
  args: string[],
  options: { env?: Record<string, string>; typed?: string[] } = {},
): Promise<{ code: number | null; said: string }> {
  const env = { PATH: process.env.PATH ?? '', DATABASE_URL: database.url, DATA_DIR: dir, SECRET_KEY, ...options.env }
  const child = spawn(process.execPath, [join(root, 'scripts', name), ...args], { env, stdio: ['pipe', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)))
  child.stdin.end((options.typed ?? []).map((l) => `${l}\n`).join(''))
  return new Promise((done) => child.on('close', (code) => done({ code, said })))
}

describe('npm run doctor', () => {
  const app = { WECOM_CORP_ID: 'ww01', WECOM_AGENT_ID: '1', WECOM_TOKEN: 'token', WECOM_AES_KEY: AES }

  it('says one line each, and what to do where something is wrong', async () => {
    const { said, code } = await script('doctor.ts', [])
    expect(said).toContain('好  设置：写法都对。')
    expect(said).toContain('要改  数据库：关了落盘（fsync 或 synchronous_commit），断电会丢数据，请在数据库的设置里打开。')
    expect(said).toContain('好  字体：在。')
    expect(said.trim().split('\n').at(-1)).toBe('有1处要改。')
    expect(code).toBe(1)
  })

  it('tries each secret, and tells a wrong one from a network that is away', async () => {
    const archive = { WECOM_ARCHIVE_SECRET: 'secret-1', WECOM_ARCHIVE_KEYS: join(dir, 'keys'), WECOM_ARCHIVE_SDK: `file:${dir}` }
    qyapi.serve.set('msgaudit/get_permit_user_list', () => ({ errcode: 301052 }))
    const right = await script('doctor.ts', [], { env: { ...app, ...archive, WECOM_SECRET: 'secret-1', WECOM_API_BASE: qyapi.base } })
    expect(right.said).toContain('要改  会话内容存档：会话内容存档的使用期到了，请续费（301052）。')
    expect(right.said).toContain(`要改  存档的私钥：${join(dir, 'keys')} 里没有，请运行 npm run connect 做一对。`)
    expect(right.said).toContain(`好  存档：由别的程序取好放在 ${dir}，目录在。`)
    expect(right.said).toContain('好  企业微信应用：企业微信认得，连得通。')
    expect(right.said).toContain('/wecom/app')
    const wrong = await script('doctor.ts', [], { env: { ...app, WECOM_SECRET: 'secret-2', WECOM_API_BASE: qyapi.base } })
    expect(wrong.said).toContain('要改  企业微信应用：企业 ID 或密钥不对（40001），请核对 WECOM_CORP_ID 和 WECOM_SECRET。')
    const away = await script('doctor.ts', [], { env: { ...app, WECOM_SECRET: 'secret-1', WECOM_API_BASE: 'http://127.0.0.1:9/cgi-bin/' } })
    expect(away.said).toContain('要改  企业微信应用：连不上 127.0.0.1:9')
  })

  it('tries the bot’s line without a word on it, and the gateway of Wechaty', async () => {
    const aibot = await startAibot()
    const bot = { WECOM_BOT_ID: 'bot-1', WECOM_BOT_SECRET: 'bot-secret' }
    const wechaty = { WECHATY_PUPPET: 'wechaty-puppet-service', WECHATY_TOKEN: 'insecure_token' }
    const here = { WECOM_WS_URL: aibot.url, WECHATY_ENDPOINT: new URL(aibot.url).host }
    const right = await script('doctor.ts', [], { env: { ...bot, ...wechaty, ...here } })
    expect(right.said).toContain('好  智能机器人：连得通。')
    expect(right.said).toContain(`好  Wechaty：网关 ${here.WECHATY_ENDPOINT} 连得通。`)
    expect([aibot.subscribed, aibot.broken]).toEqual([0, []])
    await aibot.close()
    const away = await script('doctor.ts', [], { env: { ...bot, ...wechaty, ...here } })
    expect(away.said).toContain(`要改  智能机器人：连不上 ${here.WECHATY_ENDPOINT}`)
    expect(away.said).toContain(`要改  Wechaty：连不上网关 ${here.WECHATY_ENDPOINT}，请看它开着没有`)
  })

  it('names a setting that is half', async () => {
    expect((await script('doctor.ts', [], { env: app })).said).toContain('要改  WECOM_SECRET：没有写')
  })
})

describe('npm run restore', () => {
  it('brings nobody back who was forgotten after the newest backup', async () => {
    const town = await freshDatabase({ sample: true })
    const empty = await freshDatabase({ as: 'TEMPLATE template0' })
    const backups = join(dir, 'backups')
    const closedWord = masterSealer({ secretKey: SECRET_KEY, dataDir: dir }).close(WORD)
    await writeBackup({ url: town.url, dir: join(backups, 'newest'), now: () => new Date('2026-11-29T03:10:00+08:00'), closedWord })
    const sampleTown = openDatabase({ url: town.url, connections: 1 })
    const [resident] = await sampleTown.prisma.personRole.findMany({ where: { role: 'resident' }, orderBy: { personId: 'asc' } })
    await sampleTown.close()
    const whom = resident?.personId ?? ''
    const env = { BACKUP_DIR: backups }
    const forgotten = await script('forget.ts', [whom, '--commit'], { env: { ...env, DATABASE_URL: town.url } })
    expect([forgotten.code, forgotten.said]).toEqual([0, expect.stringContaining('已删去')])
    const restored = await script('restore.ts', [join(backups, 'newest')], { env: { ...env, DATABASE_URL: empty.url } })
    expect([restored.code, restored.said]).toEqual([0, expect.stringContaining('备份以后有1人要求过“忘记我”，已经再删了一遍')])
    const { prisma, close } = openDatabase({ url: empty.url, connections: 1 })
    expect(await prisma.person.findMany({ where: { id: whom } })).toEqual([])
    expect(await prisma.erasure.findMany({ select: { whom: true, wish: true } })).toEqual([{ whom, wish: 'operator' }])
    await close()
    // A record with a line that was cut off is gone on with.
    appendFileSync(join(backups, 'erased.jsonl'), '{"town":')
    const later = { town: 't', id: 'e2', whom: 'p2', at: new Date('2026-11-29T04:00:00+08:00'), wish: 'self' as const }
    for (const _ of [1, 2]) await keepErased(backups, [later])
    expect((await erasedBeside([backups])).map((e) => e.whom)).toEqual(expect.arrayContaining([whom, 'p2']))
    for (const database of [town, empty]) await database.close()
  })
})

it('puts settings where they stand and leaves all else', () => {
  expect(putSettings('A=1\r\nexport B=2\n# C=3\n\n', { B: 'two words', C: '3' })).toBe("A=1\nB='two words'\n# C=3\nC=3\n")
  expect(putSettings('', { A: '1' })).toBe('A=1\n')
})

it.each(['C:\\keys\\new', 'C:\\我的 文档\\new.dll', "it's", 'a"b', 'a#b', "a`b'c", '说事,坪头 小助手'])(
  'writes %s so that it is read again',
  (value) => {
    expect(parseEnv(putSettings('', { A: value }))).toEqual({ A: value })
  },
)
