import { describe, expect, it } from 'vitest'
import { cardSvg } from '../../src/pictures/card.ts'
import { draw } from '../../src/pictures/draw.ts'

const PNG = [0x89, 0x50, 0x4e, 0x47]
const size = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}

describe('a picture', () => {
  it('of the last days is drawn for a phone', async () => {
    const days = Array.from({ length: 14 }, (_, i) => ({ day: `11/${i + 1}`, opened: i % 5, done: i % 3 }))
    const png = await draw({ kind: 'trend', title: '鸡峰镇 近14个工作日', days })
    expect([...png.slice(0, 4)]).toEqual(PNG)
    expect(size(png)).toEqual([960, 600])
  })

  it('on a card grows with its lines', async () => {
    const card = { kind: 'card', heading: '连心卡', name: '李建国', lines: ['坪头村三社网格员'], foot: '有事在群里说一声' } as const
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
