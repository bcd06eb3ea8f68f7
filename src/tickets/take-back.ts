import { toPerson } from '../domain/notice.ts'
import { personName } from '../domain/roster.ts'
import type { Desk, RosterBefore } from '../ports/desk.ts'
import { deputyNoMore, deputyNotNeeded } from '../wording/leave.ts'
import { unplanLeave } from './plan-leave.ts'

/** The roster as it was before an act; tickets that moved with it are put back by whoever undoes the act. */
export async function takeBackRoster(desk: Desk, was: RosterBefore): Promise<void> {
  switch (was.what) {
    case 'leave':
      await desk.endLeave(was.id)
      await desk.cancelDue(`leave-over:${was.id}`)
      return desk.notify([
        {
          key: `leave-undone:${was.id}`,
          to: toPerson(was.deputy),
          ticket: null,
          occasion: 'deputy',
          text: deputyNoMore(personName(desk.roster, was.person)),
        },
      ])
    case 'plannedLeave':
      await unplanLeave(desk, was)
      return desk.notify([
        {
          key: `leave-undone:${was.person}:${was.since}:${desk.now.toISOString()}`,
          to: toPerson(was.deputy),
          ticket: null,
          occasion: 'deputy',
          text: deputyNotNeeded(personName(desk.roster, was.person)),
        },
      ])
    case 'phone':
      return desk.setPhone(was.person, was.phone)
    case 'keeper':
      await desk.removeRole(was.person, 'keeper', was.grid)
      return was.isNew ? desk.markGone(was.person) : undefined
    case 'gone':
      await desk.bringBack(was.person)
      for (const { role, grid } of was.roles) await desk.addRole(was.person, role, grid)
      return
    case 'quiet':
      return desk.setQuiet(was.group, was.until === null ? null : new Date(was.until))
    case 'final':
      return
    default:
      return was satisfies never
  }
}
