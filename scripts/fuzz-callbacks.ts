// npm run fuzz [-- count] [-- seed]: callbacks that the platform has not made, against the real doors over a real socket.
import { Agent, type IncomingMessage, request } from 'node:http'
import Fastify from 'fastify'
import { botDoor } from '../src/channels/wecom/bot-door.ts'
import type { Door } from '../src/channels/wecom/callback/doors.ts'
import { wecomRoutes } from '../src/channels/wecom/callback/routes.ts'
import { xmlDoor } from '../src/channels/wecom/xml-door.ts'
import { mutated } from './mutations.ts'
import { type Call, envelopeOf, genuine, randomOf } from './platform-calls.ts'

export interface Fuzzed {
  calls: number
  /** By status. */
  answers: Record<string, number>
  /** What was taken although the platform has not said it. */
  accepted: string[]
  /** An answer with words in it. */
  talked: number
  faults: number
  /** Changed in its wrapping only, and taken as what it was. */
  unchanged: number
  /** Sealed with our own keys and holding nothing that a door can read: acknowledged, and nothing of it taken. */
  acknowledged: number
  /** By the wall clock, whatever else the machine does. */
  slowestMs: number
  over250Ms: number
  /** Those of them that take as long with nobody else there, by the quickest of some askings. */
  slowAlone: number
}

const AES = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C'
const APP = { token: 'tokenOfApp', aesKey: AES, receiveId: 'ww0123456789abcdef' }
const DOORS = [
  { path: '/wecom/app', form: 'xml', keys: APP },
  { path: '/wecom/kf', form: 'xml', keys: { ...APP, token: 'tokenOfKf', aesKey: `b${AES.slice(1)}` } },
  { path: '/wecom/bot', form: 'json', keys: { ...APP, token: 'tokenOfBot', aesKey: `c${AES.slice(1)}`, receiveId: '' } },
] as const

const SIDE_BY_SIDE = 4
const LIMIT_MS = 250
const ASKINGS = 5

export async function fuzz({ count, seed }: { count: number; seed: number }): Promise<Fuzzed> {
  const random = randomOf(seed)
  const taken: string[] = []
  const quiet = { info() {}, warn() {}, fault() {} }
  const needs = {
    ear: {
      oneToOne: async (_: unknown, __: unknown, word: { id: string }) => void taken.push(JSON.stringify(word)),
      toBot: async (word: { id: string }) => {
        taken.push(JSON.stringify(word))
        return 'received' as const
      },
    },
    errands: { add: async (errand: { key: string }) => void taken.push(errand.key) },
    scenes: { keep: async () => {} },
    answers: { keep: async () => {} },
    diary: quiet,
    archive: null,
    machine: () => new Date(),
    added() {},
  }
  const doors = DOORS.map(({ path, form, keys }) => (form === 'xml' ? xmlDoor(path, keys, needs) : botDoor(path, keys, needs)))
  // Each call comes from another address, so that the rate limit does not take the work over.
  const server = Fastify({ trustProxy: true, logger: { level: 'silent' } })
  let faults = 0
  server.addHook('onError', async (_request, _reply, error) => {
    if ((error.statusCode ?? 500) >= 500) faults++
  })
  server.register((app) => wecomRoutes(app, doors as Door<unknown>[]))
  const base = new URL(await server.listen({ port: 0, host: '127.0.0.1' }))
  const agent = new Agent({ keepAlive: true, maxSockets: SIDE_BY_SIDE })
  const result: Fuzzed = {
    calls: 0,
    answers: {},
    accepted: [],
    talked: 0,
    faults: 0,
    unchanged: 0,
    acknowledged: 0,
    slowestMs: 0,
    over250Ms: 0,
    slowAlone: 0,
  }

  async function one(n: number): Promise<void> {
    const call = genuine(random, DOORS[n % DOORS.length] ?? DOORS[0], n)
    const changed = mutated(random, call)
    const before = taken.length
    const began = performance.now()
    const { status, text } = await send(agent, base, changed, n)
    const ms = performance.now() - began
    result.calls++
    result.answers[status] = (result.answers[status] ?? 0) + 1
    result.slowestMs = Math.max(result.slowestMs, Math.round(ms))
    if (ms > LIMIT_MS) {
      result.over250Ms++
      late.push(changed)
    }
    if (status === 200) {
      const said = taken.findIndex((it, at) => at >= before && it.includes(`第${n}句`))
      if (said < 0) result.acknowledged++
      else {
        result.unchanged++
        meant.add(said)
      }
    } else if (text !== '') result.talked++
  }

  const late: Call[] = []
  const meant = new Set<number>()
  let next = 0
  const lane = async (): Promise<void> => {
    for (let n = next++; n < count; n = next++) await one(n)
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane))
  const heard = taken.length
  for (const call of late) if ((await quickest(() => send(agent, base, call, count))) > LIMIT_MS) result.slowAlone++
  taken.length = heard
  result.accepted.push(...taken.filter((_, at) => !meant.has(at)))
  agent.destroy()
  await server.close()
  return { ...result, faults }
}

/** A busy machine makes one asking in thousands late; what an input costs by itself is late each time. */
async function quickest(ask: () => Promise<unknown>): Promise<number> {
  const took: number[] = []
  for (let n = 0; n < ASKINGS; n++) {
    const began = performance.now()
    await ask()
    took.push(performance.now() - began)
  }
  return Math.min(...took)
}

function send(agent: Agent, base: URL, call: Call, n: number): Promise<{ status: number; text: string }> {
  const query = call.query.map(([name, text]) => `${encodeURIComponent(name)}=${encodeURIComponent(text.toWellFormed())}`).join('&')
  const headers = { 'content-type': call.type, 'x-forwarded-for': `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}` }
  return new Promise((done, failed) => {
    const sent = request(
      { agent, host: base.hostname, port: base.port, method: 'POST', path: `${call.path}?${query}`, headers },
      (answer) => {
        void textOf(answer).then((text) => done({ status: answer.statusCode ?? 0, text }), failed)
      },
    )
    sent.on('error', failed)
    sent.end(call.body ?? envelopeOf(call))
  })
}

async function textOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

if (import.meta.main) {
  const [count = '100000', seed = '1'] = process.argv.slice(2).filter((it) => it !== '--')
  const { accepted, ...rest } = await fuzz({ count: Number(count), seed: Number(seed) })
  console.log(JSON.stringify({ ...rest, accepted: accepted.length }, null, 1))
  for (const it of accepted.slice(0, 5)) console.log(it)
  process.exitCode = accepted.length + rest.faults + rest.talked > 0 ? 1 : 0
}
