import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, startCast } from '../support/cast.ts'

let cast: Cast
beforeAll(async () => {
  cast = await startCast()
})
afterAll(() => cast.close())

describe('the register of the team', () => {
  it('takes a line in chat: post, education, since when', async () => {
    expect(await cast.tell(cast.clerk, '登记干部 李建国 三社网格员 大专 2021年3月任职 招考')).toMatchInlineSnapshot(
      `"李建国登记好了：三社网格员，大专，2021年3月任职，招考。"`,
    )
    expect(await cast.tell(cast.secretary, '登记干部 李建国 全日制本科')).toMatchInlineSnapshot(
      `"李建国登记好了：三社网格员，全日制本科，2021年3月任职，招考。"`,
    )
    expect(await cast.tell(cast.clerk, `登记干部 ${cast.mayor.name} 镇长`)).toMatchInlineSnapshot(`"宋喜梅不在您管的范围，记不了。"`)
  })

  it('takes trainings, activities, warning education and check-ups, for several at once', async () => {
    expect(await cast.tell(cast.clerk, '记培训 李建国、王芳 11月20日 防汛演练')).toMatchInlineSnapshot(
      `"记下了：11月20日（周五）培训“防汛演练”，2人。"`,
    )
    expect(await cast.tell(cast.clerk, '记培训 李建国和李晓东 11月20日 防汛演练')).toMatchInlineSnapshot(
      `"记下了：11月20日（周五）培训“防汛演练”，1人（另有1人早已记过）。"`,
    )
    expect(await cast.tell(cast.clerk, '记活动 全体网格员 昨天 帮老人收玉米')).toMatchInlineSnapshot(
      `"记下了：11月24日（周二）活动“帮老人收玉米”，16人。"`,
    )
    expect(await cast.tell(cast.duty, '记警示 全体支书 11月18日 看警示教育片')).toContain('28人')
    expect(await cast.tell(cast.clerk, '记体检 全体干部 5月20日 年度体检')).toMatchInlineSnapshot(
      `"记下了：5月20日（周三）体检“年度体检”，17人（另有3人早已记过）。"`,
    )
  })

  it('keeps an assessment only with what it rests on, and tells whom it is about', async () => {
    expect(await cast.tell(cast.secretary, '记考核 李建国 11月24日 称职')).toMatchInlineSnapshot(
      `"考核依据是什么？比如“民主评议”“群众回访”。没有依据的不记。"`,
    )
    expect(await cast.tell(cast.secretary, '群众回访')).toMatchInlineSnapshot(`"记下了：11月24日（周二）考核“称职”，1人。"`)
    expect(await cast.town.lastWord((await cast.named('李建国')).id)).toMatchInlineSnapshot(
      `"您的档案记了一笔：2026-11-24 考核 称职，依据群众回访。有不对的找村支书或镇里说，回“我的档案”看全部。"`,
    )
  })

  it('shows somebody all that is stored about them, and nobody else’s', async () => {
    expect(await cast.tell(await cast.named('李建国'), '我的档案')).toMatchInlineSnapshot(`
      "您的档案，只发给您一个人：
      姓名：李建国，电话19900000026
      住处：坪头村三社第一联户
      身份：坪头村三社网格员
      在的群：坪头村便民之声
      反映过的事：没有
      登记：三社网格员，全日制本科，2021年3月任职，招考
      记录：2026-11-24 活动 帮老人收玉米；2026-11-24 考核 称职（依据群众回访）；2026-11-20 培训 防汛演练；2026-05-20 体检 年度体检
      和机器人说过的话：2条，最早11月25日（周三）
      有不对的，直接讲给我或找村文书改。
      不想留了，回“忘记我”，先告诉您删哪些、留哪些。"
    `)
    const [resident] = cast.residents
    expect(await cast.tell(resident ?? cast.clerk, '我的档案')).toMatchInlineSnapshot(`
      "您的档案，只发给您一个人：
      姓名：王勇，电话19900000037
      住处：坪头村一社第一联户，户号V01-S1-T1-H1
      身份：坪头村一社居民
      在的群：坪头村便民之声
      反映过的事：没有
      和机器人说过的话：1条，最早11月25日（周三）
      有不对的，直接讲给我或找村文书改。
      不想留了，回“忘记我”，先告诉您删哪些、留哪些。"
    `)
    expect(await cast.tell(cast.secretary, '档案 李建国')).toMatchInlineSnapshot(`
      "李建国：三社网格员，全日制本科，2021年3月任职，招考
      2026-11-24 活动 帮老人收玉米
      2026-11-24 考核 称职（依据群众回访）
      2026-11-20 培训 防汛演练
      2026-05-20 体检 年度体检"
    `)
    expect(await cast.tell(await cast.named('李建国'), '档案')).toContain('要由')
  })

  it('is told to leaders as what was done, for everybody alike, without a ranking', async () => {
    expect(await cast.tell(cast.secretary, '队伍')).toMatchInlineSnapshot(`
      "坪头村：干部20人，登记了4人，大专以上2人，其中全日制本科2人。
      2026年：培训1次3人，活动1次16人，警示教育1次1人，体检1次20人，考核1次1人。
      体检都安排了。"
    `)
    expect(await cast.tell(cast.mayor, '月报')).toMatch(/队伍：培训1次3人，活动1次16人，警示教育1次28人，考核1次1人/u)
  })
})

describe('leave', () => {
  const owner = async (number: string) => (await cast.town.ticket(number)).owner?.name
  const lamp = async () => {
    await cast.town.say(cast.group, cast.residents[0]?.id ?? '', '三社路口的路灯又不亮了')
    await cast.town.settle()
    return (await cast.town.tickets())[0]?.number ?? ''
  }

  it('of a deputy moves on what the deputy has in hand, and everything finds its way back', async () => {
    const number = await lamp()
    const [keeper, deputy] = [await cast.named('李建国'), await cast.named('王贵生')]
    await cast.tell(keeper, '请假到12月4日 王贵生代')
    expect(await owner(number)).toBe('王贵生')
    await cast.tell(deputy, '请假到12月2日 李晓东代')
    expect(await owner(number)).toBe('李晓东')
    // New work for the one away goes to whoever is there in the end.
    await cast.town.say(cast.group, cast.residents[1]?.id ?? '', '三社的垃圾桶满了没人清运')
    await cast.town.settle()
    const waste = (await cast.town.tickets()).find((t) => t.duty === 'V-WASTE')?.number ?? ''
    expect(await owner(waste)).toBe('李晓东')
    await cast.tell(keeper, '销假')
    expect(await owner(number)).toBe('李建国')
    await cast.tell(deputy, '销假')
    expect(await owner(number)).toBe('李建国')
  })

  it('is not handed to somebody who is away', async () => {
    const [keeper, deputy] = [await cast.named('李建国'), await cast.named('王贵生')]
    await cast.tell(deputy, '请假到12月2日 李晓东代')
    expect(await cast.tell(keeper, '请假到12月4日 王贵生代')).toMatchInlineSnapshot(
      `"王贵生也请假到12月2日（周三），请换一个人代。回名字就行。"`,
    )
    expect(await cast.tell(keeper, '李晓东')).toContain('李晓东代')
  })
})
