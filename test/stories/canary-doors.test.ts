import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeBackup } from '../../src/backup/write-backup.ts'
import { type ApiTown, startApiTown } from '../support/api.ts'
import { findEverywhere, findInPlain } from '../support/find-everywhere.ts'
import { kfAccount } from '../support/kf-account.ts'
import { type Qyapi, startQyapi } from '../support/qyapi.ts'
import { callAt, jsonCall, xmlCall } from '../support/wecom-callback.ts'

const AES = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C'
const app = { token: 'tokenOfApp', aesKey: AES, receiveId: 'ww01' }
const kf = { token: 'tokenOfKf', aesKey: `b${AES.slice(1)}`, receiveId: 'ww01' }
const bot = { token: 'tokenOfBot', aesKey: `c${AES.slice(1)}`, receiveId: '' }
const PHONE = '13700098765'
const SENTENCE = '紫竹耙子勾住了画眉的银铃铛'
const CANARIES = [PHONE, SENTENCE]
const said = (matter: string) => `我是坪头村的，${matter}，${SENTENCE}，电话${PHONE}`

let qyapi: Qyapi
let town: ApiTown
let dir: string
beforeAll(async () => {
  qyapi = await startQyapi({ secrets: ['secret-of-app', 'secret-of-kf'] })
  dir = mkdtempSync(join(tmpdir(), 'shuoshi-canary-'))
  town = await startApiTown({
    ...{ SANDBOX: 'on', WECOM_API_BASE: qyapi.base, WECOM_CORP_ID: 'ww01', WECOM_AGENT_ID: '1', WECOM_SECRET: 'secret-of-app' },
    ...{ WECOM_TOKEN: app.token, WECOM_AES_KEY: app.aesKey, WECOM_KF_SECRET: 'secret-of-kf', WECOM_KF_TOKEN: kf.token },
    ...{ WECOM_KF_AES_KEY: kf.aesKey, WECOM_BOT_ID: 'bot-1', WECOM_BOT_TOKEN: bot.token, WECOM_BOT_AES_KEY: bot.aesKey },
  })
})
afterAll(async () => {
  await town.close()
  await qyapi.close()
  rmSync(dir, { recursive: true, force: true })
})

const heard = (words: string) =>
  expect.poll(() => town.rows<{ text: string }>('SELECT text FROM "Message"'), { timeout: 20_000 }).toContainEqual({ text: words })

/** What a backup holds, unpacked. */
const inBackup = (): string =>
  readdirSync(join(dir, 'backup'))
    .map((name) => readFileSync(join(dir, 'backup', name)))
    .map((bytes) => (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8'))
    .join('\n')

it('what platforms and other programs tell stands in no table and in no backup as it was said', async () => {
  const words = [said('三社路口的路灯不亮了'), said('村口的水管爆了'), said('桥头的护栏断了')] as const
  const at = String(Math.floor(Date.now() / 1000))
  await callAt(
    town.url,
    xmlCall('/wecom/app', app, { FromUserName: 'canary', CreateTime: at, MsgType: 'text', Content: words[0], MsgId: '1', AgentID: '1' }),
  )
  await heard(words[0])
  const toBot = { msgid: 'b1', msgtype: 'text', chattype: 'single', from: { userid: 'canary2' }, text: { content: words[1] } }
  await callAt(town.url, jsonCall('/wecom/bot', bot, toBot), 'application/json')
  await heard(words[1])
  const account = kfAccount(qyapi, 'wk01')
  account.say('wmCanary', { msgtype: 'text', text: { content: words[2] } })
  await callAt(
    town.url,
    xmlCall('/wecom/kf', kf, { CreateTime: at, MsgType: 'event', Event: 'kf_msg_or_event', Token: 't', OpenKfId: account.id }),
  )
  await heard(words[2])
  const key = await town.key(['write'])
  const handed = {
    api_key: key,
    service_code: 'V-LAMP',
    address_id: 'V01',
    description: said('二社的路灯坏了'),
    phone: PHONE,
    first_name: '路人',
  }
  expect((await town.hand(handed)).status).toBe(200)
  await town.settle()
  const [secretary] = await town.people(`role=secretary&village=${encodeURIComponent('坪头村')}`)
  for (const order of [`信访登记 坪头村 ${SENTENCE}，要求修路，电话${PHONE}`, `备注 坪01 ${SENTENCE}`, `说事记录 ${SENTENCE}`])
    await town.tell(secretary?.id ?? '', order)
  await town.settle()
  await town.nextMorning()
  expect(await findEverywhere(town, CANARIES)).toEqual(
    expect.arrayContaining([expect.stringContaining('Message.text'), expect.stringContaining('Ticket.text')]),
  )
  expect(await findInPlain(town, CANARIES)).toEqual([])
  await writeBackup({ url: town.databaseUrl, dir: join(dir, 'backup'), now: () => new Date(), closedWord: '' })
  const kept = inBackup()
  expect(kept.length).toBeGreaterThan(100_000)
  expect(CANARIES.filter((canary) => kept.includes(canary))).toEqual([])
})
