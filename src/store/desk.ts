import type { Calendar } from '../domain/calendar.ts'
import type { Settings } from '../domain/settings.ts'
import type { Desk } from '../ports/desk.ts'
import { channelDeskOf } from './channel-desk.ts'
import { figuresOf } from './figures.ts'
import { lessonsOf } from './lessons.ts'
import { alarmsOf } from './measures/alarms.ts'
import { bulletinOf } from './measures/bulletin.ts'
import { chronicleOf } from './measures/chronicle.ts'
import { dutiesOf } from './measures/duties.ts'
import { hazardsOf } from './measures/hazards.ts'
import { lecturesOf } from './measures/lectures.ts'
import { policiesOf } from './measures/policies.ts'
import { sayDaysOf } from './measures/say-days.ts'
import { teamOf } from './measures/team.ts'
import { warningsOf } from './measures/warnings.ts'
import { memoryOf } from './memory.ts'
import { modelCallsOf } from './model-calls.ts'
import { noticesOf } from './notices.ts'
import { orderDeskOf } from './order-desk.ts'
import { rosterOf } from './roster.ts'
import { rosterChangesOf } from './roster-changes.ts'
import { talkOf } from './talk.ts'
import { ticketsOf } from './tickets.ts'
import { trainedModelsOf } from './trained-models.ts'
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
    ...lessonsOf(tx, town, now, outfit.newId),
    ...modelCallsOf(tx, town, now),
    ...trainedModelsOf(tx, town, now),
    ...rosterChangesOf(tx, town, now),
    ...orderDeskOf(tx, town, now),
    ...channelDeskOf(tx, town, now),
    chronicle: chronicleOf(tx, town),
    bulletin: bulletinOf(tx, town),
    duties: dutiesOf(tx, town),
    lectures: lecturesOf(tx, town),
    sayDays: sayDaysOf(tx, town),
    team: teamOf(tx, town, now),
    policies: policiesOf(tx, town),
    alarms: alarmsOf(tx, town, now),
    hazards: hazardsOf(tx, town, now),
    warnings: warningsOf(tx, town),
  }
}
