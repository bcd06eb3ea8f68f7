import type { Calendar } from '../domain/calendar.ts'
import type { Settings } from '../domain/settings.ts'
import type { Desk } from '../ports/desk.ts'
import { figuresOf } from './figures.ts'
import { memoryOf } from './memory.ts'
import { noticesOf } from './notices.ts'
import { rosterOf } from './roster.ts'
import { rosterChangesOf } from './roster-changes.ts'
import { talkOf } from './talk.ts'
import { ticketsOf } from './tickets.ts'
import type { Transaction } from './transaction.ts'

export interface DeskOutfit {
  calendar: Calendar
  settings: Settings
  newId(): string
}

/** The desk of one town within one transaction, at one moment. */
export async function deskIn(tx: Transaction, town: string, now: Date, outfit: DeskOutfit): Promise<Desk> {
  const row = await tx.town.findUniqueOrThrow({ where: { id: town }, select: { rosterVersion: true } })
  return {
    town,
    now,
    ...outfit,
    roster: await rosterOf(tx, town, row.rosterVersion),
    figures: figuresOf(tx, town),
    ...ticketsOf(tx, town, now),
    ...talkOf(tx, town, now),
    ...noticesOf(tx, town, now),
    ...memoryOf(tx, town, now),
    ...rosterChangesOf(tx, town, now),
  }
}
