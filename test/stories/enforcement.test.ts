import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { one, type Scene, startScene, undated } from '../support/measure-scene.ts'

let town: Scene['town']
let group: string
let residents: Scene['residents']
let duty: Scene['people']['duty']
let lead: Scene['people']['lead']
let clerk: Scene['people']['clerk']
let tell: Scene['tell']
let wordsOf: Scene['wordsOf']

beforeAll(async () => {
  const scene = await startScene()
  ;({ town, group, residents, tell, wordsOf } = scene)
  ;({ duty, lead, clerk } = scene.people)
})
afterAll(() => town.close())

describe('monthly figures', () => {
  it('are typed in one line, corrected by typing again, and stand beside last year', async () => {
    const year = Number((await town.nextMorning()).slice(0, 4))
    expect(await tell(duty, `执法 派出所 治安案件 25 ${year - 1}年1月`)).toMatch(/治安案件25起，记下了/u)
    expect(await tell(duty, `执法 派出所 治安案件 3 ${year}年1月`)).toContain('治安案件3起')
    expect(await tell(duty, `执法 治安 2 ${year}年1月`)).toContain('（原来是3）')
    expect(await tell(duty, `执法 交警 ${year}年1月`)).toContain('这里记的有')
    expect(await tell(duty, '执法')).toBe(`${year}年执法\n治安案件 1月 2起（去年同期25起，少92%）`)
    expect(await tell(clerk, '执法 派出所 治安案件 9')).not.toContain('记下了')
  })

  it('are never below zero', async () => {
    expect(await tell(duty, '执法 派出所 治安案件 -3 6月')).toBe('数不能小于0，没有就写0。')
  })

  it('stand in the month’s report of the town’s leaders', async () => {
    expect(await tell(lead, '月报 1月')).toContain('执法：治安案件 1月 2起（去年同期25起，少92%）')
  })
})

describe('a matter for the police', () => {
  it('is handed over with a word to who told it and to the duty cadre, and is no ticket and no post', async () => {
    const before = (await town.tickets()).length
    await town.say(group, one(residents).id, '我家三轮车昨晚叫人偷走了，谁管管')
    await town.settle()
    expect(await town.lastWord(one(residents).id)).toMatch(/^被偷的事归公安管。请打110，或去派出所报案/u)
    const told = (await wordsOf(duty)).find((w) => w.includes('送01'))
    expect(told).toMatch(/反映被偷：“我家三轮车昨晚叫人偷走了，谁管管”。归公安管，没有登记成事项。/u)
    expect((await town.tickets()).length).toBe(before)
    expect(await town.lastPost(group)).toBeUndefined()
    expect(await tell(duty, '移送 送1 编号A20260618')).toContain('记下了')
    expect(await tell(clerk, '移送 送1 答复 抓到了')).toContain('没有找到')
  })
})

describe('a hand-over', () => {
  it('has its number there and their clock beside ours, and whoever told it hears of both', async () => {
    await town.say(group, one(residents, 2).id, '二社变压器老跳闸，修了三回了')
    await town.settle()
    const ticket = one((await town.tickets()).filter((t) => t.reporter?.id === one(residents, 2).id))
    expect(await tell(clerk, `移送 ${ticket.number} 12345`)).toContain('编号是多少')
    expect(undated(await tell(clerk, 'GD2026110018'))).toBe(
      '【送02】移送12345，编号GD2026110018，对方〔日〕前答复（本镇设定）。我们这边的时限不变。',
    )
    expect(undated((await town.lastWord(one(residents, 2).id)) ?? '')).toBe(
      `【${ticket.number}】这件转给12345了，编号GD2026110018，一般〔日〕前有答复。`,
    )
    expect((await town.ticket(ticket.number)).completeBy).toBe(ticket.completeBy)
    expect(await tell(clerk, '移送')).toContain('送02')
  })

  it('is understood where somebody says 转 to an office, and closed by its answer', async () => {
    await town.say(group, one(residents, 3).id, '一社河道里有人乱倒建筑垃圾')
    await town.settle()
    const ticket = one((await town.tickets()).filter((t) => t.reporter?.id === one(residents, 3).id))
    expect(await tell(clerk, `转 ${ticket.number} 综治中心 编号Z-12`)).toContain('对方没有固定时限')
    expect(await tell(clerk, '移送 送3 答复 下周联合执法')).toContain('答复记下了')
    expect(await town.lastWord(one(residents, 3).id)).toBe(`【${ticket.number}】综治中心答复：下周联合执法。`)
  })

  it('is reminded of when their time runs out', async () => {
    await town.advance('P13D')
    expect((await wordsOf(clerk)).some((w) => w.includes('【送02】') && w.includes('在12345，答复'))).toBe(true)
  })
})
