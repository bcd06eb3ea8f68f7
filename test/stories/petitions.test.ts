import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { one, type Scene, startScene, undated } from '../support/measure-scene.ts'

let scene: Scene
let town: Scene['town']
let group: string
let residents: Scene['residents']
let cadres: Scene['people']
let tell: Scene['tell']
let wordsOf: Scene['wordsOf']

beforeAll(async () => {
  scene = await startScene()
  ;({ town, group, residents, people: cadres, tell, wordsOf } = scene)
})
afterAll(() => town.close())

describe('a petition', () => {
  it('is registered as told, with the day it came and the law’s date, and the petitioner hears of it alone', async () => {
    const who = one(residents)
    const said = await tell(cadres.duty, `信访 登记 ${who.name} 征地补偿少算了两分地；要求补发`)
    expect(said).toMatch(/^【信01】登记好了：.+，诉求2条。\d+月\d+日（周.）前要受理并书面告知（条例22、23条）。/u)
    expect(await town.lastWord(who.id)).toMatch(/^您反映的事镇里登记了，编号信01。/u)
    expect(await town.lastPost(group)).toBeUndefined()
  })

  it('goes from a named leader over visits and promises to an outcome for each demand', async () => {
    const { duty, lead, mediator } = cadres
    // A leader of the town knows its number only, and takes it on.
    expect(await tell(lead, '信访 1')).toContain('没有找到')
    expect(await tell(lead, '信访')).toContain('还没有包案领导：信01')
    expect(await tell(duty, `信访 1 包案 ${lead.name}`)).toContain(`由${lead.name}包案`)
    expect(await town.lastWord(lead.id)).toContain('请您包案')
    expect(await tell(lead, '信访')).not.toContain('还没有包案领导')
    expect(await tell(lead, `信访 1 经办 ${mediator.name}`)).toContain('经办')
    expect(await tell(lead, '信访 1 受理')).toMatch(/前办结（条例34条）/u)
    expect(await tell(mediator, '走访记录 1 本人说当年量地时他不在家')).toContain('走访第1次')
    expect(await tell(mediator, '承诺 1 请国土所重新量')).toContain('答应哪天办好')
    expect(await tell(mediator, '下周五')).toContain('到期前提醒您')
    expect(await tell(lead, '信访 1 办结')).toContain('诉求1还没认定')
    expect(await tell(lead, '信访 1 认定 1 有理 少算两分属实')).toContain('有理，支持')
    expect(await tell(lead, '信访 1 认定 2 没理')).toContain('要写明给信访人的解释')
    expect(await tell(lead, '信访 1 认定 2 合理没依据 标准由县里统一定')).toContain('合理但没有依据')
    expect(undated(await tell(lead, '信访 1'))).toMatchInlineSnapshot(`
      "【信01】王勇，坪头村，来访，〔日〕收到。已受理，正在办。
      宋喜梅包案，王芳经办
      诉求1：征地补偿少算了两分地。有理，支持：少算两分属实
      诉求2：要求补发。合理但没有依据：标准由县里统一定
      走访1次，最近〔日〕：本人说当年量地时他不在家
      答应1：请国土所重新量，〔日〕前，还没办
      时限：书面告知〔日〕（条例23条）；办结〔日〕（条例34条）；先给答复〔日〕（本镇设定）"
    `)
    expect(await tell(one(residents), '信访')).toMatch(/^【信01】已受理，正在办，.+前答复您。$/u)
    expect(await tell(lead, '信访 1 兑现 1')).toContain('答应的都办了')
    expect(await tell(lead, '信访 1 办结 息诉罢访')).toContain('办结了')
    expect(await town.lastWord(one(residents).id)).toContain('可以申请复查')
  })

  it('hears from the petitioner, in their own words, that they want a review', async () => {
    expect(undated(await tell(one(residents), '我对处理意见不服，要复查'))).toMatchInlineSnapshot(
      `"【信01】可以申请复查。〔日〕前写一份申请，交给镇里就行。已告诉镇里，会联系您。"`,
    )
    expect(await town.lastWord(cadres.duty.id)).toMatchInlineSnapshot(`"【信01】王勇想申请复查，请联系。收到书面申请回“信访 1 复查”。"`)
    expect(await tell(one(residents), '信访')).toContain('【信01】已办结')
  })

  it('may be reviewed within thirty days, and the reviewed one has a clock of its own', async () => {
    expect(await tell(cadres.duty, '信访 1 复核')).toContain('还没有处理意见')
    expect(await tell(cadres.duty, '信访 1 复查')).toContain('前要答复（条例35条）')
    expect(await tell(cadres.duty, '信访 1 复查 答复 维持原意见')).toContain('复查意见记下了')
    expect(await town.lastWord(one(residents).id)).toContain('可以申请复核')
    expect(await tell(cadres.duty, '信访 1 办结')).toContain('办结了')
  })
})

