import { describe, expect, it } from 'vitest'
import type { Assembly } from '../../src/measures/assemblies/facts.ts'
import * as assemblies from '../../src/measures/assemblies/words.ts'
import * as disclosures from '../../src/measures/disclosures/words.ts'
import type { Exemplar } from '../../src/measures/exemplars/facts.ts'
import * as exemplars from '../../src/measures/exemplars/words.ts'
import * as handovers from '../../src/measures/handovers/words.ts'
import * as petitions from '../../src/measures/petitions/words.ts'

const now = new Date('2026-11-24T10:00:00+08:00')
const due = new Date('2026-12-09T18:00:00+08:00')

const exemplar: Exemplar = {
  ...{ id: 'e', number: 5, village: 'V01', ticket: null, openedAt: now, endedAt: null, version: 1, status: 'nominated' },
  ...{
    name: '李秀兰',
    person: 'P1',
    category: 'daughter',
    deed: '照顾公婆十来年',
    by: 'P2',
    checkedBy: null,
    approvedBy: null,
    publishedAt: null,
  },
}
const assembly: Assembly = {
  ...{ id: 'a', number: 4, village: 'V01', ticket: null, openedAt: now, endedAt: null, version: 1, status: 'planned', by: 'P3' },
  ...{ at: due, place: '村部', invited: null, present: null },
  items: [
    { text: '每户出两个工修渠', ticket: null, reserved: 'publicWorks', opinion: null, result: null, resultText: null },
    { text: '红白事从简', ticket: null, reserved: null, opinion: null, result: null, resultText: null },
  ],
}

describe('what people read', () => {
  it('who petitions', () => {
    expect([
      petitions.registeredForPetitioner(3, due, now),
      petitions.acceptedForPetitioner(3, due, '赵强', now),
      petitions.extendedForPetitioner(3, due, '县里档案没找到', now),
      petitions.answeredForPetitioner(3, due, now),
      petitions.reviewedForPetitioner(3, 'review', due, now),
      petitions.reviewedForPetitioner(3, 'recheck', null, now),
    ]).toMatchInlineSnapshot(`
      [
        "您反映的事镇里登记了，编号信03。12月9日（周三）前书面告诉您怎么办。不会在群里说，回“信访”可查进度。",
        "【信03】已受理，赵强负责，12月9日（周三）前给您书面答复。",
        "【信03】要晚一点，改到12月9日（周三）前答复：县里档案没找到。",
        "【信03】处理意见出来了，书面的会送到您手上。不同意，12月9日（周三）前可以申请复查。",
        "【信03】复查意见出来了。还不同意，12月9日（周三）前可以申请复核。",
        "【信03】复核意见出来了，这件信访到此办完。",
      ]
    `)
  })

  it('who answers for a petition', () => {
    expect([
      petitions.youLead(3, due, now),
      petitions.youHandle(3),
      petitions.dueLine(3, { code: 'finish', article: 34, due, done: false }, '明天到期', now),
      petitions.promiseLine(3, '补发八月低保', '今天到期'),
      petitions.withoutLead(2),
      petitions.yoursDue(1, 2),
    ]).toMatchInlineSnapshot(`
      [
        "【信03】请您包案，最近的时限12月9日（周三）。回“信访 3”看内容。",
        "【信03】请您经办这件信访，不在群里说。回“信访 3”看内容。",
        "【信03】办结明天到期（12月9日（周三），条例34条）。",
        "【信03】答应的“补发八月低保”今天到期。办好回“信访 3 兑现”。",
        "信访2件还没有包案领导 → 信访",
        "您包案的信访：超时限1件，三天内到期2件 → 信访",
      ]
    `)
  })

  it('who told something that is for the police, and who is on duty', () => {
    expect([
      handovers.forReporter('theft', '赵强'),
      handovers.forReporter('fraud', '赵强'),
      handovers.forDuty(1, 'gambling', '坪头村三社', '周德福', '小卖部里天天晚上赌'),
      handovers.sent(2, 'court', '(2026)甘1221民初18号', due, now),
      handovers.sent(3, 'governance', null, null, now),
    ]).toMatchInlineSnapshot(`
      [
        "被偷的事归公安管。请打110，或去派出所报案，越快越好。也告诉镇值班的赵强了，会帮着联系。群里不会说。",
        "被骗的事归公安管。请打110，或去派出所报案，越快越好。也告诉镇值班的赵强了，会帮着联系。群里不会说。",
        "【送01】坪头村三社周德福反映赌博：“小卖部里天天晚上赌”。归公安管，没有登记成事项。请联系派出所，有编号回“移送 送01 编号 …”。",
        "【送02】移送法院，编号(2026)甘1221民初18号，对方12月9日（周三）前答复（民事诉讼法126条）。我们这边的时限不变。",
        "【送03】移送综治中心，还没有编号，对方没有固定时限，有日子了把日期补上。我们这边的时限不变。",
      ]
    `)
  })

  it('whose good deed is to be told, and the group when it is', () => {
    expect([
      exemplars.askConsent(exemplar),
      exemplars.askCheck(exemplar),
      exemplars.askApproval(exemplar, '坪头村'),
      exemplars.post(exemplar, '坪头村'),
    ]).toMatchInlineSnapshot(`
      [
        "【榜05】有人推荐您为孝老敬亲好儿媳：“照顾公婆十来年”。愿意在群里说说吗？回“同意”或“不同意”，不同意就不会说出去。",
        "【榜05】李秀兰，孝老敬亲好儿媳：“照顾公婆十来年”。本人愿意。村里核实过吗？回“同意”或“不同意”。",
        "【榜05】坪头村李秀兰，孝老敬亲好儿媳：“照顾公婆十来年”。本人愿意，村里核实过。回“同意”就在群里公布，不合适回“不同意”。",
        "身边好榜样：坪头村李秀兰，孝老敬亲好儿媳。照顾公婆十来年",
      ]
    `)
  })

  it('who calls the village together, and the group', () => {
    expect([
      assemblies.planned(assembly, now),
      assemblies.announcement('坪头村', assembly, ['每户出两个工修渠', '红白事从简'], now),
      assemblies.outcome('坪头村', ['每户出两个工修渠，报村民会议定', '红白事从简，同意']),
      disclosures.announcement('坪头村', '2026Q4'),
      disclosures.due('坪头村', '2026Q4', '明天到期'),
    ]).toMatchInlineSnapshot(`
      [
        "【议04】议事会定在12月9日（周三）村部，议题2件，会在群里说一声。“每户出两个工修渠”（公益事业和筹资筹劳）要村民会议定（村组法24条），议事会先商量。提前10天通知，过半成年村民或三分之二的户到会、过半同意；也可以授权代表会议定，三分之二到会。",
        "坪头村议事会12月9日（周三）在村部开，说每户出两个工修渠、红白事从简。有话想说的可以来，也可以跟网格员说。",
        "坪头村议事会的结果：每户出两个工修渠，报村民会议定；红白事从简，同意。",
        "坪头村2026年第四季度村务公开贴在村部公开栏了，想看细账的可以来问，也可以找村务监督委员会。",
        "坪头村2026年第四季度村务公开明天到期（村组法30条，至少每季一次）。贴好回“村务公开 已贴”。",
      ]
    `)
  })
})
