import { describe, expect, it } from 'vitest'
import { later, MINUTE_MS, SECOND_MS } from '../../src/domain/durations.ts'
import { goesOnWith, type Said, saysNothing, type Thread } from '../../src/inbox/thread.ts'

const TOLD = new Date('2026-11-24T19:00:00+08:00')
const LAMP: Thread = { person: 'A', text: '戏台跟前的灯不着了', since: TOLD, between: false }
const WALL: Thread = { person: 'A', text: '隔壁把墙垒到我地里来了', since: TOLD, between: true }

const said = (person: string, seconds: number, text: string, more: Partial<Said> = {}): Said => ({
  person,
  cadre: false,
  text,
  at: later(TOLD, seconds * SECOND_MS),
  inThread: false,
  ...more,
})
const told = (seconds: number, text: string) => said('A', seconds, text, { inThread: true })
const goesOn = (thread: Thread, line: Said, ...newestFirst: Said[]) => goesOnWith(thread, line, newestFirst)

describe('what goes on with a matter that was told', () => {
  it.each<[what: string, line: Said, before: Said[]]>([
    ['an answer to a neighbour', said('A', 60, '从上个月底就这么个'), [said('B', 40, '几时开始的'), told(10, LAMP.text)]],
    ['the answer after a while', said('A', 300, '还是黑的'), [said('B', 180, '这会着了没'), told(170, '我再去看了一趟')]],
    ['what is said back to an office', said('A', 3000, '底下那个也一样'), [said('K', 2960, '@A 是哪一个灯', { cadre: true })]],
    ['what is said to an office', said('A', 4000, '张网格，明儿几点来'), [said('B', 3990, '睡觉了')]],
    ['how it stands now', said('A', 2400, '哎 又亮了'), [said('C', 2300, '今年的洋芋咋卖')]],
    ['that all have it', said('A', 2400, '不光我这里，那一排子都是黑的'), [said('C', 2300, '今年的洋芋咋卖')]],
  ])('%s', (_what, line, before) => {
    expect(goesOn(LAMP, line, ...before)).toBe('own')
  })

  it.each<[what: string, line: Said, before: Said[]]>([
    ['a nod', said('A', 60, '能成'), [said('K', 40, '我记下了', { cadre: true }), told(10, LAMP.text)]],
    ['thanks', said('A', 60, '麻烦张书记了'), [said('K', 40, '我记下了', { cadre: true }), told(10, LAMP.text)]],
    ['a joke thrown back', said('A', 60, '你那是没睡醒'), [said('B', 40, '怕是你眼睛闭着[捂脸]'), told(10, LAMP.text)]],
    ['something else, later', said('A', 1800, '今晚的面片子擀薄些'), [said('B', 1780, '吃啥呢')]],
    ['something else, at once', said('A', 30, '明天谁去赶集'), [told(10, LAMP.text)]],
    ['what another says', said('B', 60, '我们那里的好着呢'), [told(10, LAMP.text)]],
    ['the day after', said('A', 86_400, '还是黑的'), [said('B', 86_390, '着了没')]],
  ])('and not %s', (_what, line, before) => {
    expect(goesOn(LAMP, line, ...before)).toBeNull()
  })

  it('hears the other side of a quarrel, once somebody was meant, and then every time', () => {
    const meant = told(20, '我不说是谁，心里有数')
    const answer = said('B', 50, '我那墙是照着老石头砌的')
    expect(goesOn(WALL, answer, meant)).toBe('other-side')
    const more = told(70, '石头早叫人挪了')
    expect(goesOn(WALL, said('B', 100, '谁挪的拿出证据来'), more, { ...answer, inThread: true }, meant)).toBe('other-side')
    expect(goesOn(WALL, said('C', 50, '我去劝一下'), told(20, '墙倒了咋办'))).toBeNull()
    expect(goesOn(LAMP, answer, meant)).toBeNull()
  })

  it('waits an evening for it', () => {
    const line = said('A', 0, '又亮了')
    expect(goesOn(LAMP, { ...line, at: later(TOLD, 170 * MINUTE_MS) })).toBe('own')
    expect(goesOn(LAMP, { ...line, at: later(TOLD, 190 * MINUTE_MS) })).toBeNull()
  })
})

it.each(['嗯', '好的好的', '[强][强]', '谢谢王书记', '好的书记 删了', '晚安书记', '量', '👍', '行吧'])('%s says nothing', (text) => {
  expect(saysNothing(text)).toBe(true)
})
it.each(['又红了', '没咬着', '还得背上来一回', '好的，我明早把条子拿来'])('%s says something', (text) => {
  expect(saysNothing(text)).toBe(false)
})
