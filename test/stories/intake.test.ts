import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, startCast } from '../support/cast.ts'

let cast: Cast
const resident = (n: number) => cast.residents[n] ?? cast.clerk
const newest = async () => (await cast.town.tickets())[0]?.number ?? ''

beforeAll(async () => {
  cast = await startCast()
  await cast.town.clockTo('2026-12-01T08:50:00+08:00')
})
afterAll(() => cast.close())

describe('beside the group', () => {
  it('a keeper types what an elder said; the answer goes back through the keeper', async () => {
    const keeper = await cast.named('李晓东')
    expect(await cast.tell(keeper, '说事点 二社王大娘说家门口的水渠堵了')).toMatchInlineSnapshot(
      `"【坪01】替王大娘记下了：二社家门口水渠堵了。李小燕负责，12月10日（周四）前办。有结果先告诉您，请转告王大娘。"`,
    )
    const number = await newest()
    expect(await cast.town.ticket(number)).toMatchObject({ reporter: null, owner: { id: cast.clerk.id } })
    expect(await cast.town.lastWord(cast.clerk.id)).toMatchInlineSnapshot(
      `"【坪01】二社家门口水渠堵了，坪头村二社，王大娘报。12月2日（周三）前回应，12月10日（周四）前办。回“接”“转 姓名”或“不受理 原因”。"`,
    )
    await cast.tell(cast.clerk, `进展 ${number} 明天叫挖机来`)
    expect(await cast.town.lastWord(keeper.id)).toMatchInlineSnapshot(`"请转告王大娘：【坪01】李小燕说：明天叫挖机来。"`)
    await cast.tell(cast.clerk, `办结 ${number} 清了三十米`)
    expect(await cast.town.lastWord(keeper.id)).toMatchInlineSnapshot(
      `"【坪01】李小燕说办好了：清了三十米。请问问王大娘，回“回访 坪01 满意”“回访 坪01 一般”，没好回“回访 坪01 没修好”。"`,
    )
    expect(await cast.posts('水渠')).toEqual([])
  })

  it('the elder’s word is entered as such, and never by the one who did the work', async () => {
    const number = await newest()
    const keeper = await cast.named('李晓东')
    expect(await cast.tell(cast.clerk, `回访 ${number} 满意 电话`)).toMatchInlineSnapshot(
      `"【坪01】要由报的人来评价，办的人不能代问。请别的干部问一声。"`,
    )
    expect(await cast.tell(keeper, `回访 ${number} 没修好 下头还堵着`)).toMatchInlineSnapshot(
      `"【坪01】记下了：王大娘说“没修好”（说事点，您代填）。"`,
    )
    expect(await cast.town.lastWord(cast.clerk.id)).toMatchInlineSnapshot(
      `"【坪01】王大娘说还没好：“下头还堵着”。重新开始，12月10日（周四）前办。"`,
    )
    await cast.tell(cast.clerk, `办结 ${number} 下头也清了`)
    expect(await cast.tell(keeper, `回访 ${number} 满意 上门`)).toMatchInlineSnapshot(`"【坪01】记下了：王大娘说“满意”（上门，您代填）。"`)
    const ticket = await cast.town.ticket(number)
    expect(ticket.status).toBe('closed')
    expect(ticket.history.filter((h) => h.what === '评价').map((h) => h.by)).toEqual([keeper.name])
  })

  it('is asked who said it, and asks somebody else where the keeper did the work', async () => {
    const keeper = await cast.named('李晓东')
    expect(await cast.tell(keeper, '说事点 二社路灯坏了')).toMatchInlineSnapshot(`"这话是谁说的？回个称呼就行，比如“三社王大娘”。"`)
    expect(await cast.tell(keeper, '二社赵大爷')).toContain('替赵大爷记下了')
    const number = await newest()
    await cast.tell(keeper, `办结 ${number} 换了灯泡`)
    expect(await cast.town.lastWord(cast.clerk.id)).toMatchInlineSnapshot(
      `"【坪02】李晓东说办好了：换了灯泡。请问问赵大爷，回“回访 坪02 满意”“回访 坪02 一般”，没好回“回访 坪02 没修好”。"`,
    )
  })
})

