import type { Chart } from './picture.ts'
import type { Stage } from './ticket.ts'

/** A village on the hall screen: what it has in hand and what is late of it. */
export interface HallVillage {
  name: string
  live: number
  overdue: number
}

/** Something that was done, by where it was and what line of the duty list it belonged to: no word that anybody wrote. */
export interface HallDone {
  at: Date
  place: string
  /** Null where no line of the list names it. */
  what: string | null
}

/** What the hall screen (大屏) shows: figures, and nothing by which anybody could be known. */
export interface Hall {
  town: string
  now: Date
  today: { opened: number; done: number }
  standing: { live: number; overdue: number; waiting: number }
  month: { name: string; opened: number; done: number; onTime: { onTime: number; all: number } }
  villages: readonly HallVillage[]
  done: readonly HallDone[]
  stages: readonly { stage: Stage; count: number }[]
  course: Chart
}
