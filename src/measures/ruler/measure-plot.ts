import { newCase } from '../../domain/case.ts'
import { isNationalGrid, type Measurement, type Side, type Survey, type SurveyFault, stateOf } from './facts.ts'
import type { Person } from '../../domain/people.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { actorsOf } from '../../domain/who-may.ts'
import type { Desk } from '../../ports/desk.ts'
import { MOVES } from '../../tickets/moves/index.ts'
import { sayLabels } from '../../wording/labels.ts'
import { figureOf } from './figure.ts'

/** Whoever may visit the matter may measure and mediate it; nobody whom it is about. */
export const mayMeasure = (desk: Desk, person: Person, ticket: Ticket): boolean => {
  const actors = actorsOf(desk.roster, person, ticket, [])
  return MOVES.visit.by.some((actor) => actors.has(actor))
}

export const lastMeasurement = async (desk: Desk, ticket: Ticket): Promise<Measurement | null> =>
  (await desk.measurements.list({ ticket: ticket.id })).at(-1) ?? null

const event = (desk: Desk, by: Person, what: string, note: string | null, data: Record<string, unknown> = {}) => ({
  at: desk.now,
  what,
  by: by.id,
  note,
  data,
})

/** East is where a national grid's second number grows, and there the sketch's x-axis points. */
const EAST = 90

/** 丈量: what was called out on the ground becomes a plot, or is refused with the reason. The ticket's own moves stay as they are. */
export async function measurePlot(
  desk: Desk,
  by: Person,
  ticket: Ticket,
  survey: Survey,
  more: { present: string[]; bearing: number | null },
): Promise<{ measurement: Measurement } | { fault: SurveyFault; at?: string }> {
  const drawn = figureOf(survey)
  if ('fault' in drawn) return drawn
  const national = survey.by === 'points' && isNationalGrid(survey.points)
  const number = await desk.measurements.nextNumber()
  const fresh: Measurement = {
    ...newCase({ id: desk.newId(), number, village: ticket.village }, desk.now),
    ticket: ticket.id,
    status: 'measured',
    by: by.id,
    survey,
    figure: drawn.figure,
    bearing: more.bearing ?? (national ? EAST : null),
    present: more.present,
    first: null,
    second: null,
  }
  const measurement = await desk.measurements.write(null, fresh, [event(desk, by, 'measured', null, { area: drawn.figure.area })])
  await desk.append(ticket.id, [{ at: desk.now, what: 'added', by: by.id, note: sayLabels.measurement(number), data: {} }])
  return { measurement }
}

/** Who stood there, or where the base line points to, told afterwards. */
export const addToMeasurement = (
  desk: Desk,
  by: Person,
  m: Measurement,
  more: Partial<Pick<Measurement, 'present' | 'bearing'>>,
): Promise<Measurement> => desk.measurements.write(m, { ...m, ...more }, [event(desk, by, 'added', null)])

/** What one of the two parties says to the result; the last word of each counts. */
export async function recordWord(desk: Desk, by: Person, m: Measurement, side: Side, agrees: boolean, said: string): Promise<Measurement> {
  const after = { ...m, [side]: { agrees, said, at: desk.now } }
  const status = stateOf(after)
  return desk.measurements.write(m, { ...after, status, endedAt: status === 'agreed' ? desk.now : null }, [
    event(desk, by, agrees ? 'agreed' : 'refused', said || null, { side }),
  ])
}
