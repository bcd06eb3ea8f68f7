import { expect, it } from 'vitest'
import { startAibot } from '../support/aibot.ts'
import { freshDatabase } from '../support/database.ts'
import { kfAccount } from '../support/kf-account.ts'
import { aDataDir, startProgram } from '../support/program.ts'
import { startQyapi } from '../support/qyapi.ts'
import { callAt, echoCall, type PlatformCall, xmlCall } from '../support/wecom-callback.ts'

const KEYS = {
  WECOM_SECRET: 'secretOfTheApplication2',
  WECOM_TOKEN: 'tokenOfTheCallback2',
  WECOM_AES_KEY: 'aesKeyOfTheCallback'.padEnd(43, 'y'),
  WECOM_KF_SECRET: 'secretOfTheService2',
  WECOM_KF_TOKEN: 'tokenOfTheService2',
  WECOM_KF_AES_KEY: 'aesKeyOfTheService'.padEnd(43, 'z'),
  WECOM_BOT_SECRET: 'secretOfTheBot2',
}
const app = { token: KEYS.WECOM_TOKEN, aesKey: KEYS.WECOM_AES_KEY, receiveId: 'ww01' }
const kf = { token: KEYS.WECOM_KF_TOKEN, aesKey: KEYS.WECOM_KF_AES_KEY, receiveId: 'ww01' }
const SAID = '三社路口的路灯不亮了，晚上没人敢走，打我电话13912345678'

it('writes nothing of what WeCom tells into the log but kinds and codes', { timeout: 240_000 }, async () => {
  const database = await freshDatabase()
  const data = aDataDir()
  const qyapi = await startQyapi({ secrets: [KEYS.WECOM_SECRET, KEYS.WECOM_KF_SECRET] })
  const aibot = await startAibot({ secret: KEYS.WECOM_BOT_SECRET })
  const program = startProgram({
    ...KEYS,
    DATABASE_URL: database.url,
    DATA_DIR: data.dir,
    LOG_LEVEL: 'info',
    REPORT_WINDOW_SECONDS: '0',
    WECOM_CORP_ID: 'ww01',
    WECOM_AGENT_ID: '1000002',
    WECOM_BOT_ID: 'bot-1',
    WECOM_API_BASE: qyapi.base,
    WECOM_WS_URL: aibot.url,
  })
  const url = await program.ready()
  const send = async (call: PlatformCall) => (await callAt(url, call)).status
  const text = { FromUserName: 'ZhangWeiOfPingtou', CreateTime: '1', MsgType: 'text', Content: SAID }
  expect(await send(echoCall('/wecom/app', app, 'echoOfTheSettings'))).toBe(200)
  expect(await send(xmlCall('/wecom/app', app, { ...text, MsgId: '1' }))).toBe(200)
  expect(await send(xmlCall('/wecom/app', app, { ...text, MsgType: 'hologram', MsgId: '2' }))).toBe(200)
  expect(await send(xmlCall('/wecom/app', app, { ...text, MsgType: 'image', MediaId: 'mediaOfSomebody', MsgId: '3' }))).toBe(200)
  expect(await send(xmlCall('/wecom/app', { ...app, token: 'forged' }, { ...text, MsgId: '4' }))).toBe(403)
  expect(await send(xmlCall('/wecom/app', app, {}))).toBe(200)
  const account = kfAccount(qyapi, 'wkAccount')
  account.say('wmOfZhou', { msgtype: 'text', text: { content: SAID } })
  account.say('wmOfZhou', { msgtype: 'text' })
  qyapi.next('kf/sync_msg', { page: 502 })
  await send(
    xmlCall('/wecom/kf', kf, {
      CreateTime: '1',
      MsgType: 'event',
      Event: 'kf_msg_or_event',
      Token: 'tokenOfTheSignal',
      OpenKfId: account.id,
    }),
  )
  await expect.poll(() => aibot.subscribed, { timeout: 60_000 }).toBe(1)
  aibot.say({ chatid: 'wrChat', chattype: 'group', from: { userid: 'ZhangWeiOfPingtou' }, msgtype: 'text', text: { content: SAID } })
  aibot.say({ chattype: 'single', from: { userid: 'ZhangWeiOfPingtou' }, msgtype: 'text', text: { content: `${SAID}\u0000` } })
  aibot.event('moon_phase')
  aibot.drop()
  await expect.poll(() => account.asked.length, { timeout: 60_000 }).toBe(1)
  await expect.poll(() => qyapi.posted.length > 0 && aibot.posts.length > 0, { timeout: 60_000 }).toBe(true)
  await program.kill()

  const log = program.said()
  expect(log).toContain('hologram')
  expect(log).toContain('callback refused')
  const forbidden = [
    ...Object.values(KEYS),
    ...['没人敢走', '13912345678', 'ZhangWeiOfPingtou', 'mediaOfSomebody', 'wmOfZhou', 'wrChat', 'tokenOfTheSignal', 'echoOfTheSettings'],
    ...['access_token', 'msg_signature', 'echostr', 'corpsecret'],
  ]
  expect(forbidden.filter((it) => log.includes(it))).toEqual([])
  await aibot.close()
  await qyapi.close()
  await data.remove()
  await database.close()
})
