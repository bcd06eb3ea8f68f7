import { mkdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { createClassifier } from '../../src/classify/classify.ts'
import { sampleDuties } from '../../src/roster/duty-list.ts'
import { type Qyapi, startQyapi } from '../../test/support/qyapi.ts'
import { callAt, xmlCall } from '../../test/support/wecom-callback.ts'
import { KEYS, WECOM } from './door.ts'
import { median, shares } from './load.ts'
import { startProduct } from './product.ts'

const TIMES = 40
/** Written down, handled, its window ended, told, taken out for the platform, settled. */
const COMMITS = 6
const MATTER = '我是坪头村的，三社路口的路灯坏了不亮'
const WAIT_MS = 20_000
let count = 0

interface Heard {
  ack: number[]
  notice: number[]
}

/** From a callback's first byte to its answer, and to the first word that its sender gets. Milliseconds. */
async function hear(address: string, qyapi: Qyapi): Promise<Heard> {
  const heard: Heard = { ack: [], notice: [] }
  for (let n = 0; n < TIMES; n++) {
    const user = `notice${++count}`
    const call = xmlCall('/wecom/app', KEYS, {
      ...{ FromUserName: user, CreateTime: String(Math.floor(Date.now() / 1000)), MsgType: 'text', Content: MATTER },
      ...{ MsgId: String(9_000_000_000 + count), AgentID: '1' },
    })
    const began = performance.now()
    await (await callAt(address, call)).arrayBuffer()
    heard.ack.push(performance.now() - began)
    while (!qyapi.posted.some((p) => p.to === user) && performance.now() - began < WAIT_MS) await new Promise((done) => setTimeout(done, 1))
    heard.notice.push(performance.now() - began)
  }
  return heard
}

async function timed(times: number, act: () => unknown): Promise<number> {
  const took: number[] = []
  for (let n = 0; n < times; n++) {
    const began = performance.now()
    await act()
    took.push(performance.now() - began)
  }
  return shares(took).p99
}

/** What of it nobody can do without, each by itself: a commit, a call of the platform, the judging. */
async function parts(url: string, qyapi: Qyapi, ack: readonly number[]): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const commit = await timed(TIMES, () => client.query(`INSERT INTO "Bucket" (name, tokens, at) VALUES ('bench${++count}', 1, now())`))
  await client.query(`DELETE FROM "Bucket" WHERE name LIKE 'bench%'`)
  await client.end()
  const call = await timed(TIMES, async () => (await fetch(`${qyapi.base}gettoken?corpid=${KEYS.receiveId}&corpsecret=x`)).text())
  const { judge } = createClassifier({ duties: sampleDuties, places: [] })
  const judging = await timed(TIMES, () => judge(MATTER))
  return shares([...ack]).p99 + COMMITS * commit + call + judging
}

/** A language model that takes every question and never answers. */
async function hangingModel(): Promise<{ base: string; close(): void }> {
  const server = createServer(() => {})
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()))
  const { port } = server.address() as AddressInfo
  return {
    base: `http://127.0.0.1:${port}/v1`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** A database of its own beside the other's, so that two programs run at once and neither takes the other's work. */
async function besideIt({ DATABASE_URL, DATA_DIR }: Own): Promise<Own> {
  const client = new pg.Client({ connectionString: DATABASE_URL })
  await client.connect()
  await client.query('CREATE DATABASE hung')
  await client.end()
  const url = new URL(DATABASE_URL)
  url.pathname = '/hung'
  const own = { DATABASE_URL: url.href, DATA_DIR: join(DATA_DIR, 'hung') }
  await mkdir(own.DATA_DIR)
  await (await startProduct(own)).stop()
  return own
}

interface Own extends Record<string, string> {
  DATABASE_URL: string
  DATA_DIR: string
}

/**
 * Message to notice at a loopback platform against the sum of its parts, and with a model that hangs against without, in turn in each round:
 * at the 99th of 100 of all that was told in all rounds.
 */
export async function noticeLatency(own: Own, rounds: number) {
  const qyapi = await startQyapi({ corpId: KEYS.receiveId, secrets: [WECOM.WECOM_SECRET] })
  const model = await hangingModel()
  const env = { ...WECOM, WECOM_API_BASE: qyapi.base, REPORT_WINDOW_SECONDS: '0', SANDBOX: 'off' }
  const asking = { LLM_BASE_URL: model.base, LLM_API_KEY: 'none', LLM_MODEL: 'none', LLM_WHEN: 'always' }
  const without = await startProduct({ ...own, ...env })
  const withModel = await startProduct({ ...(await besideIt(own)), ...env, ...asking })
  for (const it of [without, withModel]) await hear(it.address, qyapi)
  const all: Heard = { ack: [], notice: [] }
  const hung: Heard = { ack: [], notice: [] }
  const against: number[] = []
  for (let n = 0; n < rounds; n++) {
    const heard = await hear(without.address, qyapi)
    against.push(shares([...heard.notice]).p99 / (await parts(own.DATABASE_URL, qyapi, heard.ack)))
    const slow = await hear(withModel.address, qyapi)
    for (const what of ['ack', 'notice'] as const) {
      all[what].push(...heard[what])
      hung[what].push(...slow[what])
    }
  }
  await without.stop()
  await withModel.stop()
  model.close()
  await qyapi.close()
  const [notice, ack] = [shares(all.notice), shares(all.ack)]
  return {
    p99Ms: Number(notice.p99.toFixed(2)),
    againstParts: Number(median(against).toFixed(2)),
    ackP99Ms: Number(ack.p99.toFixed(2)),
    hangingModelNotice: Number((shares(hung.notice).p99 / notice.p99).toFixed(2)),
    hangingModelAck: Number((shares(hung.ack).p99 / ack.p99).toFixed(2)),
  }
}
