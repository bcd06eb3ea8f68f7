import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeOf } from '../support/office.ts'
import { startVillage, type Village } from '../support/village.ts'

let village: Village

beforeAll(async () => {
  village = await startVillage()
})
afterAll(() => village.town.close())

describe('a link to the office page', () => {
  it('comes one-to-one on 页面, with its code as a picture, also where it was asked in the group', async () => {
    const [keeper] = village.keepers
    const said = await village.say(keeper?.id ?? '', '页面')
    expect(said).toMatch(/^办公页面：http:\/\/127\.0\.0\.1:\d+\/office\/in\/\S+\n半小时内打开有效，只能用一次/u)
    expect((await village.posts()).filter((p) => p.includes('/office/'))).toEqual([])
    const [picture] = (await village.town.heardBy(keeper?.id ?? '')).at(-1)?.images ?? []
    expect((await fetch(village.town.url + (picture?.url ?? ''))).headers.get('content-type')).toBe('image/png')
  })

  it('is not for residents', async () => {
    const [resident] = village.residents
    expect(await village.ask(resident?.id ?? '', '页面')).not.toContain('/office/')
  })

  it('is not used up by looking, opens once, and leads to what was asked for', async () => {
    const office = await officeOf(village.town, village.secretary.id)
    expect(office.landed).toBe('/office')
    expect(await office.read('/office')).toContain(`${village.secretary.name}，您好`)
    expect((await fetch(office.link)).status).toBe(410)
    expect((await fetch(office.link, { method: 'POST', redirect: 'manual' })).status).toBe(410)
  })

  it('ends by 页面 关, by leaving the page, and with the office', async () => {
    const { town, clerk, secretary } = village
    const closed = await officeOf(town, clerk.id)
    expect(await village.ask(clerk, '页面 关')).toMatchInlineSnapshot(`"您打开的办公页面都已退出，没用过的链接也都作废了。"`)
    expect((await closed.get('/office')).status).toBe(403)
    const left = await officeOf(town, clerk.id)
    expect((await left.post('/office/leave', {})).status).toBe(200)
    expect((await left.get('/office')).status).toBe(403)
    const [keeper] = village.keepers
    const gone = await officeOf(town, keeper?.id ?? '')
    await village.ask(secretary, `离任 ${keeper?.name}`)
    await village.ask(secretary, '是')
    expect((await gone.get('/office')).status).toBe(403)
  })

  it('takes no form of another site', async () => {
    const office = await officeOf(village.town, village.clerk.id)
    expect((await office.post('/office/leave', {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await office.get('/office')).status).toBe(200)
  })
})
