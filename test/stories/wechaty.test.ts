import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FileBox } from 'file-box'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { mock } from 'wechaty-puppet-mock'
import { PuppetServer } from 'wechaty-puppet-service'
import { wechatyBots } from '../../src/channels/wechaty/load.ts'
import { toGroup } from '../../src/domain/notice.ts'
import type { Picture } from '../../src/domain/picture.ts'
import { anOutboxTown, notice, type OutboxTown, TOWN } from '../support/outbox.ts'
import { aPuppet, aVillage, botsOver, type Line, lineOf, QUICK } from '../support/wechaty.ts'

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const TOKEN = 'insecure_3f2a7c1e-9d40-4a1b-8c55-0e6f1b2d3c4a'

const HOUR_MS = 3_600_000
const GATEWAY = { puppet: 'wechaty-puppet-service' }
const ALL = { hears: 'all', posts: 'auto', mentions: true, perMinute: 12 }

/** A poll's own second is too little for a library that lags when the machine is busy. */
const SOON = { timeout: 20_000 }

let town: OutboxTown
let line: Line | null = null
let mocker: mock.Mocker
let village: ReturnType<typeof aVillage>

beforeEach(async () => {
  mocker = new mock.Mocker()
  village = aVillage(mocker)
  town = await anOutboxTown({ channel: 'wechaty', groups: 1, sandbox: false })
  for (const [personId, externalId] of [
    ['secretary', 'sun-wx'],
    ['clerk', 'keeper-wx'],
    ['zhou', 'zhou-wx'],
  ] as const)
    await town.prisma.identity.create({
      data: { townId: TOWN, channel: 'wechaty', externalId, personId, tiedBy: 'roster', tiedAt: town.now.machine },
    })
})
afterEach(async () => {
  await line?.close()
  line = null
  expect(town.faults).toEqual([])
  await town.close()
})

const heardCount = () => town.prisma.message.count({ where: { channel: 'wechaty' } })
const isUp = async () => (await town.log.states()).some((s) => s.channel === 'wechaty' && s.upSince !== null)
const up = () => expect.poll(isUp, SOON).toBe(true)
type Someone = typeof village.zhou

/** Says it, waits until it is durable, lets everything settle. */
async function say(who: Someone, what: string | FileBox, where: Someone | typeof village.room = village.room, mentions: Someone[] = []) {
  const before = await heardCount()
  who.say(what as never, mentions).to(where)
  await expect.poll(heardCount, SOON).toBe(before + 1)
  await town.settle()
}
async function bind() {
  village.sun.say('绑定 坪头村').to(village.room)
  await expect.poll(async () => (await town.prisma.channelGroup.findFirst({ where: { state: 'bound' } }))?.name, SOON).toBe('坪头便民')
  await town.settle()
}
/** At the platform, told to nobody yet. */
const keep = (id: string, text: string, at: Date) =>
  mocker.MessageMock.create({ id, text, timestamp: at.getTime(), talkerId: 'zhou-wx', roomId: village.room.id, mentionIdList: [], type: 7 })
const loggedIn = () =>
  mocker.use(() => {
    if (!mocker.puppet.isLoggedIn) mocker.login(village.self)
    return () => {}
  })
const photo = () => FileBox.fromBase64(PNG, 'lamp.png')

/** From the report to the closure; what the room read. */
async function aWholeMatter(between: () => Promise<void> = async () => {}): Promise<string[]> {
  await say(village.zhou, '@说事\u2005三社路口的路灯不亮了', village.room, [village.self])
  await say(village.zhou, photo())
  await between()
  await say(village.keeper, '「快乐老周：三社路口的路灯不亮了」\n- - - - - - - - - - - - - - -\n接 1')
  await say(village.keeper, '办结 1 换了灯泡')
  expect(village.alone.at(-1)).toContain('办好了吗')
  await say(village.zhou, '满意', village.self)
  const ticket = await town.prisma.ticket.findFirstOrThrow()
  expect([ticket.label, ticket.status, ticket.satisfaction]).toEqual(['坪01', 'closed', 'good'])
  expect(await town.prisma.photo.count()).toBe(1)
  return village.posts.map((p) => p.text)
}

