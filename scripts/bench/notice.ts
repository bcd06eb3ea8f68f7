import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
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

/** Message to notice at a loopback platform against the sum of its parts, and with a model that hangs against without: at the 99th of 100. */
export async function noticeLatency(own: { DATABASE_URL: string; DATA_DIR: string }, rounds: number) {
  const qyapi = await startQyapi({ corpId: KEYS.receiveId, secrets: [WECOM.WECOM_SECRET] })
  const model = await hangingModel()
  const env = { ...own, ...WECOM, WECOM_API_BASE: qyapi.base, REPORT_WINDOW_SECONDS: '0', SANDBOX: 'off' }
  const asking = { LLM_BASE_URL: model.base, LLM_API_KEY: 'none', LLM_MODEL: 'none', LLM_WHEN: 'always' }
  const without = await startProduct(env)
  const all: { notice: number; against: number; ack: number }[] = []
  const hung: { notice: number; ack: number }[] = []
  await hear(without.address, qyapi)
  for (let n = 0; n < rounds; n++) {
    const heard = await hear(without.address, qyapi)
    const sum = await parts(own.DATABASE_URL, qyapi, heard.ack)
    const notice = shares(heard.notice).p99
    all.push({ notice, against: notice / sum, ack: shares(heard.ack).p99 })
  }
  await without.stop()
  const product = await startProduct({ ...env, ...asking })
  await hear(product.address, qyapi)
  for (let n = 0; n < rounds; n++) {
    const heard = await hear(product.address, qyapi)
    hung.push({ notice: shares(heard.notice).p99, ack: shares(heard.ack).p99 })
  }
  await product.stop()
  model.close()
  await qyapi.close()
  const of = <T>(list: readonly T[], figure: (one: T) => number) => Number(median(list.map(figure)).toFixed(2))
  const [notice, ack] = [of(all, (a) => a.notice), of(all, (a) => a.ack)]
  return {
    p99Ms: notice,
    againstParts: of(all, (a) => a.against),
    ackP99Ms: ack,
    hangingModelNotice: Number((of(hung, (h) => h.notice) / notice).toFixed(2)),
    hangingModelAck: Number((of(hung, (h) => h.ack) / ack).toFixed(2)),
  }
}
