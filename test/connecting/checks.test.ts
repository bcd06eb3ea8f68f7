import { join } from 'node:path'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountOf } from '../../src/channels/archive/account-of.ts'
import { xmlEnvelope } from '../../src/channels/wecom/callback/doors.ts'
import { wecomRoutes } from '../../src/channels/wecom/callback/routes.ts'
import { checkChannels } from '../../src/connecting/check-channels.ts'
import { handRoutes } from '../../src/pages/hand-routes.ts'
import { type Environment, readConfig } from '../../src/settings/config.ts'
import { archiveStandIn, compiler, needsCompiler } from '../support/archive-stand-in.ts'
import { type Qyapi, startQyapi } from '../support/qyapi.ts'

const AES = 'a'.repeat(43)
const keys = { token: 'token', aesKey: AES, receiveId: 'ww01' }
let qyapi: Qyapi
let app: FastifyInstance
let here: string

beforeAll(async () => {
  qyapi = await startQyapi({ secrets: ['secret-app', 'secret-kf', 'secret-contact'] })
  app = fastify()
  await app.register(async (doors) =>
    wecomRoutes(doors, [{ path: '/wecom/app', keys, envelope: xmlEnvelope, read: () => null, take: async () => null }]),
  )
  await app.register(async (pages) => handRoutes(pages))
  here = await app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await app.close()
  await qyapi.close()
})

const APP = { WECOM_CORP_ID: 'ww01', WECOM_AGENT_ID: '1', WECOM_SECRET: 'secret-app', WECOM_TOKEN: 'token', WECOM_AES_KEY: AES }

async function linesOf(settings: Environment, reports = false): Promise<string[]> {
  const config = readConfig({ WECOM_API_BASE: qyapi.base, ...settings })
  if ('faults' in config) return config.faults
  const lines: string[] = []
  for await (const { well, line } of checkChannels(config, { reports })) lines.push(`${well ? '' : '✗ '}${line}`)
  return lines
}

describe('the addresses from outside', () => {
  it('are knocked at as the platform does', async () => {
    expect(await linesOf({ ...APP, PUBLIC_URL: here })).toEqual([
      '企业微信应用：企业微信认得，连得通。',
      `回调地址：${here}/wecom/app 打得开，应答对。`,
      `外网网址：${here} 从这台机器打得开，再用手机流量打开一次看看。`,
    ])
  })

  it('are told from a program that has other keys, and from another program', async () => {
    const other = await linesOf({ ...APP, WECOM_TOKEN: 'another', PUBLIC_URL: here })
    expect(other).toContain(`✗ 回调地址：${here}/wecom/app 有应答，可不是说事的，请看转发对不对；刚改过设置的话，先重启 npm start。`)
    const platform = new URL(qyapi.base).origin
    expect(await linesOf({ PUBLIC_URL: platform })).toEqual([
      `✗ 外网网址：${platform} 从这台机器打不开，请先 npm start，再看域名、证书和转发。`,
    ])
  })

  it('are only named where there is none', async () => {
    expect(await linesOf(APP)).toContain('回调地址：管理后台里应填 https://你的域名 加 /wecom/app，要能从外网打开。')
  })
})

