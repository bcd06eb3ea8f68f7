import type { Desk } from '../ports/desk.ts'
import type { Journal } from '../store/deeds/journal.ts'
import type { Transaction } from '../store/transaction.ts'
import { alarmAnswersOf } from './alarm/store.ts'
import { bulletinOf } from './bulletin/store.ts'
import { dutiesOf } from './duties/store.ts'
import { warningsOf } from './early-warning/store.ts'
import { teamOf } from './team/store.ts'

/** What wings ask of the store beyond their cases, as each wing answers it. */
export const wingStoresOf = (tx: Transaction, town: string, now: Date, journal: Journal) =>
  ({
    alarmAnswers: alarmAnswersOf(tx, town, now, journal),
    bulletin: bulletinOf(tx, town, journal),
    warnings: warningsOf(tx, town),
    team: teamOf(tx, town, now, journal),
    duties: dutiesOf(tx, town, journal),
  }) satisfies Partial<Desk>
