import type { Role } from '../../domain/people.ts'
import type { Sketch } from '../../domain/picture.ts'
import { placeName } from '../../domain/place-name.ts'
import { hasRoleOver, personName, type Roster } from '../../domain/roster.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { Desk } from '../../ports/desk.ts'
import { sayLabels } from '../../wording/labels.ts'
import { isSide, neighbourAt } from './around.ts'
import { type DisputeRecord, MEASUREMENTS, MEDIATIONS, type Measurement } from './facts.ts'
import { MEASURED } from './words.ts'

/** The matter a number names: its own (坪08), or that of a measurement (量02). */
export async function ticketOfLabel(
  desk: Pick<Desk, 'roster' | 'ticket' | 'ticketByNumber' | 'cases'>,
  label: string,
): Promise<Ticket | null> {
  const measured = MEASURED.exec(label)
  if (measured) {
    const found = await desk.cases(MEASUREMENTS).byNumber(Number(measured[1]))
    return found && desk.ticket(found.ticket)
  }
  const number = Number(/\d+$/u.exec(label)?.[0] ?? 0)
  const short = label.replace(/\d+$/u, '')
  const village = [...desk.roster.nodes.values()].find((n) => n.short === short)
  return village && number > 0 ? desk.ticketByNumber(village.id, number) : null
}

/** Whoever leads a talk signs as what they are: a mediator where they are one, else by their highest office there. */
const AS: readonly Role[] = ['mediator', 'secretary', 'clerk', 'keeper', 'duty', 'leader']
const roleAt = (roster: Roster, id: string, place: string): Role => {
  const person = roster.people.get(id)
  return (person && AS.find((role) => hasRoleOver(roster, person, role, place))) ?? person?.roles[0]?.role ?? 'mediator'
}

/** What was measured, said and agreed in one matter, or null where nothing was. */
export async function disputeRecordOf(desk: Pick<Desk, 'now' | 'roster' | 'cases'>, ticket: Ticket): Promise<DisputeRecord | null> {
  const { roster } = desk
  const measurements = await desk.cases(MEASUREMENTS).list({ ticket: ticket.id })
  const mediations = await desk.cases(MEDIATIONS).list({ ticket: ticket.id })
  if (measurements.length + mediations.length === 0) return null
  const checks: { what: string; hash: string }[] = []
  for (const m of measurements)
    checks.push({ what: sayLabels.measurement(m.number), hash: (await desk.cases(MEASUREMENTS).history(m.id)).at(-1)?.hash ?? '' })
  for (const m of mediations)
    checks.push({ what: sayLabels.mediation(m.number), hash: (await desk.cases(MEDIATIONS).history(m.id)).at(-1)?.hash ?? '' })
  return {
    label: ticket.label,
    village: placeName(roster, ticket.village),
    place: placeName(roster, ticket.place),
    township: roster.townName,
    title: ticket.title,
    openedAt: ticket.openedAt,
    printedAt: desk.now,
    measurements: measurements.map((measurement) => ({ measurement, by: personName(roster, measurement.by) })),
    mediations: mediations.map((mediation) => ({
      mediation,
      mediator: personName(roster, mediation.mediator),
      role: roleAt(roster, mediation.mediator, ticket.place),
      names: new Map(mediation.record.map((r) => [r.by, personName(roster, r.by)])),
    })),
    checks,
  }
}

/** The plot as a picture tells it. North lies as many degrees counter-clockwise of the base line as that points clockwise of north. */
export const sketchOf = (m: Measurement, title: string, lines: string[]): Sketch => ({
  kind: 'sketch',
  title,
  corners: m.figure.corners,
  sides: m.figure.sides,
  neighbours: m.figure.sides.map((_, i) => neighbourAt(m, i)),
  disputed: m.figure.sides.map((_, i) => m.disputed.some((side) => isSide(side, i, m.figure.sides.length))),
  north: m.bearing,
  lines,
})
