import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { one, type Scene, startScene, undated } from '../support/measure-scene.ts'

let town: Scene['town']
let group: string
let residents: Scene['residents']
let mediator: Scene['people']['mediator']
let tell: Scene['tell']
let label: string

beforeAll(async () => {
  const scene = await startScene()
  ;({ town, group, residents, tell } = scene)
  mediator = scene.people.mediator
  await scene.say(one(residents), '我家隔壁把地界石往我家地里挪了半米，占了我家的地')
  label = one((await town.tickets(`village=${encodeURIComponent('坪头村')}`)).filter((t) => t.kind === 'neighbour')).number
})
afterAll(() => town.close())

describe('the ruler', () => {
  it('turns what was called out on the ground into lengths, an area and a sketch', async () => {
    expect(await tell(mediator, `丈量 ${label}`)).toContain('报边长')
    await tell(mediator, '边长 20 10 20 10 对角 22.36 另一条对角线 22.3')
    const said = (await town.heardBy(mediator.id)).filter((m) => m.from.bot && m.text.includes('量01'))
    expect(one(said).text).toMatchInlineSnapshot(`
      "【坪01】量01：AB 20.00，BC 10.00，CD 20.00，DA 10.00（米）。
      周长60.00米，面积200.00平方米，合0.300亩。闭合差0.06米（1/984）。"
    `)
    const picture = await fetch(town.url + one(one(said).images).url)
    expect(picture.headers.get('content-type')).toBe('image/png')
    expect(await town.lastWord(mediator.id)).toContain('谁在场')
    expect(await tell(mediator, '甲方王勇 乙方李志强 村支书王永明')).toContain('双方怎么说')
  })

  it('refuses a plot that cannot be, with one sentence', async () => {
    expect(await tell(mediator, `丈量 ${label} 边长 3 4 9`)).toBe(`【${label}】ABC三条边围不成三角形：两边加起来不比第三边长，请重量。`)
    expect(await tell(mediator, `丈量 ${label} 坐标 0,0 20,10 20,0 0,10`)).toContain('边会交叉')
  })

  it('keeps what both parties say to it', async () => {
    expect(await tell(mediator, `丈量 ${label} 乙方不认可 说少量了半米`)).toContain('甲方还没表态；乙方不认可：说少量了半米')
    await tell(mediator, `丈量 ${label} 甲方认可`)
    expect(await tell(mediator, `丈量 ${label} 乙方认可`)).toContain('甲方认可；乙方认可')
  })

  it('leaves the moves of the matter as they are, and a line in its history', async () => {
    const ticket = await town.ticket(label)
    expect(ticket.status).toBe('open')
    expect(ticket.history.some((h) => h.note === '量01')).toBe(true)
  })

  it('is nobody’s who may not visit the matter, and nothing of it is said in the group', async () => {
    const stranger = one(await town.people(`role=mediator&village=${encodeURIComponent('河口村')}`))
    expect(await tell(stranger, `丈量 ${label} 边长 3 4 5`)).not.toContain('面积')
    const posts = (await town.heardIn(group)).filter((m) => m.from.bot).map((m) => m.text)
    expect(posts.join('\n')).not.toMatch(/丈量|面积|王勇/u)
  })
})

describe('the mediation', () => {
  it('records each sitting, and warns where it may come to blows', async () => {
    expect(await tell(mediator, `调解记录 ${label} 甲方王勇 乙方李志强 两家都愿意说，说到界石`)).toContain('第1次')
    expect(await tell(mediator, `调解记录 ${label} 乙方说再挪就打死他`)).toContain('110')
  })

  it('becomes an agreement with days to keep and the last day for the court', async () => {
    expect(await tell(mediator, `调解协议 ${label} 三天内界石挪回原处；以后各走各的路`)).toContain('书面协议还是口头协议')
    expect(undated(await tell(mediator, '书面'))).toMatchInlineSnapshot(
      `"【坪01】书面协议记下了。到期提醒：界石挪回原处（〔日〕前）。要法院确认的，双方〔日〕前一起去申请（人民调解法33条）。打印回“打印 坪01”。"`,
    )
    expect(undated((await town.lastWord(one(residents).id)) ?? '')).toMatchInlineSnapshot(
      `"【坪01】两家说好了，已记成协议。要法院确认，双方〔日〕前一起去申请，不收钱。"`,
    )
  })

  it('reminds the mediator of the day, until it is done', async () => {
    await town.advance('P9D')
    const words = (await town.heardBy(mediator.id)).filter((m) => m.from.bot).map((m) => m.text)
    expect(words.some((w) => w.includes('“界石挪回原处”'))).toBe(true)
    await town.nextMorning()
    expect(await tell(mediator, `履行 ${label}`)).toContain('协议都履行了')
  })

  it('can be printed', async () => {
    expect(await tell(mediator, `打印 ${label}`)).toContain('丈量和调解记录出好了')
  })
})
