import { groupIn } from '../domain/notice.ts'
import type { Satisfaction } from '../domain/ticket.ts'
import { moveTicket } from '../tickets/move-ticket.ts'
import { tellsGroup } from '../tickets/moves/audiences.ts'
import * as say from '../wording/replies.ts'
import { act, privately } from './answer.ts'
import { type Args, type Call, type Command, isAddressed, type Reply } from './define-command.ts'
import { isTalk } from './talk.ts'

/** What people add to 满意 or 没修好; among many people anything else behind it is talk, as in 一般 情况下不会. */
const ADDED = /^(?:谢|感谢|辛苦|就是|但是?|不过|只是|因为|昨|今|又|还|刚|到现在|很快|挺|效果|再)/u
const adds: Command['fits'] = (words, scene, apart) => apart && (isAddressed(scene) ? !isTalk(words) : ADDED.test(words))
/** 好了 answers 办好了吗; by whoever told it, where the bot is spoken to. */
const MENDED = ['好了', '已经好了', '修好了', '已经修好了', '办好了', '弄好了', '亮了', '通了', '解决了', '来水了', '来电了'] as const

const isAsked = async ({ desk, spoken }: Call): Promise<boolean> =>
  (await desk.countTickets({ reporter: spoken.person.id, statuses: ['resolved'] })) > 0

const rate = (satisfaction: Satisfaction) =>
  async function run(call: Call, { ticket, rest }: Args): Promise<Reply[]> {
    if (!ticket) return []
    const { desk, spoken } = call
    const move = satisfaction === 'poor' ? 'reopen' : 'confirm'
    return act(
      call,
      () => moveTicket(desk, spoken.person, ticket, move, { satisfaction, note: rest }),
      // The group reads the closure; a second word would be one too many.
      (t) => (move === 'reopen' || (groupIn(spoken.conversation) && tellsGroup(desk.roster, t)) ? [] : privately(say.thanked(t), t)),
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
      () => moveTicket(call.desk, call.spoken.person, ticket, 'reopen', { note: rest || '没修好' }),
      (t) => (t.reporter === call.spoken.person.id ? [] : privately(say.reopenedHere(t), t)),
    )
  },
}
