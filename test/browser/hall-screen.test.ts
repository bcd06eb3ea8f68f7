import type { FastifyInstance } from 'fastify'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Hall } from '../../src/domain/hall.ts'
import { createServer } from '../../src/http/server.ts'
import { screenRoutes } from '../../src/office/screen-routes.ts'
import { handRoutes } from '../../src/pages/hand-routes.ts'
import { seriousFaults } from '../support/axe.ts'
import { openBrowser } from '../support/browser.ts'

const days = Array.from({ length: 30 }, (_, i) => String(i + 1))
const NAMES = ['坪头村', '榆树湾村', '柳家河子社区']
let opened = 12

/** A township of so many villages, as the link says. */
const hall = (villages: number): Hall => ({
  ...{ town: '鸡峰镇', now: new Date('2026-11-17T15:20:00+08:00'), today: { opened, done: 9 } },
  standing: { live: 1512, overdue: 131, waiting: 77 },
  month: { name: '11月', opened: 221, done: 190, onTime: { onTime: 170, all: 190 } },
  villages: Array.from({ length: villages }, (_, i) => ({ name: NAMES[i % 3] ?? '', live: (i * 7) % 23, overdue: i % 9 === 4 ? 2 : 0 })),
  done: Array.from({ length: 7 }, () => ({ at: new Date('2026-11-17T11:05:00+08:00'), place: '榆树湾村三社', what: '路灯' })),
  stages: [{ stage: 'handling', count: 1320 }],
  course: {
    ...{ title: '11月新事累计', shape: 'lines', labels: days },
    now: { name: '今年', values: days.map((_, i) => (i < 17 ? i * 13 : null)) },
    beside: { name: '去年', values: days.map((_, i) => i * 11) },
  },
})

const browser: Browser | null = await openBrowser()
let server: FastifyInstance
let address = ''
beforeAll(async () => {
  server = createServer({ logLevel: 'silent' })
  handRoutes(server)
  screenRoutes(server, { hall: async (token) => (token === 'renewed' ? null : hall(Number(token))) })
  address = await server.listen({ port: 0 })
})
afterAll(async () => {
  await browser?.close()
  await server.close()
})

const HALL = { width: 1920, height: 1080 }
const SIZES = [HALL, { width: 1366, height: 768 }, { width: 3840, height: 2160 }]

describe.skipIf(browser === null)('the hall screen in a browser', () => {
  it.each([1, 4, 28, 60, 120, 300])('fits %i villages on every screen without a scroll bar, light and dark', async (villages) => {
    if (!browser) return
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ viewport: HALL, colorScheme })
      await page.goto(`${address}/screen/${villages}`)
      for (const size of SIZES) {
        await page.setViewportSize(size)
        const [width, height] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight])
        expect([width, height]).toEqual([size.width, size.height])
        const low = await page.locator('.tiles li').evaluateAll((tiles) => {
          const bottom = (part: Element) => part.getBoundingClientRect().bottom
          return tiles.filter((tile) => [...tile.children].some((part) => bottom(part) > bottom(tile))).length
        })
        expect(low).toBe(0)
      }
      expect(await seriousFaults(page)).toEqual([])
      await page.close()
    }
  })

  it('takes over what has changed by itself', async () => {
    if (!browser) return
    const page = await browser.newPage({ viewport: HALL })
    await page.clock.install()
    await page.goto(`${address}/screen/28`)
    await page.locator('.figure dd', { hasText: /^12$/u }).waitFor()
    opened = 13
    await page.clock.runFor(21_000)
    await page.locator('.figure dd', { hasText: /^13$/u }).waitFor()
    await page.close()
  })

  it('is looked at again by a browser without scripts, and says when its link was renewed', async () => {
    if (!browser) return
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${address}/screen/28`)
    expect(await page.locator('meta[http-equiv="refresh"]').getAttribute('content')).toBe('60')
    await page.goto(`${address}/screen/renewed`)
    await page.getByRole('heading', { name: '这个大屏链接不能用了' }).waitFor()
    await context.close()
  })
})
