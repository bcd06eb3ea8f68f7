import Fastify from 'fastify'
import pg from 'pg'
import { type Door, openPosted, xmlEnvelope } from '../../src/channels/wecom/callback/doors.ts'
import type { CallbackKeys } from '../../src/channels/wecom/callback/sealed.ts'
import { type PlatformCall, xmlCall } from '../../test/support/wecom-callback.ts'
import { type Answered, CONNECTIONS, median, post } from './load.ts'

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

/** How many rows the product has written with one commit, on the average; as many as can be where none of them is left as it was written. */
async function rowsAtOnce(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ most: number | null }>(
    `SELECT (count(*) / NULLIF(count(DISTINCT xmin::text), 0))::int AS most FROM "Message" WHERE channel = 'wecom-app' AND "handledAt" IS NULL`,
  )
  return rows[0]?.most || CONNECTIONS
}

/**
 * PostgreSQL alone: rows like those that the product has just written, as many at once as it wrote, into the same table, one statement after
 * the other. They are handled already, so that nobody takes them up. Rows a second.
 */
export async function rawInserts(url: string, rows: number): Promise<{ rate: number; atOnce: number }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const atOnce = await rowsAtOnce(client)
  const { rows: like } = await client.query<Record<string, unknown>>(
    `SELECT "townId" AS town, conversation, "personId" AS person, text FROM "Message" WHERE channel = 'wecom-app' AND "personId" IS NOT NULL ORDER BY seq DESC LIMIT $1`,
    [atOnce],
  )
  const column = (name: string) => like.map((row) => row[name])
  const began = performance.now()
  for (let done = 0; done < rows; done += like.length)
    await client.query({
      name: 'raw',
      text: `INSERT INTO "Message" ("townId", channel, id, conversation, "personId", text, at, "saidAt", "handledAt")
        SELECT town, 'wecom-app', id, conversation, person, text, now(), now(), now()
        FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) AS it (town, id, conversation, person, text) ON CONFLICT DO NOTHING`,
      values: [column('town'), like.map(() => `raw${++count}`), column('conversation'), column('person'), column('text')],
    })
  const rate = rows / ((performance.now() - began) / 1000)
  await client.end()
  return { rate, atOnce }
}

export interface DoorRound {
  bare: Answered
  product: Answered
  raw: { rate: number; atOnce: number }
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
    raw: of((r) => r.raw.rate),
    rowsAtOnce: of((r) => r.raw.atOnce),
    againstBare: of((r) => r.product.rate / r.bare.rate),
    againstRaw: of((r) => r.product.rate / r.raw.rate),
    p99AgainstBare: of((r) => r.product.p99 / r.bare.p99),
    p99: of((r) => r.product.p99),
    refused: all.reduce((sum, r) => sum + r.product.refused, 0),
  }
}
