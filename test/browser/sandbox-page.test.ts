import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { startTown, type Town } from '../support/town.ts'

let town: Town
let browser: Browser | null = null
const faults: string[] = []

beforeAll(async () => {
  town = await startTown({ REPORT_WINDOW_SECONDS: '1' })
  browser = await openBrowser()
  if (!browser) console.warn('没有找到浏览器，网页测试跳过了。')
})
afterAll(async () => {
  await browser?.close()
  await town.close()
})

async function openPage(width: number, height: number): Promise<Page> {
  if (!browser) throw new Error('no browser')
  const page = await browser.newPage({ viewport: { width, height } })
  page.setDefaultTimeout(20_000)
  page.on('pageerror', (fault) => faults.push(fault.message))
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()))
  await page.goto(town.url)
  await page.getByText('坪头村便民之声').first().waitFor()
  return page
}

const say = async (page: Page, text: string) => {
  await page.getByLabel('说一句话').fill(text)
  await page.getByRole('button', { name: '发送' }).click()
}
const chat = (page: Page) => page.locator('.talk')

/** Opens somebody's private chat with the bot from the left column. */
const openPrivate = (page: Page, name: string) =>
  page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(name, 'u') })
    .first()
    .click()

describe('the sandbox page', () => {
  it('carries a matter from a typed sentence to the closure and the digest', { timeout: 120_000 }, async (test) => {
    if (!browser) return test.skip()
    const page = await openPage(1280, 800)
    await page.getByRole('button', { name: /居民说一件事/u }).click()
    await chat(page)
      .getByText(/【坪01】/u)
      .first()
      .waitFor()
    const ticket = await town.ticket('坪01')
    const owner = ticket.owner?.name ?? ''
    await openPrivate(page, owner)
    await chat(page)
      .getByText(/回“接”/u)
      .waitFor()
    await say(page, '接 1')
    await chat(page).getByText(/接了/u).waitFor()
    await say(page, '办结 1 换了灯泡')
    await chat(page)
      .getByText(/记下了/u)
      .waitFor()
    await openPrivate(page, ticket.reporter?.name ?? '')
    await chat(page)
      .getByText(/办好了吗/u)
      .waitFor()
    await say(page, '满意')
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /坪头村便民之声/u })
      .click()
    await chat(page)
      .getByText(/路灯的事已办好/u)
      .waitFor()
    await page.getByRole('button', { name: '【坪01】' }).first().click()
    await page.getByText('换了灯泡').first().waitFor()
    const leader = (await town.people('role=leader')).find((p) => p.roles.some((r) => r.grid === 'jifeng'))
    await page.getByRole('button', { name: '找一个人' }).click()
    await page.getByLabel('找人').fill(leader?.name ?? '')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: new RegExp(leader?.name ?? '', 'u') })
      .first()
      .click()
    await say(page, '日报')
    await chat(page)
      .getByText(/今天：新 1/u)
      .waitFor()
    expect(faults).toEqual([])
  })

  it('fits a phone', { timeout: 60_000 }, async (test) => {
    if (!browser) return test.skip()
    const page = await openPage(390, 800)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /河口村便民之声/u })
      .click()
    await page.getByRole('button', { name: '返回' }).waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
    await page
      .getByRole('button', { name: /您是|（居民）/u })
      .first()
      .click()
    await page.getByRole('dialog').waitFor()
    expect(faults).toEqual([])
  })
})
