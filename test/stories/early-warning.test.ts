import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, startCast } from '../support/cast.ts'

let cast: Cast
const resident = (n: number) => cast.residents[n] ?? cast.clerk
const say = async (n: number, text: string) => {
  await cast.town.say(cast.group, resident(n).id, text)
  await cast.town.settle()
}

beforeAll(async () => {
  cast = await startCast()
})
afterAll(() => cast.close())

describe('what stirs', () => {
  it('is nothing on a quiet day', async () => {
    expect(await cast.tell(cast.leader, '苗头')).toBe('现在没有看到苗头：没有反复的，也没有突然多起来的。')
  })

  it('is what is suddenly often, and stands in the leader’s day', async () => {
    for (const [n, text] of [
      [0, '一社的垃圾箱满了没人清运'],
      [1, '二社路口的垃圾堆成山了，没人收'],
      [2, '五社垃圾池也满了，臭得很'],
      [3, '四社垃圾桶翻了一地，没人收'],
      [4, '六社的垃圾半个月没人拉了'],
    ] as const)
      await say(n, text)
    expect(await cast.tell(cast.leader, '苗头')).toMatchInlineSnapshot(`
      "1 坪头村垃圾：7天5件，以前的数还不够比
      2 坪头村垃圾：今年第5次，11月25日
      可以放到说事日上议一议，回“说事日”看议题。"
    `)
    expect(await cast.tell(cast.secretary, '预警')).toContain('垃圾')
    await cast.town.clockTo('2026-11-25T18:00:00+08:00')
    expect((await cast.words(cast.leader)).at(-1)).toContain('苗头：坪头村垃圾7天5件')
  })
})

describe('a hidden danger', () => {
  it('is found by a keeper and kept after like any matter', async () => {
    const keeper = await cast.named('李建国')
    expect(await cast.tell(keeper, '隐患 三社水井的井盖破了，娃娃容易掉进去')).toMatchInlineSnapshot(
      `"【坪06】隐患记下了：三社井盖坏了。李小燕负责，11月26日（周四）前处理。"`,
    )
    expect(await cast.tell(keeper, '隐患')).toMatchInlineSnapshot(`"坪06 坪头村三社井盖坏了，李小燕负责，11月26日（周四）前"`)
    expect(await cast.tell(resident(1), '隐患')).toContain('要由')
    expect(await cast.tell(cast.leader, '月报')).toContain('隐患：发现1处，处理好0处，还有1处')
  })
})
