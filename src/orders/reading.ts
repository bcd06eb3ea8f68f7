import type { Ticket } from '../domain/ticket.ts'
import type { Mark } from '../reading/intents.ts'
import type { TicketRef } from '../reading/ticket-ref.ts'
import type { Command } from './define-command.ts'

/** What a line asks for, before any ticket is looked up. */
export interface Reading {
  command: Command
  ref: TicketRef | null
  rest: string
  /** 坪18、坪16都办好了; 7号弄好了，8号还要两天: what is said besides of others. */
  also?: readonly Reading[]
  /** 老王那个事办好了: the ticket is known by who told it. */
  reporter?: string
  /** Said in a way that people also use among themselves, so it must find its ticket: */
  only?: 'newWork' | 'inHand' | 'work' | 'named' | 'ended' | 'waiting' | 'justTold' | 'takenBack'
}

/** What a mark says of the tickets that alone can be meant, wherever the words stand. */
const ONLY: readonly [mark: Mark, only: Reading['only']][] = [
  ['ended', 'ended'],
  ['waiting', 'waiting'],
  ['new-work', 'newWork'],
  ['mine', 'inHand'],
]
export const onlyMarked = (marks: readonly Mark[]): Reading['only'] => ONLY.find(([mark]) => marks.includes(mark))?.[1]

export interface Weighed {
  reading: Reading
  /** How many of the characters are fixed: of several readings the one with more is meant. */
  fixed: number
}

export type Understood = Reading & {
  /** The tickets it must be one of, where the words did not number it but told it otherwise. */
  among?: Ticket[]
}
