import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { type Cast, startCast } from '../support/cast.ts'
import { openSandbox } from '../support/page.ts'

const WIDE = { width: 1280, height: 800 }

let cast: Cast
let browser: Browser | null = null

beforeAll(async () => {
  cast = await startCast('坪头村')
  await cast.tell(cast.clerk, '说事点 三社王大娘说和隔壁争地界')
  await cast.tell(cast.mediator, '接 坪01')
  await cast.tell(cast.mediator, '丈量 坪01 边长 20 10 20 10 对角 22.36 在场 甲方王大娘 乙方李晓东')
  await cast.tell(cast.mediator, '丈量 坪01 甲方认可')
  await cast.tell(cast.mediator, '调解记录 坪01 甲方王大娘 乙方李晓东 双方愿意，谈了界石在哪')
  await cast.tell(cast.mediator, '调解协议 坪01 书面 界石挪回原处，以后各走各的路')
  await cast.tell(cast.clerk, '说事点 三社周大爷说路口的路灯不亮了')
  await cast.town.advance('P16D')
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await cast.town.close()
})

it('shows what was measured, what the two said to it, and what they agreed', { timeout: 60_000 }, async (test) => {
  if (!browser) return test.skip()
  const { page, faults } = await openSandbox(browser, cast.town, WIDE, `#/${encodeURIComponent('坪01')}`)
  const card = page.getByRole('complementary')
  await card.getByText('甲方认可；乙方还没表态', { exact: true }).waitFor()
  await card.getByText(/书面协议，/u).waitFor()
  await card
    .getByText(/界石挪回原处，以后各走各的路/u)
    .first()
    .waitFor()
  // It was answered: that date says nothing any more.
  expect(await card.getByText('回应', { exact: true }).count()).toBe(0)
  expect(faults).toEqual([])
  await page.close()
})

it('says whose hands a matter waits for, and whom a delay was told, each once', { timeout: 60_000 }, async (test) => {
  if (!browser) return test.skip()
  const { page } = await openSandbox(browser, cast.town, WIDE, `#/${encodeURIComponent('坪02')}`)
  const card = page.getByRole('complementary')
  await card.getByText('往上报', { exact: true }).waitFor()
  expect(await card.getByText('往上报', { exact: true }).count()).toBe(1)
  expect(await card.locator('.history li').filter({ hasText: '往上报' }).textContent()).toMatch(/往上报 .+、/u)
  expect(await card.locator('.side-head .state').textContent()).toMatch(/^超期\d+天$/u)
  await card.getByText(/（还没接）/u).waitFor()
  await page.close()
})

it('finds a matter by its number, and those who hold an office by its name', { timeout: 60_000 }, async (test) => {
  if (!browser) return test.skip()
  const { page } = await openSandbox(browser, cast.town, WIDE)
  await page.getByLabel('找群、找人、找事').fill('坪02')
  await page.locator('nav .matters-list').getByText('坪02', { exact: true }).click()
  await page.getByRole('complementary').getByRole('heading', { name: '坪02' }).waitFor()
  await page.getByLabel('找群、找人、找事').fill('调解员')
  await page.locator('nav .row .tag').filter({ hasText: '调解员' }).first().waitFor()
  await page.close()
})

it('lists what is late first, and only what is asked for', { timeout: 60_000 }, async (test) => {
  if (!browser) return test.skip()
  const { page } = await openSandbox(browser, cast.town, WIDE)
  const side = page.getByRole('complementary')
  await side.locator('.matters-list .state').first().waitFor()
  const days = async () =>
    (await side.locator('.matters-list .state').allTextContents()).map((text) => Number(/^超期(\d+)天$/u.exec(text)?.[1] ?? 0))
  const all = await days()
  expect(all).toEqual(all.toSorted((a, b) => b - a))
  await side.getByRole('button', { name: '没人接' }).click()
  await expect.poll(() => side.locator('.matters-list b').allTextContents()).toContain('坪02')
  await side.getByLabel('找事').fill('坪01')
  await side.getByText('没有这样的事。').waitFor()
  await page.close()
})
