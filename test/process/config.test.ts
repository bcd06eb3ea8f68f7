import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { describe, expect, it } from 'vitest'
import { projectRoot, readConfig, SETTINGS } from '../../src/settings/config.ts'

const example = readFileSync(join(projectRoot, '.env.example'), 'utf8')

it('lists every setting in .env.example, with its default', () => {
  expect(Object.keys(parseEnv(example)).sort()).toEqual(Object.keys(SETTINGS).sort())
  expect(readConfig(parseEnv(example))).toEqual(readConfig({}))
})

it('says a line on each setting in .env.example', () => {
  const lines = example.split('\n')
  const bare = lines.filter((line, at) => /^[A-Z_]+=/.test(line) && !lines[at - 1]?.startsWith('# '))
  expect(bare).toEqual([])
})

it('takes an empty setting for none, and reads a time without its zero', () => {
  expect(readConfig({ PORT: ' ', QUIET_TO: '6:30' })).toMatchObject({ port: 3000, settings: { quietTo: '06:30' } })
})

it('refuses an asking line above the opening line', () => {
  expect(readConfig({ ASK_AT: '0.9', OPEN_AT: '0.8' })).toEqual({
    faults: ['ASK_AT：0.9 高于 OPEN_AT（0.8），询问线不能高于立案线，请把 ASK_AT 改小或把 OPEN_AT 改大。'],
  })
})

describe('the settings of channels', () => {
  const app = { WECOM_CORP_ID: 'ww01', WECOM_AGENT_ID: '1', WECOM_SECRET: 'secret-1', WECOM_TOKEN: 'token', WECOM_AES_KEY: 'a'.repeat(43) }
  const faults = (env: Record<string, string>): string[] => {
    const read = readConfig(env)
    return 'faults' in read ? read.faults : []
  }

  it('come whole', () => {
    expect(readConfig(app)).toMatchObject({ wecom: { corpId: 'ww01', app: { agentId: '1' }, bot: null, kf: null }, wechaty: null })
    expect(readConfig({ WECOM_BOT_ID: 'bot1', WECOM_BOT_SECRET: 'secret-2' })).toMatchObject({
      wecom: { corpId: null, bot: { id: 'bot1', by: 'socket' } },
    })
    expect(readConfig({ WECOM_BOT_ID: 'bot1', WECOM_BOT_TOKEN: 't', WECOM_BOT_AES_KEY: 'a'.repeat(43) })).toMatchObject({
      wecom: { bot: { by: 'url' } },
    })
    const archive = { WECOM_CORP_ID: 'ww01', WECOM_ARCHIVE_SECRET: 'secret-3', WECOM_ARCHIVE_KEYS: 'keys', WECOM_ARCHIVE_SDK: 'file:talk' }
    expect(readConfig(archive)).toMatchObject({
      wecom: { archive: { secret: 'secret-3', keys: join(projectRoot, 'keys'), sdk: `file:${join(projectRoot, 'talk')}`, proxy: null } },
    })
    expect(readConfig({ ...app, WECOM_API_BASE: 'http://127.0.0.1:1/cgi-bin' })).toMatchObject({
      wecom: { apiBase: 'http://127.0.0.1:1/cgi-bin/' },
    })
    expect(readConfig({ WECHATY_PUPPET: 'wechaty-puppet-mock' })).toMatchObject({ wechaty: { puppet: 'wechaty-puppet-mock', token: null } })
  })

  it.each([
    [{ ...app, WECOM_SECRET: '' }, 'WECOM_SECRET：没有写，企业微信应用的设置要么写全要么都不写，请补上，或把这一组别的也删掉。'],
    [{ ...app, WECOM_CORP_ID: '' }, 'WECOM_CORP_ID：没有写，企业微信少了它连不上，请补上，或把企业微信的其他设置删掉。'],
    [
      { WECOM_BOT_ID: 'bot1', WECOM_BOT_SECRET: 'secret-2', WECOM_BOT_TOKEN: 't' },
      'WECOM_BOT_SECRET：和 WECOM_BOT_TOKEN、WECOM_BOT_AES_KEY 只能有一样，长连接用前者，回调地址用后者，请删去不用的。',
    ],
    [
      { ...app, WECOM_ARCHIVE_SECRET: 'secret-3' },
      'WECOM_ARCHIVE_KEYS、WECOM_ARCHIVE_SDK：没有写，会话内容存档的设置要么写全要么都不写，请补上，或把这一组别的也删掉。',
    ],
    [{ WECOM_BOT_SECRET: 'secret-2' }, 'WECOM_BOT_ID：没有写，智能机器人的设置要么写全要么都不写，请补上，或把这一组别的也删掉。'],
    [{ WECHATY_TOKEN: 'secret-3' }, 'WECHATY_PUPPET：没有写，Wechaty少了它连不上，请补上，或把Wechaty的其他设置删掉。'],
    [{ WECHATY_PUPPET: 'wechaty-puppet-service' }, 'WECHATY_TOKEN：没有写，Wechaty少了它连不上，请补上，或把Wechaty的其他设置删掉。'],
  ])('a half group is one clear sentence: %j', (env, sentence) => {
    expect(faults(env)).toEqual([sentence])
  })

  it('never show a secret, not even a wrong one', () => {
    expect(faults({ ...app, WECOM_AES_KEY: 'abc' })).toEqual([
      'WECOM_AES_KEY：写法不对，应为后台里的 43 个字母和数字，请改成例如 WECOM_AES_KEY=后台里的原文。',
    ])
  })
})

