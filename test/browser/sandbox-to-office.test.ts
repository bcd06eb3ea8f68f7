import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { type Cast, startCast } from '../support/cast.ts'
import { openSandbox } from '../support/page.ts'

const PHONE = { width: 390, height: 844 }

let cast: Cast
let browser: Browser | null = null

beforeAll(async () => {
  cast = await startCast('坪头村')
  await cast.tell(cast.clerk, '说事点 三社周大爷说路口的路灯不亮了')
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await cast.town.close()
})

it('leads from a matter’s card to its page as whoever is played, and back', { timeout: 60_000 }, async (test) => {
  if (!browser) return test.skip()
  const at = `#p:${cast.clerk.id}/${encodeURIComponent('坪01')}`
  const { page, faults } = await openSandbox(browser, cast.town, PHONE, at)
  const { name } = cast.clerk
  await page.getByRole('button', { name: `到办公页面上看 以${name}的身份` }).click()
  await page.waitForURL(/\/office\/m\//u)
  await page.getByText(name, { exact: true }).first().waitFor()
  await page.getByText('坪01').first().waitFor()
  await page.getByRole('link', { name: '回到演练' }).click()
  await page.getByRole('complementary').getByRole('heading', { name: '坪01' }).waitFor()
  expect(decodeURIComponent(new URL(page.url()).hash)).toBe(decodeURIComponent(at))
  expect(faults).toEqual([])
  await page.close()
})

it('makes a link of an address that the bot gives, and of none that somebody types', { timeout: 60_000 }, async (test) => {
  if (!browser) return test.skip()
  await cast.tell(cast.clerk, '页面')
  await cast.tell(cast.clerk, '看 https://elsewhere.example/x')
  const { page, talk } = await openSandbox(browser, cast.town, PHONE, `#p:${cast.clerk.id}`)
  await talk.getByText('看 https://elsewhere.example/x').first().waitFor()
  const links = await talk.locator('.bubble a').evaluateAll((all) => all.map((a) => a.getAttribute('href')))
  expect(links).toEqual([expect.stringMatching(/\/office\/in\/[\w-]+$/u)])
  await page.close()
})

it('lets nobody in who holds no office', async () => {
  const [resident] = await cast.town.people('role=resident')
  const asked = await fetch(`${cast.town.url}/sandbox/api/office`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: resident?.id, number: '坪01' }),
  })
  expect(asked.status).toBe(404)
})
