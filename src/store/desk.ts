import { Assembly } from '../domain/assembly.ts'
import type { Calendar } from '../domain/calendar.ts'
import { Disclosure } from '../domain/disclosure.ts'
import { Exemplar } from '../domain/exemplar.ts'
import { Handover } from '../domain/handover.ts'
import { Measurement } from '../domain/measurement.ts'
import { Mediation } from '../domain/mediation.ts'
import { Petition } from '../domain/petition.ts'
import type { Settings } from '../domain/settings.ts'
import type { Desk } from '../ports/desk.ts'
import { channelDeskOf } from './channel-desk.ts'
import { figuresOf } from './figures.ts'
import { lessonsOf } from './lessons.ts'
import { alarmsOf } from './measures/alarms.ts'
import { bulletinOf } from './measures/bulletin.ts'
import { casesOf } from './measures/cases.ts'
import { chronicleOf } from './measures/chronicle.ts'
import { dutiesOf } from './measures/duties.ts'
import { enforcementOf } from './measures/enforcement.ts'
import { hazardsOf } from './measures/hazards.ts'
import { lecturesOf } from './measures/lectures.ts'
import { policiesOf } from './measures/policies.ts'
import { sayDaysOf } from './measures/say-days.ts'
import { spiritOf } from './measures/spirit.ts'
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
  const chronicle = chronicleOf(tx, town)
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
    chronicle,
    bulletin: bulletinOf(tx, town),
    petitions: casesOf(tx, town, 'petition', Petition, chronicle),
    measurements: casesOf(tx, town, 'measurement', Measurement, chronicle),
    mediations: casesOf(tx, town, 'mediation', Mediation, chronicle),
    enforcement: enforcementOf(tx, town, now),
    exemplars: casesOf(tx, town, 'exemplar', Exemplar, chronicle),
    spirit: spiritOf(tx, town, chronicle),
    assemblies: casesOf(tx, town, 'assembly', Assembly, chronicle),
    handovers: casesOf(tx, town, 'handover', Handover, chronicle),
    disclosures: casesOf(tx, town, 'disclosure', Disclosure, chronicle),
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
