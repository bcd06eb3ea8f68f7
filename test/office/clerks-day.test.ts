import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { linkFor } from '../support/office.ts'
import { nth, sceneIn } from '../support/scene.ts'
import { startTown, type Town } from '../support/town.ts'
import { unsureSentences } from '../support/unsure.ts'

/** A Tuesday. */
const MORNING = '2026-12-01T09:00:00+08:00'
/** A list is no longer than this. */
const MATTERS = 5
const PHOTO = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

const browser = await openBrowser()
let town: Town

beforeAll(async () => {
  town = await startTown({}, MORNING)
})
afterAll(async () => {
  await browser?.close()
  await town.close()
})

/** In by the link that the bot has sent; what goes wrong in the page itself is remembered. */
async function comeIn(size: { width: number; height: number }, person: string): Promise<{ page: Page; faults: string[] }> {
  if (!browser) throw new Error('no browser')
  const page = await browser.newPage({ viewport: size })
  page.setDefaultTimeout(20_000)
  const faults: string[] = []
  page.on('pageerror', (fault) => faults.push(fault.message))
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()))
  await page.goto(await linkFor(town, person))
  await page.getByRole('button', { name: '进入办公页面' }).click()
  await page.getByRole('heading', { level: 1, name: /，您好$/u }).waitFor()
  return { page, faults }
}

describe.runIf(browser)('a new clerk on the office page', () => {
  it.each([
    { width: 390, height: 844, village: '井儿沟村', noon: '2026-12-01T12:00:30+08:00' },
    { width: 1280, height: 800, village: '坪头村', noon: '2026-12-02T12:00:30+08:00' },
  ])('goes from the list to closed without a word of chat, $width wide', async ({ width, height, village, noon }) => {
    if (noon.startsWith('2026-12-02')) await town.clockTo('2026-12-02T09:00:00+08:00')
    const scene = await sceneIn(town, village)
    const clerk = scene.cadre('clerk')
    for (let n = 0; n < MATTERS + 2; n++) await scene.say(nth(scene.residents, n), nth(unsureSentences(), n))
    await town.clockTo(noon)
    const { page, faults } = await comeIn({ width, height }, clerk.id)

    const list = page.getByRole('group', { name: '这几句像是有事，要登记的打勾：' })
    for (const box of await list.getByRole('checkbox').all()) await box.check()
    await page.getByRole('button', { name: '登记', exact: true }).click()
    const told = page.getByRole('status').getByText('登记了：')
    await told.waitFor()
    const labels = [...new Set(((await told.textContent()) ?? '').match(/\p{Script=Han}\d{2,}/gu) ?? [])]
    expect(labels).toHaveLength(MATTERS)

    for (const label of labels) {
      await page.goto(`${town.url}/office/m/${label}`)
      await page.getByRole('button', { name: `接 ${label}` }).click()
      await page.getByText(`【${label}】${clerk.name}接了`).waitFor()
      await page.getByRole('link', { name: `办结 ${label}` }).click()
      await page.getByLabel('怎么办好的').fill('去看过了，弄好了')
      await page.getByLabel('照片').setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: PHOTO })
      await page.getByRole('button', { name: '确定办结' }).click()
      await page.getByText(`【${label}】记下了，已请报的人看一看。`).waitFor()
    }
    for (const label of labels) {
      const { reporter } = await town.ticket(label)
      await town.tell(reporter?.id ?? '', '满意')
      await town.settle()
    }
    for (const label of labels) {
      const ticket = await town.ticket(label)
      expect(ticket).toMatchObject({ status: 'closed', owner: { id: clerk.id } })
    }
    expect(faults).toEqual([])
    await page.close()
  })
})
