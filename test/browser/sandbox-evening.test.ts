import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seriousFaults } from '../support/axe.ts'
import { openBrowser } from '../support/browser.ts'
import { openSandbox } from '../support/page.ts'
import { startTown, type Town } from '../support/town.ts'

const PHONE = { width: 390, height: 844 }
const WIDE = { width: 1280, height: 800 }

let town: Town
let browser: Browser | null = null

beforeAll(async () => {
  town = await startTown()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await town.close()
})

/** Without waiting at any line, as somebody does who has seen it. */
async function playThrough(page: Page): Promise<void> {
  const again = page.getByRole('button', { name: '再演一遍' })
  const on = page.getByRole('button', { name: '下一句' })
  while (!(await again.isVisible())) {
    await on.click({ timeout: 1000 }).catch(() => {})
    await page.waitForTimeout(50)
  }
}

it('plays an evening from the talk in the group to the leader’s digest', { timeout: 120_000 }, async (test) => {
  if (!browser) return test.skip()
  const { page, faults } = await openSandbox(browser, town, WIDE)
  await page.getByRole('button', { name: /^演一个晚上/u }).click()
  await playThrough(page)
  await page.getByText(/^演完了/u).waitFor()
  const all = await town.tickets()
  const lamp = await town.ticket(all.find((t) => t.title.includes('路灯'))?.number ?? '')
  expect(lamp).toMatchObject({ status: 'closed', village: '坪头村' })
  expect(lamp.followers).toHaveLength(1)
  expect(lamp.history.map((h) => h.what)).toEqual(expect.arrayContaining(['登记', '接了', '办结', '归档']))
  const posts = (await town.heardIn((await town.group('坪头村')).id)).map((m) => m.text)
  expect(posts.filter((text) => text.includes(lamp.number))).toHaveLength(3)
  // The private matter is there, and the group never heard of it.
  const quiet = all.find((t) => t.private)
  expect(quiet).toMatchObject({ village: '坪头村', kind: 'neighbour' })
  expect(posts.join()).not.toMatch(/檐水|邻/u)
  expect(posts.join()).not.toContain(quiet?.number)
  await page
    .locator('.talk .bubble')
    .getByText(/今天：办好 1/u)
    .waitFor()
  expect(faults).toEqual([])
  await page.close()
})

it('is stopped at any line, and played again in another village', { timeout: 120_000 }, async (test) => {
  if (!browser) return test.skip()
  const { page, faults } = await openSandbox(browser, town, PHONE)
  await page.getByRole('button', { name: /^演一个晚上/u }).click()
  await page.getByText('有人说了一件真事。').waitFor()
  expect(await seriousFaults(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width)
  await page.getByRole('button', { name: '停下' }).click()
  await page.getByText(/^停下了/u).waitFor()
  await page.getByRole('button', { name: '再演一遍' }).click()
  await page.getByText('有人说了一件真事。').waitFor()
  // The first evening's talk is more than a week old by now, and its words are gone.
  const spoken = await town.rows(`SELECT DISTINCT conversation FROM "Message" WHERE conversation LIKE 'g:%' AND "personId" IS NOT NULL`)
  expect(spoken).toHaveLength(3)
  await page.getByRole('button', { name: '停下' }).click()
  await page.getByRole('button', { name: '关上' }).click()
  expect(faults).toEqual([])
  await page.close()
})
