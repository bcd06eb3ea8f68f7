import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { appChannel } from '../../../src/channels/wecom/app.ts'
import { appchatChannel, createAppchat } from '../../../src/channels/wecom/appchat.ts'
import { botChannel } from '../../../src/channels/wecom/bot.ts'
import { type QyAnswer, CALL_MS as REAL_CALL_MS } from '../../../src/channels/wecom/http.ts'
import { kfChannel, kfIdentity } from '../../../src/channels/wecom/kf.ts'
import { massChannel } from '../../../src/channels/wecom/mass.ts'
import { type QyApi, qyApi } from '../../../src/channels/wecom/qyapi.ts'
import { robotChannel } from '../../../src/channels/wecom/robot.ts'
import { FORMS } from '../../../src/domain/file-wanted.ts'
import type { Channel, OutgoingPost } from '../../../src/ports/channel.ts'
import { startNowhere } from '../../support/nowhere.ts'
import { type Qyapi, startQyapi, type Trouble } from '../../support/qyapi.ts'

/** Short, for a hang is waited for; long enough for a busy machine. */
const CALL_MS = 1500
let qyapi: Qyapi
let api: QyApi
let now = new Date('2026-11-24T02:00:00Z')

beforeEach(async () => {
  now = new Date('2026-11-24T02:00:00Z')
  qyapi = await startQyapi()
  api = qyApi({ apiBase: qyapi.base, corpId: 'ww01', secret: 'secret-1', callMs: CALL_MS, now: () => now })
})

afterEach(() => qyapi.close())

const post = (more: Partial<OutgoingPost> = {}): OutgoingPost => ({
  id: '0123456789abcdef0123456789abcdef',
  to: 'group',
  externalId: 'g',
  secret: 'key-1',
  text: '【坪07】路灯修好了。',
  picture: null,
  file: null,
  mentions: [],
  quote: null,
  by: null,
  perMinute: 20,
  ...more,
})
const toOne = (more: Partial<OutgoingPost> = {}) => post({ to: 'person', externalId: 'WangFang', secret: null, ...more })
const PNG = { name: 'p', type: 'image/png', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2]) }
const robot = () => robotChannel({ apiBase: qyapi.base, callMs: CALL_MS })

describe('a robot of a group', () => {
  it('posts plain text, with mentions beside it', async () => {
    expect(await robot().say(post({ mentions: ['wangfang'] }))).toEqual({ outcome: 'sent', externalId: null })
    expect(qyapi.posted).toMatchObject([
      { to: 'key-1', body: { msgtype: 'text', text: { content: '【坪07】路灯修好了。', mentioned_list: ['wangfang'] } } },
    ])
  })

  it('posts a picture by its bytes and their sum', async () => {
    await robot().say(post({ text: '', picture: PNG }))
    expect(qyapi.posted[0]?.body).toEqual({ msgtype: 'image', image: { base64: 'iVBORwEC', md5: '3c5d38fff2115824f7c28cbd30136da9' } })
  })

  it.each<[string, Trouble, string]>([
    ['busy', { errcode: -1 }, 'retry'],
    ['too fast', { errcode: 45009 }, 'wait'],
    ['removed from the group', { errcode: 93000 }, 'group-gone'],
    ['too long', { errcode: 40058 }, 'content-fault'],
    ['a number nobody knows', { errcode: 77777 }, 'content-fault'],
    ['a page in place of an answer', { page: 200 }, 'unknown'],
    ['a gateway’s fault', { page: 502 }, 'unknown'],
    ['no answer', { hang: 'after' }, 'unknown'],
    ['cut after it was posted', { cut: 'after' }, 'unknown'],
    ['cut before it was posted, which looks the same', { cut: 'before' }, 'unknown'],
  ])('%s', async (_, trouble, outcome) => {
    qyapi.next('webhook/send', trouble)
    expect(await robot().say(post())).toMatchObject({ outcome })
  })

  it('knows that nothing was sent when nobody listens', async () => {
    await qyapi.close()
    expect(await robot().say(post())).toMatchObject({ outcome: 'retry', patience: 'long', why: '没有得到回答（ECONNREFUSED）' })
  })

  it.runIf(process.platform === 'linux')('knows that nothing was sent when the network swallows it', async () => {
    const nowhere = await startNowhere()
    const swallowed = robotChannel({ apiBase: nowhere.base, callMs: REAL_CALL_MS })
    expect(await swallowed.say(post())).toMatchObject({ outcome: 'retry', patience: 'long' })
    nowhere.close()
  })

  it('takes fewer tokens in a minute than the platform allows messages', () => {
    const [bucket] = robot().buckets(post())
    expect((bucket?.burst ?? 99) + (bucket?.perMinute ?? 99)).toBe(18)
  })
})

