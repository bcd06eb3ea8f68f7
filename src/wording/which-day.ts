import { momentAt, numberOfDay } from '../domain/moments.ts'
import { day, fullDay } from './dates.ts'

const LONGEST = 20
const NOON = 12 * 60

/** 2027年3月1日（周一）, from 2027-03-01: so said, a day leaves no question. */
export function inFull(name: string): string {
  const at = momentAt(numberOfDay(name), NOON)
  return `${fullDay(at)}${day(at).replace(/^[^（]*/u, '')}`
}

/** What was said of a day and is not taken as it was said. */
export const whichDay = ({ words, day, why }: { words: string; day: string | null; why: 'unclear' | 'far' | 'past' | 'rough' }): string => {
  const said = `“${words.slice(0, LONGEST)}”`
  if (day) return `${said}是${inFull(day)}吗？回“是”，不是就回个日子。`
  return `${said}${why === 'past' ? '已经过了，' : ''}是哪一天？回个日子就行，比如“12月10日”。`
}
export const whichDayThen = '那是哪一天？回个日子就行，比如“12月10日”。'
