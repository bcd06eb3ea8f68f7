import { groupIn } from '../domain/notice.ts'
import type { Satisfaction, Status } from '../domain/ticket.ts'
import { followTicket } from '../tickets/follow.ts'
import { moveTicket } from '../tickets/move-ticket.ts'
import { tellsGroup } from '../tickets/notices.ts'
import * as say from '../wording/replies.ts'
import { act, privately } from './answer.ts'
import { type Args, type Call, type Command, isAddressed, type Reply } from './define-command.ts'
import { isTalk, nothing } from './talk.ts'

/** What people add to 满意 or 没修好; among many people anything else behind it is talk, as in 一般 情况下不会. */
const ADDED = /^(?:谢|感谢|辛苦|就是|但是?|不过|只是|因为|昨|今|又|还|刚|到现在|很快|挺|效果|再)/u
const adds: Command['fits'] = (words, scene, apart) => apart && (isAddressed(scene) ? !isTalk(words) : ADDED.test(words))
/** Why somebody takes a report back. */
const TAKEN_BACK = /^(?:[发写说打报]错|重复|不用|不需要|已经|算了|谢|吧$|我的|刚才|那[个件条]|这[个件条]|自己)/u
const takesBack: Command['fits'] = (words, _scene, apart) => apart && TAKEN_BACK.test(words)

/** 好了 answers 办好了吗; by whoever told it, where the bot is spoken to. */
const MENDED = ['好了', '已经好了', '修好了', '已经修好了', '办好了', '弄好了', '亮了', '通了', '解决了', '来水了', '来电了'] as const

const hasTold = async ({ desk, spoken }: Call, statuses: readonly Status[]): Promise<boolean> =>
  (await desk.countTickets({ reporter: spoken.person.id, statuses })) > 0
const hasLive = (call: Call) => hasTold(call, ['open', 'waiting', 'resolved'])
const isAsked = (call: Call) => hasTold(call, ['resolved'])

const rate = (satisfaction: Satisfaction) =>
  async function run(call: Call, { ticket, rest }: Args): Promise<Reply[]> {
    if (!ticket) return []
    const { desk, spoken } = call
    const move = satisfaction === 'poor' ? 'reopen' : 'confirm'
    return act(
      call,
      [ticket],
      (cause) => moveTicket(desk, spoken.person, ticket, move, { cause, satisfaction, note: rest }),
      // The group reads the closure; a second word would be one too many.
      (t) => (move === 'reopen' || (groupIn(spoken.conversation) && tellsGroup(desk, t)) ? [] : privately(say.thanked(t), t)),
    )
  }

const rating = (name: string, also: readonly string[], help: string, satisfaction: Satisfaction): Command => ({
  name,
  also,
  for: 'anyone',
  ticket: 'asked',
  fits: adds,
  now: isAsked,
  example: name,
  help,
  run: rate(satisfaction),
})

export const satisfied = rating('满意', ['很满意', '非常满意', '十分满意', '满意满意', '挺好', '好着呢', ...MENDED], '办好了，满意', 'good')
export const fair = rating('一般', ['还行', '凑合', '一般吧', '一般般'], '办了，一般', 'fair')
export const unsatisfied = rating('不满意', ['很不满意', '非常不满意', '不太满意'], '不满意，接着办', 'poor')

const NOT_FIXED = [
  '没有修好',
  '还没修好',
  '还没有修好',
  '还是没修好',
  '没弄好',
  '没办好',
  '没好',
  '还没好',
  '没解决',
  '还没解决',
  '没有解决',
  '没修',
] as const

export const notFixed: Command = {
  name: '没修好',
  also: NOT_FIXED,
  for: 'anyone',
  ticket: 'asked',
  fits: adds,
  now: isAsked,
  example: '没修好 7',
  help: '说办好了，其实没好',
  async run(call, { ticket, rest }) {
    if (!ticket) return []
    return act(
      call,
      [ticket],
      (cause) => moveTicket(call.desk, call.spoken.person, ticket, 'reopen', { cause, note: rest || '没修好' }),
      (t) => (t.reporter === call.spoken.person.id ? [] : privately(say.reopenedHere(t), t)),
    )
  },
}

export const withdraw: Command = {
  name: '撤回',
  also: ['不用办了', '算了不办了', '撤了'],
  for: 'anyone',
  ticket: 'reported',
  fits: takesBack,
  now: hasLive,
  example: '撤回 7',
  help: '我报的这件不用办了',
  async run(call, { ticket }) {
    if (!ticket) return []
    const { desk, spoken } = call
    const withdrawn = async (cause: string) => {
      const moved = await moveTicket(desk, spoken.person, ticket, 'withdraw', { cause })
      if (!('refused' in moved)) await desk.suppress({ ticket: ticket.id, occasions: ['opened', 'new-work'] }, '已撤回')
      return moved
    }
    return act(call, [ticket], withdrawn, (t) => privately(say.withdrawn(t), t))
  },
}

export const hide: Command = {
  name: '不公开',
  also: ['别公开', '不要公开', '别在群里说', '不要在群里说', '保密'],
  for: 'anyone',
  ticket: 'reported',
  fits: takesBack,
  now: hasLive,
  example: '不公开 7',
  help: '我报的这件不在群里说',
  async run(call, { ticket }) {
    if (!ticket) return []
    const { desk, spoken } = call
    const hidden = async (cause: string) => {
      const moved = await moveTicket(desk, spoken.person, ticket, 'hide', { cause })
      if (!('refused' in moved)) await desk.suppress({ ticket: ticket.id, occasions: ['opened', 'overdue', 'closed'] }, '不公开')
      return moved
    }
    return act(call, [ticket], hidden, (t) => privately(say.hidden(t), t))
  },
}

/** Without a number it is the inbox's: of the quoted matter, or of the one just being told. */
export const plusOne: Command = {
  name: '+1',
  also: [],
  for: 'anyone',
  ticket: 'optional',
  fits: nothing,
  example: '+1 7',
  help: '我家也有这件事',
  async run({ desk, spoken }, { ticket }) {
    if (ticket) await followTicket(desk, spoken.person.id, ticket, spoken.messageId)
    return []
  },
}
