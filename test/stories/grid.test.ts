import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, startCast } from '../support/cast.ts'

let cast: Cast
const resident = (n: number) => cast.residents[n] ?? cast.clerk

beforeAll(async () => {
  cast = await startCast()
})
afterAll(() => cast.close())

describe('who is there for whom', () => {
  it('tells a resident, with a card to keep', async () => {
    const zhou = await cast.named('周德福')
    expect(await cast.tell(zhou, '连心卡')).toMatchInlineSnapshot(
      `"您家在坪头村三社第一联户，网格员是李建国，电话19900000026。村支书王永明。有事直接讲给我也行。"`,
    )
    const card = (await cast.town.heardBy(zhou.id)).at(-1)
    expect(card?.images.map((i) => i.name)).toEqual(['卡片.png'])
    const drawn = await fetch(cast.town.url + (card?.images[0]?.url ?? ''))
    expect(drawn.headers.get('content-type')).toBe('image/png')
    expect(await cast.tell(zhou, '我的网格')).toMatch(/^您家在坪头村/u)
    expect(await cast.tell(zhou, '网格 河口村二社')).toMatchInlineSnapshot(
      `"河口村二社的网格员：朱东升（第一联户）、何丽娟（第二联户）、罗耀武（第三联户）。村支书：朱月娥。"`,
    )
  })

  it('tells a cadre what lies in theirs, with counts', async () => {
    await cast.town.say(cast.group, resident(0).id, '三社路口的路灯又不亮了')
    await cast.town.settle()
    expect(await cast.tell(await cast.named('李建国'), '我的网格')).toMatchInlineSnapshot(`
      "坪头村三社第一联户：名册上1户1人，在办1件。
      住户：周德福。
      您手上1件，回“待办”看。"
    `)
    expect(await cast.tell(cast.secretary, '我的网格')).toMatchInlineSnapshot(`
      "坪头村：6个社、16个十户联防、16名网格员，名册上7户10人，在办1件。
      您手上没有要办的。"
    `)
    expect(await cast.tell(cast.mayor, '网格')).toMatchInlineSnapshot(`
      "网格：1个镇、28个村、151个社、408个十户联防，网格员408名，都有人管。
      鸡峰镇：151个社、408个十户联防、408名网格员，名册上196户280人，在办1件。"
    `)
    expect(await cast.tell(cast.clerk, '网格 三社')).toMatchInlineSnapshot(`
      "坪头村三社的网格员：李建国（第一联户）、王贵生（第二联户）、刘长林（第三联户）。村支书：王永明。
      坪头村三社：3个十户联防、3名网格员，名册上1户1人，在办1件。"
    `)
    expect(await cast.tell(cast.clerk, '网格 天上')).toMatchInlineSnapshot(
      `"没有找到“天上”这个地方。可以说“网格 三社”或“网格 坪头村三社”。"`,
    )
  })
})

describe('another keeper', () => {
  it('takes a 社 over with its open matters, and everybody concerned is told', async () => {
    const [ticket] = await cast.town.tickets()
    const before = ticket?.owner?.id ?? ''
    expect(await cast.tell(cast.secretary, `换网格员 三社 ${resident(4).name}`)).toMatchInlineSnapshot(
      `"坪头村三社的网格员现在是林玉珍。在办的1件转给林玉珍，时间不变。"`,
    )
    expect(await cast.town.ticket(ticket?.number ?? '')).toMatchObject({ owner: { id: resident(4).id }, completeBy: ticket?.completeBy })
    expect(await cast.town.lastWord(before)).toMatchInlineSnapshot(`"坪头村三社的网格员换成林玉珍了，您手上的1件转过去了。辛苦了。"`)
    expect(await cast.town.lastWord(resident(4).id)).toMatchInlineSnapshot(
      `"坪头村三社现在由您当网格员。在办的1件转给您：坪01 路灯。回“待办”看。"`,
    )
    expect((await cast.words(resident(0))).at(-1)).toMatchInlineSnapshot(`"【坪01】现在由林玉珍负责，时间不变。"`)
    await cast.town.clockTo(new Date(Date.parse('2026-11-25T10:15:00+08:00')).toISOString())
    expect(await cast.posts('网格员现在是')).toMatchInlineSnapshot(`
      [
        "坪头村三社的网格员现在是林玉珍，有事可以找他，也可以在群里说。",
      ]
    `)
    expect(await cast.tell(cast.mayor, '网格')).toContain('408个十户联防')
  })

  it('gets one household, which hears of it one-to-one', async () => {
    const zhou = await cast.named('周德福')
    expect(await cast.tell(cast.clerk, '划转 周德福家 二社1联户')).toMatchInlineSnapshot(
      `"周德福家划到坪头村二社第一联户了，网格员是李晓东。"`,
    )
    expect((await cast.words(zhou)).at(-1)).toMatchInlineSnapshot(`"您家的网格员现在是李晓东，电话19900000023。回“连心卡”可以存一张。"`)
    expect(await cast.tell(zhou, '连心卡')).toContain('坪头村二社第一联户')
    expect(await cast.town.lastWord((await cast.named('李晓东')).id)).toMatchInlineSnapshot(
      `"周德福家划到坪头村二社第一联户，由您负责了。"`,
    )
  })

  it('is not given by who keeps another village, nor by a resident', async () => {
    const [other] = await cast.town.people(`role=clerk&village=${encodeURIComponent('河口村')}`)
    expect(await cast.tell(other ?? cast.clerk, '换网格员 坪头村三社 李建国')).toMatchInlineSnapshot(`"这个地方不在您管的村里。"`)
    expect(await cast.tell(cast.mayor, '换网格员 三社 李建国')).toContain('请这样写')
    expect(await cast.tell(resident(1), '换网格员')).toContain('要由')
  })
})