describe('the talking day', () => {
  it('has an agenda from what waits, told in the group without what is private', async () => {
    for (const [n, text] of [
      [1, '三社路口的路灯不亮了'],
      [2, '五社的垃圾没人清运'],
      [3, '我家隔壁把地界石往我家地里挪了半米'],
    ] as const) {
      await cast.town.say(cast.group, resident(n).id, text)
      await cast.town.settle()
    }
    await cast.town.clockTo('2026-12-15T09:00:00+08:00')
    expect(await cast.tell(cast.secretary, '说事日')).toMatchInlineSnapshot(`
      "还没有定说事日。
      现在等着议的：坪03 路灯（超期3天）、坪04 垃圾（超期3天）；另有1件单独说。
      要定一次请说“说事日 12月5日上午9点 德育堂”。"
    `)
    expect(await cast.tell(cast.secretary, '说事日 12月18日上午9点 议题 明年修路出工')).toMatchInlineSnapshot(`
      "坪头村说事日定在12月18日（周五）上午9点，德育堂，会在群里说，前一天再提醒。
      议题：明年修路出工、坪03 路灯（超期3天）、坪04 垃圾（超期3天）。
      另有1件邻里或户里的事，不在群里说，单独约。
      开完回“说事日 记录 到了23人 说了什么”，一件一件写成“坪07 月底修好”，会记到那件事上。"
    `)
    await cast.town.clockTo('2026-12-15T10:01:00+08:00')
    expect(await cast.posts('说事日')).toMatchInlineSnapshot(`
      [
        "坪头村说事日：12月18日（周五）上午9点，德育堂。要说的：明年修路出工、坪03 路灯、坪04 垃圾。别的事当天来说，也可以先在群里讲。",
      ]
    `)
    expect(await cast.tell(resident(1), '说事日')).toMatchInlineSnapshot(
      `"坪头村说事日：12月18日（周五）上午9点，德育堂。要说的：明年修路出工、坪03 路灯、坪04 垃圾。"`,
    )
    expect(await cast.tell(cast.secretary, '场所')).toMatchInlineSnapshot(`
      "坪头村德育堂：讲堂、调解、说事日，村部旁
        12月18日（周五）上午9点 说事日
      鸡峰镇德育堂：讲堂、调解、说事日，镇政府一楼
      约调解可以说“议 编号 周五下午 德育堂”。"
    `)
  })

  it('is reminded of the day before, and its record goes into the matters', async () => {
    await cast.town.clockTo('2026-12-17T10:01:00+08:00')
    expect(await cast.posts('提醒一下')).toHaveLength(1)
    await cast.town.clockTo('2026-12-19T09:00:00+08:00')
    expect(await cast.town.lastWord(cast.secretary.id)).toMatchInlineSnapshot(
      `"坪头村12月18日（周五）的说事日开了吗？回“说事日 记录 到了23人 说了什么”，没开回“说事日 取消”。"`,
    )
    const lamp = (await cast.town.tickets()).find((t) => t.duty === 'V-LAMP' && t.status === 'open')?.number
    expect(await cast.tell(cast.secretary, `说事日 记录 到了23人 ${lamp} 村里月底前换完；修路的事各社先报出工人数`)).toMatchInlineSnapshot(
      `"坪头村说事日记下了：到了23人。坪03的结果也记到了那件事上。"`,
    )
    expect((await cast.words(resident(1))).at(-1)).toMatchInlineSnapshot(`"【坪03】王永明说：村里月底前换完。"`)
    expect(await cast.tell(cast.leader, '月报')).toContain('说事日：办了1次，到了23人')
  })

  it('is recorded as well when only that is said', async () => {
    expect(await cast.tell(cast.secretary, '说事日 到了25人')).toBe('坪头村说事日记下了：到了25人。')
    expect(await cast.tell(resident(1), '德育堂在哪')).toContain('坪头村德育堂')
  })
})