describe('an application', () => {
  const app = () => appChannel(api, '1000002')

  it('writes to a member, with the platform’s own check for repeats', async () => {
    expect(await app().say(toOne())).toEqual({ outcome: 'sent', externalId: 'm1' })
    expect(qyapi.posted[0]?.body).toMatchObject({ touser: 'WangFang', agentid: 1000002, msgtype: 'text', enable_duplicate_check: 1 })
  })

  it('may say again what may have been said, and the member reads it once', async () => {
    qyapi.next('message/send', { cut: 'after' })
    expect(await app().say(toOne())).toMatchObject({ outcome: 'retry', patience: 'short' })
    expect(await app().say(toOne())).toMatchObject({ outcome: 'sent' })
    expect(qyapi.posted).toHaveLength(1)
  })

  it('uploads a picture and sends its id', async () => {
    await app().say(toOne({ text: '', picture: PNG }))
    expect(qyapi.posted[0]?.body).toMatchObject({ msgtype: 'image', image: { media_id: 'media2' } })
    expect(await app().say(toOne({ text: '', picture: { ...PNG, type: 'image/gif' } }))).toMatchObject({ outcome: 'content-fault' })
  })

  it('uploads a file under its own name, and none that is more than the platform takes', async () => {
    const file = { name: '2026年11月台账.xlsx', type: FORMS.xlsx, bytes: new Uint8Array([0x50, 0x4b, 3, 4, 1, 2]) }
    expect(await app().say(toOne({ text: '', file }))).toMatchObject({ outcome: 'sent' })
    expect(qyapi.posted.at(-1)?.body).toMatchObject({ msgtype: 'file', file: { media_id: expect.stringMatching(/^media\d+$/u) } })
    const huge = { ...file, bytes: new Uint8Array(20 * 1024 * 1024 + 1) }
    expect(await app().say(toOne({ text: '', file: huge }))).toMatchObject({ outcome: 'content-fault', why: '文件太大' })
  })

  it('uploads a picture once more when its id is not taken', async () => {
    qyapi.next('message/send', { errcode: 40007 })
    expect(await app().say(toOne({ text: '', picture: PNG }))).toMatchObject({ outcome: 'sent' })
    expect(qyapi.asked.get('media/upload')).toBe(2)
    qyapi.next('message/send', { errcode: 40007 }, { errcode: 40007 })
    expect(await app().say(toOne({ text: '', picture: PNG }))).toMatchObject({ outcome: 'content-fault' })
  })

  it.each<[string, Trouble[], string]>([
    ['a stale token once', [{ errcode: 40014 }], 'sent'],
    ['a stale token twice', [{ errcode: 42001 }, { errcode: 42001 }], 'content-fault'],
    ['no permission', [{ errcode: 48002 }], 'refused'],
    ['an address that is not trusted', [{ errcode: 60020 }], 'refused'],
    ['somebody who left', [{ errcode: 60111 }], 'recipient-gone'],
  ])('%s', async (_, troubles, outcome) => {
    qyapi.next('message/send', ...troubles)
    expect(await app().say(toOne())).toMatchObject({ outcome })
  })

  it('reads a part failure although the errcode is 0', async () => {
    qyapi.members = new Set(['else'])
    expect(await app().say(toOne())).toMatchObject({ outcome: 'recipient-gone' })
  })

  it('says that its secret is wrong', async () => {
    const wrong = qyApi({ apiBase: qyapi.base, corpId: 'ww01', secret: 'wrong', callMs: CALL_MS, now: () => now })
    expect(await appChannel(wrong, '1').say(toOne())).toMatchObject({ outcome: 'refused', why: '企业 ID 或密钥不对（40001）' })
  })
})

