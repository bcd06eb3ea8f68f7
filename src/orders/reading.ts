import type { Ticket } from '../domain/ticket.ts'
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

export interface Weighed {
  reading: Reading
  /** How many of the characters are fixed: of several readings the one with more is meant. */
  fixed: number
}

export type Understood = Reading & {
  /** The tickets it must be one of, where the words did not number it but told it otherwise. */
  among?: Ticket[]
}
