import { z } from 'zod'
import { startOfWork } from '../domain/calendar.ts'
import { numberOfDay } from '../domain/moments.ts'
import type { Desk } from '../ports/desk.ts'

/** A leave that has not begun; days as 2026-11-27, both of them away. */
const Planned = z.object({ person: z.string(), deputy: z.string(), since: z.string(), until: z.string() })
export type PlannedLeave = z.infer<typeof Planned>

export const LEAVE_BEGINS = 'leave-begins'
const keyOf = ({ person, since }: Pick<PlannedLeave, 'person' | 'since'>): string => `${LEAVE_BEGINS}:${person}:${since}`

export const plannedIn = (data: Record<string, unknown>): PlannedLeave | null => Planned.safeParse(data).data ?? null

/** Somebody's leaves that are still to come, the next one first. */
export async function plannedLeaves(desk: Desk, person: string): Promise<PlannedLeave[]> {
  const all = (await desk.dueOf(LEAVE_BEGINS)).flatMap(({ data }) => plannedIn(data) ?? [])
  return all.filter((p) => p.person === person).sort((a, b) => a.since.localeCompare(b.since))
}

export const overlaps = (a: Pick<PlannedLeave, 'since' | 'until'>, b: Pick<PlannedLeave, 'since' | 'until'>): boolean =>
  a.since <= b.until && b.since <= a.until

/** Said anew for the same days it counts as said last. It begins when work begins on its first day. */
export async function planLeave(desk: Desk, leave: PlannedLeave): Promise<void> {
  for (const other of await plannedLeaves(desk, leave.person)) if (overlaps(other, leave)) await unplanLeave(desk, other)
  const at = startOfWork(numberOfDay(leave.since))
  await desk.addDue({ key: keyOf(leave), job: LEAVE_BEGINS, at, ticket: null, data: { ...leave } })
}

export const unplanLeave = (desk: Desk, leave: Pick<PlannedLeave, 'person' | 'since'>): Promise<void> => desk.cancelDue(keyOf(leave))
