import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SandboxPerson } from '../../src/ports/sandbox.ts'
import { openBrowser } from '../support/browser.ts'
import { type Cast, startCast } from '../support/cast.ts'
import { openSandbox, widthOf } from '../support/page.ts'

const browser: Browser | null = await openBrowser()
const PHONE = { width: 390, height: 844 }

let cast: Cast
beforeAll(async () => {
  cast = await startCast()
})
afterAll(async () => {
  await cast.close()
  await browser?.close()
})

/** A person, what they type on the page one after the other, and what each is answered. */
type Turn = readonly [typed: string, read: RegExp, drawn?: 'drawn']
interface Walk {
  who(c: Cast): SandboxPerson
  turns(c: Cast): readonly Turn[]
}
const resident = (n: number) => (c: Cast) => c.residents[n] ?? c.clerk

const WALKS: Record<string, Walk> = {
  'a resident asks for their keeper': { who: resident(0), turns: () => [['连心卡', /您家的?网格员|您家在/u, 'drawn']] },
  'a resident asks the duty list': { who: resident(0), turns: () => [['清单 娃上户口要啥', /要带：户口本/u]] },
  'a resident nominates': {
    who: resident(0),
    turns: (c) => [[`推荐 ${c.residents[1]?.name} 好邻居 帮邻居看门十年`, /先问本人愿不愿意/u]],
  },
  'a resident reads their file': { who: resident(1), turns: () => [['我的档案', /榜01，有人推荐您/u]] },
  'a clerk drafts a notice and takes it back': {
    who: (c) => c.clerk,
    turns: () => [
      ['通知 周五上午清扫河道', /已请.+定/u],
      ['撤销', /“通知 周五上午清扫河道”已撤销/u],
    ],
  },
  'a clerk writes down what an elder said': {
    who: (c) => c.clerk,
    turns: () => [['说事点 三社王大娘说和隔壁争地界', /替王大娘记下了/u]],
  },
  'a mediator measures and mediates': {
    who: (c) => c.mediator,
    turns: () => [
      [
        '丈量 坪01 边长 20 10 20 10 对角 22.36 复核 22.4 在场 甲方王大娘 乙方李晓东',
        /面积200\.00平方米，合0\.300亩。闭合差0\.04米/u,
        'drawn',
      ],
      ['丈量 坪01 甲方认可', /乙方还没表态/u],
      ['丈量 坪01 乙方认可', /甲方认可；乙方认可/u],
      ['调解记录 坪01 甲方王大娘 乙方李晓东 双方愿意', /调解记下了，第1次/u],
      ['调解协议 坪01 书面 12月10日前界石挪回原处', /双方12月25日（周五）前一起去申请|人民调解法33条/u],
    ],
  },
  'a secretary calls the village together': {
    who: (c) => c.secretary,
    turns: () => [
      ['说事日 12月4日上午9点 村部', /说事日定在12月4日/u],
      ['议事会 12月15日上午9点 村部 议题 宅基地怎么分', /要村民会议定（村组法24条）/u],
      ['队伍', /干部20人/u],
      ['村务公开', /第三季度村务公开/u],
    ],
  },
  'the duty cadre keeps petitions, figures, lectures': {
    who: (c) => c.duty,
    turns: (c) => [
      [`信访 登记 ${c.residents[2]?.name} 征地补偿少算了两分地`, /12月10日（周四）前要受理并书面告知/u],
      ['执法 派出所 治安案件 2 10月', /2026年10月治安案件2起/u],
      ['执法 派出所 治安案件 25 去年10月', /2025年10月治安案件25起/u],
      ['执法', /10月 2起（去年同期25起，少92%）/u],
      ['讲堂 法治 12月18日下午3点 德育堂 主讲张法官 土地承包', /第1场记下了/u],
    ],
  },
  'a leader answers for a petition, sees the grid and sets the texts going': {
    who: (c) => c.mayor,
    turns: (c) => [
      [`信访 1 包案 ${c.mayor.name}`, /由.+包案，已告诉本人/u],
      ['信访 1 受理', /前办结（条例34条）/u],
      ['网格', /1个镇、28个村、151个社、408个十户联防/u],
      ['清单体检', /清单共\d+项/u],
      ['精神 计划 每两周', /每个群14天一句/u],
      ['苗头', /苗头/u],
    ],
  },
}

describe.skipIf(browser === null)('the measures on the page', () => {
  it.each(Object.entries(WALKS))('%s', async (_, { who, turns }) => {
    if (!browser) return
    const { page, say, talk, faults } = await openSandbox(browser, cast.town, PHONE, `#p:${who(cast).id}`)
    for (const [typed, read, drawn] of turns(cast)) {
      await say(typed)
      await talk.getByText(read).last().waitFor()
      if (drawn) expect(await widthOf(talk.getByRole('img').last())).toBe(960)
    }
    // Nothing runs over the side of a phone.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
    expect(faults).toEqual([])
    await page.close()
  })
})