describe('what the platform refuses', () => {
  const KF = { WECOM_CORP_ID: 'ww01', WECOM_KF_SECRET: 'secret-kf', WECOM_KF_TOKEN: 'token', WECOM_KF_AES_KEY: AES }
  const serve = (path: string, answer: object) => qyapi.serve.set(path, () => answer)

  it('says which address is not trusted, and where it is entered', async () => {
    serve('agent/get', { errcode: 60020, errmsg: 'not allow to access from your ip, hint: [1], from ip: 203.0.113.7, more info' })
    expect((await linesOf(APP))[0]).toBe(
      '✗ 企业微信应用：这台机器的 IP 不在可信名单里（60020），请把这台机器上外网的 IP（203.0.113.7）填进这个应用的“企业可信IP”。',
    )
  })

  it.each([
    [301002, '✗ 企业微信应用：没有权限、应用停用，或这台机器的 IP 不在可信名单里（301002），请看 WECOM_AGENT_ID 和 WECOM_SECRET'],
    [45009, '✗ 企业微信应用：发得太快，被要求等一等（45009），过一会儿再运行 npm run doctor。'],
  ])('says what to look at for %i', async (errcode, line) => {
    serve('agent/get', { errcode, errmsg: 'no' })
    expect((await linesOf(APP))[0]).toContain(line)
  })

  it('tells a wrong secret from a right that is missing', async () => {
    expect(await linesOf({ ...KF, WECOM_KF_SECRET: 'secret-xx' })).toContain(
      '✗ 微信客服：企业 ID 或密钥不对（40001），请核对 WECOM_CORP_ID 和 WECOM_KF_SECRET。',
    )
    serve('kf/account/list', { errcode: 48002, errmsg: 'no' })
    expect((await linesOf(KF))[0]).toContain('请到“微信客服”的“可调用接口的应用”里勾上。')
    serve('kf/account/list', { errcode: 0, account_list: [] })
    expect((await linesOf(KF))[0]).toBe('✗ 微信客服：连得通，还没有客服账号，请到管理后台“微信客服”里建一个。')
    expect(await linesOf({ WECOM_CORP_ID: 'ww01', WECOM_CONTACT_SECRET: 'secret-contact' })).toEqual([
      '✗ 客户联系：连得通，一个客户群也看不见，请到“客户联系”看群主在不在使用范围里。',
    ])
  })

  it('speaks of 居民上报 where it is there, or counted on', async () => {
    serve('agent/get', { errcode: 0 })
    expect((await linesOf(APP)).join()).not.toContain('居民上报')
    serve('report/resident/get_corp_status', { errcode: 48002 })
    expect((await linesOf(APP, true))[1]).toContain('✗ 居民上报：')
    serve('report/resident/get_corp_status', { errcode: 0, pending: 0 })
    expect((await linesOf(APP))[1]).toBe('居民上报：读得到。')
  })
})

describe('the message archive', () => {
  it.skipIf(!compiler)(`is tried to the first line that its keys open${needsCompiler}`, async () => {
    const archive = archiveStandIn()
    const { corpId, secret, keys, sdk } = archive.account
    const company = await startQyapi({ corpId, secrets: [secret] })
    const settings = {
      WECOM_API_BASE: company.base,
      WECOM_CORP_ID: corpId,
      WECOM_ARCHIVE_SECRET: secret,
      WECOM_ARCHIVE_KEYS: keys,
      WECOM_ARCHIVE_SDK: sdk,
    }
    const libraryIn = async (more: Environment = {}) => (await linesOf({ ...settings, ...more })).find((line) => line.includes('程序库'))
    company.serve.set('msgaudit/get_permit_user_list', () => ({ errcode: 301053 }))
    expect(await linesOf(settings)).toEqual([
      '✗ 会话内容存档：会话内容存档还没有开通，请在管理后台开通（301053）。',
      '存档的私钥：有第1、2、3版，后台的公钥也要是这个版本号。',
      '存档的程序库：装得上，登得进，还没有话可取。',
    ])
    archive.say([{ talk: { msgtype: 'text' }, version: 2 }])
    expect(await libraryIn()).toBe('存档的程序库：装得上，话取得到，私钥打得开。')
    expect(await libraryIn({ WECOM_ARCHIVE_KEYS: join(keys, 'none') })).toContain('✗ 存档的程序库：话取得到，私钥打不开')
    archive.fault({ call: 'GetChatData', kind: 'errcode', number: 301042 })
    expect(await libraryIn()).toContain('✗ 存档的程序库：这台机器的 IP 不在“会话内容存档”的可信 IP 里')
    expect(await libraryIn({ WECOM_ARCHIVE_SDK: join(keys, 'private_key_1.dll') })).toContain('✗ 存档的程序库：装不上')
    await company.close()
    archive.close()
  })

  it('takes a proxy’s address and its password apart', () => {
    const account = { corpId: 'ww01', secret: 's', keys: 'k', sdk: 'x.so' }
    expect(accountOf({ ...account, proxy: 'http://li:p%40ss@10.0.0.1:8080' })).toMatchObject({
      proxy: 'http://10.0.0.1:8080',
      proxyPassword: 'li:p@ss',
    })
    expect(accountOf({ ...account, proxy: null })).toEqual({ ...account, proxy: '', proxyPassword: '' })
  })
})
