import { isCadre } from '../domain/people.ts'
import { isLive, type Ticket } from '../domain/ticket.ts'
import { wordsBeside } from '../reading/named-words.ts'
import { followTicket } from '../tickets/follow.ts'
import { moveTicket } from '../tickets/move-ticket.ts'
import { withdrawTicket } from '../tickets/withdraw.ts'
import { takenBackHeard } from '../wording/emergencies.ts'
import * as say from '../wording/replies.ts'
import { act, type MoveCall, privately } from './answer.ts'
import { type CallOf, type Command, isAddressed, type Reply } from './define-command.ts'
import { isTalk, nothing } from './talk.ts'

const said = wordsBeside(import.meta.url, 'resident')

/** Why somebody takes a report back. */
const TAKEN_BACK = said('taken-back', 'start')
const takesBack: Command['fits'] = (words, scene, apart) => apart && (isAddressed(scene) ? !isTalk(words) : TAKEN_BACK.test(words))

/** The reporter's ticket is put aside, unless it is about danger at home. */
export async function takeBack(call: MoveCall & CallOf<'suppress'>, ticket: Ticket): Promise<Reply[]> {
  const { desk, spoken } = call
  let kept = false
  const withdrawn = async () => {
    const done = await withdrawTicket(desk, spoken.person, ticket)
    kept = 'kept' in done
    return 'kept' in done ? { ticket: done.kept } : done
  }
  return act(call, withdrawn, (t) => privately(kept ? takenBackHeard : say.withdrawn(t), t))
}

export const withdraw: Command = {
  name: '撤回',
  for: 'anyone',
  ticket: 'reported',
  fits: takesBack,
  move: 'withdraw',
  example: '撤回 7',
  help: '我报的这件不用办了',
  run: (call, { ticket }) => takeBack(call, ticket),
}

/** 反悔了说一声就行: what its reporter took back is taken up again, with the clocks as they were. */
export const revive: Command = {
  name: '还是办吧',
  for: 'anyone',
  ticket: 'withdrawn',
  fits: (words) => /^(?:还是|还要|还得|继续|接着|要)/u.test(words),
  move: 'revive',
  example: '还是办吧',
  help: '撤回了的，还要办',
  async run(call, { ticket }) {
    const { desk, spoken } = call
    return act(
      call,
      () => moveTicket(desk, spoken.person, ticket, 'revive', {}),
      (t) => privately(say.revived(t, desk.now), t),
    )
  },
}

export const hide: Command = {
  name: '不公开',
  for: 'anyone',
  ticket: 'reported',
  fits: takesBack,
  move: 'hide',
  example: '不公开 7',
  help: '我报的这件不在群里说',
  async run(call, { ticket }) {
    const { desk, spoken } = call
    const hidden = async () => {
      const moved = await moveTicket(desk, spoken.person, ticket, 'hide', {})
      if (!('refused' in moved)) await desk.suppress({ ticket: ticket.id, occasions: ['opened', 'overdue', 'closed'] }, '不公开')
      return moved
    }
    return act(call, hidden, (t) => privately(say.hidden(t), t))
  },
}

/** Without a number it is the inbox's: of the quoted matter, or of the one just being told. */
export const plusOne: Command = {
  name: '+1',
  for: 'anyone',
  ticket: 'numbered',
  fits: nothing,
  now: async ({ spoken }) => !isCadre(spoken.person),
  example: '+1 7',
  help: '我家也有这件事',
  async run(call, { ticket }) {
    const { desk, spoken } = call
    // What is over goes on only by whoever told it: 没修好.
    if (!isLive(ticket)) return privately(say.notLive(ticket), ticket)
    if (await followTicket(desk, spoken.person.id, ticket, { ...spoken, id: spoken.messageId })) desk.deeds.final(say.followStays)
    return []
  },
}
