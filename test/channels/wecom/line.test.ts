import { WSClient } from '@wecom/aibot-node-sdk'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lineChannel } from '../../../src/channels/wecom/bot-answers.ts'
import { type KeptLine, keepLine } from '../../../src/channels/wecom/line/keep-line.ts'
import { type Line, type LineEnd, openLine } from '../../../src/channels/wecom/line/line.ts'
import { isWorkingHour, type KeepPace, standBackMs } from '../../../src/channels/wecom/line/pace.ts'
import type { OutgoingPost } from '../../../src/ports/channel.ts'
import { answersOf } from '../../../src/store/answers.ts'
import { leasesOf } from '../../../src/store/channel-log.ts'
import { type AibotServer, startAibot } from '../../support/aibot.ts'
import { sealer } from '../../support/keys.ts'
import { QUICK } from '../../support/listening.ts'
import { anOutboxTown, type OutboxTown, TOWN } from '../../support/outbox.ts'

const SILENT = { debug() {}, info() {}, warn() {}, error() {} }
const inGroup = { chatid: 'wrABC', chattype: 'group', from: { userid: 'ZhouDaYe' }, msgtype: 'text', text: { content: '@说事 路灯不亮' } }

let server: AibotServer
beforeEach(async () => {
  server = await startAibot()
})
afterEach(async () => {
  await server.close()
  expect(server.broken).toEqual([])
})

const until = (what: () => unknown) => expect.poll(what, { timeout: 10_000, interval: 10 }).toBeTruthy()

describe('the double of the platform', () => {
  it('satisfies the official client: connect, hear, answer, push, and be kicked', async () => {
    const client = new WSClient({ botId: 'bot-1', secret: 'bot-secret', wsUrl: server.url, heartbeatInterval: 30, logger: SILENT })
    const frames: { headers: { req_id: string }; body?: { text?: { content: string } } }[] = []
    const kicked: unknown[] = []
    client.on('message.text', (frame) => void frames.push(frame as (typeof frames)[number]))
    client.on('event.disconnected_event', (frame) => void kicked.push(frame))
    client.connect()
    await until(() => server.subscribed === 1 && server.pings > 1)
    server.say(inGroup)
    await until(() => frames.length === 1)
    expect(frames[0]?.body?.text?.content).toBe('@说事 路灯不亮')
    const [frame] = frames
    if (!frame) return
    await client.reply(frame as Parameters<typeof client.reply>[0], { msgtype: 'markdown', markdown: { content: '收到' } })
    await client.sendMessage('wrABC', { msgtype: 'markdown', markdown: { content: '修好了' } })
    await expect(client.sendMessage('wrNobody', { msgtype: 'markdown', markdown: { content: '在吗' } })).rejects.toMatchObject({
      errcode: 93006,
    })
    expect(server.posts.map((p) => p.cmd)).toEqual(['aibot_respond_msg', 'aibot_send_msg'])
    // Ours takes its place.
    const ours = aLine()
    await until(() => kicked.length === 1)
    ours.line.close()
    client.disconnect()
  })

  it('refuses the official client by a wrong secret', async () => {
    const client = new WSClient({ botId: 'bot-1', secret: 'wrong', wsUrl: server.url, maxAuthFailureAttempts: 0, logger: SILENT })
    const errors: string[] = []
    client.on('error', (error) => void errors.push(String(error)))
    client.connect()
    await until(() => errors.some((e) => e.includes('40058')))
    client.disconnect()
  })
})

interface Opened {
  line: Line
  heard: { body: unknown; reqId: string }[]
  ups: number
  lives: number
  end(): Promise<LineEnd>
}

