import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { SandboxTicket } from '../../src/ports/sandbox.ts'
import { type AibotServer, startAibot } from '../support/aibot.ts'
import { type KfAccount, kfAccount } from '../support/kf-account.ts'
import { type Qyapi, startQyapi } from '../support/qyapi.ts'
import { startTown, type Town } from '../support/town.ts'
import { callAt, jsonCall, xmlCall } from '../support/wecom-callback.ts'

const AES = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C'
const app = { token: 'tokenOfApp', aesKey: AES, receiveId: 'ww01' }
const kf = { token: 'tokenOfKf', aesKey: `b${AES.slice(1)}`, receiveId: 'ww01' }
const PERSON = '坪头村三社路口的路灯不亮了，晚上看不见路'
const VILLAGE = '坪头村'

const settings = (qyapi: Qyapi) => ({
  SANDBOX: 'on',
  OPERATOR_PASSWORD: 'passwordOfTheOperator',
  QUIET_FROM: '00:00',
  QUIET_TO: '00:00',
  GROUP_POSTS_PER_HOUR: '600',
  WECOM_API_BASE: qyapi.base,
  WECOM_CORP_ID: 'ww01',
  WECOM_AGENT_ID: '1000002',
  WECOM_SECRET: 'secret-of-app',
  WECOM_TOKEN: app.token,
  WECOM_AES_KEY: app.aesKey,
  WECOM_KF_SECRET: 'secret-of-kf',
  WECOM_KF_TOKEN: kf.token,
  WECOM_KF_AES_KEY: kf.aesKey,
})
const until = (what: () => unknown) => expect.poll(what, { timeout: 20_000, interval: 50 }).toBeTruthy()

let qyapi: Qyapi
let aibot: AibotServer
let town: Town

beforeAll(async () => {
  qyapi = await startQyapi({ secrets: ['secret-of-app', 'secret-of-kf'] })
  aibot = await startAibot()
  town = await startTown({ ...settings(qyapi), WECOM_BOT_ID: 'bot-1', WECOM_BOT_SECRET: 'bot-secret', WECOM_WS_URL: aibot.url })
})
afterAll(async () => {
  await town.close()
  await aibot.close()
  await qyapi.close()
})

const one = <T>(list: readonly T[]): T => {
  const [first] = list
  if (first === undefined) throw new Error('nobody')
  return first
}
/** The ticket of this duty, as soon as what was said has become one. */
async function opened(duty: string): Promise<SandboxTicket> {
  const found = async () => (await town.tickets()).filter((t) => t.duty === duty)
  await until(async () => {
    await town.settle()
    return (await found()).length > 0
  })
  return one(await found())
}
const wordsTo = (path: string, to: string) =>
  qyapi.posted
    .filter((p) => p.path === path && p.to === to && p.body.msgtype === 'text')
    .map((p) => (p.body.text as { content: string }).content)

describe('somebody who writes to the application', () => {
  let id = 0
  const write = async (from: string, words: string) => {
    const fields = { FromUserName: from, CreateTime: '1700000000', MsgType: 'text', Content: words, MsgId: String(++id) }
    expect((await callAt(town.url, xmlCall('/wecom/app', app, fields))).status).toBe(200)
    await town.settle()
  }

  it('has a matter registered, and reads of it there to the end', async () => {
    await write('ZhangWei', PERSON)
    const ticket = one(await town.tickets(`village=${encodeURIComponent(VILLAGE)}`))
    expect(ticket).toMatchObject({ kind: 'village', duty: 'V-LAMP', village: VILLAGE, reporter: { name: '居民（未认）' } })
    await until(() => wordsTo('message/send', 'ZhangWei').length === 1)
    expect(wordsTo('message/send', 'ZhangWei')[0]).toMatch(/^【坪01】已登记：.*负责，.*前办。回“进度”可查，回“撤回”可取消。$/u)

    await town.tell(ticket.owner?.id ?? '', '办结 1 换了灯泡')
    await until(() => wordsTo('message/send', 'ZhangWei').some((t) => t.includes('办好了吗')))
    await write('ZhangWei', '满意')
    expect(await town.ticket('坪01')).toMatchObject({ status: 'closed' })
  })

  it('is the same person in whatever case the platform writes them', async () => {
    await write('zhangwei', '进度 1')
    await until(() => wordsTo('message/send', 'zhangwei').length === 1)
    expect((await town.ticket('坪01')).reporter?.name).toBe('居民（未认）')
  })

  it('gets a file as a file, when they may have it', async () => {
    const leader = one((await town.people('role=leader')).filter((p) => p.roles.some((r) => r.grid === 'jifeng')))
    await town.sql(
      `INSERT INTO "Identity" ("townId", channel, "externalId", "personId", "tiedBy", "tiedAt")
       SELECT id, 'wecom-app', 'ZhaoQiang', '${leader.id}', 'roster', now() FROM "Town"`,
    )
    await write('ZhaoQiang', '台账 本月')
    const files = () => qyapi.posted.filter((p) => p.to === 'ZhaoQiang' && p.body.msgtype === 'file')
    await until(() => files().length === 1)
    expect(wordsTo('message/send', 'ZhaoQiang').join('\n')).toContain('台账：登记1件')
    expect(wordsTo('message/send', 'ZhaoQiang').join('\n')).not.toContain('http')
  })
})

