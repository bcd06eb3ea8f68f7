import { createHmac, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createChangeTeller } from '../../src/api/tell-changes.ts'
import { type App, startApp } from '../../src/app.ts'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import type { ApiRight } from '../../src/domain/api-key.ts'
import { defaultSettings } from '../../src/domain/settings.ts'
import { WEBHOOK_EVENTS, type WebhookEvent } from '../../src/domain/webhook.ts'
import type { SandboxTicket } from '../../src/ports/sandbox.ts'
import { readConfig } from '../../src/settings/config.ts'
import { deliveriesOf } from '../../src/store/api/deliveries.ts'
import { apiKeysOf } from '../../src/store/api/keys.ts'
import { createStore } from '../../src/store/store.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { openDatabase, SECRET_KEY } from '../support/keys.ts'
import { type Received, type Receiver, startReceiver } from '../support/receiver.ts'
import { logInto } from '../support/run-logs.ts'

/** A busy machine takes its time. */
const PATIENT = { timeout: 20_000, interval: 50 }
const LAMP = '三社路口的路灯坏了三天，晚上看不见'

let database: FreshDatabase
let opened: ReturnType<typeof openDatabase>
let receiver: Receiver
let app: App
const dataDir = mkdtempSync(join(tmpdir(), 'shuoshi-webhooks-'))

