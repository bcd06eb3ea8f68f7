import type { Satisfaction } from '../domain/ticket.ts'
import { type SampleMatter, sampleMatter } from './sample-matters.ts'
import { VILLAGES } from './sample-names.ts'

/** One thing that was done with a matter of the past, so many working days after it was told. */
export interface PastDeed {
  after: number
  at: string
  move: 'accept' | 'progress' | 'deliberate' | 'wait' | 'resolve' | 'reopen' | 'confirm'
  note?: string
  satisfaction?: Satisfaction
  /** Of a wait: until the so many-th working day after the first morning. */
  until?: number
}

/** A matter of the months before the first morning, from the sentence in the group to whatever became of it. */
export interface PastMatter {
  /** Working days before the first morning, or before the same day of last year. */
  daysBefore: number
  lastYear: boolean
  at: string
  village: string
  /** Which of the village's households told it. */
  household: number
  text: string
  deeds: readonly PastDeed[]
}

/** What a season is like: this year's has fewer matters than last year's, and they take less long. */
/** Said over and over: never empty. */
type Round<T> = readonly [T, ...T[]]

interface Pace {
  lastYear: boolean
  first: number
  last: number
  /** Matters told on one working day after the other, over and over. */
  perDay: Round<number>
  /** Working days until they are done. */
  takes: Round<number>
  /** null: nobody answered. */
  verdicts: Round<Satisfaction | null>
}

/** The last week is told line by line (sample-past.ts); no deed of a season falls into it. */
const WEEK = 5

const PACES: readonly Pace[] = [
  {
    ...{ lastYear: true, first: 70, last: -34, perDay: [2, 3, 1, 2, 3] },
    takes: [2, 4, 1, 6, 3, 8, 5, 2, 9, 4, 7],
    verdicts: ['good', 'fair', null, 'good', null, 'poor', 'good', null, 'fair', 'good'],
  },
  {
    ...{ lastYear: false, first: 66, last: WEEK + 2, perDay: [2, 1, 2, 1, 3, 1, 2] },
    takes: [1, 2, 1, 4, 2, 3, 1, 5, 2, 8, 3],
    verdicts: ['good', 'good', null, 'good', 'fair', 'good', 'good', null, 'good', 'good', 'poor', 'good', 'good'],
  },
]

const NUMERALS = '一二三四五六七八九十'
/** Larger villages tell more. */
const BUSY: Round<number> = [8, 0, 15, 24, 5, 11]
/** The residents of a village who tell one matter after the other. */
const HOMES = 7

function pick<T>(list: Round<T>, n: number): T {
  const one = list[n % list.length]
  // Nobody's answer is one of them.
  return one === undefined ? list[0] : one
}
const clock = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const EVENING = 18 * 60 + 30

/** Taken, talked over where two households are at odds, done, and the reporter's word. What is told late is taken the next morning. */
function courseOf(n: number, told: number, pace: Pace, { done, talked }: SampleMatter): PastDeed[] {
  const late = told >= 15 * 60
  const resolved = Math.max(talked ? 2 : 1, pick(pace.takes, n))
  return [
    { after: late ? 1 : 0, at: late ? clock(530 + (n % 40)) : clock(told + 35 + (n % 5) * 17), move: 'accept' },
    ...(talked ? [{ after: resolved - 1, at: '10:10', move: 'deliberate', note: talked } as const] : []),
    { after: resolved, at: clock(610 + (n % 11) * 31), move: 'resolve', note: done },
    ...verdictOf(resolved, pick(pace.verdicts, n), clock(EVENING + (n % 9) * 11), done),
  ]
}

function verdictOf(resolved: number, verdict: Satisfaction | null, at: string, done: string): PastDeed[] {
  if (verdict === null) return []
  if (verdict !== 'poor') return [{ after: resolved, at, move: 'confirm', satisfaction: verdict }]
  return [
    { after: resolved, at, move: 'reopen', note: '又不行了', satisfaction: 'poor' },
    { after: resolved + 2, at: '15:20', move: 'resolve', note: `重新弄过，${done}` },
    { after: resolved + 2, at, move: 'confirm', satisfaction: 'good' },
  ]
}

function mattersOf(pace: Pace): PastMatter[] {
  const days = Array.from({ length: pace.first - pace.last + 1 }, (_, i) => pace.first - i)
  const told = days.flatMap((daysBefore, i) => Array.from({ length: pick(pace.perDay, i) }, () => daysBefore))
  return told.map((daysBefore, n) => {
    const [village = '', , she = 1] = VILLAGES[n % 4 === 3 ? pick(BUSY, n >> 2) : (n * 9 + 4) % VILLAGES.length] ?? []
    const matter = sampleMatter(n)
    const minute = 470 + ((n * 37) % 11) * 58
    return {
      ...{ daysBefore, lastYear: pace.lastYear, at: clock(minute), village, household: (n >> 1) % HOMES },
      text: matter.text.replace('〔社〕', `${NUMERALS[n % she]}社`),
      deeds: courseOf(n, minute, pace, matter).filter(({ after }) => pace.lastYear || daysBefore - after > WEEK),
    }
  })
}

const taken = (at: string): PastDeed => ({ after: 0, at, move: 'accept' })

/** What a township carries with it: two that wait, two that are late, and a boundary that was measured (sample-orders.ts). */
const CARRIED: readonly PastMatter[] = [
  {
    ...{ daysBefore: 40, lastYear: false, at: '09:10', village: '高台村', household: 2, text: '六社的便桥栏杆松了，过车晃得厉害' },
    deeds: [taken('10:00'), { after: 2, at: '11:00', move: 'wait', note: '等县里的桥梁款', until: 18 }],
  },
  {
    ...{
      daysBefore: 24,
      lastYear: false,
      at: '10:20',
      village: '松垭村',
      household: 1,
      text: '二社的机耕路叫雨水冲出一道沟，拖拉机上不去',
    },
    deeds: [taken('11:05'), { after: 1, at: '15:00', move: 'wait', note: '等地里的活干完再推路', until: 9 }],
  },
  {
    ...{ daysBefore: 19, lastYear: false, at: '08:40', village: '老街村', household: 3, text: '四社的变压器老跳闸，一到晚上就没电' },
    deeds: [taken('09:15'), { after: 3, at: '16:00', move: 'progress', note: '报了供电所，等新变压器' }],
  },
  {
    ...{ daysBefore: 16, lastYear: false, at: '14:30', village: '龙潭村', household: 0, text: '一社的水渠漏水，下头的地浇不上' },
    deeds: [taken('15:00'), { after: 2, at: '10:30', move: 'progress', note: '等水泥运到' }],
  },
  {
    ...{ daysBefore: 32, lastYear: false, at: '09:30', village: '石桥村', household: 1, text: '隔壁把地埂挖过来了，占了我家的地' },
    deeds: [taken('10:10')],
  },
]

/** Last year's season for comparison, this year's up to the last week, in the order in which they were told. */
export const sampleSeason = (): PastMatter[] => {
  const [before = [], now = []] = PACES.map(mattersOf)
  return [...before, ...[...now, ...CARRIED].sort((a, b) => b.daysBefore - a.daysBefore || (a.at < b.at ? -1 : 1))]
}
