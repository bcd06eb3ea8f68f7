import type { Browser, BrowserContextOptions, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { seriousFaults } from '../support/axe.ts'
import { openBrowser } from '../support/browser.ts'
import { type Cast, startCast } from '../support/cast.ts'
import { aPhoto } from '../support/photo.ts'
import { codeOfVillage } from '../support/village-page.ts'

const PHONE = { width: 360, height: 640 }
/** 3G as a village has it: 400 ms there and back, 50 KB a second. */
const SLOW = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }
const MOST_BYTES = 60_000

let cast: Cast
let browser: Browser | null = null
let address = ''

beforeAll(async () => {
  cast = await startCast('坪头村')
  address = `${cast.town.url}/s/${await codeOfVillage(cast.town, '坪头村', 'pingtoucode')}`
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await cast.close()
})
beforeEach(() => cast.town.sql('DELETE FROM "Bucket"'))

/** A telephone on a slow network, and what travels to it. */
async function scan(slow: boolean, more: BrowserContextOptions = {}): Promise<{ page: Page; line: CDPSession; bytes(): number } | null> {
  const context = await browser?.newContext({ viewport: PHONE, ...more })
  if (!context) return null
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const line = await context.newCDPSession(page)
  let bytes = 0
  line.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await line.send('Network.enable')
  if (slow) await line.send('Network.emulateNetworkConditions', SLOW)
  await page.goto(address)
  return { page, line, bytes: () => bytes }
}

const send = (page: Page) => page.getByRole('button', { name: /^(?:发出去|再发一次)$/u }).first()
/** No faster than anybody writes. */
const aWhile = (page: Page) => page.waitForTimeout(2100)
const sent = (page: Page) => page.waitForURL(/\/mine/u)
const numbers = (page: Page) => page.locator('.number dd').allInnerTexts()

describe('the page behind a village’s code, on an old telephone', () => {
  it('is small, large in type, and keeps nobody out', { timeout: 60_000 }, async (test) => {
    const phone = await scan(true)
    if (!phone) return test.skip()
    const { page, bytes } = phone
    await page.waitForLoadState('networkidle')
    console.log(`first load of the page: ${bytes()} bytes`)
    expect(bytes()).toBeLessThan(MOST_BYTES)
    const smallest = await page.evaluate(() =>
      Math.min(...[...document.querySelectorAll('main *')].map((e) => Number.parseFloat(getComputedStyle(e).fontSize))),
    )
    expect(smallest).toBeGreaterThanOrEqual(20)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await seriousFaults(page)).toEqual([])
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)
    await page.context().close()
  })

  it('sends without a script, a fault beside its field first', { timeout: 60_000 }, async (test) => {
    const phone = await scan(false, { javaScriptEnabled: false })
    if (!phone) return test.skip()
    const { page } = phone
    await aWhile(page)
    await page.getByLabel('什么事？').fill('路口的路灯不亮')
    await page.getByLabel('三社', { exact: true }).check()
    await page.getByLabel('电话').fill('1391')
    await page.setInputFiles('#photo', { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await aPhoto('#274') })
    await send(page).click()
    await page.getByText('电话号码不对').waitFor()
    expect(await page.getByLabel('什么事？').inputValue()).toBe('路口的路灯不亮')
    expect(await page.getByLabel('三社', { exact: true }).isChecked()).toBe(true)
    await page.getByText('刚才的1张照片还在').waitFor()
    await page.getByLabel('电话').fill('13912345678')
    await send(page).click()
    await sent(page)
    await page.getByRole('heading', { name: /坪01/u }).waitFor()
    expect(await page.getByText('（1张照片）').count()).toBe(1)
    await page.context().close()
  })

  it('keeps what was typed when the network goes, and sends it once when it is back', { timeout: 60_000 }, async (test) => {
    const phone = await scan(true)
    if (!phone) return test.skip()
    const { page, line } = phone
    await aWhile(page)
    await page.getByLabel('什么事？').fill('桥头的护栏断了一截')
    await page.getByLabel('五社', { exact: true }).check()
    await page.setInputFiles('#photo', { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await aPhoto('#742') })
    await page.getByRole('button', { name: '去掉这张' }).waitFor()
    await line.send('Network.emulateNetworkConditions', { ...SLOW, offline: true })
    await send(page).click()
    await page.getByText('网断了，还没有发出去').waitFor()
    // Opened anew on the way home: it is all there.
    await line.send('Network.emulateNetworkConditions', SLOW)
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await sent(page)
    await page.getByText('（1张照片）').waitFor()
    const [number = ''] = await numbers(page)
    const again = await page.context().newPage()
    await again.goto(address)
    expect(await again.getByLabel('什么事？').inputValue()).toBe('')
    const written = await cast.town.rows<{ text: string }>(`SELECT text FROM "Message" WHERE channel = 'form'`)
    const told = written.filter((m) => m.text.includes('护栏断了一截'))
    expect({ number: /^坪\d\d$/u.test(number), told: told.length }).toEqual({ number: true, told: 1 })
    await page.context().close()
  })

  it('keeps what could not be sent for a day, and a half-written slip for nobody else', { timeout: 60_000 }, async (test) => {
    const phone = await scan(false)
    if (!phone) return test.skip()
    const { page, line } = phone
    await page.getByLabel('什么事？').fill('四社的井水发黄')
    await page.getByLabel('四社', { exact: true }).check()
    const another = await page.context().newPage()
    await another.goto(address)
    expect(await another.getByLabel('什么事？').inputValue()).toBe('')
    await line.send('Network.emulateNetworkConditions', { ...SLOW, offline: true })
    await send(page).click()
    await page.getByText('网断了，还没有发出去').waitFor()
    await another.goto(address)
    await another.getByText('上次没发完的，给您留着。').waitFor()
    expect(await another.getByLabel('什么事？').inputValue()).toBe('四社的井水发黄')
    expect(await another.getByLabel('四社', { exact: true }).isChecked()).toBe(true)
    await page.context().close()
  })

  it('is asked again with number and code on another telephone, and put away', { timeout: 60_000 }, async (test) => {
    const phone = await scan(false)
    if (!phone) return test.skip()
    const { page } = phone
    await aWhile(page)
    await page.getByLabel('什么事？').fill('二社水渠堵了，水漫到路上')
    await send(page).click()
    await sent(page)
    const [number = '', code = ''] = await numbers(page)
    await page.getByRole('button', { name: '看完了，关掉' }).click()
    await page.getByRole('link', { name: '以前说过的，看办得怎样' }).click()
    await page.getByLabel('编号').fill(number)
    await page.getByLabel('口令').fill(code.toLowerCase())
    await page.getByRole('button', { name: '看一看' }).click()
    await page.getByRole('heading', { name: new RegExp(number, 'u') }).waitFor()
    expect(await seriousFaults(page)).toEqual([])
    await aWhile(page)
    await page.getByLabel('再说几句').fill('水还在涨')
    await send(page).click()
    await page.getByText('记下了，已告诉').waitFor()
    await page.context().close()
  })
})