const start = async () => {
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'info', DATA_DIR: dataDir, SECRET_KEY, CALL_PRIVATE: 'on', SANDBOX: 'on' })
  if ('faults' in config) throw new Error(config.faults.join('\n'))
  return startApp({ config, databaseUrl: database.url, log: logInto(inject('logDir')) })
}
const post = async <T>(path: string, body: object): Promise<T> =>
  (
    await fetch(app.address + path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
  ).json() as T
const settle = () => post('/sandbox/api/settle', {})
const tell = async (person: string, text: string) => {
  await post(`/sandbox/api/people/${person}/messages`, { from: person, text })
  await settle()
}
const tickets = async () => (await (await fetch(`${app.address}/sandbox/api/tickets`)).json()) as SandboxTicket[]
const keys = () => apiKeysOf(opened.prisma, opened.seal)
const town = async () => (await opened.prisma.town.findFirstOrThrow()).id
const deliveries = async () => (await keys().deliveries(await town(), 100)).toReversed()
/** What waits is due now. */
const hurry = () => opened.prisma.webhookDelivery.updateMany({ where: { state: 'waiting' }, data: { retryAt: new Date() } })

async function listener(rights: readonly ApiRight[], events: readonly WebhookEvent[] = WEBHOOK_EVENTS, url = receiver.url) {
  const id = await town()
  const secret = await keys().make(id, { name: '县12345', rights, villages: [], perMinute: 6000 }, new Date())
  const key = (await keys().list(id)).find((k) => secret.startsWith(k.mark))
  const signing = await keys().subscribe(id, { key: key?.id ?? '', url, events }, new Date())
  return { secret, signing: signing ?? '', key: key?.id ?? '' }
}
async function handIn(api_key: string, description = LAMP, address_id = 'V01') {
  const form = new URLSearchParams({ api_key, service_code: 'V-LAMP', address_id, description })
  await fetch(`${app.address}/api/open311/v2/requests.json`, { method: 'POST', body: form })
  await settle()
  return (await tickets())[0]
}
const idOf = async (label: string) => (await opened.prisma.ticket.findFirstOrThrow({ where: { label } })).id
const typeOf = ({ body }: Received) => (JSON.parse(body) as { type: string }).type
const stop = async () => {
  const id = await town()
  for (const w of await keys().webhooks(id)) await keys().stop(id, w.id, new Date())
  await opened.prisma.webhookDelivery.deleteMany()
  receiver.received.length = 0
}

beforeAll(async () => {
  database = await freshDatabase({ sample: true })
  opened = openDatabase({ url: database.url, connections: 2 })
  await opened.unlock()
  receiver = await startReceiver()
  app = await start()
})
afterAll(async () => {
  await app.close()
  await receiver.close()
  await opened.close()
  await database.close()
  rmSync(dataDir, { recursive: true, force: true })
})

describe('a program that is told of changes', () => {
  it('is told again until it takes it, over a restart, each matter in order, signed every time', async () => {
    const { secret, signing } = await listener(['read', 'write'])
    receiver.next('fail', 'cut', 'redirect')
    const ticket = await handIn(secret)
    const owner = ticket?.owner?.id ?? ''
    await tell(owner, `接 ${ticket?.number}`)
    await expect.poll(async () => (await deliveries())[0], PATIENT).toMatchObject({ state: 'waiting', attempts: 1, code: 500 })
    expect((await deliveries()).map((d) => [d.event, d.attempts])).toEqual([
      ['opened', 1],
      ['moved', 0],
    ])
    await app.close()
    await hurry()
    app = await start()
    await expect.poll(async () => (await deliveries())[0]?.attempts, PATIENT).toBe(2)
    await expect.poll(async () => (await deliveries())[0]?.why, PATIENT).toMatch(/^连不上/u)
    await hurry()
    await expect.poll(async () => (await deliveries())[0], PATIENT).toMatchObject({ attempts: 3, code: 302 })
    await hurry()
    await expect.poll(async () => (await deliveries()).map((d) => d.state), PATIENT).toEqual(['sent', 'sent'])
    expect(receiver.received.map(typeOf)).toEqual([...Array(4).fill('request.opened'), 'request.moved'])
    expect(new Set(receiver.received.map((r) => r.path))).toEqual(new Set(['/told']))
    expect(new Set(receiver.received.map((r) => r.headers['webhook-id'])).size).toBe(2)
    for (const { headers, body } of receiver.received) {
      const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
      const mac = createHmac('sha256', Buffer.from(signing.replace('whsec_', ''), 'base64'))
        .update(content)
        .digest('base64')
      expect(headers['webhook-signature']).toBe(`v1,${mac}`)
      expect(Math.abs(Number(headers['webhook-timestamp']) * 1000 - Date.now())).toBeLessThan(300_000)
    }
  })

  it('is told with the same fields as it is answered with', async () => {
    await stop()
    const { secret } = await listener(['read', 'write'])
    const ticket = await handIn(secret, '河边那段路塌了一半，三轮车过不去', 'V02')
    await expect.poll(() => receiver.received.length, PATIENT).toBe(1)
    const told = JSON.parse(receiver.received[0]?.body ?? '') as { data: { service_request_id: string } }
    const asked = await fetch(
      `${app.address}/api/open311/v2/requests/${told.data.service_request_id}.json?${new URLSearchParams({ api_key: secret, extensions: 'true' })}`,
    )
    expect([told.data]).toEqual(await asked.json())
    expect(told).toMatchObject({ type: 'request.opened', data: { extended_attributes: { number: ticket?.number } } })
  })

  it('hears of an extension, an end and a coming back', async () => {
    await stop()
    const { secret } = await listener(['read', 'write'], ['closed', 'reopened', 'extended'])
    const ticket = await handIn(secret, '村口的垃圾堆了一个月没人拉', 'V04')
    const [number, owner] = [ticket?.number ?? '', ticket?.owner?.id ?? '']
    await tell(owner, `接 ${number}`)
    await tell(owner, `延期 ${number} 两天 等车`)
    const secretary = await opened.prisma.personRole.findFirst({ where: { role: 'secretary', gridId: 'V04' } })
    await tell(secretary?.personId ?? '', '同意')
    await tell(owner, `不受理 ${number} 归环卫站管`)
    await tell(owner, '撤销')
    await expect.poll(() => receiver.received.map(typeOf), PATIENT).toEqual(['request.extended', 'request.closed', 'request.reopened'])
    expect(receiver.received.map(({ body }) => JSON.parse(body).data.service_request_id)).toEqual(Array(3).fill(await idOf(number)))
  })

  it('is told nothing of what its key does not see', async () => {
    await stop()
    const { secret: writer } = await listener(['write'], ['closed'])
    await listener(['read'])
    const reads = await listener(['read', 'private'])
    const ticket = await handIn(writer, '和邻居因为地埂吵起来了，他家占了我家半尺', 'V05')
    expect(ticket?.private).toBe(true)
    await expect.poll(async () => (await deliveries()).filter((d) => d.state === 'sent').length, PATIENT).toBe(1)
    expect(receiver.received).toHaveLength(1)
    expect(JSON.parse(receiver.received[0]?.body ?? '')).toMatchObject({ data: { description: expect.not.stringContaining('地埂吵') } })
    // Once it must not be told any more, it is not: looked at again when it is sent.
    receiver.next('fail')
    await tell(ticket?.owner?.id ?? '', `接 ${ticket?.number}`)
    await expect.poll(async () => (await deliveries()).at(-1)?.attempts, PATIENT).toBe(1)
    await opened.prisma.apiKey.updateMany({ where: { id: reads.key }, data: { rights: ['read'] } })
    await hurry()
    await expect.poll(async () => (await deliveries()).at(-1)?.state, PATIENT).toBe('dropped')
  })

  it('is shown as not reached after the last try, and what comes later is told all the same; a person sends it again', async () => {
    await stop()
    const { secret } = await listener(['read', 'write'])
    receiver.next('fail', 'fail')
    const ticket = await handIn(secret, '水渠堵了，地里浇不上水', 'V06')
    await expect.poll(async () => (await deliveries())[0]?.code, PATIENT).toBe(500)
    await opened.prisma.webhookDelivery.updateMany({ data: { attempts: 9 } })
    await hurry()
    await expect.poll(async () => (await deliveries())[0], PATIENT).toMatchObject({ state: 'failed', attempts: 10, why: '对方答了 500' })
    await tell(ticket?.owner?.id ?? '', `接 ${ticket?.number}`)
    await expect.poll(async () => (await deliveries()).map((d) => d.state), PATIENT).toEqual(['failed', 'sent'])
    const [lost] = await deliveries()
    expect(await keys().resend(await town(), lost?.id ?? '', new Date())).toBe(true)
    await expect.poll(async () => (await deliveries()).map((d) => d.state), PATIENT).toEqual(['sent', 'sent'])
    expect(await keys().deliveryCounts(await town())).toEqual({ sent: 2 })
  })

  it('is told no more when it says that it listens no more, or its key is taken away', async () => {
    await stop()
    const { secret } = await listener(['read', 'write'])
    receiver.next('gone')
    await handIn(secret, '桥栏杆断了，过桥危险', 'V07')
    await expect.poll(async () => (await deliveries())[0], PATIENT).toMatchObject({ state: 'failed', code: 410 })
    expect((await keys().webhooks(await town())).filter((w) => w.stoppedAt === null)).toEqual([])
    const second = await listener(['read', 'write'])
    receiver.next('fail')
    await handIn(second.secret, '自来水停了两天', 'V08')
    await expect.poll(async () => (await deliveries()).at(-1)?.code, PATIENT).toBe(500)
    expect(await keys().revoke(await town(), second.key, new Date())).toBe(true)
    expect((await deliveries()).at(-1)?.state).toBe('dropped')
  })

  it('holds nothing up by hanging, and is not told on our own network unless that is allowed', async () => {
    await stop()
    const { key } = await listener(['read'])
    const named = await listener(['read'], WEBHOOK_EVENTS, receiver.url.replace('127.0.0.1', 'localhost'))
    await app.close()
    const id = await town()
    const open = await opened.prisma.ticket.findFirstOrThrow({ where: { kind: 'village', sensitivity: null, hidden: false } })
    const write = async (telling: string, keyId: string) => {
      const webhook = await opened.prisma.webhook.findFirstOrThrow({ where: { townId: id, keyId } })
      const what = { townId: id, id: telling, webhookId: webhook.id, ticketId: open.id, event: 'moved' }
      await opened.prisma.webhookDelivery.create({ data: { ...what, at: new Date(), retryAt: new Date() } })
    }
    const store = createStore(opened.prisma, { calendar: chineseCalendar(), settings: defaultSettings, newId: randomUUID })
    const teller = (privateToo: boolean, withinMs = 200) =>
      createChangeTeller({
        ...{ deliveries: deliveriesOf(opened.prisma, opened.seal), machine: () => new Date(), privateToo, publicUrl: null, withinMs },
        atDesk: (of, run) => store.atDesk(of, new Date(), run),
        fault: (_, thrown) => {
          throw thrown
        },
      })
    await write('msg_hangs', key)
    receiver.next('hang')
    await teller(true).work()
    expect((await deliveries()).at(-1)).toMatchObject({ state: 'waiting', why: '对方没有按时回答' })
    // Nor does it hold up whoever ends the program, and it is told then by the next.
    await hurry()
    receiver.next('hang')
    const ending = teller(true, 60_000)
    const working = ending.work()
    await expect.poll(() => receiver.received.length, PATIENT).toBe(2)
    await ending.close()
    await working
    expect((await deliveries()).at(-1)).toMatchObject({ state: 'waiting', why: '这边的程序停了' })
    await write('msg_named', named.key)
    await teller(false).work()
    expect((await deliveries()).map((d) => [d.state, d.why])).toEqual(Array(2).fill(['waiting', '地址在内网或本机上，没有送']))
    expect(receiver.received).toHaveLength(2)
    app = await start()
  })
})
