import { type Conversation, toGroup, toPerson } from '../../domain/notice.ts'
import { groupOf, holders, type Roster } from '../../domain/roster.ts'
import { isPrivate, isSilent, isToldAlone, type Ticket } from '../../domain/ticket.ts'
import type { Audience } from '../../domain/workflow.ts'
import type { Happened, Move } from './define-move.ts'

/** Whose word approves an extension: who supervises it, else the village secretary for the first half, else the 包村 leader. */
type AskedFor = Pick<Ticket, 'extensionAsked' | 'supervisor' | 'place' | 'about'>
export function approverOf(roster: Roster, { extensionAsked, supervisor, place, about }: AskedFor): string | null {
  if (!extensionAsked || supervisor) return extensionAsked && supervisor
  return holders(roster, extensionAsked.approver, place).find((id) => !about.includes(id) && id !== extensionAsked.by) ?? null
}

/** Whether the group hears of it at all: not of what it never heard of in the first place. */
export const tellsGroup = (roster: Roster, ticket: Ticket): boolean =>
  !isSilent(ticket) && !isToldAlone(ticket) && !(ticket.through && isPrivate(ticket)) && groupOf(roster, ticket) !== null

/** Who asks a reporter who is not on WeChat whether it is done: whoever wrote it down, or somebody else where that one did the work. */
const callBackBy = (roster: Roster, t: Ticket): string | null =>
  [t.through?.person ?? null, ...holders(roster, 'clerk', t.place), ...holders(roster, 'secretary', t.place)].find(
    (id) => id !== null && id !== t.owner && !t.about.includes(id),
  ) ?? null

type People = readonly (string | null)[]

const WHO: Record<Exclude<Audience, 'group'>, (h: Happened, move: Move) => People> = {
  owner: ({ after }) => [after.owner],
  formerOwner: ({ before, after }) => (before.owner === after.owner ? [] : [before.owner]),
  coOwners: ({ after }) => after.coOwners,
  called: ({ called }) => called,
  reporter: ({ after, roster }, { asksThrough }) => [
    !after.through ? after.reporter : asksThrough ? callBackBy(roster, after) : after.through.person,
  ],
  followers: ({ followers }) => followers,
  approver: ({ after, roster }) => [approverOf(roster, after)],
  asker: ({ before }) => [before.extensionAsked?.by ?? null],
  supervisor: ({ after }) => (after.supervisor === after.owner ? [] : [after.supervisor]),
}

/** Where an audience is reached. Nobody reads what they said themselves, nor of what is about them. */
export function conversationsOf(to: Audience, move: Move, h: Happened): Conversation[] {
  if (to === 'group') {
    const group = tellsGroup(h.roster, h.after) ? groupOf(h.roster, h.after) : null
    return group ? [toGroup(group.id)] : []
  }
  return WHO[to](h, move).flatMap((id) => (id && (id !== h.by || move.answers === to) && !h.after.about.includes(id) ? [toPerson(id)] : []))
}
