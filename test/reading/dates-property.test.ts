import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { shiftWorkdays } from '../../src/domain/calendar.ts'
import { dayName, dayNumber, dayOf, numberOfDay, weekdayOf } from '../../src/domain/moments.ts'
import { ANY_DAY } from '../../src/reading/bounds.ts'
import { momentOf, readWhen } from '../../src/reading/when.ts'

const calendar = chineseCalendar()
const FIGURES = '零一二三四五六七八九'
/** 25 → 二十五. */
const spelt = (n: number): string =>
  n < 10 ? (FIGURES[n] ?? '') : `${n >= 20 ? FIGURES[Math.floor(n / 10)] : ''}十${n % 10 === 0 ? '' : FIGURES[n % 10]}`

/** Every expression of some kinds with the day it is, counted here by other means than the reader's. */
function expressionsOn(now: Date): Map<string, string> {
  const today = dayNumber(now)
  const all = new Map<string, string>()
  const say = (words: readonly string[], day: number) => {
    for (const w of words) all.set(w, dayName(day))
  }
  const monday = today - weekdayOf(today) + 1
  for (let after = 0; after < 365; after++) {
    const [y = '', m = '', d = ''] = dayName(today + after).split('-')
    const [month, dom] = [Number(m), Number(d)]
    say(
      [`${month}月${dom}日`, `${month}月${dom}号`, `${spelt(month)}月${spelt(dom)}号`, `${y}年${month}月${dom}日`, `${y}-${m}-${d}`],
      today + after,
    )
    const short = [`${dom}号`, `${spelt(dom)}号`, ...(dom > 20 && dom < 30 ? [`廿${spelt(dom - 20)}号`] : [])]
    if (!all.has(`${dom}号`)) say(short, today + after)
  }
  for (const [i, c] of [...'一二三四五六日'].entries()) {
    const day = monday + i
    for (const week of ['周', '星期', '礼拜']) {
      say([`${week}${c}`], day < today ? day + 7 : day)
      say([`下${week}${c}`, `下个${week}${c}`], day + 7)
      for (const weeks of [2, 3])
        say(
          ['', '个'].map((link) => `${'下'.repeat(weeks)}${link}${week}${c}`),
          day + 7 * weeks,
        )
    }
  }
  say(['今天', '今日'], today)
  say(['明天', '明日'], today + 1)
  say(['后天'], today + 2)
  say(['大后天'], today + 3)
  say(['大大后天'], today + 4)
  const inDays = (n: number) => shiftWorkdays(today + n - 1, 1, calendar)
  for (let n = 1, working = today; n < 400; n++) {
    working = shiftWorkdays(working, 1, calendar)
    const next = shiftWorkdays(working, 1, calendar)
    const names =
      n === 2 ? ['两', '二', '2'] : [...(n < 100 ? [spelt(n)] : []), ...(n > 20 && n < 30 ? [`廿${spelt(n - 20)}`] : []), String(n)]
    const all = (unit: string) => names.map((w) => `${w}${unit}`)
    say(all('天'), n < 7 ? working : inDays(n))
    say(all('天半'), n < 7 ? next : inDays(n + 1))
    say(all('个工作日'), working)
    if (n >= 60) continue
    say([...all('周'), ...all('个星期')], inDays(7 * n))
    say([...all('周半'), ...all('个星期半')], inDays(7 * n + 4))
  }
  return all
}

const read = (text: string, now: Date): string | null => {
  const said = readWhen(text, { now, calendar, bounds: ANY_DAY })
  return said?.when ? dayOf(momentOf(said.when, now, calendar)) : null
}

/** Days all over two years, with what is said on each. */
const DAYS = Array.from({ length: 24 }, (_, i) => numberOfDay('2026-01-05') + 29 * i)
const A_DAY = fc.constantFrom(...DAYS)
const at = (day: number): Date => new Date(`${dayName(day)}T10:00:00+08:00`)
const known = new Map(DAYS.map((day) => [day, expressionsOn(at(day))]))
const expressions = (day: number): Map<string, string> => known.get(day) ?? new Map()
const TOUCHING = [...'0123456789零一二两三四五六七八九十廿百半几多余来第每年月周日天号旬初底末中上下前后大外昨今明本去正腊冬闰.-/~～—至']
const REASONS = ['', ' 等配件', '，等配件', ' 等3.5吨沙子', '前', '吧', '再说', ' 李建国说的']
const BEFORE = ['', '到', '等到', '再给', '等3吨沙子 ', '路灯坏了，']

describe('a day is the right one or a question, never another', () => {
  it('for every expression, in whatever words it stands', () => {
    fc.assert(
      fc.property(A_DAY, fc.nat(), fc.constantFrom(...BEFORE), fc.constantFrom(...REASONS), (day, n, before, after) => {
        const all = [...expressions(day)]
        const [words, right] = all[n % all.length] ?? ['', '']
        expect([right, null], `${before}${words}${after} on ${dayName(day)}`).toContain(read(`${before}${words}${after}`, at(day)))
        // By itself it is no question.
        expect(read(words, at(day)), `${words} on ${dayName(day)}`).toBe(right)
      }),
      { numRuns: 400 },
    )
  })

  it('for every expression with something of time that touches it', () => {
    fc.assert(
      fc.property(A_DAY, fc.nat(), fc.constantFrom(...TOUCHING), fc.boolean(), (day, n, c, isBefore) => {
        const all = expressions(day)
        const [words, right] = [...all][n % all.size] ?? ['', '']
        const text = isBefore ? `${c}${words}` : `${words}${c}`
        expect([all.get(text) ?? right, null], `${text} on ${dayName(day)}`).toContain(read(text, at(day)))
      }),
      { numRuns: 4000 },
    )
  }, 60_000)

  it('for every day of the lunar year, as another calendar has it', () => {
    const lunar = new Intl.DateTimeFormat('zh-u-ca-chinese', { timeZone: 'Asia/Shanghai', month: 'long', day: 'numeric' })
    fc.assert(
      fc.property(A_DAY, fc.integer({ min: 0, max: 340 }), (day, after) => {
        const parts = lunar.formatToParts(at(day + after))
        const month = parts.find((p) => p.type === 'month')?.value ?? ''
        const d = Number(parts.find((p) => p.type === 'day')?.value)
        const dom = d <= 10 ? `初${spelt(d)}` : spelt(d)
        // The other calendar has the new moon of 2027-02-06, four minutes before midnight, on the day after.
        const isMisplaced = day + after >= numberOfDay('2027-02-06') && day + after <= numberOfDay('2027-03-08')
        if (month.startsWith('闰') || isMisplaced) return
        expect(read(`农历${month}${dom}`, at(day)), `农历${month}${dom} on ${dayName(day)}`).toBe(dayName(day + after))
      }),
      { numRuns: 300 },
    )
  })
})
