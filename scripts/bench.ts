// npm run bench [-- --json] [-- --rounds 5] [-- --minutes 30]: what this machine does, in one run; compare as ratios, not as seconds.
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startEmbedded } from '../src/database/embedded.ts'
import { bareDoor, doorRounds, WECOM } from './bench/door.ts'
import { median } from './bench/load.ts'
import { memoryOf, memoryUnderLoad } from './bench/memory.ts'
import { noticeLatency } from './bench/notice.ts'
import { startProduct } from './bench/product.ts'
import { statements } from './bench/statements.ts'
import { besides } from './bench/talk.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    minutes: { type: 'string', default: '2' },
  },
})
const rounds = Number(values.rounds)
const CALLS = 3000
const LINES = 4000
const ARRIVING = 500
const SECONDS = 8
const say = (text: string) => values.json || console.error(text)

const dataDir = mkdtempSync(join(tmpdir(), 'shuoshi-bench-'))
const database = await startEmbedded({ dataDir })
const own = { DATA_DIR: dataDir, DATABASE_URL: database.url }

async function measure() {
  say('the first start, with its township')
  const first = await startProduct(own)
  await first.stop()
  const starts: number[] = []
  for (let n = 0; n < rounds; n++) {
    const began = performance.now()
    const again = await startProduct(own)
    starts.push(performance.now() - began)
    await again.stop()
  }
  // Before anything else is told: whoever tells the same again goes on with what is open, and opens nothing.
  say('statements')
  const asked = await statements(database.url, dataDir, 2000)
  say('the door')
  const bare = await bareDoor()
  const doors = { door: {}, all: {} }
  for (const role of ['door', 'all'] as const) {
    const product = await startProduct({ ...own, ...WECOM, ROLE: role, SANDBOX: 'off' })
    doors[role] = await doorRounds(rounds, CALLS, { product: product.address, bare: bare.address, url: database.url })
    await product.stop()
  }
  await bare.close()
  // What the door has written is read by nobody here.
  const side = await besides(database.url, dataDir)
  await side.setAside()
  say('talk')
  const alone: number[] = []
  const meanwhile: number[] = []
  const product = await startProduct({ ...own, REPORT_WINDOW_SECONDS: '0' })
  await new Promise((done) => setTimeout(done, 3000))
  const rest = Math.round(memoryOf(product))
  for (let n = 0; n < rounds; n++) {
    alone.push(await side.handledPerSecond(LINES))
    meanwhile.push(await side.handledWhile(ARRIVING, SECONDS))
    await side.settled()
  }
  say('talk at a steady rate')
  const held = await memoryUnderLoad(product, side, Number(values.minutes))
  await product.stop()
  await side.setAside()
  say('notices')
  const notice = await noticeLatency(own, rounds)
  await side.close()
  return {
    machine: `${cpus().length} × ${cpus()[0]?.model ?? ''}`,
    node: process.version,
    ...doors,
    handledPerSecond: Math.round(median(alone)),
    handledWhileArriving: Math.round(median(meanwhile)),
    statementsPerLine: asked.perLine,
    statementsToOpen: asked.perTicket,
    notice,
    secondStartMs: Math.round(median(starts)),
    memoryAtRestMb: rest,
    memoryUnderLoad: held,
  }
}

try {
  const result = await measure()
  console.log(values.json ? JSON.stringify(result) : JSON.stringify(result, null, 2))
} finally {
  await database.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
