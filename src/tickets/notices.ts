import type { Calendar } from '../domain/calendar.ts'
import type { Conversation, NoticeDraft } from '../domain/notice.ts'
import { toGroup, toPerson } from '../domain/notice.ts'
import { holders, villageGroup } from '../domain/roster.ts'
import { isPrivate, isSilent, type Ticket } from '../domain/ticket.ts'
import { type Audience, MOVES, type Move, type MoveName } from '../domain/workflow.ts'
import type { Desk } from '../ports/desk.ts'
import { span } from '../wording/dates.ts'
import type { Told } from '../wording/told.ts'
import * as say from '../wording/told.ts'
import { factsOf } from './facts.ts'

export interface Happened {
  move: MoveName
  by: string | null
  note: string | null
  before: Ticket
  after: Ticket
  followers: readonly string[]
  cause: string | null
  /** What the reporter answered: 满意, 一般. */
  word?: string
  /** What the extension is counted in, for the approver: 两天. */
  intoLabel?: string
}

/** The one sentence for each pair of move and audience; what is absent is not said. */
function sentence(h: Happened, to: Audience, t: Told, calendar: Calendar): string | null {
  switch (to) {
    case 'owner':
      if (h.move === 'reopen') return say.reopenedForOwner(t)
      if (h.move === 'supervise') return say.supervised(t)
      if (h.move === 'withdraw') return say.withdrawn(t)
      if (h.move === 'confirm') return say.closedForOwner(t, h.word ?? '满意')
      if (h.move === 'resume') return say.resumedForOwner(t)
      if (h.move === 'deliberate') return say.deliberatingForOwner(t)
      if (h.move === 'split') return say.splitAgain(t)
      if (h.move === 'wait') return say.waiting(t)
      return say.newWork(t)
    case 'formerOwner':
      return h.move === 'accept' ? say.takenOver(t) : say.handedOver(t)
    case 'coOwners':
      return say.newCoWork(t)
    case 'reporter':
      if (h.move === 'assign' || h.move === 'transfer' || h.move === 'reclassify') return say.transferred(t)
      if (h.move === 'deliberate') return say.deliberating(t)
      if (h.move === 'progress') return say.progressed(t)
      if (h.move === 'resolve') return say.askSatisfaction(t)
      if (h.move === 'extend') return say.extendedForReporter(t)
      if (h.move === 'wait') return say.waiting(t)
      if (h.move === 'resume') return say.resumed(t)
      if (h.move === 'reject') return say.rejected(t)
      if (h.move === 'merge') return say.merged(t, h.intoLabel ?? '')
      if (h.move === 'split') return say.splitAgain(t)
      return h.move === 'reopen' ? say.reopenedForReporter(t) : null
    case 'followers':
      if (h.move === 'resolve') return isPrivate(h.after) ? say.resolvedForFollower(t) : null
      if (h.move === 'reject') return say.rejected(t)
      return say.closedForFollower(t)
    case 'approver':
      return h.after.extensionAsked
        ? say.extensionAsked(t, h.after.extensionAsked, span(h.before.completeBy, h.after.extensionAsked.until, calendar))
        : null
    case 'asker':
      return h.move === 'extend' ? say.extendedForAsker(t) : say.extensionDenied(t)
    case 'supervisor':
      return say.forSupervisor(t, supervisorWord[h.move] ?? '有变化')
    case 'group':
      return isPrivate(h.after) ? say.closedPrivatelyInGroup(h.after.label) : say.closedInGroup(t)
    default:
      return to satisfies never
  }
}

const supervisorWord: Partial<Record<MoveName, string>> = {
  assign: '换了责任人',
  transfer: '换了责任人',
  deliberate: '约了一起议',
  progress: '有进展',
  visit: '上门看过了',
  resolve: '说办好了',
  extend: '延期了',
  wait: '挂账了',
  resume: '接着办了',
  reject: '不受理',
  withdraw: '报的人撤回了',
  confirm: '办结了',
  reopen: '没修好，重新办',
}

/** Whose word approves an extension: the village secretary for the first half, else the 包村 leader. */
export const approverOf = (desk: Pick<Desk, 'roster'>, ticket: Ticket): string | null =>
  ticket.extensionAsked
    ? (holders(desk.roster, ticket.extensionAsked.approver, ticket.place).find((p) => !ticket.about.includes(p)) ?? null)
    : null

function audience(desk: Desk, h: Happened, to: Audience): Conversation[] {
  const one = (id: string | null) => (id && id !== h.by && !h.after.about.includes(id) ? [toPerson(id)] : [])
  const ownerChanged = h.before.owner !== h.after.owner
  switch (to) {
    case 'owner':
      return h.move === 'reclassify' && !ownerChanged ? [] : one(h.after.owner)
    case 'formerOwner':
      return ownerChanged ? one(h.before.owner) : []
    case 'coOwners':
      return h.after.coOwners.flatMap(one)
    case 'reporter':
      // What the group says to everybody need not be said to the reporter again; a mere change of class is not news either.
      if (h.move === 'reclassify' && !ownerChanged) return []
      return h.move === 'reopen' ? (h.after.reporter ? [toPerson(h.after.reporter)] : []) : one(h.after.reporter)
    case 'followers':
      return tellsGroup(desk, h.after) && (h.move === 'confirm' || h.move === 'closeSilently') ? [] : h.followers.flatMap(one)
    case 'approver':
      return one(approverOf(desk, h.after))
    case 'asker':
      return one(h.before.extensionAsked?.by ?? null)
    case 'supervisor':
      return h.after.supervisor === h.after.owner ? [] : one(h.after.supervisor)
    case 'group': {
      const group = villageGroup(desk.roster, h.after.village)
      return group && tellsGroup(desk, h.after) ? [toGroup(group.id)] : []
    }
    default:
      return to satisfies never
  }
}

/** Whether the group hears of it at all: not of what it never heard of in the first place. */
export const tellsGroup = (desk: Pick<Desk, 'roster'>, ticket: Ticket): boolean =>
  !isSilent(ticket) && ticket.source !== 'direct' && villageGroup(desk.roster, ticket.village) !== null

/** What is said of a move, and to whom, as its row in the table says. Pure but for the roster it reads. */
export function noticesOf(desk: Desk, h: Happened): NoticeDraft[] {
  const row: Move = MOVES[h.move]
  const told = factsOf(desk, h.after, { by: h.by, note: h.note, formerOwner: h.before.owner })
  const seen = new Set<string>()
  return row.tells.flatMap((to) => {
    const text = sentence(h, to, told, desk.calendar)
    if (!text) return []
    return audience(desk, h, to).flatMap((conversation) => {
      if (seen.has(conversation)) return []
      seen.add(conversation)
      return {
        key: `${h.after.id}:${h.after.version}:${h.move}:${conversation}`,
        to: conversation,
        ticket: h.after.id,
        occasion: to === 'group' ? 'closed' : `${h.move}:${to}`,
        text,
        ...(to === 'group' && { brief: isPrivate(h.after) ? h.after.label : `${h.after.label} ${told.short}` }),
        ...(to === 'approver' && { answer: false }),
        ...(h.cause && { cause: h.cause }),
        ...(to === 'reporter' && h.move === 'reopen' && { answer: true }),
      }
    })
  })
}
