import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallbackKeys } from '../../../src/channels/wecom/callback/sealed.ts'
import { createHearing } from '../../../src/inbox/hear.ts'
import { createReceive } from '../../../src/inbox/receive.ts'
import { type Ears, openEars } from '../../support/listening.ts'
import { anOutboxTown, type OutboxTown, TOWN } from '../../support/outbox.ts'
import { echoCall, jsonCall, type PlatformCall, rawXmlCall, xmlCall } from '../../support/wecom-callback.ts'
import { type Vector, vector, vectors } from '../../support/wecom-vectors.ts'

const B = vector('B-official-msg')
const app: CallbackKeys = { token: B.token, aesKey: B.encodingAesKey, receiveId: B.receiveId }
const bot: CallbackKeys = { ...app, receiveId: '' }

let town: OutboxTown
let ears: Ears

beforeAll(async () => {
  town = await anOutboxTown({ channel: 'wecom-app', groups: 1, sandbox: false })
  ears = await openEars(town, { corpId: B.receiveId, app, kf: app, bot: { id: 'b', by: 'url', ...bot } })
})
afterAll(async () => {
  await ears.close()
  await town.close()
})

/** A hearing of the same town with another way of receiving. */
const anEar = (receive: ReturnType<typeof createReceive>) =>
  createHearing({
    town: () => TOWN,
    identities: () => town.identities,
    log: town.log,
    receive,
    receiveAlone: async () => false,
    receiveAll: async () => {},
    toldLate: async () => ({ lines: [], count: 0 }),
    knock: async () => {},
    tellOutage: async () => {},
    takeBack: async () => {},
    clock: { now: () => town.now.product },
    machine: () => new Date(),
  })
const post = ({ url, body }: PlatformCall, headers: Record<string, string> = { 'content-type': 'text/xml' }) =>
  ears.server.inject({ method: 'POST', url, payload: body, headers })
const get = ({ url }: PlatformCall) => ears.server.inject({ method: 'GET', url })

const query = (v: Vector, more: Record<string, string> = {}) =>
  new URLSearchParams({ msg_signature: v.msgSignature, timestamp: v.timestamp, nonce: v.nonce, ...more })
const callOf = (path: string, v: Vector): PlatformCall => ({
  url: `${path}?${query(v)}`,
  body:
    path === '/wecom/bot'
      ? JSON.stringify({ encrypt: v.encrypted })
      : `<xml><ToUserName>x</ToUserName><AgentID></AgentID><Encrypt>${v.encrypted}</Encrypt></xml>`,
})
const heard = () => town.prisma.message.findMany({ where: { channel: { startsWith: 'wecom' } }, orderBy: { seq: 'asc' } })
const text = (id: string, words: string) =>
  xmlCall('/wecom/app', app, { FromUserName: 'ZhouDaYe', CreateTime: '1700000000', MsgType: 'text', Content: words, MsgId: id })

describe('when an administrator saves the settings', () => {
  it('answers the echo alone', async () => {
    const v = vector('B-official-verifyurl')
    const answer = await get({ url: `/wecom/app?${query(v, { echostr: v.encrypted })}`, body: '' })
    expect([answer.statusCode, answer.body]).toEqual([200, '1616140317555161061'])
    const other = await get(echoCall('/wecom/bot', bot, '123456'))
    expect(other.body).toBe('123456')
    expect((await get(echoCall('/wecom/kf', app, '7'))).body).toBe('7')
  })

  it.each([
    ['another corp', () => echoCall('/wecom/app', { ...app, receiveId: 'wwother' }, '1').url, 403],
    ['another key', () => echoCall('/wecom/app', { ...app, aesKey: 'a'.repeat(43) }, '1').url, 403],
    ['another token', () => echoCall('/wecom/app', { ...app, token: 'other' }, '1').url, 403],
    ['nothing', () => '/wecom/app', 400],
    ['a key that comes twice', () => `${echoCall('/wecom/app', app, '1').url}&nonce=1`, 400],
    ['a time that is none', () => echoCall('/wecom/app', app, '1').url.replace(/timestamp=\d+/u, 'timestamp=now'), 400],
  ])('says nothing to %s', async (_, url, status) => {
    const answer = await get({ url: url(), body: '' })
    expect([answer.statusCode, answer.body]).toEqual([status, ''])
  })
})

