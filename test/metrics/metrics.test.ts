import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StatusReport } from '../../src/ports/operations.ts'
import { projectRoot } from '../../src/settings/config.ts'
import { type Qyapi, startQyapi } from '../support/qyapi.ts'
import { startTown, type Town } from '../support/town.ts'
import { callAt, xmlCall } from '../support/wecom-callback.ts'

const PASSWORD = 'a password of ours'
const TOKEN = 'a-token-of-a-monitor'
const app = { token: 'tokenOfApp', aesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C', receiveId: 'ww01' }
let qyapi: Qyapi
let town: Town

const read = (path: string, secret: string) => fetch(town.url + path, { headers: { authorization: `Bearer ${secret}` } })

type Sample = [name: string, labels: Record<string, string>, value: number]

const samplesIn = (text: string): Sample[] =>
  [...text.matchAll(/^([a-z_]\w*)(?:\{(.*)\})? (\S+)$/gmu)].map(([, name = '', labels = '', value]) => [
    name,
    Object.fromEntries([...labels.matchAll(/(\w+)="([^"]*)"/gu)].map((m) => [m[1] ?? '', m[2] ?? ''])),
    Number(value),
  ])

/** The figures as they stand now: the last look's are kept for some seconds. */
async function figures(): Promise<{ text: string; of(name: string, labels?: Record<string, string>): number | undefined }> {
  const text = await (await read('/metrics', TOKEN)).text()
  const all = samplesIn(text)
  const of = (name: string, labels: Record<string, string> = {}) =>
    all.find(([n, has]) => n === name && Object.entries(labels).every(([k, v]) => has[k] === v))?.[2]
  return { text, of }
}

beforeAll(async () => {
  qyapi = await startQyapi({ secrets: ['secret-of-app'] })
  town = await startTown({
    ...{ SANDBOX: 'on', OPERATOR_PASSWORD: PASSWORD, METRICS_TOKEN: TOKEN, WECOM_API_BASE: qyapi.base, WECOM_CORP_ID: 'ww01' },
    ...{ WECOM_AGENT_ID: '1000002', WECOM_SECRET: 'secret-of-app', WECOM_TOKEN: app.token, WECOM_AES_KEY: app.aesKey },
  })
  const group = await town.group('坪头村')
  const [resident] = await town.people(`role=resident&village=${encodeURIComponent('坪头村')}`)
  await town.say(group.id, resident?.id ?? '', '三社路口的路灯不亮了')
  const word = { FromUserName: 'WangFang', CreateTime: '1', MsgType: 'text', MsgId: '101', Content: '你好' }
  await callAt(town.url, xmlCall('/wecom/app', app, word))
  await callAt(town.url, xmlCall('/wecom/app', { ...app, token: 'forged' }, word))
  await callAt(town.url, { url: '/wecom/app', body: '<xml/>' })
  await town.settle()
  // Nobody knows whether this was said; it waits for a person.
  const post = (
    id: string,
    state: string,
    channel: string,
  ) => `SELECT id, '${id}', 'm', 0, '{}'::text[], 'g:x', '${channel}', 'x', '你好', '{}'::text[], '${state}',
    now(), now() - interval '1 hour' FROM "Town"`
  await town.sql(`INSERT INTO "Post" ("townId", id, "messageId", part, keys, conversation, channel, "externalId", text, mentions, state, "retryAt", "writtenAt")
    ${post('p1', 'unknown', 'wecom-app')} UNION ALL ${post('p2', 'failed', 'wecom-robot')} UNION ALL ${post('p3', 'confirm', 'by-hand')}`)
  await town.sql(
    `INSERT INTO "BackupRun" (name, dir, "startedAt", "endedAt", bytes) VALUES ('b', 'd', now() - interval '2 hours', now(), 1)`,
  )
  await town.sql(`INSERT INTO "ChannelState" (channel, why) VALUES ('wecom-app', 'x') ON CONFLICT (channel) DO UPDATE SET why = 'x'`)
})
afterAll(async () => {
  await town.close()
  await qyapi.close()
})

describe('the figures', () => {
  it('are for whoever knows the operator’s password or the monitor’s token', async () => {
    expect((await fetch(`${town.url}/metrics`)).status).toBe(401)
    expect((await read('/metrics', 'a-token-of-nobody-')).status).toBe(401)
    expect((await read('/metrics', PASSWORD)).status).toBe(200)
    expect((await read('/metrics', TOKEN)).status).toBe(200)
    expect((await read('/status.json', TOKEN)).status).toBe(401)
  })

  it('are those of the operator’s page', async () => {
    const { of } = await figures()
    const report: StatusReport = await (await read('/status.json', PASSWORD)).json()
    const [waiting, unknown, failed] = ['waiting', 'unknown', 'failed'].map((state) => of('shuoshi_posts', { state }))
    expect({
      queues: { unhandled: of('shuoshi_messages_waiting'), notices: of('shuoshi_notices_waiting'), work: of('shuoshi_work_overdue') },
      deadLetterCount: (unknown ?? 0) + (failed ?? 0),
      waiting,
      up: of('shuoshi_channel_up', { channel: 'wecom-app' }),
    }).toEqual({
      queues: report.queues,
      deadLetterCount: report.deadLetterCount,
      waiting: report.channels.reduce((sum, c) => sum + c.waiting, 0),
      up: report.channels.some((c) => c.channel === 'wecom-app' && c.open && c.why === null) ? 1 : 0,
    })
    expect(of('shuoshi_posts', { state: 'confirm' })).toBe(1)
    expect(of('shuoshi_backup_age_seconds')).toBeGreaterThanOrEqual(7200)
    expect([of('shuoshi_tickets_opened'), of('shuoshi_tickets_open'), of('shuoshi_tickets_overdue')]).toEqual([1, 1, 0])
  })

  it('count what this process did', async () => {
    const { of } = await figures()
    expect(of('shuoshi_messages_written_total')).toBe(2)
    expect(of('shuoshi_messages_handled_total')).toBe(2)
    expect(of('shuoshi_callbacks_refused_total', { reason: 'signature' })).toBe(1)
    expect(of('shuoshi_callbacks_refused_total', { reason: 'parameter' })).toBe(1)
    expect(of('shuoshi_http_seconds_count', { room: 'callback', status: '2xx' })).toBe(1)
    expect(of('shuoshi_database_up')).toBe(1)
    expect(of('process_resident_memory_bytes')).toBeGreaterThan(0)
    expect(of('nodejs_eventloop_lag_seconds')).toBeGreaterThanOrEqual(0)
  })

  it('name nobody and repeat nothing', async () => {
    const { text } = await figures()
    const people = await town.rows<{ id: string }>('SELECT id FROM "Person"')
    const labels = samplesIn(text).flatMap(([, has]) => Object.values(has))
    expect(text).not.toMatch(/\p{Script=Han}/u)
    expect(people.map((p) => p.id).filter((id) => labels.includes(id))).toEqual([])
    expect(text).not.toContain('WangFang')
  })

  it('are all there that an alarm asks for', async () => {
    const { text } = await figures()
    const told = new Set([...text.matchAll(/^# TYPE (\w+)/gmu)].map((m) => m[1]))
    const rules = readFileSync(join(projectRoot, '.github', 'alarms.yml'), 'utf8')
      .split('- alert: ')
      .slice(1)
    for (const rule of rules) {
      const expr = /^ +expr: (.+)$/mu.exec(rule)?.[1] ?? ''
      const asked = [...expr.matchAll(/\b(?:shuoshi|process|nodejs)_\w+/gu)].map((m) => m[0].replace(/_(?:bucket|sum|count)$/u, ''))
      expect(asked.length, rule).toBeGreaterThan(0)
      expect(
        asked.filter((name) => !told.has(name)),
        rule,
      ).toEqual([])
      for (const part of ['severity: ', 'summary: ', 'remedy: ']) expect(rule).toContain(part)
    }
    expect(rules.length).toBeGreaterThan(10)
  })
})
