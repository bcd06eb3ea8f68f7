import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seriousFaults } from '../support/axe.ts'
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

it('keeps nobody out of the list, a conversation, a matter and the choice of who one is', { timeout: 120_000 }, async (test) => {
  if (!browser) return test.skip()
  const scene = await sceneIn(town, '坪头村')
  await scene.say(nth(scene.residents, 0), '三社路口的路灯又不亮了')
  const { number } = await scene.last()
  const [group, card] = [`#g:${scene.group}`, `#g:${scene.group}/${encodeURIComponent(number)}`]
  for (const [size, at] of [
    [PHONE, ''],
    [PHONE, group],
    [PHONE, card],
    [WIDE, card],
  ] as const) {
    const { page } = await openSandbox(browser, town, size, at)
    if (at === card) await page.locator('.card').waitFor()
    expect(await seriousFaults(page), `${size.width} ${at}`).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await seriousFaults(page), `${size.width} ${at}, dark`).toEqual([])
    if (at === group) {
      await page.getByRole('button', { name: /换人$/u }).click()
      expect(await seriousFaults(page)).toEqual([])
    }
    await page.close()
  }
})

it('comes in few files and few bytes', { timeout: 60_000 }, async (test) => {
  if (!browser) return test.skip()
  const page = await browser.newPage()
  const wire = await page.context().newCDPSession(page)
  await wire.send('Network.enable')
  const asked: string[] = []
  let bytes = 0
  wire.on('Network.requestWillBeSent', ({ request }) => asked.push(request.url))
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await page.goto(town.url)
  await page.locator('.row').first().waitFor()
  await page.locator('.matters-list').waitFor({ state: 'attached' })
  expect(asked.filter((url) => !url.includes('/sandbox/api/'))).toHaveLength(4)
  expect(bytes).toBeLessThan(300_000)
  await page.close()
})