function aLine(more: { secret?: string; url?: string } = {}): Opened {
  const opened: Omit<Opened, 'line'> = { heard: [], ups: 0, lives: 0, end: () => line.ended }
  let count = 0
  const line = openLine({
    url: server.url,
    botId: 'bot-1',
    secret: 'bot-secret',
    ...more,
    pace: QUICK.line,
    newId: () => String(++count),
    up: () => void opened.ups++,
    alive: () => void opened.lives++,
    heard: (body, reqId) => void opened.heard.push({ body, reqId }),
  })
  return Object.assign(opened, { line })
}

describe('one connection', () => {
  it('subscribes, shows life, hears and answers', async () => {
    const it = aLine()
    await until(() => it.ups === 1)
    const reqId = server.say(inGroup)
    await until(() => it.heard.length === 1 && it.lives > 1)
    expect(it.heard[0]).toMatchObject({ reqId, body: { chatid: 'wrABC' } })
    const body = { msgtype: 'markdown', markdown: { content: '收到' } }
    expect(await it.line.ask('aibot_respond_msg', body, reqId ?? '')).toEqual({ errcode: 0, body: {} })
    expect(await it.line.ask('aibot_respond_msg', body, 'nobody-gave-this')).toMatchObject({ errcode: 846605 })
    it.line.close()
    expect(await it.end()).toEqual({ why: 'closed' })
  })

  it('knows the difference between not sent and not acknowledged', async () => {
    const it = aLine()
    await until(() => it.ups === 1)
    server.say(inGroup)
    server.next('aibot_send_msg', 'silent', 'ignore')
    const push = () => it.line.ask('aibot_send_msg', { chatid: 'wrABC', msgtype: 'markdown', markdown: { content: 'x' } })
    expect(await push()).toEqual({ errcode: null, sent: true, why: 'no ack' })
    expect(await push()).toMatchObject({ sent: true })
    expect(server.posts).toHaveLength(1)
    const cut = push()
    server.next('aibot_send_msg', 'ignore')
    server.drop()
    await cut
    expect(await it.end()).toEqual({ why: 'lost' })
    expect(await push()).toEqual({ errcode: null, sent: false, why: 'line' })
  })

  it.each<[string, () => Opened, LineEnd]>([
    ['a wrong secret', () => aLine({ secret: 'wrong' }), { why: 'refused', errcode: 40058 }],
    ['nobody there', () => aLine({ url: 'ws://127.0.0.1:9' }), { why: 'lost' }],
  ])('ends at %s', async (_, open, end) => {
    const it = open()
    expect(await it.end()).toEqual(end)
    expect(it.ups).toBe(0)
  })

  it('ends when the other side takes signs of life and gives none', async () => {
    server.deaf = true
    const it = aLine()
    expect(await it.end()).toEqual({ why: 'lost' })
    expect(server.pings).toBe(2)
  })

  it('ends when it is kicked, and takes nothing more for heard', async () => {
    const it = aLine()
    await until(() => it.ups === 1)
    const other = aLine()
    expect(await it.end()).toEqual({ why: 'kicked' })
    expect(it.heard).toEqual([])
    other.line.close()
  })

  it('survives what is no frame at all', async () => {
    const it = aLine()
    await until(() => it.ups === 1)
    server.say({ msgtype: 'text' })
    server.event('moon_phase')
    await until(() => it.heard.length === 2)
    it.line.close()
  })
})

