import { keysOf, recordOf } from './one-of.ts'
import { type KeepDays, RETENTION } from './retention.ts'

/** 本镇设定: what a township may set for itself. Times of day are HH:MM in Asia/Shanghai. */
export interface Settings {
  /** How long a silent moment ends a report, seconds. */
  reportWindowSeconds: number
  groupPostsPerHour: number
  quietFrom: string
  quietTo: string
  morningAt: string
  digestAt: string
  /** When a group's one collected post of the day is made. */
  bulletinAt: string
  /** When the clerks read what sounded like a matter. */
  listAt: readonly string[]
  /** Whether they also read, once it has become quiet in their group, what was told there after the last of these. */
  listAfterTalk: boolean
  /** At or above this probability of being a matter a ticket opens by itself. */
  openAt: number
  /** At or above this and below `openAt` the clerk is asked. */
  askAt: number
  /** Which reports the language model is asked for as well; `never` where none is configured. */
  askModel: 'never' | 'unsure' | 'always'
  /** How often a day in the whole township the duty cadre is shown words that may mean danger. */
  looksPerDay: number
  /** So many days each kind is kept (src/domain/retention.ts). */
  keepDays: KeepDays
  /** Whether a group begins with a week in which it is only heard. */
  trial: boolean
  /** Whether spoken messages can be written down. */
  hearVoices: boolean
}

export const defaultSettings: Settings = {
  reportWindowSeconds: 45,
  groupPostsPerHour: 6,
  quietFrom: '21:30',
  quietTo: '07:00',
  morningAt: '08:40',
  digestAt: '17:40',
  bulletinAt: '10:00',
  listAt: ['12:00', '17:30'],
  listAfterTalk: true,
  openAt: 0.7,
  askAt: 0.4,
  askModel: 'never',
  looksPerDay: 3,
  keepDays: recordOf(keysOf(RETENTION), (kind) => RETENTION[kind].days),
  trial: false,
  hearVoices: false,
}
