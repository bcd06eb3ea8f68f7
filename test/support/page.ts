import type { Browser, Locator, Page } from 'playwright-core'
import type { Town } from './town.ts'

export interface Sandbox {
  page: Page
  /** What went wrong in the page itself. */
  faults: string[]
  /** Types into the box and sends it. */
  say(text: string): Promise<void>
  /** The row of the conversation of this name; what other rows quote of it does not count. */
  row(name: string): Locator
  /** What was said in the open conversation. */
  talk: Locator
}

/** The sandbox page in a window of this size, at an address such as #g:G01. */
export async function openSandbox(browser: Browser, town: Town, size: { width: number; height: number }, at = ''): Promise<Sandbox> {
  const page = await browser.newPage({ viewport: size })
  page.setDefaultTimeout(30_000)
  const faults: string[] = []
  page.on('pageerror', (fault) => faults.push(fault.message))
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()))
  await page.goto(`${town.url}/${at}`)
  await page.locator('.row').first().waitFor({ state: 'attached' })
  return {
    page,
    faults,
    async say(text) {
      await page.getByLabel('说一句话').fill(text)
      await page.getByRole('button', { name: '发送', exact: true }).click()
    },
    row: (name) => page.locator('nav .row').filter({ has: page.locator('.row-head b').getByText(name, { exact: true }) }),
    talk: page.locator('.talk'),
  }
}

/** How wide a picture really is, once it is there. */
export const widthOf = (image: Locator): Promise<number> =>
  image.evaluate(async (img) => {
    if (!(img instanceof HTMLImageElement)) return 0
    await img.decode()
    return img.naturalWidth
  })
