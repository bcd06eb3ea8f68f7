import type { Person } from '../domain/people.ts'
import { WINGS } from '../measures/index.ts'
import { TELLS } from '../measures/measure.ts'
import type { Desk } from '../ports/desk.ts'
import type { Line } from '../wording/digests.ts'

/** The day's lines of all measures: what waits for this leader's word, and what happened. */
export async function measuresOfDay(desk: Desk, leader: Person): Promise<{ decide: Line[]; tell: Line[] }> {
  const lines: Line[] = []
  for (const wing of WINGS) lines.push(...((await wing.dayLines?.(desk, leader)) ?? []))
  return { decide: lines.filter((l) => l.rank < TELLS), tell: lines.filter((l) => l.rank >= TELLS) }
}

export async function measuresOfMonth(desk: Desk, person: Person, month: string): Promise<Line[]> {
  const lines: Line[] = []
  for (const wing of WINGS) lines.push(...((await wing.monthLines?.(desk, person, month)) ?? []))
  return lines
}