it('lives through a whole matter in a room, a photo and a picture included', async () => {
  const puppet = aPuppet(mocker)
  mocker.use(() => {
    mocker.scan('https://login.example/code')
    return () => {}
  })
  line = await lineOf(
    town,
    botsOver(() => puppet),
  )
  await expect.poll(() => line?.printed.length, SOON).toBe(1)
  expect((await town.log.states())[0]).toMatchObject({ qr: 'https://login.example/code', why: '要用手机扫码登录，二维码在下面' })
  expect(line.sideBySide()).toBe(0)
  mocker.login(village.self)
  await up()
  expect((await town.log.states())[0]).toMatchObject({ qr: null, why: null })
  await bind()
  expect(await aWholeMatter()).toMatchInlineSnapshot(`
    [
      "已接入坪头村。有事直接说，我来登记、找人办，结果也发在这里。",
      "@快乐老周 【坪01】已登记：三社路口路灯不亮。李敏负责，12月3日（周四）前办。",
      "【坪01】李敏接了，12月3日（周四）前办。",
      "【坪01】记下了，已请报的人看一看。",
      "【坪01】路灯的事已办好。谢谢大家提醒。",
    ]
  `)
  const tells: Picture = { kind: 'card', heading: '坪头村', name: '路灯', lines: ['已修好'], foot: '说事' }
  await town.notify([notice('card', toGroup(await bound()), '卡片', { picture: { name: 'card.png', tells }, mention: ['zhou'] })])
  await town.work()
  expect(village.posts.slice(-2).map((p) => [p.kind, p.kind === 7 ? p.text : ''])).toEqual([
    [7, '@快乐老周 卡片'],
    [6, ''],
  ])
  // Told twice, our own, and before the login: none of them is a message.
  const count = await heardCount()
  keep('twice', '今天赶集吗', new Date())
  keep('old', '去年的水管漏了', new Date(Date.now() - HOUR_MS))
  for (const messageId of ['old', 'twice', 'old', 'twice']) puppet.emit('message', { messageId })
  await expect.poll(heardCount, SOON).toBe(count + 1)
  await say(village.zhou, '好的')
  expect(await heardCount()).toBe(count + 2)

  village.room.topic('坪头说事').by(village.sun)
  await expect.poll(async () => (await town.prisma.channelGroup.findFirstOrThrow()).name, SOON).toBe('坪头说事')
  const wu = mocker.createContact({ id: 'wu-wx', name: '老吴' })
  village.room.add(wu).by(village.sun)
  await expect.poll(() => town.prisma.identity.count({ where: { externalId: 'wu-wx' } }), SOON).toBe(1)
  village.room.remove(wu).by(village.sun)
  village.room.remove(village.self).by(village.sun)
  await expect.poll(async () => (await town.prisma.channelGroup.findFirstOrThrow()).state, SOON).toBe('lost')
})

const bound = async () => (await town.prisma.channelGroup.findFirstOrThrow()).groupId ?? ''

it('acts on nothing that was said while it was away; the duty cadre reads what it was', async () => {
  const away = new Date(Date.now() - HOUR_MS)
  await town.prisma.channelState.create({ data: { channel: 'wechaty', aliveAt: away } })
  await town.prisma.channelGroup.create({
    data: {
      townId: TOWN,
      channel: 'wechaty',
      externalId: village.room.id,
      groupId: 'g0',
      state: 'bound',
      name: '坪头便民',
      firstSeenAt: away,
      ...ALL,
    },
  })
  const said = (minutes: number) => new Date(away.getTime() + minutes * 60_000)
  keep('history', '前天的事', said(-60))
  keep('lamp', '三社路口的路灯不亮了', said(10))
  keep('about', '赵强说话不算数', said(20))
  keep('heard', '这句听到过', said(1))
  keep('now', '大家好', new Date())
  const conversation = toGroup('g0')
  await town.store.record([
    { town: TOWN, channel: 'wechaty', id: 'heard', conversation, person: 'zhou', text: '这句听到过', quote: null, photos: [], at: said(1) },
  ])
  loggedIn()
  const puppet = aPuppet(mocker)
  line = await lineOf(
    town,
    botsOver(() => puppet),
  )
  await up()
  for (const messageId of ['history', 'about', 'lamp', 'heard', 'now', 'lamp']) puppet.emit('message', { messageId })
  const list = () => town.prisma.notice.findMany({ where: { occasion: 'outage' } })
  await expect.poll(async () => (await list()).length, SOON).toBe(1)
  await town.settle()
  const [told] = await list()
  expect(told?.conversation).toBe('p:duty')
  expect(told?.text.replace(/\d+月\d+日 \d+:\d+/gu, '〔时间〕')).toMatchInlineSnapshot(`
    "Wechaty断过（〔时间〕到〔时间〕），现在好了。这2条没有登记，请看要不要办：
    〔时间〕 坪头便民 快乐老周（未认）：三社路口的路灯不亮了
    〔时间〕 坪头便民 快乐老周（未认）：内容没有列出，请去问一声"
  `)
  expect(await town.prisma.ticket.count()).toBe(0)
  expect((await town.prisma.message.findMany({ where: { channel: 'wechaty' } })).map((m) => m.id).toSorted()).toEqual(['heard', 'now'])
  expect(village.posts).toEqual([])
  expect(await town.log.gaps(new Date(0))).toMatchObject([{ channel: 'wechaty', from: away, why: '程序没有在运行' }])
})

