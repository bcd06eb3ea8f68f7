import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { openSandbox, widthOf } from '../support/page.ts'
import { nth, type Scene, sceneIn } from '../support/scene.ts'
import { startTown, type Town } from '../support/town.ts'

const WIDE = { width: 1280, height: 800 }
const SOON = { timeout: 20_000 }

let town: Town
let scene: Scene
let browser: Browser | null = null

beforeAll(async () => {
  town = await startTown()
  scene = await sceneIn(town, '岩坪村')
  browser = await openBrowser()
  if (!browser) console.warn('没有找到浏览器，网页测试跳过了。')
})
afterAll(async () => {
  await browser?.close()
  await town.close()
})

const texts = async () => (await town.heardIn(scene.group)).map((m) => m.text)

it('lets an answer that comes late put nobody into the wrong group', { timeout: 60_000 }, async (test) => {
  if (!browser) return test.skip()
  const { page, row, say, faults } = await openSandbox(browser, town, WIDE)
  let answered = 0
  await page.route(/groups\/G03|group=G03/u, async (route) => {
    await new Promise((done) => setTimeout(done, 1500))
    await route.continue()
    answered += 1
  })
  await row('林家沟村便民之声').click()
  await row('岩坪村便民之声').click()
  const speaker = page.getByRole('button', { name: /^您是.+换人$/u })
  const residents = (await town.people(`group=${scene.group}`)).map((p) => p.name)
  const now = () => speaker.locator('b').textContent()
  await expect.poll(now, SOON).toBeTruthy()
  await expect.poll(() => answered, SOON).toBeGreaterThan(1)
  expect(residents).toContain(await now())
  await say('大家好，我是岩坪的')
  await expect.poll(texts, SOON).toContain('大家好，我是岩坪的')
  expect((await town.heardIn('G03')).map((m) => m.text)).not.toContain('大家好，我是岩坪的')
  expect(faults).toEqual([])
  await page.close()
})

it('shows what is said while the conversation is still on its way to the page', { timeout: 60_000 }, async (test) => {
  if (!browser) return test.skip()
  const { page, row, talk } = await openSandbox(browser, town, WIDE)
  const words = '页面还没到，我先说一句'
  let isSaid = false
  await page.route(/groups\/[^/]+\/messages\?/u, async (route) => {
    const before = await route.fetch()
    // What another browser has said reaches this one's list of conversations by the same line as the words themselves.
    if (!isSaid) await town.say(scene.group, nth(scene.residents, 0).id, words)
    isSaid = true
    await page.locator('nav').getByText(words).waitFor()
    await route.fulfill({ response: before })
  })
  await row('岩坪村便民之声').click()
  await talk.getByText(words).waitFor()
  await page.close()
})

it('keeps the words that could not be sent, and says them once', { timeout: 60_000 }, async (test) => {
  if (!browser) return test.skip()
  const { page, say } = await openSandbox(browser, town, WIDE, `#g:${scene.group}`)
  const box = page.getByLabel('说一句话')
  const send = page.getByRole('button', { name: '发送', exact: true })
  const post = (url: URL) => url.pathname.endsWith('/messages')
  // Once nothing arrives, once only the answer is lost.
  for (const lost of ['all', 'answer'] as const) {
    await page.route(post, async (route) => {
      if (route.request().method() !== 'POST') return route.continue()
      if (lost === 'answer') await route.fetch()
      await route.abort()
    })
    await say(`说不出去的话 ${lost}`)
    await page.getByText('没发出去，话还在').waitFor()
    expect(await box.inputValue()).toBe(`说不出去的话 ${lost}`)
    await page.unroute(post)
    await send.click()
    await expect.poll(() => box.inputValue(), SOON).toBe('')
    expect((await texts()).filter((t) => t === `说不出去的话 ${lost}`)).toHaveLength(1)
  }
  await page.close()
})

