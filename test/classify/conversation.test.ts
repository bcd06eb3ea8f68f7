import { describe, expect, it } from 'vitest'
import { createClassifier } from '../../src/classify/classify.ts'
import { doubtsOf } from '../../src/classify/conversation.ts'
import { ALONE, type Talk, type TalkLine } from '../../src/domain/talk.ts'
import { sampleDuties } from '../../src/roster/duty-list.ts'

const other = (text: string, cadre = false): TalkLine => ({ who: 'other', cadre, text })
const after = (before: TalkLine[], more: Partial<Talk> = {}): Talk => ({ ...ALONE, before, ...more })
const { judge } = createClassifier({ duties: sampleDuties, places: [] })

describe('the conversation', () => {
  it.each<[what: string, text: string, talk: Talk]>([
    ['a cadre who is at it', '我知道了 正在弄 中午就来', after([other('我们社没水了')], { cadre: true })],
    ['a short answer to a question', '路灯坏了', after([other('啥坏了？')])],
    ['a neighbour who explains', '听说是水管冻裂了', after([other('咋没水')])],
    ['an echo of a notice', '明天上午停水检修啊', after([other('通知：明天上午停水检修，请备水', true)])],
    ['a bargain', '三十块一斤太贵了', after([other('核桃三十块一斤')])],
  ])('doubts %s', (_what, text, talk) => {
    expect(doubtsOf(text, talk)).toBeGreaterThan(2)
  })

  it.each<[what: string, text: string, talk: Talk]>([
    ['a line alone', '三社路口的路灯坏了', ALONE],
    ['what is told after other talk', '三社路口的路灯坏了一个礼拜了，没人管', after([other('吃了没'), other('吃了')])],
  ])('does not doubt %s', (_what, text, talk) => {
    expect(doubtsOf(text, talk)).toBe(0)
  })

  it('keeps from being opened what would open alone', () => {
    expect(judge('自来水管漏了').outcome).toBe('open')
    expect(judge('自来水管漏了', after([other('咋没水了？')])).outcome).not.toBe('open')
    expect(judge('水管漏了，师傅正在修', after([other('咋没水了？')], { cadre: true })).outcome).toBe('leave')
  })

  it('hears whoever speaks to the bot sooner', () => {
    expect(judge('停电了', { ...ALONE, toBot: true }).outcome).toBe('open')
  })

  it('asks only which matter it is where somebody has said that it is one', () => {
    expect(judge('就那个', { ...ALONE, matter: true }).kind).not.toBe('none')
  })
})

describe('a question for the rule or the way', () => {
  it.each([
    '宅基地咋批呢',
    '身份证丢了咋弄',
    '高龄补贴多少岁有',
    '残疾证在阿达办',
    '种粮补贴啥时候打',
    '我这个情况能吃上低保不',
    '医保交多少钱',
    '户口迁出去要啥手续',
  ])('%s', (text) => {
    expect(judge(text).asks).toBe(true)
  })
  it.each(['低保咋没发', '路灯坏了找谁', '残疾证办不下来', '我想问个事'])('is not %s', (text) => {
    expect(judge(text).asks).toBe(false)
  })
})
