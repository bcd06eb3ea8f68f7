import type { Calendar } from '../domain/calendar.ts'
import type { Case, CaseKind } from '../domain/case.ts'
import type { Settings } from '../domain/settings.ts'
import { wingStoresOf } from '../measures/stores.ts'
import type { Desk } from '../ports/desk.ts'
import { requestsOf } from './api/requests.ts'
import { caseDeskOf } from './case-desk.ts'
import { casesOf, chronicleOf } from './cases.ts'
import { channelDeskOf } from './channel-desk.ts'
import { createJournal } from './deeds/journal.ts'
import { takeBackOf } from './deeds/take-back.ts'
import { figuresOf } from './figures.ts'
import { forgettingOf } from './forget/erase.ts'
import { lessonsOf } from './lessons.ts'
import { memoryOf } from './memory.ts'
import { modelCallsOf } from './model-calls.ts'
import { noticesOf } from './notices.ts'
import { type OfficeAddress, officeDeskOf } from './office.ts'
import { officeListsOf } from './office-lists.ts'
import { orderDeskOf } from './order-desk.ts'
import { retentionOf } from './retention/let-go.ts'
import { rosterOf } from './roster.ts'
import { rosterChangesOf } from './roster-changes.ts'
import { slipDeskOf } from './slips.ts'
import { speechOf } from './speech.ts'
import { talkOf } from './talk.ts'
import { ticketsOf } from './tickets.ts'
import { tracesOf } from './traces.ts'
import { trainedModelsOf } from './trained-models.ts'
import type { Transaction } from './transaction.ts'
import { trialDeskOf } from './trials.ts'

export interface DeskOutfit {
  calendar: Calendar
  settings: Settings
  newId(): string
  /** Absent where no page is served. */
  office?: OfficeAddress
}

/** The desk of one town within one transaction, at one moment; `version` of its roster where that is known already. */
export async function deskIn(tx: Transaction, town: string, now: Date, outfit: DeskOutfit, version?: number): Promise<Desk> {
  const rosterVersion = version ?? (await tx.town.findUniqueOrThrow({ where: { id: town }, select: { rosterVersion: true } })).rosterVersion
  const journal = createJournal(tx, town)
  const chronicle = chronicleOf(tx, town, journal)
  const tickets = ticketsOf(tx, town, now, journal)
  const notices = noticesOf(tx, town, now, journal)
  const cases = <T extends Case>(kind: CaseKind<T>) => casesOf(tx, town, kind, chronicle, journal)
  const roster = await rosterOf(tx, town, rosterVersion)
  const desk: Desk = {
    town,
    now,
    ...outfit,
    roster,
    figures: figuresOf(tx, town),
    lists: officeListsOf(tx, town, now, roster),
    ...tickets,
    ...talkOf(tx, town, now),
    ...notices,
    ...memoryOf(tx, town, now, journal),
    deeds: { ...journal, ...takeBackOf(tx, town, now, { ...tickets, ...notices, chronicle }) },
    ...lessonsOf(tx, town, now, outfit.newId, journal),
    ...modelCallsOf(tx, town, now),
    ...trainedModelsOf(tx, town, now),
    ...rosterChangesOf(tx, town, now, journal),
    ...orderDeskOf(tx, town, now),
    ...officeDeskOf(tx, town, outfit.office),
    ...caseDeskOf(tx, town),
    ...slipDeskOf(tx, town, now, outfit.newId),
    ...trialDeskOf(tx, town, now, journal),
    ...channelDeskOf(tx, town, now),
    cases,
    ...forgettingOf(tx, town, now, outfit.newId),
    ...retentionOf(tx, town, now, outfit.newId),
    traces: (personId) => tracesOf(tx, town, personId),
    chronicle,
    ...wingStoresOf(tx, town, now, journal),
    requests: requestsOf(tx, town),
    speech: speechOf(tx, town, now, async () => desk),
  }
  return desk
}
