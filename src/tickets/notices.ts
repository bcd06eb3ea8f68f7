import type { Calendar } from '../domain/calendar.ts'
import type { Conversation, NoticeDraft } from '../domain/notice.ts'
import { toGroup, toPerson } from '../domain/notice.ts'
import { holders, villageGroup } from '../domain/roster.ts'
import { isPrivate, isSilent, type Ticket } from '../domain/ticket.ts'
import { type Audience, MOVES, type Move, type MoveName } from '../domain/workflow.ts'
import type { Desk } from '../ports/desk.ts'
import { span } from '../wording/dates.ts'
import * as second from '../wording/second-opinion.ts'
import type { Told } from '../wording/told.ts'
import * as say from '../wording/told.ts'
import { isAlarm } from './call-line.ts'
import { factsOf } from './facts.ts'

export interface Happened {
  move: MoveName
  by: string | null
  note: string | null
  before: Ticket
  after: Ticket
  followers: readonly string[]
  /** Whoever was called, when a danger is taken over. */
  called: readonly string[]
  cause: string | null
  /** What the reporter answered: 满意, 一般. */
  word?: string
  /** What the extension is counted in, for the approver: 两天. */
  intoLabel?: string
  talk?: say.Talk
}

/** The one sentence for each pair of move and audience; what is absent is not said. */
function sentence(h: Happened, to: Audience, t: Told, calendar: Calendar): string | null {
  switch (to) {
    case 'owner':
      if (h.move === 'reopen') return say.reopenedForOwner(h.after.through && byReporter(h) ? { ...t, by: null } : t)
      if (h.move === 'supervise') return say.supervised(t)
      if (h.move === 'withdraw') return say.withdrawn(t)
      if (h.move === 'confirm') return say.closedForOwner(t, h.word ?? '满意')
      if (h.move === 'resume') return say.resumedForOwner(t)
      if (h.move === 'deliberate') return say.deliberatingForOwner(t, h.talk ?? 'meeting')
      if (h.move === 'split') return say.splitAgain(t)
      if (h.move === 'wait') return say.waiting(t)
      if (h.move === 'revive') return say.revived(t)
      if (h.move === 'notMatter') return say.notMatterForOwner(t)
      if (h.move === 'amend' && h.after.sensitivity === 'cadre') return say.complaintTo(t)
      if (h.move === 'amend' && h.before.owner === h.after.owner) return second.amendedForOwner(t)
      if (h.move === 'resolve') return say.resolvedForOwner(t)
      if (h.move === 'reject') return say.rejectedForOwner(t)
      if (h.move === 'merge') return say.mergedForOwner(t, h.intoLabel ?? '')
      if (h.move === 'closeSilently') return say.closedSilentlyForOwner(t)
      return say.newWork(t)
    case 'formerOwner':
      return h.move === 'accept' ? say.takenOver(t) : say.handedOver(t)
    case 'called':
      return say.takenOver(t)
    case 'coOwners':
      return say.newCoWork(t)
    case 'reporter':
      if (h.move === 'assign' || h.move === 'transfer') return say.transferred(t)
      if (h.move === 'reclassify') return say.reclassified(t)
      if (h.move === 'deliberate') return say.deliberating(t, h.talk ?? 'meeting')
      if (h.move === 'progress') return say.progressed(t)
      if (h.move === 'resolve') return say.askSatisfaction(t)
      if (h.move === 'extend') return say.extendedForReporter(t)
      if (h.move === 'wait') return say.waiting(t)
      if (h.move === 'resume') return say.resumed(t)
      if (h.move === 'reject') return say.rejected(t)
      if (h.move === 'merge') return say.merged(t, h.intoLabel ?? '')
      if (h.move === 'split') return say.splitAgain(t)
      if (h.move === 'notMatter') return say.notMatterForReporter(t)
      if (h.move === 'amend') return second.amendedForReporter(t, isPrivate(h.after))
      if (h.move !== 'reopen') return null
      return byReporter(h) ? say.reopenedForReporter(t) : say.reopenedByOther(t)
    case 'followers':
      if (h.move === 'resolve') return isPrivate(h.after) ? say.resolvedForFollower(t) : null
      if (h.move === 'reject') return say.rejected(t)
      if (h.move === 'notMatter') return say.notMatterForReporter(t)
      return say.closedForFollower(t)
    case 'approver':
      return h.after.extensionAsked
        ? say.extensionAsked(t, h.after.extensionAsked, span(h.before.completeBy, h.after.extensionAsked.until, calendar))
        : null
    case 'asker':
      return h.move === 'extend' ? say.extendedForAsker(t) : say.extensionDenied(t)
    case 'supervisor':
      if (h.move === 'wait') return say.waitingForSupervisor(t)
      return say.forSupervisor(t, (h.talk && talkWord[h.talk]) ?? supervisorWord[h.move] ?? '有变化')
    case 'group':
      if (isPrivate(h.after)) return say.closedPrivatelyInGroup(h.after.label)
      return h.move === 'closeSilently' ? say.closedSilentlyInGroup(t) : say.closedInGroup(t)
    default:
      return to satisfies never
  }
}

