import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { startApp } from '../../src/app.ts'
import type { SandboxGroup, SandboxMessage, SandboxPerson, SandboxTicket, SandboxTicketWhole } from '../../src/ports/sandbox.ts'
import { readConfig } from '../../src/settings/config.ts'
import { freshDatabase } from './database.ts'
import { openDatabase, SECRET_KEY } from './keys.ts'
import { rowsOf } from './rows.ts'
import { logInto } from './run-logs.ts'

export interface Town {
  url: string
  databaseUrl: string
  group(village: string): Promise<SandboxGroup>
  people(query: string): Promise<SandboxPerson[]>
  /** Says something in a group and answers the message's id. */
  say(group: string, from: string, text: string, more?: object): Promise<string>
  /** Says something one-to-one to the bot. */
  tell(person: string, text: string, more?: object): Promise<string>
  heardIn(group: string): Promise<SandboxMessage[]>
  heardBy(person: string): Promise<SandboxMessage[]>
  /** What the bot said last in a group. */
  lastPost(group: string): Promise<string | undefined>
  lastWord(person: string): Promise<string | undefined>
  settle(): Promise<void>
  advance(duration: string): Promise<string>
  clockTo(moment: string): Promise<string>
  /** To the next working morning, nine o'clock. */
  nextMorning(): Promise<string>
  tickets(query?: string): Promise<SandboxTicket[]>
  ticket(number: string): Promise<SandboxTicketWhole>
  /** Straight into the database, for faults that nobody types. */
  sql(statement: string): Promise<void>
  rows<T>(query: string): Promise<T[]>
  close(): Promise<void>
}

/** Every story is played on the same day, whenever it is run; TEST_MOMENT plays them all on another. */
const MOMENT = process.env.TEST_MOMENT ?? '2026-11-24T20:00:00+08:00'

/**
 * The sample township on a fresh database, spoken to through the sandbox API, at nine o'clock of the working morning after
 * MOMENT; or at a moment of its own, for a story whose sentences hold dates; or today, for what looks at the machine's clock.
 */
export async function startTown(settings: Record<string, string> = {}, from?: string): Promise<Town> {
  const database = await freshDatabase({ sample: settings.SAMPLE !== 'off' })
  if (from !== 'today') await setClock(database.url, new Date(from ?? MOMENT))
  const dataDir = mkdtempSync(join(tmpdir(), 'shuoshi-town-'))
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'info', DATA_DIR: dataDir, SECRET_KEY, BACKUP_AT: 'off', ...settings })
  if ('faults' in config) throw new Error(config.faults.join('\n'))
  const app = await startApp({ config, databaseUrl: database.url, log: logInto(inject('logDir')) })
  const url = app.address
  const call = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const answer = await fetch(url + path, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as T
  }
  const post = <T>(path: string, body: object) => call<T>('POST', path, body)
  const get = <T>(path: string) => call<T>('GET', path)
  const lastOf = async (path: string) => (await get<SandboxMessage[]>(path)).filter((m) => m.from.bot).at(-1)?.text
  const town: Town = {
    url,
    databaseUrl: database.url,
    async group(village) {
      const found = (await get<SandboxGroup[]>('/sandbox/api/groups')).find((g) => g.village === village)
      if (!found) throw new Error(`no group of ${village}`)
      return found
    },
    people: (query) => get(`/sandbox/api/people?${query}`),
    say: async (group, from, text, more = {}) =>
      (await post<{ id: string }>(`/sandbox/api/groups/${group}/messages`, { from, text, ...more })).id,
    tell: async (person, text, more = {}) =>
      (await post<{ id: string }>(`/sandbox/api/people/${person}/messages`, { from: person, text, ...more })).id,
    heardIn: (group) => get(`/sandbox/api/groups/${group}/messages`),
    heardBy: (person) => get(`/sandbox/api/people/${person}/messages`),
    lastPost: (group) => lastOf(`/sandbox/api/groups/${group}/messages`),
    lastWord: (person) => lastOf(`/sandbox/api/people/${person}/messages`),
    settle: async () => {
      await post('/sandbox/api/settle', {})
    },
    advance: async (duration) => (await post<{ now: string }>('/sandbox/api/clock', { advance: duration })).now,
    clockTo: async (to) => (await post<{ now: string }>('/sandbox/api/clock', { to })).now,
    async nextMorning() {
      const { at } = await get<{ at: string }>('/sandbox/api/next-morning')
      return (await post<{ now: string }>('/sandbox/api/clock', { to: at })).now
    },
    tickets: (query = '') => get(`/sandbox/api/tickets?${query}`),
    ticket: (number) => get(`/sandbox/api/tickets/${encodeURIComponent(number)}`),
    async sql(statement) {
      await town.rows(statement)
    },
    rows: (query) => rowsOf(database.url, query),
    async close() {
      await app.close()
      await database.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
  if (!from || from === 'today') await town.nextMorning()
  return town
}

async function setClock(url: string, at: Date): Promise<void> {
  const { prisma, close } = openDatabase({ url, connections: 1 })
  await prisma.productClock.create({ data: { offsetMs: BigInt(at.getTime() - Date.now()) } })
  await close()
}
