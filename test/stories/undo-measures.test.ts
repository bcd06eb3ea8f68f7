import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, startCast } from '../support/cast.ts'

let cast: Cast
beforeAll(async () => {
  cast = await startCast()
})
afterAll(() => cast.close())

const lines = (subject: string) =>
  cast.town
    .rows<{ what: string }>(`SELECT what FROM "ChronicleLine" WHERE subject LIKE '${subject}' ORDER BY n`)
    .then((r) => r.map((l) => l.what))

describe('撤销 within ten minutes, whatever measure it was', () => {
  it('takes back a visit that belongs to another petition; its history keeps both', async () => {
    const [one] = cast.residents
    await cast.tell(cast.duty, `信访 登记 ${one?.name} 补偿款少了`)
    await cast.tell(cast.duty, '走访记录 1 说的是别家的事')
    expect(await cast.tell(cast.duty, '信访 1')).toContain('走访1次')
    expect(await cast.tell(cast.duty, '撤销')).toMatchInlineSnapshot(`"刚才的“走访记录 1 说的是别家的事”已撤销。"`)
    expect(await cast.tell(cast.duty, '信访 1')).not.toContain('走访1次')
    expect(await lines('petition:%')).toEqual(['registered', 'visited', 'undone'])
    // What was taken back may be said rightly now.
    expect(await cast.tell(cast.duty, '走访记录 1 说补偿款少算了两分地')).toContain('走访第1次')
  })

  it('takes back a petition that was never meant, and tells the petitioner', async () => {
    const [, two] = cast.residents
    await cast.tell(cast.duty, `信访 登记 ${two?.name} 写错了人`)
    expect(await cast.town.lastWord(two?.id ?? '')).toContain('登记了')
    expect(await cast.tell(cast.duty, '撤销')).toContain('已撤销')
    expect(await cast.tell(cast.duty, '信访 2')).toContain('没有找到')
    expect(await cast.town.lastWord(two?.id ?? '')).toMatchInlineSnapshot(
      `"刚才那条“您反映的事镇里登记了，编号信02……”收回了，不算数，您不用管。"`,
    )
  })

  it('takes back a figure, so that the one before it counts again', async () => {
    await cast.tell(cast.duty, '执法 派出所 治安案件 2 10月')
    await cast.tell(cast.duty, '执法 派出所 治安案件 20 10月')
    await cast.tell(cast.duty, '撤销')
    expect(await cast.tell(cast.duty, '执法')).toContain('2起')
    await cast.tell(cast.duty, '撤销')
    expect(await cast.tell(cast.duty, '执法')).toContain('还没有执法数字')
  })

  it('takes back a lecture that nobody has read of yet', async () => {
    await cast.tell(cast.duty, '讲堂 法治 12月18日下午3点 德育堂 主讲张法官 宅基地怎么批')
    expect(await cast.tell(cast.duty, '撤销')).toContain('已撤销')
    expect(await cast.tell(cast.duty, '讲堂')).not.toContain('宅基地怎么批')
    await cast.town.clockTo('2026-11-25T10:30:00+08:00')
    expect(await cast.posts('宅基地怎么批')).toEqual([])
  })

  it('does not call back what a group has read, and says so', async () => {
    await cast.tell(cast.secretary, '发预警 坪头村 今晚有大雨')
    expect(await cast.tell(cast.secretary, '撤销')).toMatchInlineSnapshot(
      `"“发预警 坪头村 今晚有大雨”不能撤销，群里已经说出去了，收不回来。要更正请再说一次。"`,
    )
    await cast.tell(cast.secretary, '预警解除')
  })

  it('takes back a nomination and the question that went with it', async () => {
    const [one, two] = cast.residents
    await cast.tell(one ?? cast.clerk, `推荐 ${two?.name} 好邻居 帮邻居看门十年`)
    expect(await cast.town.lastWord(two?.id ?? '')).toContain('愿意')
    await cast.tell(one ?? cast.clerk, '撤销')
    expect(await cast.tell(two ?? cast.clerk, '榜样 1 愿意')).toContain('没有')
  })

  it('gives a consent back to be given again', async () => {
    const [one, two] = cast.residents
    await cast.tell(one ?? cast.clerk, `推荐 ${two?.name} 好邻居 帮邻居收麦子`)
    await cast.tell(two ?? cast.clerk, '同意')
    expect(await cast.tell(two ?? cast.clerk, '撤销')).toContain('已撤销')
    expect(await cast.tell(two ?? cast.clerk, '同意')).toContain('谢谢')
  })

  it('does not take back what somebody has gone on from', async () => {
    const [one, , three] = cast.residents
    await cast.tell(one ?? cast.clerk, `推荐 ${three?.name} 好邻居 常帮忙`)
    await cast.tell(three ?? cast.clerk, '同意')
    expect(await cast.tell(one ?? cast.clerk, '撤销')).toContain('后来又有变化')
  })

  it('takes back a text, a plan, a register line, a record and a limit of the duty list', async () => {
    await cast.tell(cast.mayor, '精神 加 一步一个脚印')
    await cast.tell(cast.mayor, '撤销')
    expect(await cast.tell(cast.mayor, '精神')).not.toContain('一步一个脚印')

    await cast.tell(cast.clerk, '记培训 李建国、王芳 11月20日 防汛演练')
    await cast.tell(cast.clerk, '撤销')
    expect(await cast.tell(await cast.named('李建国'), '我的档案')).not.toContain('防汛演练')
    expect(await cast.tell(cast.clerk, '记培训 李建国、王芳 11月20日 防汛演练')).toContain('2人')

    const before = await cast.tell(cast.mayor, '清单 路灯')
    await cast.tell(cast.mayor, '改清单 路灯 时限 1天')
    expect(await cast.tell(cast.mayor, '清单 路灯')).not.toBe(before)
    await cast.tell(cast.mayor, '撤销')
    expect(await cast.tell(cast.mayor, '清单 路灯')).toBe(before)
    expect(await cast.tell(cast.mayor, '清单记录 路灯')).toMatchInlineSnapshot(`
      "路灯维修改过2次：
      11月25日（周三） 宋喜梅：办结时限 7个工作日 → 1个工作日
      11月25日（周三） 宋喜梅：办结时限 1个工作日 → 7个工作日"
    `)
  })

  it('takes back a change of keepers with the matters that moved', async () => {
    const owner = async () => (await cast.town.tickets()).find((t) => t.duty === 'V-LAMP')?.owner?.name
    await cast.town.say(cast.group, cast.residents[0]?.id ?? '', '三社路口的路灯又不亮了')
    await cast.town.settle()
    const was = await owner()
    await cast.tell(cast.clerk, `换网格员 三社 ${cast.mediator.name}`)
    expect(await owner()).toBe(cast.mediator.name)
    expect(await cast.tell(cast.clerk, '撤销')).toContain('已撤销')
    expect(await owner()).toBe(was)
    expect(await cast.tell(cast.clerk, '网格 三社')).toContain(was)
  })

  it('takes back a hazard by putting its ticket aside', async () => {
    await cast.tell(await cast.named('李建国'), '隐患 三社路口 电线杆歪了')
    const number = (await cast.town.tickets())[0]?.number
    expect(await cast.tell(await cast.named('李建国'), '撤销')).toContain(`【${number}】不办了`)
    expect(await cast.tell(await cast.named('李建国'), '隐患')).not.toContain('电线杆')
  })

  it('is of the last act only while ten minutes run', async () => {
    await cast.tell(cast.duty, '走访记录 1 又去了一次')
    await cast.town.advance('PT11M')
    expect(await cast.tell(cast.duty, '撤销')).toContain('十分钟内没有')
  })
})