const talkWord = { meeting: '约了一起议', result: '议过了', town: '请镇里一起议' } as const

/** The reporter's own word, also where a cadre writes it down for somebody who is not on WeChat. */
const byReporter = (h: Happened): boolean =>
  h.by === h.after.reporter || (h.after.through !== null && h.by !== null && !h.followers.includes(h.by))

const supervisorWord: Partial<Record<MoveName, string>> = {
  accept: '有人接了',
  assign: '换了责任人',
  transfer: '换了责任人',
  deliberate: '约了一起议',
  progress: '有进展',
  visit: '上门看过了',
  resolve: '说办好了',
  extend: '延期了',
  resume: '接着办了',
  reject: '不受理',
  withdraw: '报的人撤回了',
  revive: '报的人还要办',
  confirm: '办结了',
  reopen: '没修好，重新办',
}

/** Whose word approves an extension: who supervises it, else the village secretary for the first half, else the 包村 leader. */
export const approverOf = (desk: Pick<Desk, 'roster'>, ticket: Ticket): string | null =>
  ticket.extensionAsked && ticket.supervisor
    ? ticket.supervisor
    : ticket.extensionAsked
      ? (holders(desk.roster, ticket.extensionAsked.approver, ticket.place).find(
          (p) => !ticket.about.includes(p) && p !== ticket.extensionAsked?.by,
        ) ?? null)
      : null

function audience(desk: Desk, h: Happened, to: Audience): Conversation[] {
  const one = (id: string | null) => (id && id !== h.by && !h.after.about.includes(id) ? [toPerson(id)] : [])
  const ownerChanged = h.before.owner !== h.after.owner
  switch (to) {
    case 'owner':
      return h.move === 'reclassify' && !ownerChanged ? [] : one(h.after.owner)
    case 'formerOwner':
      return ownerChanged ? one(h.before.owner) : []
    case 'called':
      return h.called.flatMap(one)
    case 'coOwners':
      return h.after.coOwners.flatMap(one)
    case 'reporter':
      if (h.after.through) return one(h.move === 'resolve' ? callBackBy(desk.roster, h.after) : h.after.through.person)
      // What the group says to everybody need not be said to the reporter again; a mere change of class is not news either,
      // but another day than the one that was promised is.
      if (h.move === 'reclassify' && !ownerChanged && h.before.completeBy.getTime() === h.after.completeBy.getTime()) return []
      if (h.move === 'amend' && !ownerChanged && isPrivate(h.before) === isPrivate(h.after)) return []
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
  !isSilent(ticket) &&
  ticket.source !== 'direct' &&
  !(ticket.through && isPrivate(ticket)) &&
  villageGroup(desk.roster, ticket.village) !== null

/** Who asks a reporter who is not on WeChat whether it is done: whoever wrote it down, or somebody else where that one did the work. */
export const callBackBy = (roster: Desk['roster'], t: Ticket): string | null =>
  [t.through?.person ?? null, ...holders(roster, 'clerk', t.place), ...holders(roster, 'secretary', t.place)].find(
    (id) => id !== null && id !== t.owner && !t.about.includes(id),
  ) ?? null

/** What is said of a move, and to whom, as its row in the table says. Pure but for the roster it reads. */
export function noticesOf(desk: Desk, h: Happened): NoticeDraft[] {
  const row: Move = MOVES[h.move]
  const told = factsOf(desk, h.after, { by: h.by, note: h.note, formerOwner: h.before.owner })
  const seen = new Set<string>()
  return row.tells.flatMap((to) => {
    const plain = sentence(h, to, told, desk.calendar)
    if (!plain) return []
    const { through } = h.after
    const text = to === 'reporter' && through ? (h.move === 'resolve' ? say.askThrough(told) : say.passOn(through.name, plain)) : plain
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
        ...(h.cause && { cause: h.cause }),
        // A danger that is taken over, or has a new owner, is said at any hour.
        ...(isAlarm(h.after) && (to === 'called' || to === 'owner' || to === 'formerOwner') && { urgent: true }),
        ...(to === 'reporter' && h.move === 'reopen' && { answer: true }),
      }
    })
  })
}