describe('what the platform sends', () => {
  it('is kept before it is acknowledged', async () => {
    const answer = await post({ url: `/wecom/app?${query(B)}`, body: vectors.requestBodies.appXml })
    expect([answer.statusCode, answer.body]).toEqual([200, ''])
    expect(await heard()).toMatchObject([{ channel: 'wecom-app', id: '4561255354251345929', text: 'hello' }])
  })

  it.each([
    ['a picture', 'D-app-image', { key: 'photo:wecom-app:9007199254740993', what: 'photo' }],
    ['a signal of customer service', 'D-kf-event', { what: 'kf-pull', body: { openKfId: 'wkxxxxxxx' } }],
  ])('%s becomes an errand', async (_, name, errand) => {
    expect((await post(callOf('/wecom/app', vector(name)))).statusCode).toBe(200)
    expect(await town.prisma.channelErrand.findFirst({ where: { what: errand.what } })).toMatchObject(errand)
  })

  it('is read whole: a place with its marks', async () => {
    await post(callOf('/wecom/app', vector('D-app-location')))
    expect((await heard()).at(-1)?.text).toBe('[位置] 幸福村三组 <东头> & 晒谷场')
  })

  it('may come in any wrapping and to any name', async () => {
    for (const [n, headers] of [{}, { 'content-type': 'application/json' }, { 'content-type': 'text/plain; charset=gbk' }].entries())
      expect((await post(text(`9${n}`, '路灯不亮了'), { host: 'shuoshi.example.com', ...headers })).statusCode).toBe(200)
  })

  it('is acknowledged while whatever reads it hangs', async () => {
    const hangs = anEar(createReceive(town.store, () => void new Promise(() => {})))
    const own = await openEars({ ...town, hearing: hangs }, { corpId: B.receiveId, app })
    const { url, body } = text('555', '三社路口的路灯又不亮了')
    expect((await own.server.inject({ method: 'POST', url, payload: body })).statusCode).toBe(200)
    expect((await heard()).filter((m) => m.id === '555')).toHaveLength(1)
    await own.close()
  })

  it('is one message though it comes four times at once', async () => {
    const calls = Array.from({ length: 4 }, () => text('777', '三社路口的路灯又不亮了'))
    const answers = await Promise.all(calls.map((call) => post(call)))
    expect(answers.map((a) => a.statusCode)).toEqual([200, 200, 200, 200])
    expect((await heard()).filter((m) => m.id === '777')).toHaveLength(1)
  })

  it('is one event though it comes twice', async () => {
    const event = { FromUserName: 'sys', CreateTime: '1700000009', MsgType: 'event', Event: 'change_external_chat', ChatId: 'wrX' }
    for (const UpdateDetail of ['add_member', 'add_member', 'change_name'])
      await post(xmlCall('/wecom/app', app, { ...event, ChangeType: 'update', UpdateDetail }))
    expect(await town.prisma.channelErrand.count({ where: { what: 'customer-group' } })).toBe(2)
  })

  it.each([
    ['a kind nobody knows', { MsgType: 'hologram', MsgId: '5', FromUserName: 'u' }, 'hologram'],
    ['an event nobody knows', { MsgType: 'event', Event: 'Moon_Phase', FromUserName: 'u', CreateTime: '1' }, 'moon_phase'],
    ['somebody opening the application', { MsgType: 'event', Event: 'enter_agent', FromUserName: 'u', CreateTime: '2' }, 'enter_agent'],
  ])('is taken and counted: %s', async (_, fields, logged) => {
    const before = (await heard()).length
    expect((await post(xmlCall('/wecom/app', app, fields))).statusCode).toBe(200)
    expect(ears.diary.at(-1)).toContain(logged)
    expect(await heard()).toHaveLength(before)
  })

  it('is taken though an event has lists inside it', async () => {
    const inner =
      '<xml><ToUserName>x</ToUserName><MsgType>event</MsgType><Event>change_external_chat</Event><ChatId>wrY</ChatId><CreateTime>3</CreateTime><MemChangeList><Item>wm1</Item><Item>wm2</Item></MemChangeList></xml>'
    const { randomBytes } = await import('node:crypto')
    const { seal } = await import('../../../src/channels/wecom/callback/sealed.ts')
    const s = seal(app, inner, { timestamp: '1700000000', nonce: '1', random: randomBytes(16) })
    const url = `/wecom/app?${new URLSearchParams({ msg_signature: s.msgsignature, timestamp: '1700000000', nonce: '1' })}`
    expect((await post({ url, body: `<xml><Encrypt>${s.encrypt}</Encrypt></xml>` })).statusCode).toBe(200)
    expect((await town.prisma.channelErrand.findMany()).filter((e) => JSON.stringify(e.body).includes('wrY'))).toHaveLength(1)
  })

  const who = '<FromUserName><![CDATA[ZhouDaYe]]></FromUserName><CreateTime>1700000000</CreateTime>'
  it.each([
    [
      'a suite’s ticket',
      '<xml><SuiteId><![CDATA[tj1]]></SuiteId><InfoType><![CDATA[suite_ticket]]></InfoType><TimeStamp>1</TimeStamp></xml>',
      'success',
    ],
    ['a suite’s consent', '<xml><InfoType> <![CDATA[create_auth]]> </InfoType><AuthCode>x</AuthCode></xml>', 'success'],
    [
      'a suite’s change of contacts',
      '<xml><InfoType>change_contact</InfoType><ChangeType>update_user</ChangeType><Name/></xml>',
      'success',
    ],
    ['an event whose key is empty', `<xml>${who}<MsgType>event</MsgType><Event>subscribe</Event><EventKey/></xml>`, ''],
    [
      'an event with blanks around its words',
      `<xml>${who}<MsgType> <![CDATA[event]]> </MsgType><Event> <![CDATA[enter_agent]]> </Event></xml>`,
      '',
    ],
    ['a kind that is not said', `<xml>${who}</xml>`, ''],
    ['words without an id', `<xml>${who}<MsgType>text</MsgType><Content>x</Content></xml>`, ''],
    ['an attribute', `<xml>${who}<MsgType a="1">text</MsgType></xml>`, ''],
    ['a field that comes twice', `<xml>${who}${who}<MsgType>text</MsgType></xml>`, ''],
    ['no XML at all', 'hello', ''],
    ['nothing', '', ''],
    ['JSON', '{"msgtype":"text"}', ''],
  ])('is acknowledged, never refused: %s', async (_, inner, said) => {
    for (const path of ['/wecom/app', '/wecom/kf']) {
      const answer = await post(rawXmlCall(path, app, inner))
      expect([answer.statusCode, answer.body]).toEqual([200, said])
    }
  })

  it.each([
    ['self-closing tags', `<Content>三社路灯不亮</Content><AgentType/><Extra />`, '三社路灯不亮'],
    ['blanks around CDATA', `<Content>\n  <![CDATA[四社停水了]]>\n</Content>`, '四社停水了'],
    ['characters by number', `<Content>&#20116;&#31038;&#x6811;&#x5012;&#x4E86;</Content>`, '五社树倒了'],
    ['characters by number beside others', `<Content>3 &lt; 5 &#38; &#x1F44C;</Content>`, '3 < 5 & 👌'],
  ])('is kept with %s', async (_, content, words) => {
    const id = String(500_000 + Math.floor(Math.random() * 400_000))
    const inner = `<?xml version="1.0"?><xml>${who}<MsgType> <![CDATA[text]]> </MsgType>${content}<MsgId> ${id}\n</MsgId></xml>`
    expect((await post(rawXmlCall('/wecom/app', app, inner))).statusCode).toBe(200)
    expect((await heard()).find((m) => m.id === id)?.text).toBe(words)
  })

  it('may come in an envelope with blanks around CDATA and empty tags', async () => {
    const { url, body } = text('990', '路灯不亮了')
    const spaced = body
      .replace('<Encrypt><![CDATA[', '<Encrypt>\n <![CDATA[')
      .replace(']]></Encrypt>', ']]> </Encrypt>')
      .replace(/<AgentID>.*<\/AgentID>/u, '<AgentID/>')
    expect((await post({ url, body: spaced })).statusCode).toBe(200)
    expect((await heard()).at(-1)?.text).toBe('路灯不亮了')
  })

  it('tells whoever sent a film that it cannot be read', async () => {
    await post(xmlCall('/wecom/app', app, { MsgType: 'video', MsgId: '66', FromUserName: 'ZhouDaYe', MediaId: 'm', CreateTime: '1' }))
    await town.settle()
    expect(town.said.filter((p) => p.externalId === 'ZhouDaYe').map((p) => p.text)).toContain(
      '这个我看不了，请打字说一句：在哪里、什么事，可以配照片。',
    )
  })
})

