import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LINES, trainSuggester, versionOf } from '../../scripts/train/orders.ts'
import type { OrderName } from '../../src/domain/order-name.ts'
import { COMMANDS } from '../../src/orders/index.ts'
import { ratherMeant } from '../../src/orders/second-thought.ts'
import { openSuggester, SUGGESTER_FILE, suggest } from '../../src/orders/suggest.ts'
import { sectionsOf } from '../../src/reading/lexicon.ts'
import { unpackTables } from '../../src/weights/file.ts'
import { sceneOf } from './scene.ts'

const keeper = sceneOf('keeper')
const likeliest = (said: string): string[] =>
  suggest(said, keeper)
    .slice(0, 2)
    .map(({ order }) => order)

/** What is asked back where a line was read as this order. */
function ratherThan(read: OrderName, said: string): string | null {
  const command = COMMANDS.find((c) => c.name === read)
  if (!command) throw new Error(`no order ${read}`)
  return ratherMeant(said, { command, ref: null, rest: said }, keeper, COMMANDS)[0]?.name ?? null
}

describe('the trained reader of orders', () => {
  const shipped = readFileSync(SUGGESTER_FILE)
  it('was taught by the lines that stand in prompts/orders: else npm run train orders', () => {
    expect(unpackTables(shipped).version).toBe(versionOf(LINES))
  })
  it('would be taught the same by them today, but for what days and names are known since', () => {
    const [now, then] = [openSuggester(trainSuggester(LINES)), openSuggester(shipped)]
    const lines = sectionsOf(LINES).flatMap((s) => s.lines.filter((_, n) => n % 10 === 0).map(({ text }) => text))
    const changed = lines.filter((line) => now(line, keeper)[0]?.order !== then(line, keeper)[0]?.order)
    expect(changed.length / lines.length).toBeLessThan(0.02)
  })
  it.each([
    ['灯头换好了，合上闸亮了', '办结'],
    ['料还没到，再宽限两天', '延期'],
    ['这活该归电上的人管', '这不归我管'],
    ['我手上还剩几件', '待办'],
  ])('%s: is told like %s', (said, order) => {
    expect(likeliest(said)).toContain(order)
  })
})

describe('a second thought', () => {
  it.each([
    ['恢复', '灯头已经买回来了，明早去装', '进展'],
    ['办结', '管子挖开了，口子找着了，正焊着', '进展'],
    ['撤销', '周大爷看错了，灯好着呢，不算个事', '不是事'],
    ['查', '我手上还剩几件', '待办'],
    // It only begins with a word for what was read.
    ['不受理', '现在办不了，要等县里批款', '挂账'],
  ] as const)('has of %s in “%s”: %s', (read, said, other) => {
    expect(ratherThan(read, said)).toBe(other)
  })
  it.each([
    // As it was read.
    ['办结', '灯头换好了，合上闸亮了'],
    // Told in the same words.
    ['走访', '到周大爷家坐了一阵，他说不急'],
    // Either only looks, and may be what is meant.
    ['查', '谁在办7号，啥时候报的'],
    // Typed by its own word.
    ['办结', '办结 7 管子挖开了，正焊着'],
    // Of what nobody taught it.
    ['讲堂', '灯头已经买回来了，明早去装'],
  ] as const)('has none of %s in “%s”', (read, said) => {
    expect(ratherThan(read, said)).toBeNull()
  })
})
