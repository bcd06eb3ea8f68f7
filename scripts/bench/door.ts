import Fastify from 'fastify'
import pg from 'pg'
import { type Door, openPosted, xmlEnvelope } from '../../src/channels/wecom/callback/doors.ts'
import type { CallbackKeys } from '../../src/channels/wecom/callback/sealed.ts'
import { type PlatformCall, xmlCall } from '../../test/support/wecom-callback.ts'
import { type Answered, median, post } from './load.ts'

export const KEYS: CallbackKeys = { token: 'tokenOfBench', aesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C', receiveId: 'wwbench' }
/** What the program is started with, so that its door has these keys. Nothing answers there. */
export const WECOM = {
  WECOM_CORP_ID: KEYS.receiveId,
  WECOM_AGENT_ID: '1',
  WECOM_SECRET: 'secret-of-bench',
  WECOM_TOKEN: KEYS.token,
  WECOM_AES_KEY: KEYS.aesKey,
  WECOM_API_BASE: 'http://127.0.0.1:9/cgi-bin/',
}

const SENDERS = 200
const BATCH = 128
let count = 0

/** Callbacks of many people, each with an id of its own, sealed before anybody looks at the clock. */
export const callbacks = (n: number): PlatformCall[] =>
  Array.from({ length: n }, () => {
    count += 1
    return xmlCall('/wecom/app', KEYS, {
      ...{ FromUserName: `bench${count % SENDERS}`, CreateTime: String(Math.floor(Date.now() / 1000)), MsgType: 'text' },
      ...{ Content: '今天天气真好，去赶集吗', MsgId: String(7_000_000_000 + count), AgentID: '1' },
    })
  })

/** Fastify alone: verifies and decrypts the same and stores nothing. */
export async function bareDoor(): Promise<{ address: string; close(): Promise<void> }> {
  const app = Fastify()
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
  const door: Door<string> = { path: '/wecom/app', keys: KEYS, envelope: xmlEnvelope, read: (message) => message, take: async () => null }
  app.post('/wecom/app', async (request, reply) => {
    const opened = openPosted(door, request.query, request.body)
    return reply.code('content' in opened ? 200 : 403).send('')
  })
  return { address: await app.listen({ port: 0, host: '127.0.0.1' }), close: () => app.close() }
}

/** PostgreSQL alone: the same rows by the same number at once into the same table, one after the other. Rows a second. */
export async function rawInserts(url: string, rows: number): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows: towns } = await client.query<{ id: string }>('SELECT id FROM "Town" LIMIT 1')
  const town = towns[0]?.id ?? ''
  const began = performance.now()
  for (let done = 0; done < rows; done += BATCH) {
    const ids = Array.from({ length: BATCH }, () => `raw${++count}`)
    await client.query({
      name: 'raw',
      text: `INSERT INTO "Message" ("townId", channel, id, conversation, "personId", text, photos, at, "handledAt")
        SELECT $1, 'wecom-app', id, 'p:raw', 'raw', '今天天气真好，去赶集吗', '[]', now(), now() FROM unnest($2::text[]) AS id ON CONFLICT DO NOTHING`,
      values: [town, ids],
    })
  }
  const rate = rows / ((performance.now() - began) / 1000)
  await client.end()
  return rate
}

export interface DoorRound {
  bare: Answered
  product: Answered
  raw: number
}

/** One after the other in each round, so that what else this machine does falls on all. */
export async function doorRounds(rounds: number, calls: number, { product, bare, url }: { product: string; bare: string; url: string }) {
  // Warm: everybody has been met, and code that runs often is compiled.
  await post(bare, callbacks(calls))
  await post(product, callbacks(calls))
  const all: DoorRound[] = []
  for (let n = 0; n < rounds; n++)
    all.push({
      bare: await post(bare, callbacks(calls)),
      product: await post(product, callbacks(calls)),
      raw: await rawInserts(url, calls),
    })
  const of = (figure: (round: DoorRound) => number) => Number(median(all.map(figure)).toFixed(3))
  return {
    bare: of((r) => r.bare.rate),
    product: of((r) => r.product.rate),
    raw: of((r) => r.raw),
    againstBare: of((r) => r.product.rate / r.bare.rate),
    againstRaw: of((r) => r.product.rate / r.raw),
    p99AgainstBare: of((r) => r.product.p99 / r.bare.p99),
    p99: of((r) => r.product.p99),
    refused: all.reduce((sum, r) => sum + r.product.refused, 0),
  }
}
