import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults } from '../support/axe.ts'
import { openBrowser } from '../support/browser.ts'
import { type Cast, startCast } from '../support/cast.ts'
import { linkFor } from '../support/office.ts'

const browser = await openBrowser()
const PHONE = { width: 390, height: 844 }
const DESK = { width: 1280, height: 800 }
/** Every list, and one page of each kind. */
const ADDRESSES = [
  ...[
    'matters',
    'matters?q=路灯',
    'matters?state=all&in=V01',
    'calendar?month=2026-11',
    'duties',
    'duties/V-LAMP',
    'people',
    'people?in=V01-S3',
  ],
  ...['measures', 'measures/lectures', 'measures/lectures/1', 'measures/team', 'measures/say-days/1', 'measures/warnings'],
].map((path) => `/office/${path}`)

let cast: Cast
beforeAll(async () => {
  cast = await startCast()
  const [told, neighbour, third] = cast.residents
  await cast.town.say(cast.group, told?.id ?? '', '三社路口的路灯又不亮了')
  await cast.town.say(cast.group, third?.id ?? '', '二社的自来水管漏水，流了一路')
  await cast.town.tell(neighbour?.id ?? '', '隔壁把界石往我家地里挪了一米，一直占着我的地')
  await cast.town.settle()
  await cast.tell(cast.clerk, '讲堂 法治 11月27日下午3点 德育堂 主讲张法官 土地承包')
  await cast.tell(cast.secretary, '说事日 周五 上午9点 说事室')
  await cast.tell(await cast.named('李建国'), '请假到周五 李晓东代')
})
afterAll(async () => {
  await browser?.close()
  await cast.close()
})

async function comeIn(person: string, options: BrowserContextOptions): Promise<{ page: Page; faults: string[] }> {
  if (!browser) throw new Error('no browser')
  const page = await (await browser.newContext(options)).newPage()
  page.setDefaultTimeout(20_000)
  const faults: string[] = []
  page.on('pageerror', (fault) => faults.push(fault.message))
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()))
  await page.goto(await linkFor(cast.town, person))
  await page.getByRole('button', { name: '进入办公页面' }).click()
  await page.getByRole('heading', { level: 1, name: /，您好$/u }).waitFor()
  return { page, faults }
}

describe.runIf(browser)('what is read in lists', () => {
  it.each([
    { name: 'on a phone', viewport: PHONE, colorScheme: 'light' as const },
    { name: 'on a desk in the dark', viewport: DESK, colorScheme: 'dark' as const },
  ])('can be read by everybody, and is no wider than the screen, $name', async ({ viewport, colorScheme }) => {
    const { page, faults } = await comeIn(cast.secretary.id, { viewport, colorScheme })
    for (const address of ADDRESSES) {
      await page.goto(cast.town.url + address)
      expect(await seriousFaults(page), address).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), address).toBeLessThanOrEqual(0)
    }
    expect(faults).toEqual([])
    await page.context().close()
  })

  it('finds a matter with the keyboard alone, narrows it and opens it', async () => {
    const { page } = await comeIn(cast.secretary.id, { viewport: DESK })
    await page.goto(`${cast.town.url}/office/matters`)
    const box = page.getByRole('searchbox', { name: '找什么' })
    await box.focus()
    await page.keyboard.type('路灯')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/office/matters?q=*')
    expect(await page.getByRole('status').first().textContent()).toContain('共1件')
    await page.getByRole('link', { name: '在办', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**state=now**')
    expect(new URL(page.url()).searchParams.get('q')).toBe('路灯')
    await page.getByRole('cell').getByRole('link', { name: '坪01', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${encodeURI('/office/m/坪01')}`)
    await page.context().close()
  })

  it('works without scripts, by address, for a keeper who sees no private matter', async () => {
    const keeper = await cast.named('李晓东')
    const { page } = await comeIn(keeper.id, { viewport: PHONE, javaScriptEnabled: false })
    await page.goto(`${cast.town.url}/office/matters?state=all`)
    const rows = page.getByRole('row').filter({ has: page.getByRole('cell') })
    expect(await rows.count()).toBe(2)
    await page.getByText('筛选', { exact: true }).click()
    await page.getByLabel('类别').selectOption('邻里事')
    await page.getByRole('button', { name: '看结果' }).click()
    await page.getByText('没有这样的事', { exact: true }).waitFor()
    await page.getByRole('link', { name: '去掉：邻里事', exact: true }).click()
    await rows.first().waitFor()
    expect(await rows.count()).toBe(2)
    await page.context().close()
  })

  it('shows the month as a grid on a desk and as a list of its days on a phone', async () => {
    const { page } = await comeIn(cast.secretary.id, { viewport: DESK })
    await page.goto(`${cast.town.url}/office/calendar?month=2026-11`)
    const days = page.locator('.day')
    expect(await days.count()).toBe(30)
    expect(await days.nth(2).isVisible()).toBe(true)
    expect(await days.nth(26).textContent()).toMatch(/9:00 坪头村说事日，说事室.*15:00 法治大讲堂：土地承包.*李建国请假，李晓东代/su)
    await page.setViewportSize(PHONE)
    expect(await days.nth(2).isVisible()).toBe(false)
    expect(await days.nth(26).isVisible()).toBe(true)
    await page.context().close()
  })
})
