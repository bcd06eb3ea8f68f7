import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults } from '../support/axe.ts'
import { openBrowser } from '../support/browser.ts'
import { type Cast, startCast } from '../support/cast.ts'

const PASSWORD = 'a password of ours'
const PAGES = ['/status', '/status/papers', '/status/keys', '/status/keys/deliveries', '/status/start', '/status/trial']

let cast: Cast
let browser: Browser | null = null
let context: BrowserContext | null = null

async function open(path: string, size: { width: number; height: number }): Promise<Page | null> {
  const page = (await context?.newPage()) ?? null
  await page?.setViewportSize(size)
  await page?.goto(`${cast.town.url}${path}`)
  return page
}

beforeAll(async () => {
  cast = await startCast('坪头村', { OPERATOR_PASSWORD: PASSWORD })
  await cast.tell(cast.duty, '先听一周 河口村')
  browser = await openBrowser()
  if (!browser) return
  context = await browser.newContext({ acceptDownloads: true })
  const page = await context.newPage()
  await page.goto(`${cast.town.url}/status`)
  expect(await seriousFaults(page)).toEqual([])
  await page.getByLabel('口令').fill(PASSWORD)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('link', { name: '从头开始' }).waitFor()
  await page.close()
})
afterAll(async () => {
  await browser?.close()
  await cast.town.close()
})

describe('the operator’s pages', () => {
  it.for(PAGES)('%s keeps nobody out, and fits a phone with large type', { timeout: 60_000 }, async (path, test) => {
    for (const width of [390, 1280]) {
      const page = await open(path, { width, height: 844 })
      if (!page) return test.skip()
      expect(await seriousFaults(page)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
      await page.evaluate('document.documentElement.style.fontSize = "200%"')
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await seriousFaults(page)).toEqual([])
      await page.close()
    }
  })

  it('do not call well what nobody speaks to, but name the next step', { timeout: 60_000 }, async (test) => {
    const page = await open('/status', { width: 390, height: 844 })
    if (!page) return test.skip()
    // The cluster of the tests does not wait for the disk: that is wrong, and stands on top with where to look.
    await page.getByRole('heading', { name: '有1处要看' }).waitFor()
    await page.getByRole('link', { name: '看机器' }).click()
    expect(new URL(page.url()).hash).toBe('#machine')
    await page.getByRole('link', { name: '从头开始' }).click()
    await page.getByRole('heading', { name: /装上本镇的名册和清单/u }).waitFor()
    expect(await page.locator('[aria-current="step"] code').first().textContent()).toContain('npm run import')
    await page.close()
  })

  it('hand over a paper without leaving the page, and keep the field of one that is not there', { timeout: 60_000 }, async (test) => {
    const page = await open('/status/papers', { width: 1280, height: 800 })
    if (!page) return test.skip()
    const record = page.locator('section').filter({ has: page.getByRole('heading', { name: '丈量和调解的记录' }) })
    await record.getByLabel('事项').fill('坪99')
    await record.getByRole('button', { name: '出一份' }).click()
    await record.getByText(/这件事没有丈量和调解的记录/u).waitFor()
    expect(await record.getByLabel('事项').inputValue()).toBe('坪99')
    const ledger = page.locator('section').filter({ has: page.getByRole('heading', { name: '台账' }) })
    const download = page.waitForEvent('download')
    await ledger.getByRole('button', { name: '出一份' }).click()
    expect((await download).suggestedFilename()).toMatch(/^\d{4}-\d{2}台账\.xlsx$/u)
    await ledger.getByText('做好了，已经下载。').waitFor()
    await page.close()
  })

  it('wait for a paper where no script runs', { timeout: 60_000 }, async (test) => {
    if (!browser || !context) return test.skip()
    const plain = await browser.newContext({ javaScriptEnabled: false, acceptDownloads: true, storageState: await context.storageState() })
    const page = await plain.newPage()
    await page.goto(`${cast.town.url}/status/papers`)
    const ledger = page.locator('section').filter({ has: page.getByRole('heading', { name: '台账' }) })
    const download = page.waitForEvent('download')
    await ledger.getByRole('button', { name: '出一份' }).click()
    await page.getByText(/正在做，做好了自动下载/u).waitFor()
    expect((await download).suggestedFilename()).toMatch(/台账\.xlsx$/u)
    await plain.close()
  })
})
