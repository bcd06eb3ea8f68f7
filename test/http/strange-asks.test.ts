import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomOf } from '../../scripts/platform-calls.ts'
import { throughArchive, throughOrders, throughTheWeb } from '../../scripts/prove/inputs.ts'
import type { Asked } from '../../scripts/prove/knock.ts'
import { type OpenHouse, openHouse } from '../../scripts/prove/open-house.ts'
import { triesBeyondRights } from '../../scripts/prove/rights.ts'
import { lookAcross, visitUnasked } from '../../scripts/prove/unasked.ts'
import { type Life, liveIn } from '../../scripts/prove/village-life.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { SECRET_KEY } from '../support/keys.ts'

let database: FreshDatabase
let house: OpenHouse
let life: Life

beforeAll(async () => {
  database = await freshDatabase({ sample: true })
  house = await openHouse(database.url, SECRET_KEY)
  life = await liveIn(house, randomOf(3))
})
afterAll(async () => {
  await house.close()
  await database.close()
})

const post = (path: string, type: string, body: string): Asked => ({ method: 'POST', path, headers: { 'content-type': type }, body })
const MULTIPART = 'multipart/form-data; boundary=x'
const BROKEN_OFF = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\nPK'

describe('what no page of ours has sent', () => {
  it.each([
    ['no form at all', post('/status/start/workbook', 'application/x-www-form-urlencoded', 'a=b'), 406],
    ['a form that is broken off', post('/status/start/workbook', MULTIPART, BROKEN_OFF), 400],
    ['bytes of no kind', post('/status/start/workbook', 'image/png', 'x'), 415],
    ['a step without its fields', post('/status/start/apply', 'application/x-www-form-urlencoded', 'sample=yes'), 400],
  ])('is refused by the operator on a page with one sentence: %s', async (_what, asked, status) => {
    const cookie = await house.operator()
    const answer = await house.knock({ ...asked, headers: { ...asked.headers, cookie } })
    expect([answer.status, answer.type]).toEqual([status, 'text/html; charset=utf-8'])
    expect(answer.text).toContain('没有收全，什么都没有动。请回到上一页，再选一次文件。')
  })

  it.each([
    ['a form that is broken off', post('/office/answer', MULTIPART, BROKEN_OFF), 400],
    ['a form of no fields', post('/office/undo', 'application/x-www-form-urlencoded', ''), 400],
    ['an address that no text can hold', { path: '/office/m/%00' }, 400],
  ] satisfies [string, Asked, number][])('is the asker’s at the office page, not ours: %s', async (_what, asked, status) => {
    const [cadre] = life.cadres
    const cookie = (cadre && (await house.office(cadre.id))) ?? ''
    const headers = 'headers' in asked ? asked.headers : {}
    const answer = await house.knock({ ...asked, headers: { ...headers, cookie } })
    expect([answer.status, answer.text.includes('这一步没有收全')]).toEqual([status, true])
  })
})

it('brings no page down, whatever is asked of it', async () => {
  const { tried, faults } = await throughTheWeb(house, life, house.routes.length, randomOf(17))
  expect(faults).toEqual([])
  expect(tried).toBeGreaterThan(100)
})

it('brings the inside not down, whatever is typed or comes out of the archive', async () => {
  const orders = await throughOrders(house, life, 20, randomOf(18))
  const archive = await throughArchive(500, randomOf(19))
  expect([...orders.faults, ...archive.faults]).toEqual([])
})

it('tells and takes nothing without a session, from another site, or for another village’s people', async () => {
  const unasked = await visitUnasked(house, life, house.routes.length, randomOf(20))
  expect(unasked).toMatchObject({ told: [], changed: [] })
  expect((await lookAcross(house, life, 120, randomOf(21))).told).toEqual([])
})

it('obeys no order beyond role and grid', async () => {
  const { tried, through } = await triesBeyondRights(house, 25, randomOf(22))
  expect([tried >= 20, through]).toEqual([true, []])
})
