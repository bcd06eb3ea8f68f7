import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { startApp } from '../../src/app.ts'
import { startEmbedded } from '../../src/database/embedded.ts'
import { migrate } from '../../src/database/migrate.ts'
import type { ApiRight } from '../../src/domain/api-key.ts'
import type { SandboxPerson, SandboxTicket } from '../../src/ports/sandbox.ts'
import { readConfig } from '../../src/settings/config.ts'
import { apiKeysOf } from '../../src/store/api/keys.ts'
import { openDatabase } from '../../src/store/connect.ts'
import { type Answer, type Asked, knocker } from './knock.ts'

export interface Route {
  method: string
  url: string
}

/** The whole product with its sample township, and all its doors as its server itself names them. */
export interface OpenHouse {
  databaseUrl: string
  secretKey: string
  routes: readonly Route[]
  /** Every line that was logged. */
  log: readonly string[]
  /** Asks as whoever it is, from outside or from this machine. */
  knock(asked: Asked): Promise<Answer>
  people(query: string): Promise<SandboxPerson[]>
  tickets(query?: string): Promise<SandboxTicket[]>
  /** What somebody says: in a group (g:…), or to the bot alone (p:…). */
  say(where: { group: string } | { person: string }, from: string, text: string): Promise<void>
  settle(): Promise<void>
  rows(sql: string): Promise<Record<string, unknown>[]>
  /** A cookie of the office page for whoever holds an office, and of the operator's. */
  office(person: string): Promise<string | null>
  operator(): Promise<string>
  apiKey(rights: readonly ApiRight[], villages?: readonly string[]): Promise<string>
  close(): Promise<void>
}

const PASSWORD = 'a password of the proof'
const SECRET_KEY = 'what a proof closes its secrets with'
const People = z.array(z.custom<SandboxPerson>())
const Tickets = z.array(z.custom<SandboxTicket>())
const Path = z.object({ path: z.string() })

/** The routes of the next server that is made, as they are added: a new page is among them by itself. */
function routesOfNext(): { routes: Route[]; seen(): void } {
  const routes: Route[] = []
  const Made = z.object({
    fastify: z.custom<{ addHook(name: 'onRoute', each: (it: { method: string | string[]; url: string }) => void): void }>(),
  })
  const made = (message: unknown) => {
    Made.parse(message).fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) if (one !== 'HEAD') routes.push({ method: one, url })
    })
  }
  subscribe('fastify.initialization', made)
  return { routes, seen: () => void unsubscribe('fastify.initialization', made) }
}

export async function openHouse(databaseUrl: string, secretKey = SECRET_KEY): Promise<OpenHouse> {
  const dataDir = mkdtempSync(join(tmpdir(), 'shuoshi-house-'))
  const config = readConfig({
    ...{ PORT: '0', LOG_LEVEL: 'info', DATA_DIR: dataDir, SECRET_KEY: secretKey, BACKUP_AT: 'off', OPERATOR_PASSWORD: PASSWORD },
  })
  if ('faults' in config) throw new Error(config.faults.join('\n'))
  const log: string[] = []
  const { routes, seen } = routesOfNext()
  const app = await startApp({ config, databaseUrl, log: { write: (line) => void log.push(line) } }).finally(seen)
  const { knock, close } = knocker(app.address)
  const opened = openDatabase({ url: databaseUrl, connections: 1, key: { secretKey, dataDir } })
  await opened.unlock()
  const json = (path: string, body?: object) =>
    knock({ path, ...(body && { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }) })
  const read = async (path: string, body?: object): Promise<unknown> => JSON.parse((await json(path, body)).text)
  return {
    ...{ databaseUrl, secretKey, routes, log, knock },
    people: async (query) => People.parse(await read(`/sandbox/api/people?${query}`)),
    tickets: async (query = '') => Tickets.parse(await read(`/sandbox/api/tickets?${query}`)),
    async say(where, from, text) {
      const path = 'group' in where ? `groups/${where.group}` : `people/${where.person}`
      await json(`/sandbox/api/${path}/messages`, { from, text })
    },
    settle: async () => void (await json('/sandbox/api/settle', {})),
    rows: (sql) => opened.prisma.$queryRawUnsafe(sql),
    async office(person) {
      const way = Path.safeParse(await read('/sandbox/api/office', { person }))
      return way.success ? (await knock({ method: 'POST', path: way.data.path })).cookie : null
    },
    operator: async () => (await knock({ method: 'POST', path: '/status/login', ...form({ password: PASSWORD }) })).cookie ?? '',
    async apiKey(rights, villages = []) {
      const { id } = await opened.prisma.town.findFirstOrThrow()
      return apiKeysOf(opened.prisma, opened.seal).make(id, { name: '试', rights, villages, perMinute: 6000 }, new Date())
    },
    async close() {
      close()
      await opened.close()
      await app.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export const form = (fields: Record<string, string>) => ({
  body: new URLSearchParams(fields).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
})

/** On a PostgreSQL of its own. */
export async function inHouse<T>(run: (house: OpenHouse) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'shuoshi-prove-'))
  const server = await startEmbedded({ dataDir, durable: false })
  try {
    await migrate(server.url)
    const house = await openHouse(server.url)
    return await run(house).finally(() => house.close())
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