describe('the language model', () => {
  const whole = { LLM_BASE_URL: 'http://127.0.0.1:9/v1', LLM_API_KEY: 'k', LLM_MODEL: 'm' }

  it('is off unless it is configured', () => {
    expect(readConfig({})).toMatchObject({ llm: null, settings: { askModel: 'never', hearVoices: false } })
  })

  it('is asked when the local reader is unsure, once all three are there', () => {
    expect(readConfig(whole)).toMatchObject({ llm: { perDay: 300, perPerson: 20 }, settings: { askModel: 'unsure', hearVoices: false } })
    expect(readConfig({ ...whole, LLM_TRANSCRIBE_MODEL: 'w', LLM_WHEN: 'never' })).toMatchObject({
      settings: { askModel: 'never', hearVoices: true },
    })
  })

  it.each([
    [{ LLM_BASE_URL: whole.LLM_BASE_URL }, 'LLM_API_KEY、LLM_MODEL'],
    [{ LLM_BASE_URL: whole.LLM_BASE_URL, LLM_MODEL: 'm' }, 'LLM_API_KEY'],
    [{ LLM_API_KEY: 'k' }, 'LLM_BASE_URL、LLM_MODEL'],
    [{ LLM_TRANSCRIBE_MODEL: 'w' }, 'LLM_BASE_URL、LLM_API_KEY、LLM_MODEL'],
  ])('half set it is one sentence: %j', (env, missing) => {
    expect(readConfig(env)).toEqual({
      faults: [`${missing}：没有写，大模型的设置要么写全要么都不写，请补上，或把这一组别的也删掉。`],
    })
  })

  it('never shows the key in a fault', () => {
    const { faults } = readConfig({ ...whole, LLM_API_KEY: 'se cret' }) as { faults: string[] }
    expect(faults).toHaveLength(1)
    expect(faults.join('')).not.toContain('cret')
  })
})

it('lets several processes share a township only on a database of its own', () => {
  expect(readConfig({ ROLE: 'door' })).toEqual({
    faults: ['ROLE：door 要和别的进程共用一个数据库，请把 DATABASE_URL 写上，或者把 ROLE 改成 all。'],
  })
  expect(readConfig({ ROLE: 'work', DATABASE_URL: 'postgresql://a:b@127.0.0.1:5432/c' })).toMatchObject({ role: 'work' })
})
