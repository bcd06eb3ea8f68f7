import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { openSandbox, widthOf } from '../support/page.ts'
import { nth, sceneIn } from '../support/scene.ts'
import { startTown, type Town } from '../support/town.ts'

const WIDE = { width: 1280, height: 800 }
const PHONE = { width: 390, height: 800 }
/** One pixel. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

let town: Town
let browser: Browser | null = null

beforeAll(async () => {
  town = await startTown()
  browser = await openBrowser()
  if (!browser) console.warn('没有找到浏览器，网页测试跳过了。')
})
afterAll(async () => {
  await browser?.close()
  await town.close()
})

describe('the sandbox page', () => {
  it('carries a matter from a typed sentence to the closure and the digest', { timeout: 180_000 }, async (test) => {
    if (!browser) return test.skip()
    const { page, faults, say, row, talk } = await openSandbox(browser, town, WIDE)
    await page.getByRole('button', { name: /村民说/u }).click()
    await page.getByText(/等.+把话说完，还有\d+秒/u).waitFor()
    await page.getByRole('button', { name: '不等了' }).click()
    await talk
      .getByText(/已登记/u)
      .first()
      .waitFor()
    const ticket = await town.ticket('坪01')
    await talk.getByRole('button', { name: new RegExp(`${ticket.owner?.name}（`, 'u') }).click()
    await talk.getByText(/回“接”/u).waitFor()
    await page.getByRole('button', { name: '接', exact: true }).click()
    await page.getByRole('button', { name: '发送', exact: true }).click()
    await talk.getByText(/接了/u).waitFor()
    await say('办结 1 换了灯泡')
    await talk.getByText(/记下了/u).waitFor()
    await row(`${ticket.reporter?.name}`).first().click()
    await talk.getByText(/办好了吗/u).waitFor()
    await page.getByRole('button', { name: '满意', exact: true }).click()
    await page.getByRole('button', { name: '发送', exact: true }).click()
    await talk.getByText(/谢谢您/u).waitFor()
    await row('坪头村便民之声').click()
    await talk.getByText(/路灯的事已办好/u).waitFor()
    await talk.getByRole('button', { name: '【坪01】' }).first().click()
    const card = page.getByRole('complementary')
    await card.getByText('三社路口的路灯又不亮了').waitFor()
    await card.getByText('换了灯泡').first().waitFor()
    const leader = (await town.people('role=leader')).find((p) => p.roles.some((r) => r.grid === 'jifeng'))
    await page.getByLabel('找群、找人').fill(leader?.name ?? '')
    await row(`${leader?.name}`).first().click()
    await say('日报')
    await talk.getByText(/今天：新 1/u).waitFor()
    expect(faults).toEqual([])
    await page.close()
  })

  it('shows a matter’s words and photos in its card', { timeout: 60_000 }, async (test) => {
    if (!browser) return test.skip()
    const scene = await sceneIn(town, '河口村')
    await town.say(scene.group, nth(scene.residents, 0).id, '', { image: { name: '灯杆.png', base64: PNG } })
    await scene.say(nth(scene.residents, 0), '二社的路灯杆歪了，快倒了')
    const { number } = await scene.last()
    const { page, faults } = await openSandbox(browser, town, PHONE, `#g:${scene.group}/${encodeURIComponent(number)}`)
    const card = page.getByRole('complementary')
    await card.getByText('二社的路灯杆歪了，快倒了').waitFor()
    expect(await widthOf(card.getByRole('img', { name: '灯杆.png' }))).toBe(1)
    expect(faults).toEqual([])
    await page.close()
  })
})

describe('the page’s addresses', () => {
  it('lead into a group, survive a reload, and the phone’s back leads to the list', { timeout: 60_000 }, async (test) => {
    if (!browser) return test.skip()
    const { page, row } = await openSandbox(browser, town, PHONE)
    await row('岩坪村便民之声').click()
    await page.getByRole('heading', { name: /岩坪村便民之声/u }).waitFor()
    expect(new URL(page.url()).hash).toBe('#g:G04')
    await page.reload()
    await page.getByRole('heading', { name: /岩坪村便民之声/u }).waitFor()
    await page.getByRole('button', { name: '在办的事' }).click()
    await page.getByRole('complementary').waitFor()
    await page.goBack()
    await page.getByRole('complementary').waitFor({ state: 'hidden' })
    await page.goBack()
    await row('岩坪村便民之声').waitFor()
    await page.close()
  })
})

describe('every size', () => {
  it.for([
    [390, 844],
    [390, 600],
    [640, 400],
    [1280, 800],
  ])('%i × %i shows everything without a sideways step', { timeout: 60_000 }, async ([width = 0, height = 0], test) => {
    if (!browser) return test.skip()
    for (const at of ['', '#g:G01', '#g:G90', '#g:G01/%E5%9D%AA01']) {
      const { page, faults } = await openSandbox(browser, town, { width, height }, at)
      await page
        .locator(at === '' ? '.row' : at.includes('/') ? '.card' : '.composer')
        .first()
        .waitFor()
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
      if (at === '#g:G01') {
        const box = await page.getByLabel('说一句话').boundingBox()
        expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThanOrEqual(height)
        expect(await page.locator('.talk').evaluate((el) => el.clientHeight)).toBeGreaterThan(200)
      }
      expect(faults).toEqual([])
      await page.close()
    }
  })
})
