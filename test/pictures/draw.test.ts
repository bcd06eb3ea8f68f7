import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cardSvg } from '../../src/pictures/card.ts'
import { draw } from '../../src/pictures/draw.ts'
import { reportSvg } from '../../src/pictures/report.ts'
import { charactersOf } from '../support/characters-of-font.ts'

const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'))
const PNG = [0x89, 0x50, 0x4e, 0x47]
const size = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}

describe('a picture', () => {
  const chart = {
    ...{ title: '11月新事累计', shape: 'lines' as const, labels: Array.from({ length: 31 }, (_, i) => String(i + 1)) },
    now: { name: '今年', values: Array.from({ length: 31 }, (_, i) => (i < 24 ? i * 137 : null)) },
    beside: { name: '去年', values: Array.from({ length: 31 }, (_, i) => i * 151) },
  }
  const villages = (n: number) => ({
    ...{ title: '各村在办，橙色是超期', tone: 'late' as const, rest: n === 40 ? '其余260个村 在办512 超期31' : null },
    tiles: Array.from({ length: n }, (_, i) => ({ name: `很长很长的村名${i}`, count: i * 211, marked: i % 3 })),
  })

  it.each([
    ['no village', null],
    ['28 villages', villages(28)],
    ['as many of 300 as there is room for', villages(40)],
  ])('of a report with %s is twice a phone wide and weighs at most 200 KB', async (_, tiles) => {
    const figures = [{ word: '在办', count: 5128, late: false }]
    const png = await draw({ kind: 'report', title: '鸡峰镇 11月24日（周二）', figures, villages: tiles, chart })
    expect([...png.slice(0, 4)]).toEqual(PNG)
    expect(size(png)[0]).toBe(780)
    expect(png.length).toBeLessThan(200_000)
  })

  it('of a month in which nothing is on record is drawn', async () => {
    const empty = { ...chart, now: { name: '今年', values: [null] }, beside: null }
    expect(size(await draw({ kind: 'report', title: '坪头村', figures: [], villages: null, chart: empty }))[0]).toBe(780)
  })

  it('has nothing on it that is smaller than 13 pixels of a phone', () => {
    const svg = reportSvg({ kind: 'report', title: '鸡峰镇', figures: [], villages: villages(28), chart })
    const sizes = [...svg.matchAll(/font-size[:=]"?([\d.]+)/gu)].map((m) => Number(m[1]))
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(13)
  })

  it.each(['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'])(
    'has a glyph for every character of GB2312: %s',
    (file) => {
      const known = charactersOf(readFileSync(join(fonts, file)))
      const hanzi = Array.from({ length: 72 * 94 }, (_, i) => [0xb0 + Math.floor(i / 94), 0xa1 + (i % 94)])
      const characters = hanzi
        .map((bytes) => new TextDecoder('gb2312').decode(new Uint8Array(bytes)))
        .filter((c) => /^\p{Script=Han}$/u.test(c))
      expect(characters).toHaveLength(6763)
      expect(characters.filter((c) => !known.has(c.codePointAt(0) ?? 0))).toEqual([])
    },
  )

  it('on a card sets a number that is dialled apart, and leaves several in their line', () => {
    const lines = ['镇值班 赵强，电话19900000123', '火警119  急救120  报警110']
    const svg = cardSvg({ kind: 'card', heading: '连心卡', name: '李建国', lines, foot: '' })
    const words = [...svg.matchAll(/<text[^>]*>([^<]*)</gu)].map((m) => m[1])
    expect(words).toEqual(['连心卡', '李建国', '镇值班 赵强', '19900000123', '火警119  急救120  报警110', ''])
  })

  it('on a card grows with its lines', async () => {
    const card = {
      kind: 'card',
      heading: '连心卡',
      name: '李建国',
      lines: ['坪头村三社网格员'],
      foot: '有事在群里说一声',
      tone: 'plain',
    } as const
    const [, short] = size(await draw({ ...card, lines: [...card.lines] }))
    const [, long] = size(await draw({ ...card, lines: ['一', '二', '三', '四', '五'] }))
    expect(long).toBeGreaterThan(short ?? 0)
  })

  it('lets no words become marks', () => {
    const svg = cardSvg({ kind: 'card', heading: '<script>', name: '"&', lines: ["a'<b"], foot: '' })
    expect(svg).not.toContain('<script>')
    expect(svg).toContain('&#60;script&#62;')
  })

  it('shows different words differently, Chinese included', async () => {
    const card = (name: string) => draw({ kind: 'card', heading: '', name, lines: [], foot: '' })
    expect(Buffer.from(await card('王芳')).equals(Buffer.from(await card('李建国')))).toBe(false)
  })
})