it('hears an answer whose quote is in WeChat’s own words', async () => {
  loggedIn()
  const puppet = aPuppet(mocker)
  line = await lineOf(
    town,
    botsOver(() => puppet),
  )
  await up()
  await bind()
  await say(village.zhou, '三社路口的路灯不亮了')
  const post = village.posts.at(-1)?.text ?? ''
  expect(post).toContain('已登记')
  const escaped = (xml: string) => xml.replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const quoting = (title: string, content: string) =>
    `<?xml version="1.0"?><msg><appmsg appid=""><title>${title}</title><type>57</type><refermsg><type>1</type><svrid>99</svrid><content>${content}</content></refermsg></appmsg></msg>`
  await say(village.keeper, quoting('接', post))
  expect((await town.prisma.ticket.findFirstOrThrow()).acceptedAt).not.toBeNull()
  await say(village.keeper, escaped(quoting('办结 换了灯泡', `${post}&lt;br/&gt;`)))
  expect((await town.prisma.ticket.findFirstOrThrow()).status).toBe('resolved')
  await say(village.zhou, `「说事：${post}」<br/>- - - - - - - - -<br/>没修好`)
  expect((await town.prisma.ticket.findFirstOrThrow()).status).toBe('open')
  await say(village.sun, `「说事：${post}」<br/>——————<br/>我家也是`)
  expect(await town.prisma.ticket.count()).toBe(1)
  expect(await town.prisma.follower.count({ where: { personId: 'secretary' } })).toBe(1)
})

it('keeps a row of what it cannot read, asks for words one-to-one, and says nothing in a room', async () => {
  loggedIn()
  const puppet = aPuppet(mocker)
  line = await lineOf(
    town,
    botsOver(() => puppet),
  )
  await up()
  await bind()
  const posts = village.posts.length
  const sent = async (n: number, type: number, text: string, alone: boolean) => {
    const where = alone ? { listenerId: 'self' } : { roomId: village.room.id }
    mocker.MessageMock.create({ id: `sent${n}`, text, timestamp: Date.now(), talkerId: 'zhou-wx', mentionIdList: [], type, ...where })
    puppet.emit('message', { messageId: `sent${n}` })
    await expect.poll(() => town.prisma.message.count({ where: { id: `sent${n}` } }), SOON).toBe(1)
    return (await town.prisma.message.findFirstOrThrow({ where: { id: `sent${n}` } })).text
  }
  const KINDS = [
    [8, '<msg><location x="33.1" y="105.2" label="坪头村二社" poiname="水塔" /></msg>', '[位置] 坪头村二社，水塔'],
    [15, '<msg><videomsg length="1" /></msg>', '[视频]'],
    [1, '水管爆了.docx', '[文件] 水管爆了.docx'],
    [3, '<msg username="wxid_b" nickname="王电工" />', '[名片] 王电工'],
    [14, '<msg><appmsg><title>某地煤气爆炸</title><type>5</type></appmsg></msg>', '[链接] 某地煤气爆炸'],
    [9, '<msg><appmsg><title>医保缴费</title><type>33</type></appmsg></msg>', '[小程序] 医保缴费'],
  ] as const
  for (const [n, [type, text, kept]] of KINDS.entries()) expect(await sent(n, type, text, false)).toBe(kept)
  await town.settle()
  expect(village.alone).toEqual([])
  for (const [n, [type, text, kept]] of KINDS.entries()) {
    expect(await sent(10 + n, type, text, true)).toBe(kept)
    await town.settle()
    expect(village.alone, kept).toHaveLength(n + 1)
  }
  expect(village.posts.length).toBe(posts)
  expect(await town.prisma.ticket.count()).toBe(0)
})

