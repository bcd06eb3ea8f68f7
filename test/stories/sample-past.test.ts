import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp } from '../../src/app.ts'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import type { SandboxTicket } from '../../src/ports/sandbox.ts'
import { type PastLine, samplePast } from '../../src/roster/sample-past.ts'
import { readConfig } from '../../src/settings/config.ts'
import { firstMorning } from '../../src/wiring/tell-past.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'

describe('the sample’s past', () => {
  let database: FreshDatabase
  beforeAll(async () => {
    database = await freshDatabase()
  })
  afterAll(() => database.close())

  const start = async (lines: readonly PastLine[]) => {
    const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent' })
    if ('faults' in config) throw new Error(config.faults.join('\n'))
    let told = false
    const begins = () => {
      told = true
    }
    const app = await startApp({ config, databaseUrl: database.url, past: { lines, begins } })
    const get = async <T>(path: string) => (await (await fetch(`${app.address}/sandbox/api/${path}`)).json()) as T
    return { app, get, told: () => told }
  }

  it('is told to its end after it was broken off, nothing twice, and then never again', async () => {
    const broken = samplePast.map((line, n) => (n === 14 ? { ...line, village: '没有这个村' } : line))
    await expect(start(broken)).rejects.toThrow('nobody of 没有这个村')

    const first = await start(samplePast)
    expect(first.told()).toBe(true)
    const tickets = await first.get<SandboxTicket[]>('tickets')
    expect(Object.fromEntries(tickets.map((t) => [t.number, `${t.stage} ${t.status}`]))).toEqual({
      云01: 'handling waiting',
      云02: 'handling open',
      南01: 'archive closed',
      南02: 'archive closed',
      沙01: 'archive closed',
      沙02: 'handling open',
      碾01: 'deliberation open',
    })
    const { now } = (await (
      await fetch(`${first.app.address}/sandbox/api/clock`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })
    ).json()) as { now: string }
    const calendar = chineseCalendar()
    expect(Math.abs(firstMorning(new Date(), calendar).getTime() - new Date(now).getTime())).toBeLessThan(120_000)
    await first.app.close()

    const second = await start(samplePast)
    expect(second.told()).toBe(false)
    expect(await second.get('tickets')).toHaveLength(tickets.length)
    await second.app.close()
  })
})

it.each([
  ['2026-11-24T10:15:00+08:00', '2026-11-24T10:15:00+08:00'],
  ['2026-11-24T05:07:00+08:00', '2026-11-24T09:00:00+08:00'],
  ['2026-11-24T16:45:00+08:00', '2026-11-25T09:00:00+08:00'],
  ['2026-11-28T10:15:00+08:00', '2026-11-30T09:00:00+08:00'],
  ['2026-10-01T10:15:00+08:00', '2026-10-08T09:00:00+08:00'],
])('a first start at %s begins at %s', (now, morning) => {
  expect(firstMorning(new Date(now), chineseCalendar()).toISOString()).toBe(new Date(morning).toISOString())
})
