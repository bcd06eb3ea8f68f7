import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CallbackKeys } from '../../../src/channels/wecom/callback/sealed.ts'
import { toPerson } from '../../../src/domain/notice.ts'
import { kfAccount } from '../../support/kf-account.ts'
import { type Ears, type EarsOptions, openEars } from '../../support/listening.ts'
import { anOutboxTown, type OutboxTown, TOWN } from '../../support/outbox.ts'
import { type Qyapi, startQyapi } from '../../support/qyapi.ts'
import { type PlatformCall, xmlCall } from '../../support/wecom-callback.ts'

const keys: CallbackKeys = { token: 'QDG6eK', aesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C', receiveId: 'ww01' }
const JPEG = Buffer.from('ffd8ffe000104a464946', 'hex')

let town: OutboxTown
let qyapi: Qyapi
let open: Ears[] = []

beforeEach(async () => {
  qyapi = await startQyapi()
  town = await anOutboxTown({ channel: 'wecom-kf', groups: 1, sandbox: false })
})
afterEach(async () => {
  for (const ears of open) {
    await ears.close()
    expect(ears.faults).toEqual([])
  }
  open = []
  await town.close()
  await qyapi.close()
})

async function ears(more: EarsOptions = {}): Promise<Ears> {
  const it = await openEars(town, { corpId: 'ww01', app: keys, kf: keys }, { apiBase: qyapi.base, started: true, ...more })
  open.push(it)
  return it
}
const post = async (to: Ears, { url, body }: PlatformCall) => {
  expect((await to.server.inject({ method: 'POST', url, payload: body })).statusCode).toBe(200)
}
let signals = 0
const signal = (account: string, token = 'token') =>
  xmlCall('/wecom/kf', keys, { CreateTime: String(++signals), MsgType: 'event', Event: 'kf_msg_or_event', Token: token, OpenKfId: account })
const heard = () => town.prisma.message.findMany({ where: { personId: { not: null } }, orderBy: { seq: 'asc' } })
const texts = async () => (await heard()).map((m) => m.text)
const until = (what: () => unknown) => expect.poll(what, { timeout: 15_000, interval: 20 }).toBeTruthy()
const idle = () => until(async () => (await town.prisma.channelErrand.count({ where: { doneAt: null } })) === 0)

describe('a customer service account', () => {
  it('is read from where it was left, over pages of nothing and pages that come twice', async () => {
    const it = await ears()
    const account = kfAccount(qyapi, 'wk1', { page: 2 })
    for (const n of [1, 2, 3, 4, 5]) account.say('wmZhou', { msgtype: 'text', text: { content: `第${n}句` } })
    account.next = ['empty', 'repeat']
    await post(it, signal('wk1'))
    await until(async () => (await texts()).length === 5)
    await idle()
    account.next = ['repeat']
    account.say('wmZhou', { msgtype: 'text', text: { content: '第6句' } })
    await post(it, signal('wk1'))
    await until(async () => (await texts()).length === 6)
    await idle()
    expect(await texts()).toEqual(['第1句', '第2句', '第3句', '第4句', '第5句', '第6句'])
    expect(new Set((await heard()).map((m) => m.conversation)).size).toBe(1)
  })

  it('is read by one at a time, whoever gets the signals', async () => {
    const [a, b] = [await ears(), await ears()]
    const account = kfAccount(qyapi, 'wk1', { page: 3 })
    for (let n = 0; n < 20; n++) account.say(`wm${n % 4}`, { msgtype: 'text', text: { content: `话${n}` } })
    await Promise.all([a, b, a, b].map((to) => post(to, signal('wk1'))))
    await until(async () => (await texts()).length === 20)
    await idle()
    expect(new Set(await texts()).size).toBe(20)
    // No page was asked for twice: the second reader went on where the first had stopped.
    const repeated = account.asked.filter((cursor, i) => cursor !== '20' && account.asked.indexOf(cursor) !== i)
    expect(repeated).toEqual([])
  })

  it('does not ask for the same place for ever', async () => {
    const it = await ears()
    let asked = 0
    qyapi.serve.set('kf/sync_msg', () => {
      asked++
      return { errcode: 0, msg_list: [], next_cursor: 'stuck', has_more: 1 }
    })
    await post(it, signal('wk1'))
    await until(() => asked === 2)
    await new Promise((done) => setTimeout(done, 300))
    expect(asked).toBe(2)
  })

  it.each([
    ['its token is too old', { errcode: 95007 }],
    ['the platform is busy', { errcode: -1 }],
    ['the connection is cut', { cut: 'before' as const }],
  ])('is read all the same when %s', async (_, trouble) => {
    const it = await ears()
    kfAccount(qyapi, 'wk1').say('wmZhou', { msgtype: 'text', text: { content: '路灯坏了' } })
    qyapi.next('kf/sync_msg', trouble)
    await post(it, signal('wk1'))
    await until(async () => (await texts()).includes('路灯坏了'))
  })

  it('is read on at the start, for what was said while nobody was here', async () => {
    const account = kfAccount(qyapi, 'wk1')
    const first = await ears()
    account.say('wmZhou', { msgtype: 'text', text: { content: '一' } })
    await post(first, signal('wk1'))
    await until(async () => (await texts()).length === 1)
    await idle()
    await first.close()
    account.say('wmZhou', { msgtype: 'text', text: { content: '二' } })
    await ears()
    await until(async () => (await texts()).length === 2)
  })

  it('leaves alone what was said before it was connected', async () => {
    let past = Date.now() - 3_600_000
    const account = kfAccount(qyapi, 'wk1', { page: 10, now: () => past })
    account.say('wmZhou', { msgtype: 'text', text: { content: '很久以前' } })
    past = Date.now()
    account.say('wmZhou', { msgtype: 'text', text: { content: '现在' } })
    await post(await ears(), signal('wk1'))
    await until(async () => (await texts()).length === 1)
    expect(await texts()).toEqual(['现在'])
  })

  it('hears residents and not servicers, and reads places, links, pictures', async () => {
    qyapi.serve.set('media/get', () => JPEG)
    const it = await ears()
    const account = kfAccount(qyapi, 'wk1', { page: 20 })
    account.say('wmZhou', { msgtype: 'text', text: { content: '您好' }, origin: 5 })
    account.say('wmZhou', { msgtype: 'location', location: { name: '坪头村', address: '三社路口', latitude: 33.1, longitude: 105.2 } })
    account.say('wmZhou', { msgtype: 'link', link: { title: '通知', desc: '停水' } })
    account.say('wmZhou', { msgtype: 'image', image: { media_id: 'm1' } })
    account.say('wmZhou', { msgtype: 'hologram' })
    await post(it, signal('wk1'))
    await idle()
    expect(await texts()).toEqual(['[位置] 坪头村，三社路口', '[链接] 通知，停水', ''])
    expect(await town.prisma.photo.findMany({ select: { type: true } })).toEqual([{ type: 'image/jpeg' }])
    expect(it.diary.filter((line) => line.includes('hologram'))).toHaveLength(1)
  })

  it('greets whoever comes by a poster, and knows their village from then on', async () => {
    qyapi.serve.set('kf/send_msg_on_event', (body) => {
      qyapi.posted.push({ path: 'kf/send_msg_on_event', to: String(body.code), body, at: 0 })
      return { errcode: 0, msgid: 'w' }
    })
    const it = await ears()
    const account = kfAccount(qyapi, 'wk1')
    account.enter('wmNew', { scene: 'poster', scene_param: '坪头村', welcome_code: 'code1' })
    await post(it, signal('wk1'))
    await until(() => qyapi.posted.length === 1)
    expect(qyapi.posted[0]).toMatchObject({ to: 'code1', body: { text: { content: expect.stringMatching(/^您好，这里是坪头村说事。/u) } } })
    // Nobody is a person for having looked.
    expect(await town.prisma.person.count({ where: { onRoster: false } })).toBe(0)
    account.say('wmNew', { msgtype: 'text', text: { content: '村口的路灯不亮了' } })
    await post(it, signal('wk1'))
    await until(async () => (await texts()).length === 1)
    const [message] = await heard()
    expect(await town.prisma.groupMember.findMany({ where: { personId: message?.personId ?? '' } })).toMatchObject([{ groupId: 'g0' }])
    await town.settle()
    expect(await town.prisma.ticket.findFirst()).toMatchObject({ villageId: 'a', reporterId: message?.personId })
  })

  it('does not greet after twenty seconds', async () => {
    await town.prisma.channelErrand.create({
      data: {
        townId: TOWN,
        key: 'kf-welcome:x',
        what: 'kf-welcome',
        body: { code: 'c', scene: null },
        addedAt: new Date(Date.now() - 21_000),
        notBefore: new Date(),
      },
    })
    await ears()
    await until(async () => (await town.prisma.channelErrand.findFirst({ where: { key: 'kf-welcome:x' } }))?.why === 'too late')
    expect(qyapi.asked.get('kf/send_msg_on_event')).toBeUndefined()
  })
})

describe('a picture sent to the application', () => {
  const image = (id: string) =>
    xmlCall('/wecom/app', keys, { MsgType: 'image', MsgId: id, FromUserName: 'ZhouDaYe', MediaId: `media-${id}` })

  it('is kept as a photo, at the third try too', async () => {
    qyapi.serve.set('media/get', (_, query) => (query.get('media_id') === 'media-5' ? JPEG : { errcode: 40007 }))
    qyapi.next('media/get', { errcode: 40014 }, { cut: 'before' })
    const it = await ears()
    await post(it, image('5'))
    await until(async () => (await heard()).length === 1)
    expect(await heard()).toMatchObject([{ channel: 'wecom-app', id: '5', photos: [{ name: '5' }] }])
    await idle()
    // What it was about is forgotten, that it was is not: the platform may say it again.
    const errand = await town.prisma.channelErrand.findFirstOrThrow()
    expect(errand).toMatchObject({ body: {}, why: null })
    // It was said when the platform told of it, however late its bytes came: another ear may have told of it then.
    expect(await heard()).toMatchObject([{ saidAt: errand.addedAt }])
    await post(it, image('5'))
    await idle()
    expect(await heard()).toHaveLength(1)
  })

  it('that the platform has no more is asked for again', async () => {
    qyapi.serve.set('media/get', () => ({ errcode: 40007, errmsg: 'invalid media_id' }))
    await post(await ears(), image('6'))
    await idle()
    expect(await town.prisma.notice.findMany({ select: { text: true } })).toEqual([{ text: '照片没有收到，请再发一次，或者打字说一句。' }])
  })

  it('hands a voice on to the inbox, which writes it down or asks to type', async () => {
    qyapi.serve.set('media/get', () => Buffer.from('#!AMR voice'))
    const voice = { MsgType: 'voice', MsgId: '7', FromUserName: 'ZhouDaYe', MediaId: 'v', Format: 'amr' }
    await post(await ears(), xmlCall('/wecom/app', keys, voice))
    await idle()
    expect(await town.prisma.voice.count()).toBe(1)
    const [message] = await town.prisma.message.findMany({ where: { personId: { not: null } } })
    expect(message).toMatchObject({ text: '', voice: { name: expect.stringContaining('.amr') } })
  })
})

describe('contacts and customer groups', () => {
  const chat = (more: Record<string, string>) =>
    xmlCall('/wecom/app', keys, {
      FromUserName: 'sys',
      CreateTime: String(++signals),
      MsgType: 'event',
      Event: 'change_external_chat',
      ChatId: 'wrGroup',
      ...more,
    })
  const group = () => town.prisma.channelGroup.findFirst({ where: { channel: 'wecom-mass', externalId: 'wrGroup' } })

  it('remembers by which code somebody was added, and welcomes them once', async () => {
    const welcomed: unknown[] = []
    qyapi.serve.set('externalcontact/send_welcome_msg', (body) => {
      welcomed.push(body)
      return { errcode: 0 }
    })
    const it = await ears()
    const event = {
      FromUserName: 'sys',
      CreateTime: '9',
      MsgType: 'event',
      Event: 'change_external_contact',
      ChangeType: 'add_external_contact',
    }
    for (let n = 0; n < 2; n++)
      await post(
        it,
        xmlCall('/wecom/app', keys, { ...event, UserID: 'LiMin', ExternalUserID: 'wmNew', State: '坪头村', WelcomeCode: 'c1' }),
      )
    await idle()
    expect(welcomed).toEqual([{ welcome_code: 'c1', text: { content: expect.stringContaining('坪头村说事') } }])
    expect(await town.prisma.externalScene.findMany()).toMatchObject([{ externalId: 'wmNew', scene: '坪头村' }])
    // The same person, later, by customer service.
    kfAccount(qyapi, 'wk1').say('wmNew', { msgtype: 'text', text: { content: '路灯坏了' } })
    await post(it, signal('wk1'))
    await until(async () => (await heard()).length === 1)
    expect(await town.prisma.groupMember.count({ where: { groupId: 'g0' } })).toBe(1)
  })

  it('asks what a group is now, whatever the event says', async () => {
    await town.prisma.identity.create({
      data: { townId: TOWN, channel: 'wecom-app', externalId: 'LiMin', personId: 'clerk', tiedBy: 'roster', tiedAt: new Date() },
    })
    qyapi.serve.set('externalcontact/groupchat/get', () => ({
      errcode: 0,
      group_chat: { name: '坪头便民', owner: 'limin', member_list: [{ userid: 'wm1', type: 2 }] },
    }))
    await post(await ears(), chat({ ChangeType: 'update', UpdateDetail: 'change_name' }))
    await idle()
    expect(await group()).toMatchObject({ name: '坪头便民', ownerId: 'clerk', state: 'asked', heardAt: null })
    // Who is in it is not copied.
    expect(await town.prisma.person.count({ where: { onRoster: false } })).toBe(0)
  })

  it('knows that a group is gone', async () => {
    const bound = {
      townId: TOWN,
      channel: 'wecom-mass',
      externalId: 'wrGroup',
      groupId: 'g0',
      hears: 'none',
      posts: 'confirm',
      mentions: false,
      perMinute: 30,
    }
    await town.prisma.channelGroup.create({ data: { ...bound, state: 'bound', firstSeenAt: new Date() } })
    await post(await ears(), chat({ ChangeType: 'dismiss' }))
    await idle()
    expect(await group()).toMatchObject({ state: 'lost', why: '群解散了' })
  })

  it('reads all groups once a day, for what no event has told', async () => {
    qyapi.serve.set('externalcontact/groupchat/list', (body) =>
      body.cursor
        ? { errcode: 0, group_chat_list: [{ chat_id: 'wr2' }] }
        : { errcode: 0, group_chat_list: [{ chat_id: 'wr1' }], next_cursor: 'n' },
    )
    qyapi.serve.set('externalcontact/groupchat/get', (body) => ({ errcode: 0, group_chat: { name: `群${body.chat_id}`, owner: 'x' } }))
    await ears()
    await until(async () => (await town.prisma.channelGroup.count()) === 2)
    await ears()
    await idle()
    expect(qyapi.asked.get('externalcontact/groupchat/list')).toBe(2)
  })
})

describe('居民上报', () => {
  const order = (id: string, more: Record<string, unknown> = {}) => ({
    order_id: id,
    desc: '三社路口的路灯不亮了，晚上看不见路',
    case_name: '路灯',
    grid_name: '坪头村',
    reporter_name: '周某',
    reporter_mobile: '13900000009',
    create_time: 1,
    process_list: [{ process_type: 1, status: 2, process_desc: '' }],
    ...more,
  })
  const orders = () => town.prisma.residentOrder.findMany()

  it('becomes a ticket once, with its number, and its state is followed', async () => {
    const asked: Record<string, unknown>[] = []
    let list = [order('O-1')]
    qyapi.serve.set('report/resident/get_order_list', (body) => {
      asked.push(body)
      return body.cursor === '' ? { errcode: 0, order_list: list, next_cursor: 'p2' } : { errcode: 0, order_list: [], next_cursor: '' }
    })
    await (await ears()).close()
    open = []
    const [ticket] = await town.prisma.ticket.findMany()
    expect(ticket).toMatchObject({ villageId: 'a', duty: 'V-LAMP', source: 'report', reporterId: null })
    expect(await orders()).toMatchObject([{ orderId: 'O-1', ticketId: ticket?.id, status: '1/2' }])
    expect(JSON.stringify(await town.prisma.ticket.findMany())).not.toContain('13900000009')
    list = [
      order('O-1', {
        process_list: [
          { process_type: 1, status: 2 },
          { process_type: 3, status: 4 },
        ],
      }),
    ]
    await town.prisma.lease.deleteMany()
    await (await ears()).close()
    open = []
    expect(await town.prisma.ticket.count()).toBe(1)
    expect(await town.prisma.ticketEvent.findMany({ where: { what: 'added' }, orderBy: { n: 'asc' } })).toMatchObject([
      { note: '居民上报单号O-1' },
      { note: '居民上报单号O-1，那边的状态变成3/4' },
    ])
    // From a little before the last look.
    const [first, , third] = asked
    expect(Number(third?.begin_modify_time)).toBeGreaterThan(Number(first?.begin_modify_time))
    expect(third?.begin_create_time).toBe(first?.begin_create_time)
  })

  it('offers to merge it with what a group has told already', async () => {
    await town.prisma.gridNode.create({
      data: { townId: TOWN, id: 'a3', parentId: 'a', level: 'she', name: '三社', short: null, position: 9 },
    })
    await town.prisma.town.update({ where: { id: TOWN }, data: { rosterVersion: { increment: 1 } } })
    await town.hearing.hear({
      channel: 'wecom-kf',
      id: 'm1',
      sender: { externalId: 'wk1/wmZhou', name: null, phone: '13900000001' },
      group: null,
      text: '坪头村三社路口的路灯不亮',
      quote: null,
      photos: [],
    })
    await town.settle()
    qyapi.serve.set('report/resident/get_order_list', () => ({ errcode: 0, order_list: [order('O-2')], next_cursor: '' }))
    await (await ears()).close()
    open = []
    expect(await town.prisma.ticket.count()).toBe(2)
    const offers = await town.prisma.notice.findMany({ where: { occasion: 'duplicate' } })
    expect(offers).toMatchObject([{ conversation: toPerson('clerk'), text: expect.stringContaining('回“合并 坪02 到 坪01”') }])
  })

  it('is not asked for again and again where a company has none', async () => {
    qyapi.serve.set('report/resident/get_order_list', () => ({ errcode: 48002 }))
    await (await ears()).close()
    open = []
    expect(await town.prisma.ticket.count()).toBe(0)
    expect(await town.prisma.channelCursor.count({ where: { name: 'resident-orders' } })).toBe(0)
  })
})