describe('an AI bot by URL', () => {
  it('asks for more of an answer once, and is told that there is no more', async () => {
    const answer = await post(callOf('/wecom/bot', vector('E-aibot-stream-refresh')))
    expect(answer.statusCode).toBe(200)
    expect(Object.keys(answer.json())).toEqual(['encrypt', 'msgsignature', 'timestamp', 'nonce'])
  })

  it('greets whoever opens the chat', async () => {
    const { openSealed } = await import('../../../src/channels/wecom/callback/sealed.ts')
    const answer = await post(jsonCall('/wecom/bot', bot, { msgtype: 'event', event: { eventtype: 'enter_chat' }, from: { userid: 'u' } }))
    const { encrypt, msgsignature, timestamp, nonce } = answer.json()
    const opened = openSealed(bot, { msg_signature: msgsignature, timestamp: String(timestamp), nonce }, encrypt)
    expect(opened).toMatchObject({ message: expect.stringContaining('您好，这里是说事。') })
  })

  it('takes a word from a group that nobody has agreed to, and keeps nothing of it', async () => {
    const before = (await heard()).length
    expect((await post(callOf('/wecom/bot', vector('E-aibot-group-text')))).statusCode).toBe(200)
    expect(await heard()).toHaveLength(before)
    expect(await town.prisma.channelAnswer.count()).toBe(0)
  })
})

