import { describe, expect, it } from 'vitest'
import * as say from '../../src/wording/digests.ts'
import { type Before, change, countLine, percent, rateLine, satisfactionLine } from '../../src/wording/last-year.ts'

const counts = (village = 0, neighbour = 0, household = 0): say.Counts => ({ village, neighbour, household })
const silence = { good: 0, fair: 0, poor: 0, none: 0 }
const none = { onTime: 0, all: 0 }
const before = (more: Partial<Before> = {}): Before => ({
  opened: counts(),
  done: counts(),
  rates: { response: none, completion: none, satisfaction: silence },
  ...more,
})

describe('the day in words', () => {
  it.each([
    [counts(9, 2, 1), 10, '今天：新 12（村里9 邻里2 户里1），办好 10'],
    [counts(0, 0, 1), 0, '今天：新 1（户里1）'],
    [counts(), 2, '今天：办好 2'],
    [counts(), 0, null],
  ])('leaves out what did not happen: %o', (opened, done, expected) => {
    expect(say.happened('今天', opened, counts(done))).toBe(expected)
  })

  it.each([
    [7, 0, 0, '现在：超期 7'],
    [7, 2, 3, '现在：超期 7（今天到期的 2），挂账 3'],
    [0, 0, 1, '现在：挂账 1'],
    [0, 0, 0, null],
  ])('tells what stands now apart from what happened: %o', (overdue, sinceToday, waiting, expected) => {
    expect(say.standing(overdue, sinceToday, waiting)).toBe(expected)
  })

  it.each([
    [
      { onTime: 11, all: 12 },
      { onTime: 9, all: 10 },
      { good: 6, fair: 1, poor: 0, none: 3 },
      '首次回应 11/12 按时，办结 9/10 按时；满意 6，一般 1，不满意 0，没回 3',
    ],
    [none, { onTime: 0, all: 1 }, silence, '办结 0/1 按时'],
    [none, none, { ...silence, none: 1 }, '满意 0，一般 0，不满意 0，没回 1'],
    [none, none, silence, null],
  ])('tells rates with their counts, and no answer apart', (response, completion, satisfaction, expected) => {
    expect(say.rates({ response, completion, satisfaction })).toBe(expected)
  })

  it('names villages only where there are several', () => {
    const one = { name: '坪头村', opened: 3, done: 0, overdue: 1 }
    expect(say.byVillage([one])).toBeNull()
    expect(say.byVillage([one, { name: '河湾村', opened: 0, done: 2, overdue: 0 }])).toBe('各村：坪头村 新3 现超期1；河湾村 办好2')
  })

  it('says that nothing waits for a decision', () => {
    expect(say.pendingLines([], 0)).toBe('没有等您定的事。')
  })

  it('says how many decisions stand behind those of one message', () => {
    const many = Array.from({ length: 15 }, (_, i) => ({ n: i + 1, text: `坪${i + 10} 路灯超期4天`, command: `督办 坪${i + 10}` }))
    expect(say.pendingLines(many, 18).split('\n').at(-1)).toBe('还有3件，定了前面的再看')
  })
})

describe('beside last year', () => {
  it.each([
    [0, 0, null],
    [5, 0, null],
    [0, 5, '少100%'],
    [5, 5, '持平'],
    [34, 28, '多21.4%'],
    [1, 3, '少66.7%'],
    [10_001, 10_000, '多不到0.1%'],
  ])('%i after %i is %s', (now, then, expected) => {
    expect(change(now, then)).toBe(expected)
  })

  it.each([
    [0, 0, null],
    [0, 4, '0%'],
    [2, 3, '66.7%'],
    [4, 4, '100%'],
  ])('%i of %i is %s', (part, all, expected) => {
    expect(percent(part, all)).toBe(expected)
  })

  it.each([
    [
      'a whole month',
      counts(25, 6, 3),
      counts(20, 5, 3),
      true,
      '新 34（去年28，多21.4%）：村里25（去年20），邻里6（去年5），户里3（去年3）',
    ],
    ['a month that still runs', counts(25), counts(20, 1), false, '新 25（去年整月21）：村里25（去年20），邻里0（去年1）'],
    ['nothing now', counts(), counts(2), true, '新 0（去年2，少100%）：村里0（去年2）'],
    ['nothing then', counts(2), counts(), true, '新 2（去年0）：村里2（去年0）'],
    ['nothing at all', counts(), counts(), true, null],
  ])('counts %s', (_name, now, then, over, expected) => {
    expect(countLine('新', now, (b) => b.opened, { over, before: before({ opened: then }) })).toBe(expected)
  })

  it('counts alone where nothing was on record', () => {
    expect(countLine('新', counts(2, 1), (b) => b.opened, { over: true, before: null })).toBe('新 3：村里2，邻里1')
  })

  it.each([
    [{ onTime: 7, all: 8 }, { onTime: 4, all: 4 }, '办结 7/8 按时，87.5%（去年4/4，100%）'],
    [none, { onTime: 4, all: 4 }, '办结 没有（去年4/4，100%）'],
    [{ onTime: 0, all: 2 }, none, '办结 0/2 按时，0%（去年没有）'],
    [none, none, null],
  ])('rates %o against %o', (now, then, expected) => {
    const rates = { response: none, completion: then, satisfaction: silence }
    expect(rateLine('办结', now, (r) => r.completion, { over: true, before: before({ rates }) })).toBe(expected)
  })

  it('counts nobody as satisfied who did not answer', () => {
    const c = { over: true, before: null }
    expect(satisfactionLine({ good: 3, fair: 0, poor: 1, none: 20 }, c)).toBe('满意 3，一般 0，不满意 1，满意率75%，没回 20')
    expect(satisfactionLine({ ...silence, none: 2 }, c)).toBe('满意 0，一般 0，不满意 0，没回 2')
    expect(satisfactionLine(silence, c)).toBeNull()
  })
})