it('masks what is taken back, and hears a gateway whose clock is hours behind', async () => {
  loggedIn()
  const puppet = aPuppet(mocker)
  line = await lineOf(
    town,
    botsOver(() => puppet),
  )
  await up()
  await bind()
  await say(village.zhou, '三社路口的路灯不亮了')
  const heard = await town.prisma.message.findMany()
  const id = heard.find((m) => m.text === '三社路口的路灯不亮了')?.id ?? ''
  mocker.MessageMock.create({
    id: 'recall',
    text: id,
    timestamp: Date.now(),
    talkerId: 'zhou-wx',
    roomId: village.room.id,
    mentionIdList: [],
    type: 13,
  })
  puppet.emit('message', { messageId: 'recall' })
  await expect.poll(async () => (await town.prisma.message.findFirstOrThrow({ where: { id } })).text, SOON).toBe('[已撤回]')
  expect((await town.prisma.ticket.findFirstOrThrow()).text).toBe('[已撤回]')
  // Another login, to a gateway whose zone is wrong.
  mocker.puppet.logout()
  await expect.poll(isUp, SOON).toBe(true)
  await new Promise((done) => setTimeout(done, 2 * QUICK.collect))
  for (const [n, text] of ['二社水管爆了', '水淌了一路'].entries()) {
    keep(`slow${n}`, text, new Date(Date.now() - 8 * HOUR_MS))
    puppet.emit('message', { messageId: `slow${n}` })
  }
  await expect.poll(() => town.prisma.message.count({ where: { id: { startsWith: 'slow' } } }), SOON).toBe(2)
  expect((await town.log.states())[0]?.why).toBe('网关的时钟慢了约8小时，话照收到的时间听着，请把那台机器的时间校准')
})

it('builds another bot when a start fails or nothing is heard of it, and leaves the account to whoever has it', async () => {
  let built = 0
  const puppet = aPuppet(mocker)
  loggedIn()
  line = await lineOf(town, (ears) => {
    built++
    if (built === 1) throw new Error('1 CANCELLED')
    return botsOver(() => puppet)(ears)
  })
  await up()
  expect(built).toBe(2)
  puppet.ding = () => {}
  await expect.poll(() => built, SOON).toBe(3)
  await up()
  expect((await town.log.gaps(new Date(0)))[0]?.why).toBe('没有动静了，正在重连')
  let others = 0
  const second = await lineOf(
    town,
    () => {
      others++
      throw new Error('no gateway here')
    },
    { holder: 'there' },
  )
  expect([others, second.sideBySide()]).toEqual([0, 0])
  await line.close()
  line = second
  await expect.poll(() => others, { timeout: 10_000 }).toBeGreaterThan(1)
})

it('hears a word that could not be kept at first, in its turn, and ends nothing', async () => {
  loggedIn()
  const puppet = aPuppet(mocker)
  const { hear } = town.hearing
  let away = 0
  town.hearing.hear = async (message) => {
    if (message.text.includes('路灯') && ++away < 2) throw new Error('no database')
    return hear(message)
  }
  line = await lineOf(
    town,
    botsOver(() => puppet),
  )
  await up()
  await bind()
  village.zhou.say('三社路口的路灯不亮了').to(village.room)
  village.zhou.say('在桥那边').to(village.room)
  await expect.poll(heardCount, SOON).toBe(2)
  const texts = (await town.prisma.message.findMany({ where: { channel: 'wechaty' }, orderBy: { seq: 'asc' } })).map((m) => m.text)
  expect(texts).toEqual(['三社路口的路灯不亮了', '在桥那边'])
  // What the library itself cannot do is told, and nothing more.
  puppet.emit('message', { messageId: 'nobody-has-this' })
  puppet.emit('room-join', { roomId: 'nowhere', inviteeIdList: ['x'], inviterId: 'y', timestamp: 1 })
  await say(village.zhou, '好的')
  expect(line.faults.join()).toContain('no database')
})