it('says that the line is broken for as long as it is', { timeout: 60_000 }, async (test) => {
  if (!browser) return test.skip()
  const { page } = await openSandbox(browser, town, WIDE, `#g:${scene.group}`)
  const events = /\/sandbox\/api\/(?:events|town)/u
  await page.route(events, (route) => route.abort())
  await page.reload()
  await page.getByText('连不上说事，正在重连').waitFor()
  await page.unroute(events)
  await page.getByLabel('说一句话').waitFor()
  await page.getByText('正在重连').waitFor({ state: 'hidden' })
  await page.close()
})

it('leaves whoever reads above where they are', { timeout: 60_000 }, async (test) => {
  if (!browser) return test.skip()
  await town.sql(`
    INSERT INTO "Message" ("townId", channel, id, conversation, "personId", text, at, "handledAt", "ticketIds")
    SELECT 'jifeng', 'sandbox', 'old-' || n, 'g:G06', '${nth((await sceneIn(town, '石桥村')).residents, 0).id}', '第' || n || '句', at + n * interval '1 second', at, '{}'
    FROM generate_series(1, 620) n, (SELECT now() + "offsetMs" * interval '1 ms' - interval '1 hour' AS at FROM "ProductClock") earlier`)
  const { page, talk, faults } = await openSandbox(browser, town, WIDE, '#g:G06')
  await talk.getByText('第620句').waitFor()
  expect(await talk.getByText('第120句', { exact: true }).count()).toBe(0)
  await talk.evaluate((el) => el.scrollTo(0, 0))
  await page.getByRole('button', { name: '看更早的' }).click()
  await talk.getByText('第1句', { exact: true }).waitFor({ state: 'attached' })
  const top = await talk.evaluate((el) => el.scrollTop)
  expect(top).toBeGreaterThan(1000)
  await town.say('G06', nth((await sceneIn(town, '石桥村')).residents, 1).id, '新来的一句')
  await page.getByRole('button', { name: '1条新消息' }).waitFor()
  expect(await talk.evaluate((el) => el.scrollTop)).toBe(top)
  await page.getByRole('button', { name: '1条新消息' }).click()
  await expect.poll(() => talk.evaluate((el) => el.scrollHeight - el.scrollTop - el.clientHeight), SOON).toBeLessThan(2)
  // A browser tells of this scroll when the conversation is gone already.
  await page.evaluate(`document.querySelector('.talk').scrollTo(0, 0); document.querySelector('nav .row:not([aria-current])').click()`)
  await talk.getByText('第620句').waitFor({ state: 'detached' })
  expect(faults).toEqual([])
  await page.close()
})

it('makes a telephone’s photo smaller, and says what is no photo', { timeout: 60_000 }, async (test) => {
  if (!browser) return test.skip()
  const { page } = await openSandbox(browser, town, WIDE, `#g:${scene.group}`)
  await page.getByRole('button', { name: '您是' }).waitFor()
  const chosen = page.locator('input[type=file]')
  await chosen.setInputFiles({ name: 'IMG_1.HEIC', mimeType: 'image/heic', buffer: Buffer.from('ftypheic') })
  await page.getByText('这是苹果手机的 HEIC 照片').waitFor()
  // A noisy picture of 2400 × 1800, larger than anybody needs.
  const large = (await page.evaluate(`(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 2400
    canvas.height = 1800
    const context = canvas.getContext('2d')
    const image = context.createImageData(2400, 1800)
    for (let i = 0; i < image.data.length; i += 4) image.data.set([(i * 7) % 251, (i * 13) % 241, (i * 31) % 239, 255], i)
    context.putImageData(image, 0, 0)
    return canvas.toDataURL('image/png').slice('data:image/png;base64,'.length)
  })()`)) as string
  await chosen.setInputFiles({ name: '大照片.png', mimeType: 'image/png', buffer: Buffer.from(large, 'base64') })
  const photo = page.locator('.talk').getByRole('img', { name: '大照片.jpg' })
  await photo.waitFor()
  expect(await widthOf(photo)).toBe(1600)
  await page.close()
})
