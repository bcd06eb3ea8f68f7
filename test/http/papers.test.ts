import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Cast, startCast } from '../support/cast.ts'

let cast: Cast
let cookie = ''
const open = (path: string) => fetch(`${cast.town.url}${path}`, { redirect: 'manual', headers: { cookie } })

beforeAll(async () => {
  cast = await startCast('坪头村', { OPERATOR_PASSWORD: 'a password of ours' })
})
afterAll(() => cast.close())

it('gives no paper without the password', async () => {
  for (const path of ['/status/papers', '/status/papers/ledger?period=2026'])
    expect((await open(path)).headers.get('location')).toBe('/status')
})

it('gives the record of a dispute in Word, a village’s sheet and the ledger in Excel', async () => {
  const body = new URLSearchParams({ password: 'a password of ours' })
  const entered = await fetch(`${cast.town.url}/status/login`, { method: 'POST', body, redirect: 'manual' })
  cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  expect(await (await open('/status/papers')).text()).toContain('丈量和调解的记录')
  await cast.tell(cast.clerk, '说事点 三社王大娘说和隔壁争地界')
  await cast.tell(cast.mediator, '丈量 坪01 边长 20 10 20 10 对角 22.36 在场 甲方王大娘 乙方李晓东')
  for (const [path, name] of [
    ['record?number=坪01', '坪01.docx'],
    ['disclosure?village=坪头&quarter=2026Q4', '坪头村2026Q4村务公开.xlsx'],
    ['ledger?period=2026-11', '2026-11台账.xlsx'],
  ] as const) {
    const answer = await open(`/status/papers/${encodeURI(path)}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    // Both kinds of file are zipped.
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
  }
})

it.each([
  'record?number=坪99',
  'record?number=',
  'disclosure?village=没有村&quarter=2026Q4',
  'disclosure?village=坪头村&quarter=2026',
  'ledger?period=去年',
])('says so when there is none: %s', async (path) => {
  const answer = await open(`/status/papers/${encodeURI(path)}`)
  expect(answer.status).toBe(404)
  const shown = await answer.text()
  expect(shown).toMatch(/没有找到|没有丈量和调解的记录/u)
  // What was said stays in its field.
  const number = new URLSearchParams(path.split('?')[1]).get('number')
  if (number) expect(shown).toContain(`value="${number}"`)
})

it('offers villages, quarters, months and matters to choose from', async () => {
  const shown = await (await open('/status/papers')).text()
  expect(shown).toContain('<option value="坪01">坪头村，')
  expect(shown).toContain('<option value="坪头村">')
  expect(shown).toContain('<option value="2026Q4">2026年第4季度</option>')
  expect(shown).toContain('<option value="2026-11">2026年11月</option>')
})

it('says that a paper is being made where no script runs, and goes on to it', async () => {
  const shown = await (await open(`/status/papers/wait/record?number=${encodeURIComponent('坪01')}`)).text()
  expect(shown).toContain('正在做，做好了自动下载')
  expect(shown).toContain(`url=/status/papers/record?number=${encodeURIComponent('坪01')}"`)
})
