import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { openSandbox } from '../support/page.ts'
import { nth, sceneIn } from '../support/scene.ts'
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

const enlarge = (page: Page) => page.evaluate('document.documentElement.style.fontSize = "200%"')
const sendsWithin = async (page: Page, { width, height }: typeof PHONE) => {
  const box = await page.getByRole('button', { name: '发送', exact: true }).boundingBox()
  expect((box?.x ?? width) + (box?.width ?? 0)).toBeLessThanOrEqual(width)
  expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThanOrEqual(height)
}
const sidewaysOf = (page: Page) => page.evaluate('document.documentElement.scrollWidth')

it('keeps 发送 on a phone whose letters are twice as large', { timeout: 60_000 }, async (test) => {
  if (!browser) return test.skip()
  const { page } = await openSandbox(browser, town, PHONE, '#g:G01')
  await page.locator('.composer').waitFor()
  await enlarge(page)
  await sendsWithin(page, PHONE)
  expect(await sidewaysOf(page)).toBe(PHONE.width)
  await page.getByRole('button', { name: '返回' }).click()
  await page.getByRole('button', { name: /村民说/u }).waitFor()
  expect(await sidewaysOf(page)).toBe(PHONE.width)
  await page.close()
})

it('keeps 发送 beside a long quote', { timeout: 60_000 }, async (test) => {
  if (!browser) return test.skip()
  const scene = await sceneIn(town, '岩坪村')
  await town.say(scene.group, nth(scene.residents, 0).id, '我家老人爱看戏，去年冬天那场唱得好，'.repeat(20))
  for (const size of [WIDE, PHONE]) {
    const { page, talk } = await openSandbox(browser, town, size, `#g:${scene.group}`)
    await talk.locator('.bubble').last().click()
    await talk.getByRole('button', { name: /^引用/u }).last().click()
    await page.locator('.quoting').waitFor()
    await sendsWithin(page, size)
    expect(await sidewaysOf(page)).toBe(size.width)
    await page.close()
  }
})

it('leads to the first try in a few steps of the keyboard, and on into what it opened', { timeout: 60_000 }, async (test) => {
  if (!browser) return test.skip()
  const { page } = await openSandbox(browser, town, WIDE)
  const first = page.getByRole('button', { name: /村民说/u })
  const has = () => first.evaluate((button) => button === document.activeElement)
  let steps = 0
  for (; steps < 20 && !(await has()); steps++) await page.keyboard.press('Tab')
  expect(steps).toBeLessThanOrEqual(8)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /便民之声/u }).waitFor()
  await expect.poll(() => page.evaluate('document.activeElement.textContent')).toContain('便民之声')
  await page.close()
})

it('goes through the conversations with the arrows', { timeout: 60_000 }, async (test) => {
  if (!browser) return test.skip()
  const { page } = await openSandbox(browser, town, WIDE)
  const rows = page.locator('nav .row')
  await rows.first().focus()
  await page.keyboard.press('ArrowDown')
  expect(await rows.nth(1).evaluate((row) => row === document.activeElement)).toBe(true)
  await page.close()
})
