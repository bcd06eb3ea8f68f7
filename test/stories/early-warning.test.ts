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

  it('is what comes again and again, told with its numbers', async () => {
    for (const [day, who] of [
      ['2026-11-26', 0],
      ['2026-12-14', 1],
      ['2026-12-21', 2],
    ] as const) {
      await cast.town.clockTo(`${day}T09:30:00+08:00`)
      await say(who, '三社的水渠又堵了，浇不上地')
      const [ticket] = (await cast.town.tickets('open=true')).filter((t) => t.duty === 'V-IRRIG')
      await cast.tell(cast.clerk, `办结 ${ticket?.number} 清了`)
      await cast.tell(resident(who), '满意')
    }
    expect(await cast.tell(cast.leader, '苗头')).toMatchInlineSnapshot(`
      "1 坪头村水渠：今年第3次（三社3次），11月26日、12月14日、12月21日
      可以放到说事日上议一议，回“说事日”看议题。"
    `)
    expect(await cast.tell(cast.secretary, '预警')).toContain('水渠')
  })

  it('is what is suddenly often, beside what is usual; private matters by their kind alone', async () => {
    await cast.town.clockTo('2026-12-22T09:30:00+08:00')
    await say(3, '一社的垃圾箱满了没人清运')
    await say(4, '二社路口的垃圾堆成山了，没人收')
    await say(5, '五社垃圾池也满了，臭得很')
    await say(6, '我家隔壁把地界石往我家地里挪了半米')
    await say(7, '邻居家的树枝伸到我家房顶上了，说了不剪')
    await say(8, '邻居半夜放音响吵得睡不着，跟他说还骂人')
    expect(await cast.tell(cast.leader, '苗头')).toMatchInlineSnapshot(`
      "1 坪头村垃圾：7天3件，平常7天0件
      2 坪头村邻里事：7天3件，平常7天0件
      3 坪头村水渠：今年第3次（三社3次），11月26日、12月14日、12月21日
      4 坪头村垃圾：今年第3次，12月22日
      可以放到说事日上议一议，回“说事日”看议题。"
    `)
    await cast.town.clockTo('2026-12-22T18:00:00+08:00')
    expect((await cast.words(cast.leader)).at(-1)).toMatchInlineSnapshot(`
      "坪头村等3个村 12月22日（周二）
      今天：新 6（村里3 邻里3）
      反复：坪头村垃圾今年第3次；坪头村水渠今年第3次
      苗头：坪头村垃圾7天3件（平常7天0件）；坪头村邻里事7天3件（平常7天0件）"
    `)
  })
})

describe('a hidden danger', () => {
  it('is found by a keeper and kept after like any matter', async () => {
    const keeper = await cast.named('李建国')
    expect(await cast.tell(keeper, '隐患 三社水井的井盖破了，娃娃容易掉进去')).toMatchInlineSnapshot(
      `"【坪10】隐患记下了：三社水井井盖破。李小燕负责，12月23日（周三）前处理。"`,
    )
    expect(await cast.tell(keeper, '隐患')).toMatchInlineSnapshot(`"坪10 坪头村三社水井井盖破，李小燕负责，12月23日（周三）前"`)
    expect(await cast.tell(resident(1), '隐患')).toContain('要由')
    expect(await cast.tell(cast.leader, '月报')).toContain('隐患：发现1处，处理好0处，还有1处')
  })
})
