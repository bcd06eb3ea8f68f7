import QRCode from 'qrcode'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { writePosters } from '../../src/papers/posters.ts'
import { drawPoster } from '../../src/pictures/draw.ts'
import type { Poster } from '../../src/pictures/poster.ts'
import { posterWords as words } from '../../src/wording/form.ts'
import { type Cast, startCast } from '../support/cast.ts'
import { officeOf } from '../support/office.ts'
import { pdfPages } from '../support/papers.ts'

const ADDRESS = 'https://shuoshi.example.cn/s/n3qt9kf64d'
const poster = (village: string): Poster => ({
  ...{ town: '鸡峰镇', village, address: ADDRESS, head: words.head, steps: words.steps },
  ...{ notes: [words.private, words.helper], urgent: words.urgent },
})

it('prints a page for each village, with its name and three lines', async () => {
  const pages = await pdfPages(await writePosters([poster('坪头村'), poster('岩坪村')]))
  expect(pages.length).toBe(2)
  for (const [i, village] of ['坪头村', '岩坪村'].entries())
    for (const line of [village, words.head, ...words.steps, words.urgent.replace(/\s/gu, '')])
      expect(pages[i]?.replace(/\s/gu, '')).toContain(line.replace(/\s/gu, ''))
})

it('draws a code that leads to the page: every square of it is where it belongs', async () => {
  const { data, info } = await sharp(await drawPoster(poster('坪头村')))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { size, data: bits } = QRCode.create(ADDRESS, { errorCorrectionLevel: 'Q' }).modules
  const zoom = info.width / 595
  const at = (column: number, row: number) => {
    const x = Math.round(((595 - 300) / 2 + ((column + 0.5) * 300) / size) * zoom)
    const y = Math.round((222 + ((row + 0.5) * 300) / size) * zoom)
    return (data[y * info.width * info.channels + x * info.channels] ?? 255) < 128
  }
  const wrong = Array.from(bits, (bit, i) => at(i % size, Math.floor(i / size)) !== Boolean(bit)).filter((it) => it)
  expect(wrong.length).toBe(0)
})

let cast: Cast
beforeAll(async () => {
  cast = await startCast('坪头村', { OPERATOR_PASSWORD: 'a password of ours' })
})
afterAll(() => cast.close())

it('gives a clerk the posters of their village, and shows the duty cadre the codes of all', async () => {
  const clerk = await officeOf(cast.town, cast.clerk.id)
  const page = await clerk.read('/office/codes')
  expect([...page.matchAll(/<h2>([^<]+)<\/h2>/gu)].map((m) => m[1])).toEqual(['坪头村'])
  const village = /codes\/pdf\/([^"]+)/u.exec(page)?.[1]
  expect((await clerk.get('/office/codes/pdf/V02')).status).toBe(404)
  const file = await clerk.get(`/office/codes/pdf/${village}`)
  expect(file.headers.get('content-type')).toBe('application/pdf')
  const png = await clerk.get(`/office/codes/png/${village}`)
  expect((await sharp(Buffer.from(await png.arrayBuffer())).metadata()).width).toBe(Math.round((595 * 300) / 72))
  const duty = await officeOf(cast.town, cast.duty.id)
  // What hangs on a wall stays right: asked again, the code is the same.
  const path = (text: string) => /href="(\/s\/[^"]+)"/u.exec(text)?.[1]
  expect(path(await clerk.read('/office/codes'))).toBe(path(page))
  const codes = [...(await duty.read('/office/codes')).matchAll(/href="(\/s\/[^"]+)"/gu)].map((m) => m[1])
  expect(new Set(codes).size).toBe(28)
})

it('marks a cadre’s device for the page, on which they may then write for somebody else', async () => {
  const clerk = await officeOf(cast.town, cast.clerk.id)
  const village = /codes\/tell\/([^"]+)/u.exec(await clerk.read('/office/codes'))?.[1]
  const marked = await clerk.post(`/office/codes/tell/${village}`, {})
  const [cookie = ''] = marked.headers.getSetCookie()
  const page = await fetch(cast.town.url + marked.headers.get('location'), { headers: { cookie: cookie.split(';')[0] ?? '' } })
  expect(await page.text()).toMatch(new RegExp(`name="through" value="yes" checked><span>我是${cast.clerk.name}，替别人说`, 'u'))
})

it('is a paper of the operator’s page', async () => {
  const entered = await fetch(`${cast.town.url}/status/login`, {
    ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams({ password: 'a password of ours' }) },
  })
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  const file = await fetch(`${cast.town.url}/status/papers/posters`, { headers: { cookie } })
  expect(file.headers.get('content-type')).toBe('application/pdf')
  expect((await pdfPages(new Uint8Array(await file.arrayBuffer()))).length).toBe(28)
})
