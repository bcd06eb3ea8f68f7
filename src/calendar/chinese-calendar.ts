import announced from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import type { Calendar } from '../domain/calendar.ts'
import { numberOfDay, weekdayOf } from '../domain/moments.ts'
import { LAW_DAYS, lawDays } from './law-days.ts'
import { lunarDay } from './lunar.ts'

export interface CalendarOptions {
  /** What this township does otherwise, by day: 2026-11-27. */
  override?: Readonly<Record<string, 'work' | 'rest'>>
  /** Years whose announcement the overrides hold in full, before the library has them. */
  announced?: readonly number[]
}

// The list itself and not the library's isWorkday(), which answers for the machine's time zone.
const rest = new Set(Object.keys(announced.holidays))
const madeUp = new Set(Object.keys(announced.workdays))
const years = new Set([...rest].map((day) => Number(day.slice(0, 4))))

/** China's working days: 国务院办公厅's announcement where there is one, else weekends and the holidays fixed by law. */
export function chineseCalendar(options: CalendarOptions = {}): Calendar {
  const override = new Map(Object.entries(options.override ?? {}))
  const known = new Set([...years, ...(options.announced ?? [])])
  const byLaw = new Map<number, ReadonlySet<string>>()

  const restsByLaw = (day: string): boolean => {
    const year = Number(day.slice(0, 4))
    const days = byLaw.get(year) ?? lawDays(year)
    byLaw.set(year, days)
    return days.has(day)
  }

  return {
    isKnown: (year) => known.has(year),
    lunarDay,
    festival: (name, year) => LAW_DAYS[name].of(year),
    isWorkday(day) {
      const said = override.get(day)
      if (said) return said === 'work'
      if (madeUp.has(day)) return true
      if (rest.has(day) || weekdayOf(numberOfDay(day)) > 5) return false
      return years.has(Number(day.slice(0, 4))) || !restsByLaw(day)
    },
  }
}