describe('a group where the bot is called', () => {
  const say = (from: string, content: string, more: object = {}) =>
    aibot.say({ chatid: 'wrABC', chattype: 'group', from: { userid: from }, msgtype: 'text', text: { content }, ...more })
  const posts = () => aibot.posts.map((p) => (p.body.markdown as { content: string }).content)

  it('comes in by the secretary’s word, has a matter registered, and reads the outcome from the bot', async () => {
    await until(() => aibot.subscribed === 1)
    const secretary = one(await town.people(`role=secretary&village=${encodeURIComponent(VILLAGE)}`))
    say('WangJie', `@说事 绑定 ${VILLAGE}`)
    await until(async () => (await town.lastWord(secretary.id))?.includes('想接入坪头村'))
    await town.tell(secretary.id, '是')
    await until(() => posts().length === 1)
    expect(posts()[0]).toContain(`已接入${VILLAGE}`)

    const reqId = say('WangJie', '二社的自来水停了两天了 @说事')
    const ticket = await opened('V-WATER')
    await until(() => posts().length === 2)
    expect(aibot.posts[1]).toMatchObject({ cmd: 'aibot_respond_msg', to: reqId })
    expect(posts()[1]).toMatch(new RegExp(`^【${ticket.number}】已登记：`, 'u'))

    await town.tell(ticket.owner?.id ?? '', `办结 ${ticket.number} 水管接好了`)
    await town.settle()
    say('WangJie', '@说事 满意')
    await until(() => posts().some((t) => t.includes('已办好')))
    expect(aibot.posts.at(-1)).toMatchObject({ to: expect.any(String) })
    expect(aibot.broken).toEqual([])
  })

  it('greets whoever opens it alone', async () => {
    const before = aibot.posts.length
    const reqId = aibot.event('enter_chat', { from: { userid: 'WangJie' } })
    await until(() => aibot.posts.length === before + 1)
    expect(aibot.posts.at(-1)).toMatchObject({ cmd: 'aibot_respond_welcome_msg', to: reqId, body: { msgtype: 'text' } })
  })
})

describe('a bot that somebody else connects with', () => {
  it('stands back, tells the duty cadre and shows it to the operator', async () => {
    const duty = one(await town.people('role=duty'))
    const before = aibot.subscribed
    const outside = new WebSocket(aibot.url)
    outside.on('open', () =>
      outside.send(JSON.stringify({ cmd: 'aibot_subscribe', headers: { req_id: 'r' }, body: { bot_id: 'bot-1', secret: 'bot-secret' } })),
    )
    await until(async () => (await town.lastWord(duty.id))?.includes('被别处的程序顶掉了'))
    const status = await fetch(`${town.url}/status.json`, { headers: { authorization: 'Bearer passwordOfTheOperator' } })
    expect(status.status).toBe(503)
    const { troubles, channels } = (await status.json()) as { troubles: string[]; channels: { channel: string }[] }
    expect(troubles).toContain('智能机器人：别处用同一个机器人连上了，这里先让开。')
    expect(channels.find((c) => c.channel === 'wecom-bot')).toMatchObject({ open: true, upSince: null })
    // One more, the outsider's; ours does not fight.
    expect(aibot.subscribed).toBe(before + 1)
    outside.terminate()
  })
})

describe('a resident in WeChat, by customer service', () => {
  let account: KfAccount
  let signals = 0
  const say = async (words: string) => {
    account.say('wmZhao', { msgtype: 'text', text: { content: words } })
    const fields = { CreateTime: String(++signals), MsgType: 'event', Event: 'kf_msg_or_event', Token: 't', OpenKfId: account.id }
    expect((await callAt(town.url, xmlCall('/wecom/kf', kf, fields))).status).toBe(200)
  }
  const answers = () => wordsTo('kf/send_msg', 'wmZhao')

  it('tells what is wrong and is answered, five times at most to one word', async () => {
    qyapi.serve.set('kf/send_msg_on_event', () => ({ errcode: 0 }))
    account = kfAccount(qyapi, 'wk01')
    account.enter('wmZhao', { scene_param: '河湾村', welcome_code: 'code' })
    await say('村口的垃圾箱满了半个月没人清运')
    const ticket = await opened('V-WASTE')
    await until(() => answers().length === 1)
    expect(answers()[0]).toContain('已登记')
    const owner = ticket.owner?.id ?? ''
    for (let n = 1; n <= 6; n++) {
      await town.tell(owner, `进展 ${ticket.number} 第${n}车拉走了`)
      await town.settle()
    }
    await until(async () => (await town.ticket(ticket.number)).notices.some((notice) => notice.state === 'failed'))
    expect(answers()).toHaveLength(5)
    // Another word opens the window anew.
    await say(`进度 ${ticket.number}`)
    await until(() => answers().length === 6)
  })
})

describe('a bot by URL', () => {
  it('answers once by the address that came with the question', async () => {
    const bot = { token: 'tokenOfBot', aesKey: AES, receiveId: '' }
    const byUrl = await startTown({ ...settings(qyapi), WECOM_BOT_ID: 'bot-2', WECOM_BOT_TOKEN: bot.token, WECOM_BOT_AES_KEY: bot.aesKey })
    const answered: Record<string, unknown>[] = []
    qyapi.serve.set('respond', (body) => {
      answered.push(body)
      return { errcode: 0 }
    })
    const ask = (msgid: string, content: string) =>
      callAt(
        byUrl.url,
        jsonCall('/wecom/bot', bot, {
          ...{ msgid, chattype: 'single', from: { userid: 'SunHai' }, msgtype: 'text', text: { content } },
          response_url: `${qyapi.base}respond?${new URLSearchParams({ access_token: qyapi.token() })}`,
        }),
        'application/json',
      )
    expect((await ask('u1', PERSON)).status).toBe(200)
    await byUrl.settle()
    await until(() => answered.length === 1)
    expect(answered[0]).toMatchObject({ msgtype: 'markdown', markdown: { content: expect.stringContaining('已登记') } })
    await byUrl.close()
  })
})
