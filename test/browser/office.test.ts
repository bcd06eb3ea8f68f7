import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SandboxTicket } from '../../src/ports/sandbox.ts'
import { seriousFaults } from '../support/axe.ts'
import { openBrowser } from '../support/browser.ts'
import { linkFor } from '../support/office.ts'
import { unsureSentences } from '../support/unsure.ts'
import { first, startVillage, type Village } from '../support/village.ts'

const PHONE = { width: 390, height: 844 }
const browser = await openBrowser()
let village: Village
let ticket: SandboxTicket

beforeAll(async () => {
  village = await startVillage()
  ticket = await village.tell(first(village.residents), '三社路口的路灯又不亮了')
  await village.town.say(village.group, first(village.residents, 1).id, first(unsureSentences()))
  await village.town.settle()
  // Past noon, when the clerk's list is made.
  await village.town.advance('PT4H')
})
afterAll(async () => {
  await browser?.close()
  await village.town.close()
})

async function comeIn(person: string, about = '', settings: object = {}): Promise<Page> {
  if (!browser) throw new Error('no browser')
  const page = await browser.newPage({ viewport: PHONE, ...settings })
  page.setDefaultTimeout(30_000)
  await page.goto(await linkFor(village.town, person, about))
  await page.getByRole('button', { name: '进入办公页面' }).click()
  await page.getByRole('navigation', { name: '办公页面' }).waitFor()
  return page
}

/** As when somebody comes back to it: the page does not wait for its next look. */
async function looksAgain(page: Page): Promise<void> {
  const looked = page.waitForResponse((answer) => answer.url().endsWith('/office/pulse'))
  await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
  await looked
}

describe.runIf(browser)('the office page', () => {
  it.each(['light', 'dark'] as const)('keeps nobody out, %s', async (colorScheme) => {
    const { town, clerk, leader, supervisor } = village
    const owner = ticket.owner?.id ?? ''
    const found: string[] = []
    const look = async (name: string, page: Page) => found.push(...(await seriousFaults(page)).map((fault) => `${name}: ${fault}`))
    const door = await browser?.newPage({ viewport: PHONE, colorScheme })
    if (!door) return
    await door.goto(await linkFor(town, owner))
    await look('door', door)
    await door.close()
    for (const person of [owner, clerk.id, leader.id, supervisor.id]) {
      const page = await comeIn(person, '', { colorScheme })
      await look('home', page)
      await page.close()
    }
    const page = await comeIn(owner, ticket.number, { colorScheme })
    await look('matter', page)
    await page.getByText('更多', { exact: true }).click()
    await page.getByRole('link', { name: `转 ${ticket.number}` }).click()
    await page.getByRole('button', { name: '确定转' }).waitFor()
    await look('step', page)
    await page.close()
    expect(found).toEqual([])
  })

  it('works without a script', async () => {
    const page = await comeIn(ticket.owner?.id ?? '', ticket.number, { javaScriptEnabled: false })
    await page.getByRole('button', { name: `接 ${ticket.number}` }).click()
    await page.getByText(`【${ticket.number}】${ticket.owner?.name}接了`).waitFor()
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByText(`【${ticket.number}】恢复到“正在办”`).waitFor()
    await page.close()
  })

  it('shows what others do without being loaded anew', async () => {
    const page = await comeIn(village.secretary.id, ticket.number)
    await page.getByText(`${ticket.owner?.name}（还没接）`).waitFor()
    await looksAgain(page)
    await village.town.tell(ticket.owner?.id ?? '', `进展 ${ticket.number} 电工下午来`)
    await village.town.settle()
    await looksAgain(page)
    await page.getByText('电工下午来').first().waitFor()
    await page.close()
  })

  it('takes nothing away that somebody has begun', async () => {
    const page = await comeIn(village.clerk.id)
    const box = page.getByRole('group', { name: '这几句像是有事，要登记的打勾：' }).getByRole('checkbox').first()
    await box.check()
    await looksAgain(page)
    await village.tell(first(village.residents, 2), '二社水渠堵了，水漫到路上了')
    await looksAgain(page)
    await page.getByText('别人刚有新的动作。您正在填的都还在').waitFor()
    expect(await box.isChecked()).toBe(true)
    await page.close()
  })
})