describe('who sees it', () => {
  it('nobody but those named: not the oversight committee, not another cadre, not another resident', async () => {
    for (const person of [cadres.supervisor, cadres.secretary, one(residents, 3)])
      expect(await tell(person, '信访 1')).toMatch(/没有找到信01/u)
    expect(await tell(cadres.supervisor, '查 征地补偿')).not.toContain('两分')
  })

  it('never the person complained of, who can be neither lead nor handler', async () => {
    const { duty, secretary } = cadres
    const said = await tell(duty, `信访 登记 ${one(residents, 1).name} 村支书${secretary.name}把低保给了亲戚 3月5日收到`)
    expect(said).toContain(`已避开${secretary.name}`)
    expect(await tell(duty, `信访 2 经办 坪头村${secretary.name}`)).toContain('要回避')
    expect(await tell(secretary, '信访 2')).toContain('没有找到')
    expect((await wordsOf(secretary)).some((w) => w.includes('信02') && !w.includes('没有找到'))).toBe(false)
  })

  it('not even the office, when it is about somebody there: the others of the office have it', async () => {
    const other = one(await town.people('role=duty'), 1)
    const said = await tell(other, `信访 登记 ${one(residents, 2).name} 镇上值班的${cadres.duty.name}骂人，不给办事`)
    expect(said).toContain(`已避开${cadres.duty.name}`)
    expect(await tell(cadres.duty, '信访 3')).toContain('没有找到信03')
    expect(await tell(other, '信访 3')).toContain('骂人')
  })

  it('no group: typed there by mistake it gets a private word and leaves nothing', async () => {
    const posts = (await town.heardIn(group)).filter((m) => m.from.bot).length
    await town.say(group, cadres.secretary.id, '信访 登记 张三 要上访')
    await town.settle()
    expect(await town.lastWord(cadres.secretary.id)).toContain('不在群里说')
    expect((await town.heardIn(group)).filter((m) => m.from.bot)).toHaveLength(posts)
    expect(await tell(cadres.duty, '信访')).not.toContain('张三')
  })

  it('no digest by name: leaders read counts', async () => {
    await town.advance('PT12H')
    const said = await wordsOf(cadres.lead)
    const digest = said.findLast((w) => w.includes('信访'))
    expect(digest).toMatch(/信访：登记 3，办结 1，在办 2/u)
    expect(digest).not.toContain(one(residents).name)
  })
})

describe('its dates', () => {
  it('are told in the one message of the morning', async () => {
    await town.advance('P16D')
    const lines = (await wordsOf(cadres.duty)).filter((w) => w.includes('信02'))
    expect(lines.some((w) => /受理.*（.+，条例22条）/u.test(w))).toBe(true)
  })

  it('begin where a matter of the group began when its ticket is turned into one', async () => {
    await town.nextMorning()
    const who = one(residents, 4)
    await town.say(group, who.id, '我家的宅基地批了三年没下来，再不解决我就去县里上访')
    await town.settle()
    const ticket = one((await town.tickets(`village=${encodeURIComponent('坪头村')}`)).filter((t) => t.reporter?.id === who.id))
    expect(await tell(cadres.duty, `转信访 ${ticket.number}`)).toContain('转成信访信04')
    expect((await town.ticket(ticket.number)).status).toBe('rejected')
    expect((await wordsOf(who)).some((w) => w.includes('镇里已按信访登记'))).toBe(true)
    expect(await town.lastPost(group)).toBeUndefined()
  })
})

describe('a leader who leaves with a petition in hand', () => {
  it('is told of to whoever lets them go', async () => {
    const { duty, lead } = cadres
    await tell(duty, `信访 登记 ${one(residents).name} 反映低保公示不规范`)
    const label = /信0\d/u.exec((await town.lastWord(duty.id)) ?? '')?.[0] ?? ''
    await tell(duty, `信访 ${Number(label.slice(1))} 包案 ${lead.name}`)
    await tell(duty, `离任 ${lead.name}`)
    expect(await tell(duty, '是')).toContain(`${label}还没有人接，请另定。`)
    await tell(duty, '撤销')
  })
})