it('tells the duty cadre while nothing is heard, once', async () => {
  line = await lineOf(
    town,
    () => {
      throw new Error('14 UNAVAILABLE: No connection established')
    },
    { tell: 300 },
  )
  const told = () => town.prisma.notice.findMany({ where: { occasion: 'outage' } })
  await expect.poll(async () => (await told()).length, SOON).toBe(1)
  expect(await told()).toMatchObject([{ conversation: 'p:duty', text: expect.stringContaining('断了（连不上网关，正在重连）') }])
  expect((await town.log.states())[0]).toMatchObject({ channel: 'wechaty', why: '连不上网关，正在重连', upSince: null })
})

it('says plainly that a token is refused or a package is missing, and never the token', async () => {
  const home = mkdtempSync(join(tmpdir(), 'wechaty-home-'))
  vi.stubEnv('HOME', home)
  const console = ['log', 'info', 'warn', 'error'] as const
  const printed = console.map((level) => vi.spyOn(globalThis.console, level))
  const endpoint = `127.0.0.1:${await freePort()}`
  const server = new PuppetServer({ endpoint, puppet: aPuppet(mocker), token: `${TOKEN}x` })
  await server.start()
  const why = async () => (await town.log.states()).find((s) => s.channel === 'wechaty')?.why
  try {
    line = await lineOf(town, wechatyBots({ ...GATEWAY, token: TOKEN, endpoint }, join(home, 'memory')), { token: TOKEN })
    await expect.poll(why, SOON).toBe('网关不认令牌，请看 WECHATY_TOKEN')
    expect(JSON.stringify([line.faults, line.printed, printed.map((p) => p.mock.calls)])).not.toContain('3f2a7c1e')
    await line.close()
    line = await lineOf(town, wechatyBots({ puppet: 'wechaty-puppet-nowhere', token: null, endpoint: null }, join(home, 'memory')))
    await expect.poll(why, SOON).toBe('没有装 wechaty-puppet-nowhere 或装得不对，请运行 npm install wechaty-puppet-nowhere')
  } finally {
    await line?.close()
    line = null
    await server.stop()
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
    rmSync(home, { recursive: true, force: true })
  }
})

it('lives through a restart of the gateway: nothing twice, the gap told', async () => {
  const home = mkdtempSync(join(tmpdir(), 'wechaty-home-'))
  vi.stubEnv('HOME', home)
  const endpoint = `127.0.0.1:${await freePort()}`
  const puppet = aPuppet(mocker)
  const serve = async () => {
    const server = new PuppetServer({ endpoint, puppet, token: TOKEN })
    await server.start()
    return server
  }
  let server = await serve()
  try {
    loggedIn()
    line = await lineOf(town, wechatyBots({ ...GATEWAY, token: TOKEN, endpoint }, join(home, 'memory')), { token: TOKEN })
    await up()
    await bind()
    const posts = await aWholeMatter(async () => {
      await server.stop()
      await expect.poll(isUp, SOON).toBe(false)
      keep('between', '二社的水管也漏了', new Date())
      puppet.emit('message', { messageId: 'between' })
      server = await serve()
      await up()
    })
    expect(posts.filter((p) => p.includes('已登记'))).toHaveLength(1)
    const [gap] = await town.log.gaps(new Date(0))
    expect(gap).toMatchObject({ channel: 'wechaty', why: '连不上网关，正在重连' })
    const texts = (await town.prisma.message.findMany({ where: { channel: 'wechaty' } })).map((m) => m.text)
    expect(new Set(texts).size).toBe(texts.length)
    expect(JSON.stringify([line.faults, line.printed, await town.log.states()])).not.toContain('3f2a7c1e')
  } finally {
    await line?.close()
    line = null
    await server.stop()
    vi.unstubAllEnvs()
    rmSync(home, { recursive: true, force: true })
  }
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  return typeof address === 'object' && address !== null ? address.port : 0
}