describe('the line of one bot among many processes', () => {
  let town: OutboxTown
  let kept: KeptLine[] = []
  const alarms: string[] = []
  let faults: string[] = []

  beforeEach(async () => {
    town = await anOutboxTown({ channel: 'wecom-bot', groups: 1, sandbox: false })
    kept = []
    faults = []
    alarms.length = 0
  })
  afterEach(async () => {
    for (const it of kept) await it.close()
    await town.close()
    expect(faults).toEqual([])
  })

  let ids = 0
  function keep({
    pace = QUICK,
    machine = () => new Date(),
    secret = 'bot-secret',
  }: {
    pace?: KeepPace
    machine?: () => Date
    secret?: string
  } = {}): KeptLine {
    const it = keepLine({
      url: server.url,
      botId: 'bot-1',
      secret,
      pace,
      leases: leasesOf(town.prisma),
      log: town.log,
      greeter: { alarm: async ({ text }) => void alarms.push(text) },
      newId: () => String(++ids),
      heard: () => {},
      machine,
      fault: (what, thrown) => void faults.push(`${what}: ${thrown}`),
    })
    kept.push(it)
    it.start()
    return it
  }
  const state = async () => (await town.log.states()).find((s) => s.channel === 'wecom-bot')

  it('is held by one of two, and by the other when that ends', async () => {
    const first = keep()
    await until(() => first.line())
    const second = keep()
    await new Promise((done) => setTimeout(done, QUICK.leaseMs * 2))
    expect([second.line(), server.subscribed]).toEqual([null, 1])
    await first.close()
    await until(() => second.line())
    expect(server.subscribed).toBe(2)
    expect(alarms).toEqual([])
  })

  it('comes back after a loss, and says how long it was away', async () => {
    const it = keep()
    await until(() => it.line())
    await until(async () => (await state())?.aliveAt)
    server.away(true)
    await until(() => it.line() === null)
    await until(async () => (await state())?.why === '长连接断了，正在重连')
    // Since long ago, as far as the log knows.
    await town.log.alive('wecom-bot', new Date(Date.now() - 600_000))
    server.away(false)
    await until(() => it.line())
    await until(() => alarms.length === 1)
    expect(alarms[0]).toMatch(/^智能机器人.*断开过，这段时间群里@它说的话可能没收到，请看一眼群。$/u)
    expect(await town.log.gaps(new Date(0))).toMatchObject([{ channel: 'wecom-bot', why: '长连接断开' }])
    expect(await state()).toMatchObject({ why: null, upSince: expect.any(Date) })
  })

  it('stands back when somebody outside has the bot, and does not let another of ours fight either', async () => {
    const it = keep()
    await until(() => it.line())
    const outside = aLine()
    await until(() => alarms.length === 1)
    const another = keep()
    await new Promise((done) => setTimeout(done, QUICK.leaseMs * 3))
    expect([it.line(), another.line(), server.subscribed]).toEqual([null, null, 2])
    expect(alarms).toEqual([expect.stringContaining('被别处的程序顶掉了')])
    expect(await state()).toMatchObject({ why: '别处用同一个机器人连上了，这里先让开', upSince: null })
    outside.line.close()
  })

  it('tries again when it has stood back long enough', async () => {
    const it = keep({ pace: { ...QUICK, standBackMs: 300 } })
    await until(() => it.line())
    const outside = aLine()
    await outside.end()
    await until(() => it.line())
    expect(server.subscribed).toBe(3)
  })

  it('connects anew when nobody says a word in working hours', async () => {
    const noon = Date.parse('2026-11-24T04:00:00Z')
    const began = Date.now()
    const it = keep({ pace: { ...QUICK, silenceMs: 300 }, machine: () => new Date(noon + Date.now() - began) })
    await until(() => server.subscribed >= 3)
    expect(await town.log.gaps(new Date(0))).toEqual([])
    expect(alarms).toEqual([])
    await it.close()
  })

  it('does not at night', async () => {
    const night = Date.parse('2026-11-24T16:00:00Z')
    const began = Date.now()
    keep({ pace: { ...QUICK, silenceMs: 100 }, machine: () => new Date(night + Date.now() - began) })
    await new Promise((done) => setTimeout(done, 1000))
    expect(server.subscribed).toBe(1)
  })

  it.each([0, 5, 20, 60])('ends when it is told to, %i ms after its beginning', async (ms) => {
    const it = keep()
    await new Promise((done) => setTimeout(done, ms))
    await it.close()
    expect(it.line()).toBeNull()
    expect(await town.prisma.lease.count()).toBe(0)
  })

  it('asks an operator when the platform does not let it in', async () => {
    keep({ secret: 'wrong' })
    await until(() => alarms.length === 1)
    expect(alarms[0]).toContain('40058')
    expect(await state()).toMatchObject({ why: '企业微信不让连（40058），请核对 Bot ID 和 Secret' })
  })

  const post = (more: Partial<OutgoingPost> = {}): OutgoingPost => ({
    id: '0',
    to: 'group',
    externalId: 'wrABC',
    secret: null,
    text: '【坪01】已登记',
    picture: null,
    file: null,
    mentions: [],
    quote: null,
    by: null,
    perMinute: 30,
    ...more,
  })

  it('answers whom it answers, and pushes the rest', async () => {
    const it = keep()
    await until(() => it.line())
    const answers = answersOf(town.prisma, () => TOWN, sealer)
    const channel = lineChannel(it, { answers, machine: () => new Date() })
    const reqId = server.say(inGroup) ?? ''
    const keepAnswer = (handle: string) =>
      answers.keep({ channel: 'wecom-bot', message: 'bm1', place: 'wrABC', handle, until: new Date(Date.now() + 60_000) })
    await keepAnswer(reqId)
    expect(await channel.say(post())).toEqual({ outcome: 'sent', externalId: null })
    expect(await channel.say(post({ quote: 'bm1' }))).toEqual({ outcome: 'sent', externalId: null })
    expect(await channel.say(post({ quote: 'bm1' }))).toEqual({ outcome: 'sent', externalId: null })
    expect(server.posts.map((p) => [p.cmd, p.to])).toEqual([
      ['aibot_send_msg', 'wrABC'],
      ['aibot_respond_msg', reqId],
      ['aibot_send_msg', 'wrABC'],
    ])
    // An id that is too old was surely not posted; it goes as a message of its own.
    await town.prisma.channelAnswer.deleteMany()
    await keepAnswer('too-old')
    expect(await channel.say(post({ quote: 'bm1' }))).toEqual({ outcome: 'sent', externalId: null })
    expect(server.posts.at(-1)?.cmd).toBe('aibot_send_msg')
  })

  it('does not take a post in hand while it has no line', async () => {
    const answers = answersOf(town.prisma, () => TOWN, sealer)
    const channel = lineChannel({ line: () => null }, { answers, machine: () => new Date() })
    expect(channel.sideBySide).toBe(0)
    expect(await channel.say(post())).toMatchObject({ outcome: 'retry', patience: 'long' })
  })

  it('never repeats what was not acknowledged', async () => {
    const it = keep()
    await until(() => it.line())
    server.say(inGroup)
    server.next('aibot_send_msg', 'silent')
    const channel = lineChannel(it, {
      answers: answersOf(town.prisma, () => TOWN, sealer),
      machine: () => new Date(),
    })
    expect(await channel.say(post())).toMatchObject({ outcome: 'unknown' })
  })

  it('stays below the platform’s limits for a conversation', () => {
    const channel = lineChannel({ line: () => null }, { answers: { take: async () => null }, machine: () => new Date() })
    const [minute, hour] = channel.buckets(post())
    expect((minute?.burst ?? 99) + (minute?.perMinute ?? 99)).toBeLessThan(30)
    expect((hour?.burst ?? 999) + 60 * (hour?.perMinute ?? 99)).toBeLessThan(1000)
  })
})

describe('how a line is kept', () => {
  it.each([
    ['2026-11-24T00:00:00Z', true],
    ['2026-11-24T11:59:00Z', true],
    ['2026-11-24T12:00:00Z', false],
    ['2026-11-23T23:59:00Z', false],
  ])('people speak at %s: %s', (at, expected) => {
    expect(isWorkingHour(new Date(at))).toBe(expected)
  })

  it('stands back twice as long each time, a day at most', () => {
    const hour = 3_600_000
    expect([1, 2, 3, 9].map((kicks) => standBackMs({ standBackMs: hour }, kicks) / hour)).toEqual([1, 2, 4, 24])
  })
})
