import { describe, expect, it } from 'vitest'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { DAY_MS } from '../../src/domain/durations.ts'
import type { Roster } from '../../src/domain/roster.ts'
import { defaultSettings } from '../../src/domain/settings.ts'
import type { Desk } from '../../src/ports/desk.ts'
import type { Waiting } from '../../src/ports/speech.ts'
import { decideTelling } from '../../src/speaking/tell.ts'

const NOW = new Date('2026-11-24T02:00:00Z')
const group = { id: 'g', name: '群', kind: 'village' as const, grid: 'a', members: [], quietUntil: null, trial: null }
const roster: Roster = {
  town: 't',
  townName: '鸡峰镇',
  nodes: new Map(),
  people: new Map(),
  groups: new Map([['g', group]]),
  duties: new Map(),
  households: new Map(),
  leaves: [],
  venues: [],
  ledger: [],
  staff: new Map(),
}
const desk = (now = NOW) => ({ now, roster, settings: defaultSettings, calendar: chineseCalendar() }) as Desk
const waiting = (key: string, more: Partial<Waiting> = {}): Waiting => ({
  key,
  conversation: 'g:g',
  ticket: null,
  occasion: 'opened',
  text: key,
  brief: key,
  urgent: false,
  answer: false,
  quote: null,
  mentions: [],
  photos: [],
  aside: null,
  dueAt: NOW,
  expiresAt: null,
  ...more,
})
const told = (list: ReturnType<typeof decideTelling>) =>
  list.map((v) => (v.do === 'hold' ? `hold ${v.until.toISOString().slice(5, 16)}` : `${v.do} ${v.keys.join('+')}`))

describe('what becomes of what waits for a group', () => {
  it('says an emergency over the budget, and nothing beside it', () => {
    const said = Array.from({ length: 20 }, () => NOW)
    expect(told(decideTelling(desk(), [waiting('fire', { urgent: true })], said))).toEqual(['say fire'])
  })

  it('puts what a clerk chose from one list into one post; a receipt that answers somebody stays one', () => {
    const mine = waiting('c', { mentions: ['p1'] })
    expect(told(decideTelling(desk(), [waiting('a'), waiting('b'), mine], []))).toEqual(['say a+b', 'say c'])
  })

  it('collects a day’s posts for the hand of somebody, but for what is urgent', () => {
    const list = [waiting('a'), waiting('b'), waiting('fire', { urgent: true })]
    expect(told(decideTelling(desk(), list, [], 'confirm'))).toEqual(['say fire', 'hold 11-24T09:00'])
    expect(told(decideTelling(desk(new Date('2026-11-24T09:00:00Z')), [waiting('a'), waiting('b')], [], 'confirm'))).toEqual(['say a+b'])
  })

  it('puts a collected post, as it was made, before what became of the matters', () => {
    const five = desk(new Date('2026-11-24T09:00:00Z'))
    const card = { id: 'p', name: '榜样.png' }
    const bulletin = waiting('bulletin', {
      occasion: 'bulletin',
      text: '坪头村今天有2件事告诉大家：\n1 通知：打疫苗\n2 通知：放电影',
      photos: [card],
    })
    const list = [waiting('坪07 路灯', { ticket: 't7' }), bulletin, waiting('坪03', { ticket: 't3', occasion: 'closed' })]
    const [only, second] = decideTelling(five, list, [], 'confirm')
    expect(second).toBeUndefined()
    expect(only).toMatchObject({
      do: 'say',
      keys: ['坪07 路灯', 'bulletin', '坪03'],
      tickets: ['t7', 't3'],
      photos: [card],
      expiresAt: null,
    })
    expect(only?.do === 'say' && only.text).toMatchInlineSnapshot(`
      "坪头村今天有2件事告诉大家：
      1 通知：打疫苗
      2 通知：放电影
      今天：新登记1件（坪07 路灯），办好1件（坪03）。"
    `)
    // One of each: no counting of a single thing.
    const [plain] = decideTelling(five, [bulletin, waiting('坪07', { text: '【坪07】已登记：路灯不亮。' })], [], 'confirm')
    expect(plain?.do === 'say' && plain.text.split('\n').at(-1)).toBe('【坪07】已登记：路灯不亮。')
  })

  it('does not lose a collected post that waited longer for a hand than elsewhere', () => {
    const monday = new Date('2026-11-30T09:00:00Z')
    const old = waiting('bulletin', {
      occasion: 'bulletin',
      dueAt: new Date('2026-11-28T02:00:00Z'),
      expiresAt: new Date('2026-11-28T14:00:00Z'),
    })
    expect(told(decideTelling(desk(monday), [old], [], 'confirm'))).toEqual(['say bulletin'])
    expect(told(decideTelling(desk(monday), [old], [], 'auto'))).toEqual(['suppress bulletin'])
  })

  it('says in one post what waited and what is new, and a matter that is over meanwhile once', () => {
    const days = (n: number) => new Date(NOW.getTime() - n * DAY_MS)
    const over = [
      waiting('receipt', { ticket: 't2', brief: '竹02 路灯', dueAt: days(5) }),
      waiting('end', { ticket: 't2', brief: '竹02 路灯', occasion: 'closed' }),
    ]
    const [post, second] = decideTelling(desk(), over, [])
    expect(second).toBeUndefined()
    expect(post?.do === 'say' && post).toMatchObject({ keys: ['receipt', 'end'], text: '这几天：办好1件（竹02 路灯）。' })
    const [overNight] = decideTelling(desk(), [waiting('竹03 水管', { dueAt: days(1) }), waiting('竹04 垃圾')], [])
    expect(overNight?.do === 'say' && overNight.text).toBe('昨天到今天：新登记2件（竹03 水管；竹04 垃圾）。')
  })

  it('keeps a weekend’s posts for Monday', () => {
    const saturday = new Date('2026-11-28T02:00:00Z')
    expect(told(decideTelling(desk(saturday), [waiting('a', { dueAt: saturday })], [], 'confirm'))).toEqual(['hold 11-30T09:00'])
  })
})
