import type { NoticeDraft } from '../../domain/notice.ts'
import { keysOf } from '../../domain/one-of.ts'
import { isPrivate } from '../../domain/ticket.ts'
import type { Audience } from '../../domain/workflow.ts'
import { passOn } from '../../wording/told.ts'
import { isAlarm } from '../call-line.ts'
import { type FactsDesk, factsOf, nameForOwner } from '../facts.ts'
import { conversationsOf } from './audiences.ts'
import type { Happened, Move } from './define-move.ts'
import { MOVES, type MoveName } from './index.ts'

/** A danger that is taken over, or has a new owner, is said at any hour. */
const AT_ANY_HOUR: readonly Audience[] = ['called', 'owner', 'formerOwner']

/** What is said of a move, and to whom, as the move itself says. Everybody hears it once. Pure but for the roster it reads. */
export function noticesOf(desk: FactsDesk, name: MoveName, h: Happened): NoticeDraft[] {
  const move: Move = MOVES[name]
  const { after, detail } = h
  const told = factsOf(desk, after, { by: h.by, note: detail.note || null, formerOwner: h.before.owner })
  const owners = { ...told, reporter: nameForOwner(desk.roster, after) }
  const seen = new Set<string>()
  return audiencesOf(move).flatMap((to) => {
    const plain = move.tells[to]?.(to === 'owner' ? owners : told, h)
    if (!plain) return []
    const through = to === 'reporter' ? after.through : null
    const text = through ? (move.asksThrough?.(told, h) ?? passOn(through.name, plain)) : plain
    return conversationsOf(to, move, h).flatMap((conversation): NoticeDraft[] => {
      if (seen.has(conversation)) return []
      seen.add(conversation)
      return [
        {
          key: `${after.id}:${after.version}:${name}:${conversation}`,
          to: conversation,
          ticket: after.id,
          occasion: to === 'group' ? 'closed' : `${name}:${to}`,
          text,
          ...(to === 'group' && { brief: isPrivate(after) ? after.label : `${after.label} ${told.short}` }),
          ...(isAlarm(after) && AT_ANY_HOUR.includes(to) && { urgent: true }),
          ...(to === move.answers && { answer: true }),
        },
      ]
    })
  })
}

/** In the order in which the move names them: who is two of them reads what the first reads. */
export const audiencesOf = (move: Move): Audience[] => keysOf(move.tells)
