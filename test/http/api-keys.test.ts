import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiTown, startApiTown } from '../support/api.ts'

const PASSWORD = 'a password of ours'
let town: ApiTown
let cookie = ''

const open = (path: string, init: RequestInit = {}) =>
  fetch(town.url + path, { redirect: 'manual', ...init, headers: { cookie, ...(init.headers as Record<string, string>) } })
const post = (path: string, form: [string, string][], headers: Record<string, string> = {}) =>
  open(path, { method: 'POST', body: new URLSearchParams(form), headers })
const page = async (path = '/status/keys') => (await open(path)).text()
const shown = (text: string): string => /class="card secret".*?<code>([^<]+)<\/code>/su.exec(text)?.[1] ?? ''

beforeAll(async () => {
  town = await startApiTown({ SANDBOX: 'on', OPERATOR_PASSWORD: PASSWORD })
})
afterAll(() => town.close())

const KEY: [string, string][] = [
  ['name', '县12345'],
  ['perMinute', '60'],
  ['rights', 'read'],
  ['rights', 'write'],
  ['villages', 'V01'],
]

describe('the page of keys', () => {
  it('is nobody’s without the password, and takes no form from elsewhere', async () => {
    expect((await open('/status/keys')).headers.get('location')).toBe('/status')
    expect((await open('/status/keys/deliveries')).status).toBe(302)
    expect((await post('/status/keys', KEY)).status).toBe(403)
    cookie = ((await post('/status/login', [['password', PASSWORD]])).headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    expect((await post('/status/keys', KEY, { origin: 'https://evil.example' })).status).toBe(403)
    expect(await town.keys.list(town.townId)).toEqual([])
  })

  it('makes a key that is shown once, may what was ticked, and opens until it is taken away', async () => {
    const secret = shown(await (await post('/status/keys', KEY)).text())
    expect(secret).toMatch(/^ss_[\w-]{43}$/u)
    expect(await page()).not.toContain(secret)
    expect(await page()).toMatch(/县12345.*看村里事、交办事项.*坪头村.*60次.*没有用过/su)
    expect((await town.ask('v2/requests.json', { api_key: secret })).status).toBe(200)
    const [key] = await town.keys.list(town.townId)
    expect(key).toMatchObject({ rights: ['read', 'write'], villages: ['V01'], usedAt: expect.any(Date) })
    expect(await page()).not.toContain('没有用过')
    expect((await post('/status/keys/revoke', [['id', key?.id ?? '']])).headers.get('location')).toBe('/status/keys?said=done')
    expect((await post('/status/keys/revoke', [['id', key?.id ?? '']])).headers.get('location')).toBe('/status/keys?said=notDone')
    expect((await town.ask('v2/requests.json', { api_key: secret })).status).toBe(403)
  })

  it('says what is missing', async () => {
    for (const form of [KEY.slice(1), KEY.slice(0, 2), [...KEY.slice(0, 2), ['rights', 'everything'] as [string, string]]]) {
      const answer = await post('/status/keys', form)
      expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('没有发成')])
    }
    for (const url of ['nonsense', 'ftp://x.example', 'javascript:alert(1)']) {
      const answer = await post('/status/keys/listen', [
        ['key', 'x'],
        ['url', url],
        ['events', 'opened'],
      ])
      expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('没有加上')])
    }
  })

  it('shows what was not taken, on top of all pages as well, and sends it again', async () => {
    const secret = shown(await (await post('/status/keys', KEY)).text())
    const key = (await town.keys.list(town.townId)).find((k) => secret.startsWith(k.mark))
    const listen: [string, string][] = [
      ['key', key?.id ?? ''],
      ['url', 'https://county.example.invalid/told?a=1&b="'],
      ['events', 'opened'],
    ]
    expect(shown(await (await post('/status/keys/listen', listen)).text())).toMatch(/^whsec_/u)
    await town.hand({ api_key: secret, service_code: 'V-LAMP', address_id: 'V01', description: '三社路口的路灯坏了' })
    await town.settle()
    await expect.poll(async () => (await town.keys.deliveries(town.townId, 1))[0]?.why ?? null, { timeout: 20_000 }).not.toBeNull()
    await town.sql(`UPDATE "WebhookDelivery" SET state = 'failed', attempts = 10, why = '对方答了 500', code = 500, "heldUntil" = NULL`)
    expect(await page('/status')).toContain('有1条变化没送到别的系统')
    const failed = await page('/status/keys/deliveries?state=failed')
    expect(failed).toMatch(/坪\d\d 登记.*县12345.*没送到，对方答了 500.*10次/su)
    expect(await page('/status/keys/deliveries?state=sent')).not.toContain('county.example')
    const [delivery] = await town.keys.deliveries(town.townId, 1)
    const answer = await post('/status/keys/resend', [['id', delivery?.id ?? '']])
    expect(answer.headers.get('location')).toBe('/status/keys/deliveries?said=done')
    expect((await town.keys.deliveries(town.townId, 1))[0]).toMatchObject({ state: 'waiting' })
  })
})
