import { type NoticeDraft, toPerson } from '../../domain/notice.ts'
import type { Person } from '../../domain/people.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { actorsOf } from '../../domain/who-may.ts'
import type { Desk } from '../../ports/desk.ts'
import { MOVES } from '../../tickets/moves/index.ts'
import { sayLabels } from '../../wording/labels.ts'
import { changeCase, openCase } from '../cases.ts'
import {
  isNationalGrid,
  MEASUREMENTS,
  MEDIATIONS,
  type Measurement,
  type Mediation,
  type Side,
  type Survey,
  type SurveyFault,
  stateOf,
} from './facts.ts'
import { figureOf } from './figure.ts'

declare module '../../domain/notice.ts' {
  interface MeasureOccasions extends Record<'mediation', true> {}
}

/** Whoever may visit the matter may measure and mediate it; nobody whom it is about. */
export const mayMeasure = (desk: Pick<Desk, 'roster'>, person: Person, ticket: Ticket): boolean => {
  const actors = actorsOf(desk.roster, person, ticket, [])
  return MOVES.visit.by.some((actor) => actors.has(actor))
}

export const lastMeasurement = async (desk: Pick<Desk, 'cases'>, ticket: Ticket): Promise<Measurement | null> =>
  (await desk.cases(MEASUREMENTS).list({ ticket: ticket.id })).at(-1) ?? null

/** East is where a national grid's second number grows, and there the sketch's x-axis points. */
const EAST = 90

/** 丈量: what was called out on the ground becomes a plot, or is refused with the reason. The ticket's own moves stay as they are. */
export async function measurePlot(
  desk: Pick<Desk, 'now' | 'newId' | 'append' | 'cases'>,
  by: Person,
  ticket: Ticket,
  survey: Survey,
  more: Pick<Measurement, 'present' | 'bearing' | 'neighbours' | 'disputed'>,
): Promise<{ measurement: Measurement } | { fault: SurveyFault; at?: string }> {
  const drawn = figureOf(survey)
  if ('fault' in drawn) return drawn
  const national = survey.by === 'points' && isNationalGrid(survey.points)
  const measurement = await openCase(desk, MEASUREMENTS, by, 'measured', {
    village: ticket.village,
    ticket: ticket.id,
    status: 'measured',
    by: by.id,
    survey,
    figure: drawn.figure,
    bearing: more.bearing ?? (national ? EAST : null),
    ...{ present: more.present, neighbours: more.neighbours, disputed: more.disputed },
    first: null,
    second: null,
  })
  await desk.append(ticket.id, [{ at: desk.now, what: 'added', by: by.id, note: sayLabels.measurement(measurement.number), data: {} }])
  return { measurement }
}

/** Who stood there, what lies around, or where the base line points to, told afterwards. */
export const addToMeasurement = (
  desk: Pick<Desk, 'now' | 'cases'>,
  by: Person,
  m: Measurement,
  more: Partial<Pick<Measurement, 'present' | 'bearing' | 'neighbours' | 'disputed'>>,
): Promise<Measurement> => changeCase<Measurement>(desk, MEASUREMENTS, by, m, 'added', more)

/** What one of the two parties says to the result; the last word of each counts. */
export async function recordWord(
  desk: Pick<Desk, 'now' | 'cases'>,
  by: Person,
  m: Measurement,
  side: Side,
  agrees: boolean,
  said: string,
): Promise<Measurement> {
  const after = { ...m, [side]: { agrees, said, at: desk.now } }
  const status = stateOf(after)
  const changes = { ...after, status, endedAt: status === 'agreed' ? desk.now : null }
  return changeCase(desk, MEASUREMENTS, by, m, agrees ? 'agreed' : 'refused', changes, `${side} ${said}`.trim())
}

export const openMediation = async (desk: Pick<Desk, 'cases'>, ticket: Ticket): Promise<Mediation | null> =>
  (await desk.cases(MEDIATIONS).list({ ticket: ticket.id })).at(-1) ?? null

