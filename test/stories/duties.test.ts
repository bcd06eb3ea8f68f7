import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, startCast } from '../support/cast.ts'

let cast: Cast
const resident = (n: number) => cast.residents[n] ?? cast.clerk
const lampIsOut = async (n: number, where: string) => {
  await cast.town.say(cast.group, resident(n).id, `${where}的路灯不亮了`)
  await cast.town.settle()
  const ticket = (await cast.town.tickets()).find((t) => t.duty === 'V-LAMP')
  return ticket?.number ?? ''
}

beforeAll(async () => {
  cast = await startCast()
})
afterAll(() => cast.close())

describe('the duty list', () => {
  it('answers anyone in their own words: who, how long, which papers, where', async () => {
    expect(await cast.tell(resident(0), '清单 娃上户口要啥')).toMatchInlineSnapshot(`
      "户口：找村文书李小燕，1个工作日内回应，5个工作日内办。
      怎么办：文书开村里证明，本人到派出所办理。
      要带：户口本、身份证、出生证或结婚证
      地方：派出所户籍室，工作日8:30–12:00、14:00–18:00"
    `)
    expect(await cast.tell(resident(0), '清单 医保咋交')).toContain('医保缴费和报销')
    expect(await cast.tell(resident(0), '清单 低保怎么申请')).toContain('低保：找村文书李小燕')
    expect(await cast.tell(resident(0), '清单 天上掉馅饼')).toMatchInlineSnapshot(
      `"清单里没有找到“天上掉馅饼”。换个说法，或直接把事情讲给我。"`,
    )
  })

  it('is changed by a leader of the town, from then on, with its history', async () => {
    const before = await lampIsOut(1, '二社村口')
    const due = (await cast.town.ticket(before)).completeBy
    expect(await cast.tell(cast.mayor, '改清单 路灯 时限 3天')).toMatchInlineSnapshot(
      `"路灯维修的办结时限从“7个工作日”改成“3个工作日”。以后登记的按新的来，已登记的不变。"`,
    )
    expect(await cast.tell(cast.mayor, '改清单 路灯的责任人改成文书')).toMatchInlineSnapshot(
      `"路灯维修的责任人从“网格员”改成“村文书”。以后登记的按新的来，已登记的不变。"`,
    )
    expect(await cast.tell(cast.mayor, '改清单 路灯 时限 尽快')).toMatchInlineSnapshot(
      `"办结时限写成“尽快”看不懂。时限写“5天”“24小时”“当天”；责任人写网格员、文书、村支书、调解员、镇值班或包村领导。"`,
    )
    expect((await cast.town.ticket(before)).completeBy).toBe(due)
    const after = await lampIsOut(2, '五社路口')
    expect(await cast.town.ticket(after)).toMatchObject({ owner: { id: cast.clerk.id } })
    expect(Date.parse((await cast.town.ticket(after)).completeBy)).toBeLessThan(Date.parse(due))
    expect(await cast.tell(cast.secretary, '清单记录 路灯')).toMatchInlineSnapshot(`
      "路灯维修改过2次：
      11月25日（周三） 宋喜梅：办结时限 7个工作日 → 3个工作日
      11月25日（周三） 宋喜梅：责任人 网格员 → 村文书"
    `)
  })

  it('is nobody else’s to change', async () => {
    expect(await cast.tell(cast.leader, '改清单 路灯 时限 30天')).toMatchInlineSnapshot(
      `"“改清单”要由镇领导来说。您有事直接讲就行，回“帮助”看看能说什么。"`,
    )
    expect(await cast.tell(cast.clerk, '改清单')).toContain('包村领导')
    expect(await cast.tell(resident(3), '清单 路灯')).toContain('3个工作日内办')
  })

  it('says how each line does, without a person’s name', async () => {
    const all = (await cast.tell(cast.secretary, '清单评价')) ?? ''
    expect(all).toMatchInlineSnapshot(`
      "2026年各项办得怎么样（只看事，不排人）：
      路灯维修：登记2，办结0"
    `)
    expect(all).not.toContain(cast.clerk.name)
  })
})
