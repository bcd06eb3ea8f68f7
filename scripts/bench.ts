// npm run bench [-- --json]: what this machine does, in one run; compare as ratios, not as seconds.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import Fastify from 'fastify'
import { createClassifier } from '../src/classify/classify.ts'
import { startEmbedded } from '../src/database/embedded.ts'
import { sampleDuties } from '../src/roster/duty-list.ts'

const CONNECTIONS = 32
const SECONDS = 4

/** Requests answered per second with so many connections kept busy. */
async function perSecond(request: (n: number) => Promise<Response>): Promise<number> {
  let answered = 0
  let n = 0
  const end = performance.now() + SECONDS * 1000
  const lane = async () => {
    while (performance.now() < end) {
      const answer = await request(n++)
      if (answer.ok) answered += 1
      await answer.arrayBuffer()
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, lane))
  return Math.round(answered / SECONDS)
}

const json = (body: object): RequestInit => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
})

function startProduct(dataDir: string, databaseUrl: string): Promise<{ address: string; stop(): Promise<void> }> {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, '..', 'src', 'main.ts')], {
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      // Never the one of the settings: thousands of lines of nonsense are written.
      DATABASE_URL: databaseUrl,
      PORT: '0',
      LOG_LEVEL: 'silent',
      REPORT_WINDOW_SECONDS: '0',
      GROUP_POSTS_PER_HOUR: '600',
      QUIET_FROM: '00:00',
      QUIET_TO: '00:00',
    },
  })
  return new Promise((done, failed) => {
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += String(chunk)
      const address = /http:\/\/[\d.:]+/u.exec(said)?.[0]
      const stop = async () => {
        child.kill('SIGTERM')
        await once(child, 'exit')
      }
      if (address) done({ address, stop })
    })
    child.once('exit', () => failed(new Error(`did not start: ${said}`)))
  })
}

const bare = Fastify()
bare.post('/', async (request) => ({ id: (request.body as { id: string }).id }))
const bareAddress = await bare.listen({ port: 0, host: '127.0.0.1' })
const bareRate = await perSecond((n) => fetch(bareAddress, json({ from: 'P0001', text: '闲话', id: `b${n}` })))
await bare.close()

const { judge } = createClassifier({ duties: sampleDuties, places: [] })
const texts = ['三社路口的路灯又不亮了', '今天天气真好，去赶集吗', '我家低保申请咋没消息了', '隔壁把地界石往我家地里挪了半米']
const began = performance.now()
let judged = 0
for (; performance.now() - began < 1500; judged++) judge(`${texts[judged % texts.length]}${judged % 97}`)
const judgements = Math.round((judged / (performance.now() - began)) * 1000)

const dataDir = mkdtempSync(join(tmpdir(), 'shuoshi-bench-'))
const database = await startEmbedded({ dataDir })
const product = await startProduct(dataDir, database.url)
const get = async <T>(path: string): Promise<T> => (await (await fetch(`${product.address}/sandbox/api/${path}`)).json()) as T
const groups = (await get<{ id: string; village: string | null }[]>('groups')).filter((g) => g.village)
/** Two residents of each village, so that nobody tells the same thing twice. */
const voices: { group: string; person: string }[] = []
for (const g of groups) {
  const people = await get<{ id: string; groups: string[] }[]>(`people?role=resident&village=${encodeURIComponent(g.village ?? '')}`)
  for (const p of people.filter((it) => it.groups.includes(g.id)).slice(0, 2)) voices.push({ group: g.id, person: p.id })
}
const voice = (n: number) => voices[n % voices.length] ?? { group: '', person: '' }

const latencies: number[] = []
for (let n = 0; n < voices.length; n++) {
  const { group, person } = voice(n)
  const sent = performance.now()
  await fetch(`${product.address}/sandbox/api/groups/${group}/messages`, json({ from: person, text: '村口的路灯坏了不亮', id: `l${n}` }))
  for (;;) {
    const messages = (await (await fetch(`${product.address}/sandbox/api/groups/${group}/messages?after=l${n}`)).json()) as {
      from: { bot: boolean }
    }[]
    if (messages.some((m) => m.from.bot) || performance.now() - sent > 5000) break
  }
  latencies.push(performance.now() - sent)
}
latencies.sort((a, b) => a - b)
const at = (share: number) => Math.round(latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0)

const messages = await perSecond((n) =>
  fetch(
    `${product.address}/sandbox/api/groups/${voice(n).group}/messages`,
    json({ from: voice(n).person, text: '今天天气真好', id: `m${n}` }),
  ),
)
await product.stop()
await database.stop()
rmSync(dataDir, { recursive: true, force: true })

const result = {
  connections: CONNECTIONS,
  messagesPerSecond: messages,
  bareRoutePerSecond: bareRate,
  ratio: Number((messages / bareRate).toFixed(3)),
  judgementsPerSecond: judgements,
  messageToNoticeMs: { p50: at(0.5), p99: at(0.99) },
}
if (process.argv.includes('--json')) console.log(JSON.stringify(result))
else {
  console.log(`收下并落盘：每秒 ${messages} 条（${CONNECTIONS} 个连接；同机空 Fastify 路由 ${bareRate}，比 ${result.ratio}）`)
  console.log(`判断：每秒 ${judgements} 条`)
  console.log(`从说到回：一半在 ${at(0.5)} 毫秒内，百分之九十九在 ${at(0.99)} 毫秒内`)
}
