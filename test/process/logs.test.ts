import { expect, it } from 'vitest'
import type { SandboxGroup, SandboxPerson } from '../../src/ports/sandbox.ts'
import { freshDatabase } from '../support/database.ts'
import { aDataDir, startProgram } from '../support/program.ts'
import { startQyapi } from '../support/qyapi.ts'

const SECRETS = {
  WECOM_SECRET: 'secretOfTheApplication1',
  WECOM_TOKEN: 'tokenOfTheCallback1',
  WECOM_AES_KEY: 'aesKeyOfTheCallback'.padEnd(43, 'x'),
  OPERATOR_PASSWORD: 'passwordOfTheOperator1',
  SECRET_KEY: 'keyThatClosesTheKeys1',
}
const ROBOT_KEY = '693a91f6-7b1c-4bc4-97a0-0ec2b1fa5bbb'
const PHONE = '13912345678'
const SAID = '三社路口的路灯不亮了，晚上没人敢走'

it('writes no key, token, address, phone or word of a resident into the log', { timeout: 120_000 }, async () => {
  const database = await freshDatabase()
  const data = aDataDir()
  const qyapi = await startQyapi({ secrets: [SECRETS.WECOM_SECRET] })
  const program = startProgram({
    ...SECRETS,
    DATABASE_URL: database.url,
    DATA_DIR: data.dir,
    LOG_LEVEL: 'info',
    SANDBOX: 'on',
    QUIET_FROM: '00:00',
    QUIET_TO: '00:00',
    REPORT_WINDOW_SECONDS: '0',
    WECOM_CORP_ID: 'ww01',
    WECOM_AGENT_ID: '1000002',
    WECOM_API_BASE: qyapi.base,
  })
  const url = await program.ready()
  const call = async (path: string, body: object) =>
    fetch(url + path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
  const get = async <T>(path: string) => (await (await fetch(url + path)).json()) as T
  const form = (path: string, fields: Record<string, string>, cookie = '') =>
    fetch(url + path, { method: 'POST', body: new URLSearchParams(fields), headers: { cookie }, redirect: 'manual' })

  const group = (await get<SandboxGroup[]>('/sandbox/api/groups')).find((g) => g.village === '坪头村')
  const people = (role: string) => get<SandboxPerson[]>(`/sandbox/api/people?role=${role}&village=${encodeURIComponent('坪头村')}`)
  const [secretary] = await people('secretary')
  const [resident, another] = await people('resident')
  const say = (from: string | undefined, text: string) => call(`/sandbox/api/groups/${group?.id}/messages`, { from, text })
  await call(`/sandbox/api/people/${secretary?.id}/messages`, {
    from: secretary?.id,
    text: `机器人 坪头村 ${qyapi.base}webhook/send?key=${ROBOT_KEY}`,
  })
  await call('/sandbox/api/settle', {})
  // Everything a platform can do wrong, each of which somebody may be tempted to log.
  qyapi.next('webhook/send', { page: 502 }, { errcode: 40058 }, { cut: 'after' }, { errcode: -1 }, { errcode: 93000 })
  await say(resident?.id, `${SAID}，打我电话${PHONE}`)
  await call('/sandbox/api/settle', {})
  await say(another?.id, '二社的水管爆了，家里没水用')
  await call('/sandbox/api/settle', {})
  await expect.poll(() => qyapi.asked.get('webhook/send') ?? 0, { timeout: 20_000 }).toBeGreaterThan(1)
  await form('/status/login', { password: 'wrongPasswordOfSomebody1' })
  const cookie =
    ((await form('/status/login', { password: SECRETS.OPERATOR_PASSWORD })).headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  expect((await fetch(`${url}/status`, { headers: { cookie } })).status).toBe(200)
  await form('/status/robot', { group: group?.id ?? '', address: `${qyapi.base}webhook/send?key=${ROBOT_KEY}` }, cookie)
  await call(`/sandbox/api/groups/${group?.id}/messages`, { from: resident?.id, text: `${SAID}\u0000` })
  await fetch(`${url}/status.json`, { headers: { authorization: `Bearer ${SECRETS.OPERATOR_PASSWORD}` } })
  await program.kill()

  const log = program.said()
  expect(log).toContain('request completed')
  const forbidden = [
    ...Object.values(SECRETS),
    ROBOT_KEY,
    'webhook/send',
    'access_token',
    'token1',
    PHONE,
    '没人敢走',
    '急着用水',
    'wrongPasswordOfSomebody1',
    cookie,
    new URL(database.url).password,
  ]
  expect(forbidden.filter((it) => it !== '' && log.includes(it))).toEqual([])
  await qyapi.close()
  await data.remove()
  await database.close()
})
