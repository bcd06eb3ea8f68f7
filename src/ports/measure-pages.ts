import type { Person } from '../domain/people.ts'
import type { TenMeasure } from '../domain/ten-measures.ts'
import type { AtDesk } from './desk.ts'

/** How it stands: past its day, near it, done with, or none of these. */
export type Tone = 'late' | 'soon' | 'done' | 'plain'

/** What a measure keeps, as a line of its list. */
export interface RecordRow {
  /** Of its page; null where it has none. */
  key: string | null
  /** What it goes by: 信03, 第2场. */
  label: string
  title: string
  place: string
  state: string
  tone: Tone
  /** Its day, or what comes next. */
  when: string
  /** The matter that it is, where it has no page of its own. */
  matter?: string
}

export interface RecordLine {
  at: Date
  by: string | null
  text: string
}

/** Something that is held on a day: 说事日, 大讲堂, 议事会. */
export interface Held {
  day: string
  minute: number | null
  text: string
}

/** What of it is held on these days, both included, in these villages, for the calendar of the office. */
export type HeldDays = AtDesk<Held[], [reader: Person, asked: { from: string; to: string; villages: readonly string[] }]>

/** One of them, whole. */
export interface RecordPage {
  label: string
  title: string
  state: string
  tone: Tone
  facts: readonly (readonly [name: string, value: string])[]
  /** What is to be done next, and until when; null where nothing is. */
  next: string | null
  /** What was done and said, in order. */
  lines: readonly RecordLine[]
  /** The label of the matter it belongs to, where the reader may see it. */
  matter: string | null
}

/** The pages of one thing that a measure keeps. Each looks for itself what its reader may see, as the orders do. */
export interface MeasurePages {
  /** In the address: lectures. */
  path: string
  /** Which of the ten it belongs to. */
  of: TenMeasure
  title: string
  isFor(person: Person): boolean
  list: AtDesk<RecordRow[], [reader: Person]>
  /** Those that belong to one matter. */
  ofMatter: AtDesk<RecordRow[], [reader: Person, ticketId: string]>
  /** Null where there is none, and where it is not theirs to read. */
  one: AtDesk<RecordPage | null, [reader: Person, key: string]>
}
