/** One point of a 说事日: an open matter, or words. */
export interface AgendaItem {
  ticket: string | null
  /** Fit for the group: never of a private matter. */
  text: string
  /** Why it waits, for those who call the village together; in the group nobody is shown up. */
  why: string
}

/** 说事日: a day on which the village sits together over what waits. */
export interface SayDay {
  id: string
  village: string
  day: string
  minute: number
  place: string
  by: string
  agenda: AgendaItem[]
  /** Private matters that wait as well; talked over apart, told as a number. */
  apart: number
  state: 'planned' | 'held' | 'cancelled'
  attendance: number | null
  record: string
}
