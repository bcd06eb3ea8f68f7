import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StatusReport } from '../../src/ports/operations.ts'
import { type Qyapi, startQyapi } from '../support/qyapi.ts'
import { startTown, type Town } from '../support/town.ts'

const PASSWORD = 'a password of ours'
const NOT_DURABLE = '数据库关了落盘（fsync 或 synchronous_commit），断电会丢数据，请打开。'
const KEY = '693a91f6-7b1c-4bc4-97a0-0ec2b1fa5aaa'
/** A busy machine takes its time. */
const PATIENT = { timeout: 30_000 }
let town: Town
let qyapi: Qyapi
let cookie = ''

const open = (path: string, init: RequestInit = {}) =>
  fetch(town.url + path, { redirect: 'manual', ...init, headers: { cookie, ...(init.headers as Record<string, string>) } })
const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  open(path, { method: 'POST', body: new URLSearchParams(form), headers })
const report = async (): Promise<StatusReport & { ok: boolean; troubles: string[] }> => (await open('/status.json')).json()
const page = async () => (await open('/status')).text()

const inChina = new Intl.DateTimeFormat('zh-CN', {
  ...{ timeZone: 'Asia/Shanghai', hourCycle: 'h23' },
  ...{ month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' },
})
/** 11月24日 09:00 */
const told = (date: Date): string => inChina.format(date).replace('/', '月').replace(' ', '日 ')

beforeAll(async () => {
  qyapi = await startQyapi()
  town = await startTown({
    SANDBOX: 'on',
    WECOM_API_BASE: qyapi.base,
    OPERATOR_PASSWORD: PASSWORD,
    WECOM_CORP_ID: 'ww01',
    WECOM_CONTACT_SECRET: 'secret-1',
  })
})
afterAll(async () => {
  await town.close()
  await qyapi.close()
})

describe('the operator’s page', () => {
  it('shows nothing without the password', async () => {
    expect(await page()).not.toContain('群机器人')
    expect((await open('/status.json')).status).toBe(401)
    expect((await post('/status/decide', { id: 'x', decision: 'resend' })).status).toBe(403)
    expect((await post('/status/login', { password: 'wrong' })).status).toBe(401)
    expect((await open('/status.json', { headers: { cookie: 'shuoshi-operator=99999999999999.forged' } })).status).toBe(401)
  })

  it('takes no form from another site', async () => {
    expect((await post('/status/login', { password: PASSWORD }, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await post('/status/login', { password: PASSWORD }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  })

  it('opens with the password, to monitors by their header', async () => {
    const answer = await post('/status/login', { password: PASSWORD }, { origin: town.url })
    expect(answer.status).toBe(303)
    const set = answer.headers.get('set-cookie') ?? ''
    expect(set).toMatch(/HttpOnly; SameSite=Strict/u)
    cookie = ''
    // The cluster of the tests does not wait for the disk, and a monitor is told so.
    const told = await open('/status.json', { headers: { authorization: `Bearer ${PASSWORD}` } })
    expect([told.status, (await told.json()).troubles]).toEqual([503, [NOT_DURABLE]])
    const basic = Buffer.from(`monitor:${PASSWORD}`).toString('base64')
    expect((await open('/status.json', { headers: { authorization: `Basic ${basic}` } })).status).toBe(503)
    cookie = set.split(';')[0] ?? ''
    expect(await page()).toContain('有1处要看')
  })

  it('keeps a robot’s key, after which the group hears through it', async () => {
    const group = await town.group('坪头村')
    const address = `${qyapi.base}webhook/send?key=${KEY}`
    expect((await post('/status/robot', { group: group.id, address: 'nonsense' })).headers.get('location')).toBe('/status?said=robotWrong')
    expect((await post('/status/robot', { group: group.id, address })).headers.get('location')).toBe('/status?said=done')
    const [resident] = await town.people(`role=resident&village=${encodeURIComponent('坪头村')}`)
    await town.say(group.id, resident?.id ?? '', '三社路口的路灯不亮了')
    await town.settle()
    await expect.poll(() => qyapi.posted.length, PATIENT).toBe(1)
    expect(qyapi.posted[0]).toMatchObject({
      to: KEY,
      body: { msgtype: 'text', text: { content: expect.stringContaining('【坪01】已登记') } },
    })
    expect(await page()).not.toContain(KEY)
    expect(JSON.stringify(await report())).not.toContain(KEY)
  })

  it('shows what nobody knows to have been said, and lets a person decide', async () => {
    const group = await town.group('坪头村')
    const [, resident] = await town.people(`role=resident&village=${encodeURIComponent('坪头村')}`)
    qyapi.next('webhook/send', { cut: 'after' })
    await town.say(group.id, resident?.id ?? '', '水管爆了没水用，电话13912345678')
    await town.settle()
    await expect.poll(async () => (await report()).deadLetterCount, PATIENT).toBe(1)
    const { deadLetters, troubles } = await report()
    expect(troubles).toEqual(['有1条没发成，或不知道发没发出去，请在下面逐条定。', NOT_DURABLE])
    expect(deadLetters).toMatchObject([{ state: 'unknown', channel: 'wecom-robot' }])
    const shown = await page()
    expect(shown).toContain('不知道发没发出去')
    expect(shown).not.toContain('13912345678')
    const id = deadLetters[0]?.id ?? ''
    // The same, had it been said to one person.
    const whom = async (conversation: string) => town.sql(`UPDATE "Post" SET conversation = '${conversation}' WHERE id = '${id}'`)
    expect(shown).toContain('水管爆了')
    await whom(`p:${resident?.id}`)
    expect(await page()).toContain('单独说给本人的话，这里不显示')
    expect(await page()).not.toContain('水管爆了')
    await whom(`g:${group.id}`)
    expect((await post('/status/decide', { id, decision: 'resend' })).headers.get('location')).toBe('/status?said=done')
    await expect.poll(() => qyapi.posted.length, PATIENT).toBe(3)
    await expect.poll(async () => (await report()).deadLetterCount, PATIENT).toBe(0)
    expect((await post('/status/decide', { id, decision: 'resend' })).headers.get('location')).toBe('/status?said=notDone')
  })

  it('finds the customer groups, whose posts their owner has to tap', async () => {
    qyapi.customerGroups = [{ chatId: 'wr01', name: '坪头客户群', owner: 'LiMin' }]
    expect((await post('/status/fetch-groups', {})).headers.get('location')).toBe('/status?said=done')
    expect((await report()).groups).toContainEqual(expect.objectContaining({ channel: 'wecom-mass', posts: 'confirm', state: 'asked' }))
    expect((await post('/status/bind', { channel: 'wecom-mass', externalId: 'wr01', grid: 'V02' })).headers.get('location')).toBe(
      '/status?said=done',
    )
    expect((await report()).groups).toContainEqual(expect.objectContaining({ channel: 'wecom-mass', state: 'bound' }))
    expect((await post('/status/make-group', {})).headers.get('location')).toBe('/status?said=notDone')
  })

  it('names what can be lost: gaps, and groups that wait, with the village that their name tells', async () => {
    // The page shows a week's gaps by the real clock, for channels fail in real time.
    const [since, until] = [180, 90].map((minutes) => new Date(Date.now() - minutes * 60_000)) as [Date, Date]
    await town.sql(`INSERT INTO "ChannelGap" (channel, since, until, why)
      VALUES ('wechaty', '${since.toISOString()}', '${until.toISOString()}', '连不上网关，正在重连')`)
    await town.sql(`INSERT INTO "ChannelGroup" ("townId", channel, "externalId", name, hears, posts, mentions, "perMinute", state, "firstSeenAt")
      SELECT id, 'wechaty', 'R1', '河口村便民群', 'all', 'auto', true, 12, 'asked', now() FROM "Town"`)
    expect((await page()).replace(/<td[^>]*>/gu, '<td>')).toContain(`${told(since)}</td><td>${told(until)}</td><td>连不上网关，正在重连`)
    expect(await page()).toMatch(/<option value="[^"]+" selected>河口村<\/option>/u)
    expect(await report()).toMatchObject({
      gaps: [{ channel: 'wechaty', why: '连不上网关，正在重连' }],
      reminders: expect.arrayContaining(['有1个群等着接入，请在下面选村。']),
      memory: expect.any(Number),
      queues: { unhandled: 0 },
      clockSkew: expect.any(Number),
      lastDigest: null,
    })
  })

  it('fetches nothing from elsewhere and runs no script', async () => {
    const text = await page()
    expect(
      [...text.matchAll(/(?:href|src|action)="([^"]*)"/gu)]
        .map((m) => m[1])
        .filter((url) => !/^(?:\/(?:status|hand)\b|#)/u.test(url ?? '')),
    ).toEqual([])
    expect(text).not.toContain('<script')
    for (const asset of ['/status/page/status.css', '/hand/hand.css']) expect((await open(asset)).status).toBe(200)
  })

  it('shows what a phone has to scan, but not to a monitor', async () => {
    await town.sql(`INSERT INTO "ChannelState" (channel, why, qr) VALUES ('wechaty', '要扫码', 'https://login.example/code')`)
    expect(await page()).toMatch(/<h2>Wechaty：请用手机扫码登录<\/h2><p><img src="data:image\/png;base64,[\w+/=]{200,}" alt=/u)
    expect(await (await open('/status.json')).text()).not.toContain('login.example')
  })

  it('tells a monitor no words of anybody', async () => {
    expect(JSON.stringify(await report())).not.toContain('水管')
  })

  it('lets nobody guess for long', async () => {
    const answers: number[] = []
    for (let i = 0; i < 8; i++) answers.push((await post('/status/login', { password: `guess${i}` })).status)
    expect(answers.at(-1)).toBe(429)
  })
})
