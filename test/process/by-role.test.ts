import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type AibotServer, startAibot } from '../support/aibot.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { SECRET_KEY } from '../support/keys.ts'
import { type Program, startProgram } from '../support/program.ts'
import { type Qyapi, startQyapi } from '../support/qyapi.ts'
import { callAt, xmlCall } from '../support/wecom-callback.ts'

const app = { token: 'tokenOfApp', aesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C', receiveId: 'ww01' }
/** Processes start one after another on a busy machine. */
const PATIENT = { timeout: 60_000, interval: 50 }
const dataDir = mkdtempSync(join(tmpdir(), 'shuoshi-roles-'))
let database: FreshDatabase
let qyapi: Qyapi
let aibot: AibotServer
const running: Program[] = []

function start(ROLE: string): Program {
  const program = startProgram({
    ...{ ROLE, DATABASE_URL: database.url, DATA_DIR: dataDir, SECRET_KEY, OPERATOR_PASSWORD: 'passwordOfTheOperator', BACKUP_AT: 'off' },
    ...{ QUIET_FROM: '00:00', QUIET_TO: '00:00', REPORT_WINDOW_SECONDS: '0', WECOM_API_BASE: qyapi.base, WECOM_CORP_ID: 'ww01' },
    ...{ WECOM_AGENT_ID: '1000002', WECOM_SECRET: 'secret-of-app', WECOM_TOKEN: app.token, WECOM_AES_KEY: app.aesKey },
    ...{ WECOM_BOT_ID: 'bot-1', WECOM_BOT_SECRET: 'bot-secret', WECOM_WS_URL: aibot.url },
  })
  running.push(program)
  return program
}

async function rows<T>(query: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  return (await client.query(query).finally(() => client.end())).rows as T[]
}

const answersTo = (to: string): string[] =>
  qyapi.posted.filter((p) => p.path === 'message/send' && p.to === to).map((p) => (p.body.text as { content: string }).content)

beforeAll(async () => {
  qyapi = await startQyapi({ secrets: ['secret-of-app'] })
  aibot = await startAibot()
  database = await freshDatabase({ sample: true })
})
afterAll(async () => {
  for (const program of running) await program.kill('SIGKILL')
  await aibot.close()
  await qyapi.close()
  await database.close()
  rmSync(dataDir, { recursive: true, force: true })
})

it('is one township by three processes: one door, one that works, one that holds the line; another takes over from a killed one', async () => {
  const [door, owner, worker] = [start('door'), start('owner'), start('work')]
  const [address] = await Promise.all([door.ready(), owner.ready(), worker.ready()])
  let id = 0
  const write = async (from: string, words: string) => {
    const fields = { FromUserName: from, CreateTime: '1700000000', MsgType: 'text', Content: words, MsgId: String(++id) }
    // The platform sends what was not acknowledged in time once more; the same is the same.
    for (let n = 0; n < 2; n++) expect((await callAt(address, xmlCall('/wecom/app', app, fields))).status).toBe(200)
  }

  await write('ZhangWei', '坪头村三社路口的路灯不亮了，晚上看不见路')
  await expect.poll(() => answersTo('ZhangWei'), PATIENT).toEqual([expect.stringMatching(/^【坪01】已登记：/u)])

  // All three have the bot's secret; one is connected, and the lease says that somebody has it.
  await expect.poll(() => aibot.subscribed, PATIENT).toBe(1)
  expect(await rows(`SELECT name FROM "Lease" WHERE name LIKE 'wecom-bot:%' AND until > now()`)).toHaveLength(1)

  await worker.kill('SIGKILL')
  await write('LiMei', '坪头村二社从昨天就停水了')
  const waiting = await rows(`SELECT id FROM "Message" WHERE "handledAt" IS NULL`)
  expect(waiting).toHaveLength(1)
  expect(answersTo('LiMei')).toEqual([])

  await start('work').ready()
  await expect.poll(() => answersTo('LiMei'), PATIENT).toEqual([expect.stringMatching(/^【坪02】已登记：/u)])
  expect(await rows(`SELECT label FROM "Ticket" ORDER BY label`)).toEqual([{ label: '坪01' }, { label: '坪02' }])
  expect([answersTo('ZhangWei').length, aibot.subscribed]).toEqual([1, 1])
})