async function begin(desk: Pick<Desk, 'now' | 'newId' | 'append' | 'cases'>, by: Person, ticket: Ticket): Promise<Mediation> {
  const begun = await openCase(desk, MEDIATIONS, by, 'begun', {
    village: ticket.village,
    ticket: ticket.id,
    status: 'talking',
    mediator: by.id,
    parties: [],
    willing: false,
    invited: [],
    open: false,
    record: [],
    agreement: null,
    performances: [],
    confirmedAt: null,
  })
  await desk.append(ticket.id, [{ at: desk.now, what: 'added', by: by.id, note: sayLabels.mediation(begun.number), data: {} }])
  return begun
}

/** One that ended begins anew when people sit down again. */
const running = async (desk: Pick<Desk, 'now' | 'newId' | 'append' | 'cases'>, by: Person, ticket: Ticket): Promise<Mediation> => {
  const last = await openMediation(desk, ticket)
  return last && last.status === 'talking' ? last : begin(desk, by, ticket)
}

export interface Sitting {
  text: string
  parties: string[]
  invited: string[]
  willing: boolean
  open: boolean | null
  /** A party's plain no ends it (art. 17). */
  refused: boolean
}

/** 调解记录 (art. 27): what was said at one sitting. */
export async function recordSitting(
  desk: Pick<Desk, 'now' | 'newId' | 'append' | 'cases'>,
  by: Person,
  ticket: Ticket,
  s: Sitting,
): Promise<Mediation> {
  const m = await running(desk, by, ticket)
  return changeCase(desk, MEDIATIONS, by, m, s.refused ? 'refused' : 'recorded', {
    parties: [...new Set([...m.parties, ...s.parties])],
    invited: [...new Set([...m.invited, ...s.invited])],
    willing: m.willing || s.willing,
    open: s.open ?? m.open,
    record: [...m.record, { at: desk.now, by: by.id, text: s.text }],
    ...(s.refused && { status: 'refused' as const, endedAt: desk.now }),
  })
}

/** Arts. 28 to 31: written or oral; each part of it that has a day is watched over. */
export async function recordAgreement(
  desk: Pick<Desk, 'now' | 'newId' | 'append' | 'notify' | 'cases'>,
  by: Person,
  ticket: Ticket,
  form: 'written' | 'oral',
  text: string,
  performances: readonly { text: string; due: Date }[],
  tell: (m: Mediation) => string,
): Promise<Mediation> {
  const m = await running(desk, by, ticket)
  const said = { agreement: { form, text, at: desk.now }, performances: performances.map((p) => ({ ...p, done: null })) }
  const agreed = await changeCase(desk, MEDIATIONS, by, m, 'agreed', { status: 'agreed', endedAt: desk.now, ...said }, form)
  await desk.notify(forReporter(ticket, agreed, tell(agreed)))
  return agreed
}

const forReporter = (ticket: Ticket, m: Mediation, text: string): NoticeDraft[] =>
  ticket.reporter
    ? [{ key: `mediation:${m.id}:${m.version}`, to: toPerson(ticket.reporter), ticket: ticket.id, occasion: 'mediation', text }]
    : []

/** Art. 26: it came to nothing, and both are told which other ways are theirs. */
export async function recordFailure(
  desk: Pick<Desk, 'now' | 'newId' | 'append' | 'cases'>,
  by: Person,
  ticket: Ticket,
  why: string,
): Promise<Mediation> {
  const m = await running(desk, by, ticket)
  return changeCase(desk, MEDIATIONS, by, m, 'failed', { status: 'failed', endedAt: desk.now }, why || null)
}

/** `n` counts from 1; null means the only one that is still owed. */
export async function recordPerformance(
  desk: Pick<Desk, 'now' | 'cases'>,
  by: Person,
  m: Mediation,
  n: number | null,
): Promise<Mediation | null> {
  const open = m.performances.flatMap((p, i) => (p.done === null && (n === null || n === i + 1) ? [i] : []))
  const [only, second] = open
  if (only === undefined || second !== undefined) return null
  const performances = m.performances.map((p, i) => (i === only ? { ...p, done: desk.now } : p))
  return changeCase(desk, MEDIATIONS, by, m, 'performed', { performances }, m.performances[only]?.text ?? null)
}

/** Art. 33: the court has confirmed it. */
export const recordConfirmation = (desk: Pick<Desk, 'now' | 'cases'>, by: Person, m: Mediation): Promise<Mediation> =>
  changeCase(desk, MEDIATIONS, by, m, 'confirmed', { confirmedAt: desk.now })
