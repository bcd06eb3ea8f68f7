import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallbackKeys } from '../../../src/channels/wecom/callback/sealed.ts'
import { readConfig } from '../../../src/settings/config.ts'
import { type Ears, openEars } from '../../support/listening.ts'
import { anOutboxTown, bind, type OutboxTown } from '../../support/outbox.ts'
import { jsonCall } from '../../support/wecom-callback.ts'

const keys: CallbackKeys = { token: 'token', aesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C', receiveId: '' }
const settings = readConfig({ BOT_NAMES: '说事，说事机器人、@坪头小助手,村里的 小喇叭,Bot' })
const botNames = 'faults' in settings ? [] : settings.wecom.botNames

let town: OutboxTown
let ears: Ears

beforeAll(async () => {
  town = await anOutboxTown({ channel: 'wecom-bot', groups: 1, sandbox: false })
  await bind(town, 'g0', 'wecom-bot')
  ears = await openEars(town, { botNames, bot: { id: 'b', by: 'url', token: keys.token, aesKey: keys.aesKey } })
})
afterAll(async () => {
  await ears.close()
  await town.close()
})

let count = 0
/** What is kept of it, or null where nothing is. */
async function heardAs(content: string, more: object = {}): Promise<string | null> {
  const msgid = `m${++count}`
  const body = { msgid, msgtype: 'text', chattype: 'group', chatid: 'ext-g0', from: { userid: 'ZhouDaYe' }, text: { content }, ...more }
  const { url, body: payload } = jsonCall('/wecom/bot', keys, body)
  expect((await ears.server.inject({ method: 'POST', url, payload })).statusCode).toBe(200)
  return (await town.prisma.message.findFirst({ where: { id: msgid } }))?.text ?? null
}

describe('the mention of an AI bot, by the names of the settings', () => {
  it.each([
    ['@说事二社水管爆了，水淌了一路', '二社水管爆了，水淌了一路'],
    ['@说事，一社垃圾没人拉', '一社垃圾没人拉'],
    ['@说事接 2', '接 2'],
    ['@说事办结3 换了灯泡', '办结3 换了灯泡'],
    ['＠说事：四社桥栏杆断了', '四社桥栏杆断了'],
    ['三社口子上的井盖没了@说事', '三社口子上的井盖没了'],
    ['三社@说事路灯又灭了', '三社路灯又灭了'],
    ['@说事机器人进度', '进度'],
    ['@ 说事 待办', '待办'],
    ['@坪头小助手五社的树倒在路上了', '五社的树倒在路上了'],
    ['@村里的 小喇叭水塔漏水', '水塔漏水'],
    ['@说事@坪头小助手 我家停电了', '我家停电了'],
    ['@说事情况紧急，沟里发水了', '情况紧急，沟里发水了'],
    ['@说事\n二社\n水管爆了', '二社\n水管爆了'],
    ['@说事！快来人', '快来人'],
    ['@Bot3社停水', '3社停水'],
    ['@说事 @王芳 看一下', '@王芳 看一下'],
    ['@说事员\u2005你看一下 @说事', '@说事员 你看一下'],
  ])('%j is kept as %j', async (said, kept) => {
    expect(await heardAs(said)).toBe(kept)
  })

  // A bot that was given another name than the settings know.
  it.each([
    ['@小灵通 二社水管爆了', '二社水管爆了'],
    ['@小灵通二社水管爆了，水淌了一路', '@小灵通二社水管爆了，水淌了一路'],
    ['@小灵通二社水管爆了 水淌了一路', '@小灵通二社水管爆了 水淌了一路'],
    ['路灯不亮 @小灵通', '路灯不亮'],
  ])('where the name is not known, %j is kept as %j', async (said, kept) => {
    expect(await heardAs(said)).toBe(kept)
  })

  it.each(['@说事', '@说事 ', '＠坪头小助手', '@小灵通'])('%j alone is kept whole', async (said) => {
    expect(await heardAs(said)).toBe(said.trim())
  })

  it('is cut from what is said in several parts', async () => {
    const mixed = {
      msg_item: [
        { msgtype: 'text', text: { content: '@说事水渠堵了' } },
        { msgtype: 'text', text: { content: '在四社' } },
      ],
    }
    expect(await heardAs('', { msgtype: 'mixed', mixed })).toBe('水渠堵了\n在四社')
  })
})