describe('whatever is not the platform’s', () => {
  it.each(vectors.negative.map((v) => [v.name, v] as const))('gets an empty refusal: %s', async (_, v) => {
    const own = await openEars(town, { corpId: v.receiveId, app: { token: v.token, aesKey: v.encodingAesKey } })
    const { url, body } = callOf('/wecom/app', v)
    const answer = await own.server.inject({ method: 'POST', url, payload: body })
    expect([Math.floor(answer.statusCode / 100), answer.body]).toEqual([4, ''])
    await own.close()
  })

  it.each([
    ['no envelope', 'hello'],
    ['nothing', ''],
    ['an envelope with an entity', `<!DOCTYPE x [<!ENTITY e "x">]>${vectors.requestBodies.appXml}`],
    ['an envelope with an attribute', vectors.requestBodies.appXml.replace('<xml>', '<xml a="b">')],
    ['an envelope in an envelope', `<xml>${vectors.requestBodies.appXml}</xml>`],
    ['too much', `<xml><Encrypt>${'A'.repeat(1_100_000)}</Encrypt></xml>`],
  ])('gets an empty refusal: %s', async (_, body) => {
    const answer = await post({ url: `/wecom/app?${query(B)}`, body })
    expect([Math.floor(answer.statusCode / 100), answer.body]).toEqual([4, ''])
  })

  it('is held back in the end, and holds back nobody else', async () => {
    const own = await openEars(town, { corpId: B.receiveId, app })
    const forged = {
      ...text('1', 'x'),
      url: `/wecom/app?${query(B)
        .toString()
        .replace(/msg_signature=./u, 'msg_signature=z')}`,
    }
    const statuses: number[] = []
    for (let n = 0; n < 70; n++)
      statuses.push((await own.server.inject({ method: 'POST', url: forged.url, payload: forged.body })).statusCode)
    expect([statuses[0], statuses.at(-1)]).toEqual([403, 429])
    for (let n = 0; n < 100; n++) {
      const { url, body } = text('888', '一样的话')
      expect((await own.server.inject({ method: 'POST', url, payload: body })).statusCode).toBe(200)
    }
    await own.close()
  })

  it('cannot pass one string’s end off as the next one’s beginning', async () => {
    const { url, body } = text('889', '路灯')
    const moved = url.replace(/timestamp=(\d+)(\d)&nonce=/u, 'timestamp=$1&nonce=$2')
    expect(moved).not.toBe(url)
    expect((await post({ url: moved, body })).statusCode).toBe(400)
  })
})

describe('when the database is away', () => {
  it('answers with an error, so that the platform sends it again', async () => {
    const lost = await anOutboxTown({ channel: 'wecom-app', groups: 1, sandbox: false })
    const own = await openEars(lost, { corpId: B.receiveId, app, bot: { id: 'b', by: 'url', ...bot } })
    await lost.close()
    const said = text('1', '路灯不亮了')
    const photo = xmlCall('/wecom/app', app, { MsgType: 'image', MsgId: '2', FromUserName: 'u', MediaId: 'm', CreateTime: '1' })
    const toBot = jsonCall('/wecom/bot', bot, {
      msgid: 'm',
      msgtype: 'text',
      from: { userid: 'u' },
      chattype: 'single',
      text: { content: '在吗' },
    })
    for (const { url, body } of [said, photo, toBot]) {
      const answer = await own.server.inject({ method: 'POST', url, payload: body })
      expect([answer.statusCode, answer.body]).toEqual([503, ''])
    }
    await own.server.close()
  })
})