describe('the token', () => {
  it('is fetched once for many calls at once, and kept', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => appChannel(api, '1').say(toOne({ externalId: `u${i}` }))))
    expect(qyapi.asked.get('gettoken')).toBe(1)
    expect(qyapi.posted).toHaveLength(20)
  })

  it('is fetched once when many calls find it stale', async () => {
    await api.get('x')
    qyapi.forgetTokens()
    await Promise.all(Array.from({ length: 20 }, (_, i) => appChannel(api, '1').say(toOne({ externalId: `u${i}` }))))
    expect(qyapi.asked.get('gettoken')).toBe(2)
    expect(qyapi.posted).toHaveLength(20)
  })

  it('is renewed before it ends', async () => {
    await api.get('x')
    now = new Date(now.getTime() + 7000_000)
    await api.get('x')
    expect(qyapi.asked.get('gettoken')).toBe(2)
  })

  it('that cannot be had now is no message that may have been posted', async () => {
    qyapi.next('gettoken', { hang: 'before' })
    expect(await appchatChannel(api).say(post())).toMatchObject({ outcome: 'retry', patience: 'long' })
  })
})

describe('the other ways', () => {
  it('makes a group and posts into it', async () => {
    expect(await createAppchat(api, { name: '鸡峰镇', users: ['ZhaoQiang', 'WangFang'] })).toEqual({ chatId: 'chat-ZhaoQiang' })
    await appchatChannel(api).say(post({ externalId: 'chat-ZhaoQiang', mentions: ['WangFang'] }))
    expect(qyapi.posted).toMatchObject([{ to: 'chat-ZhaoQiang', body: { text: { mentioned_list: ['WangFang'] } } }])
  })

  it('answers a resident by customer service under an id of our own, so that a repeat is dropped', async () => {
    const kf = kfChannel(api)
    const to = toOne({ externalId: kfIdentity('wk01', 'wm01') })
    qyapi.next('kf/send_msg', { hang: 'after' })
    expect(await kf.say(to)).toMatchObject({ outcome: 'retry' })
    expect(await kf.say(to)).toEqual({ outcome: 'sent', externalId: to.id })
    expect(qyapi.posted).toMatchObject([{ to: 'wm01', body: { open_kfid: 'wk01', msgid: to.id } }])
  })

  it('takes a conversation back from a closed state, and says when it is over', async () => {
    const to = toOne({ externalId: kfIdentity('wk01', 'wm01') })
    qyapi.next('kf/send_msg', { errcode: 95018 })
    expect(await kfChannel(api).say(to)).toMatchObject({ outcome: 'sent' })
    qyapi.next('kf/send_msg', { errcode: 95013 })
    expect(await kfChannel(api).say({ ...to, id: 'other' })).toMatchObject({ outcome: 'elsewhere' })
  })

  it('makes a task that the owner of a customer group has to tap', async () => {
    expect(await massChannel(api).say(post({ externalId: 'wr01', by: 'LiMin' }))).toEqual({ outcome: 'handed', externalId: 'task1' })
    expect(qyapi.posted).toMatchObject([{ to: 'LiMin', body: { chat_type: 'group', chat_id_list: ['wr01'] } }])
    expect(await massChannel(api).say(post({ externalId: 'wr01' }))).toMatchObject({ outcome: 'elsewhere' })
    qyapi.serve.set('externalcontact/add_msg_template', () => ({ errcode: 0, msgid: 'task2', fail_list: ['wr01'] }))
    expect(await massChannel(api).say(post({ externalId: 'wr01', by: 'LiMin' }))).toMatchObject({ outcome: 'elsewhere' })
  })

  it.each<[QyAnswer, string]>([
    [{ errcode: 0, body: {} }, 'sent'],
    [{ errcode: null, sent: true, why: 'no ack' }, 'unknown'],
    [{ errcode: null, sent: false, why: 'down' }, 'retry'],
    [{ errcode: 93006, body: {} }, 'group-gone'],
    [{ errcode: 45009, body: {} }, 'wait'],
  ])('speaks through the AI bot’s line: %j', async (answer, outcome) => {
    const pushed: object[] = []
    const bot: Channel = botChannel({
      push: async (body) => {
        pushed.push(body)
        return answer
      },
    })
    expect(await bot.say(post({ externalId: 'wrkSFfCgAA' }))).toMatchObject({ outcome })
    expect(pushed).toEqual([{ chatid: 'wrkSFfCgAA', chat_type: 2, msgtype: 'markdown', markdown: { content: '【坪07】路灯修好了。' } }])
  })
})
