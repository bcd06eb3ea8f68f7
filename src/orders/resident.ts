import { isCadre } from '../domain/people.ts'
import { isLive, type Ticket } from '../domain/ticket.ts'
import { followTicket } from '../tickets/follow.ts'
import { moveTicket } from '../tickets/move-ticket.ts'
import { withdrawTicket } from '../tickets/withdraw.ts'
import { takenBackHeard } from '../wording/emergencies.ts'
import * as say from '../wording/replies.ts'
import { act, privately } from './answer.ts'
import { type Call, type Command, isAddressed, type Reply } from './define-command.ts'
import { isTalk, nothing } from './talk.ts'

/** Why somebody takes a report back. */
const TAKEN_BACK =
  /^(?:[发写说打报]错|重复|不用|不需要|已经|算了|谢|吧$|我的|我说的|我报的|刚才|那[个件条]|这[个件条]|自己|我们(?:自己|说好)|没事)/u
const takesBack: Command['fits'] = (words, scene, apart) => apart && (isAddressed(scene) ? !isTalk(words) : TAKEN_BACK.test(words))

/** The reporter's ticket is put aside, unless it is about danger at home. */
export async function takeBack(call: Call, ticket: Ticket): Promise<Reply[]> {
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
  also: ['撤回吧'],
  spoken: ['取消', '取消吧', '取消掉', '删了', '删了吧', '删掉', '删掉吧', '删除', '不要了', '作废'],
  afterTelling: [
    ...['不用办了', '算了不办了', '撤了', '撤了吧', '撤回来', '不办了', '不用修了', '不修了', '不用来了', '不用来人了', '不用管了'],
    ...['已经好了不用来了', '我不报了', '不报了', '当我没说', '就当我没说'],
  ],
  for: 'anyone',
  ticket: 'reported',
  fits: takesBack,
  move: 'withdraw',
  example: '撤回 7',
  help: '我报的这件不用办了',
  run: async (call, { ticket }) => (ticket ? takeBack(call, ticket) : []),
}

/** 反悔了说一声就行: what its reporter took back is taken up again, with the clocks as they were. */
export const revive: Command = {
  name: '还是办吧',
  also: ['还是要办', '还是给办吧', '还是修吧', '还是处理吧', '还是办了吧'],
  spoken: ['反悔了', '我反悔了', '后悔了', '我后悔了', '还办吧', '不撤了', '不撤回了', '还是报吧', '还是报上'],
  for: 'anyone',
  ticket: 'withdrawn',
  fits: (words) => /^(?:还是|还要|还得|继续|接着|要)/u.test(words),
  move: 'revive',
  example: '还是办吧',
  help: '撤回了的，还要办',
  async run(call, { ticket }) {
    if (!ticket) return []
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
  also: ['别公开', '不要公开', '别在群里说', '不要在群里说'],
  spoken: ['匿名', '匿名吧', '我要匿名', '保密', '给我保密', '别说我', '不要说我'],
  afterTelling: [
    ...['别说是我说的', '不要说是我说的', '别说是我报的', '不要说是我报的', '不要说我名字', '别说我名字', '不要提我名字', '别提我名字'],
    ...['别让人知道是我报的', '别让人知道是我说的', '不要让人知道是我说的', '不要让人知道是我报的', '别让别人知道', '别写我名字'],
  ],
  for: 'anyone',
  ticket: 'reported',
  fits: takesBack,
  move: 'hide',
  example: '不公开 7',
  help: '我报的这件不在群里说',
  async run(call, { ticket }) {
    if (!ticket) return []
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
  also: [],
  numbered: ['加一', '我家也是', '我也是', '我们也是'],
  for: 'anyone',
  ticket: 'optional',
  fits: nothing,
  now: async ({ spoken }) => !isCadre(spoken.person),
  example: '+1 7',
  help: '我家也有这件事',
  async run(call, { ticket }) {
    if (!ticket) return []
    const { desk, spoken } = call
    // What is over goes on only by whoever told it: 没修好.
    if (!isLive(ticket)) return privately(say.notLive(ticket), ticket)
    if (await followTicket(desk, spoken.person.id, ticket, { ...spoken, id: spoken.messageId })) desk.deeds.final(say.followStays)
    return []
  },
}
