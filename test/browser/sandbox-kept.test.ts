import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { openSandbox } from '../support/page.ts'
import { nth, type Scene, sceneIn } from '../support/scene.ts'
import { startTown, type Town } from '../support/town.ts'

const WIDE = { width: 1280, height: 800 }
const PHONE = { width: 390, height: 800 }
const SOON = { timeout: 20_000 }

let town: Town
let scene: Scene
let browser: Browser | null = null

beforeAll(async () => {
  town = await startTown()
  scene = await sceneIn(town, '岩坪村')
  browser = await openBrowser()
  if (!browser) console.warn('没有找到浏览器，网页测试跳过了。')
})
afterAll(async () => {
  await browser?.close()
  await town.close()
})

it('keeps over a reload what was begun, and to whom the bot spoke alone', { timeout: 60_000 }, async (test) => {
  if (!browser) return test.skip()
  const { page, talk, row } = await openSandbox(browser, town, WIDE, `#g:${scene.group}`)
  await page.getByRole('button', { name: '您是' }).waitFor()
  await town.say(scene.group, nth(scene.residents, 0).id, '三社路口的路灯不亮了')
  await town.settle()
  await talk.getByText('说事单独告诉了').first().waitFor()
  const asides = await talk.getByText('说事单独告诉了').allTextContents()
  const box = page.getByLabel('说一句话')
  await box.fill('还没写完的一句')
  await page.reload()
  await expect.poll(() => box.inputValue(), SOON).toBe('还没写完的一句')
  await talk.getByText('已登记').first().waitFor()
  await expect.poll(() => talk.getByText('说事单独告诉了').allTextContents(), SOON).toEqual(asides)
  // Another conversation has its own.
  await row('林家沟村便民之声').click()
  await expect.poll(() => box.inputValue(), SOON).toBe('')
  await row('岩坪村便民之声').click()
  await page.getByRole('button', { name: '发送', exact: true }).click()
  await expect.poll(() => box.inputValue(), SOON).toBe('')
  await page.reload()
  await page.getByRole('button', { name: '您是' }).waitFor()
  expect(await box.inputValue()).toBe('')
  await page.close()
})

it('Escape leaves a matter’s card, after the sheet that lies above it', { timeout: 60_000 }, async (test) => {
  if (!browser) return test.skip()
  const { page, faults } = await openSandbox(browser, town, WIDE, `#g:${scene.group}`)
  const pane = page.getByRole('complementary')
  await pane.getByRole('button', { name: /三社/u }).first().click()
  await pane.getByText('经过').waitFor()
  await page.getByRole('button', { name: /^您是.+换人$/u }).click()
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  expect(await pane.getByText('经过').isVisible()).toBe(true)
  await page.keyboard.press('Escape')
  await pane.getByText('经过').waitFor({ state: 'hidden' })
  expect(faults).toEqual([])
  await page.close()
})

it('and on a phone the pane itself', { timeout: 60_000 }, async (test) => {
  if (!browser) return test.skip()
  const { page } = await openSandbox(browser, town, PHONE, `#g:${scene.group}`)
  const frame = page.locator('.frame')
  await page.getByRole('button', { name: '在办的事', exact: true }).click()
  await expect.poll(() => frame.getAttribute('class'), SOON).toContain('side-open')
  // The page listens a moment after it has drawn.
  const pressed = async () => {
    await page.keyboard.press('Escape')
    return frame.getAttribute('class')
  }
  await expect.poll(pressed, SOON).not.toContain('side-open')
  await page.close()
})
