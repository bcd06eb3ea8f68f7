import { groupIn } from '../domain/notice.ts'
import type { OrderName } from '../domain/order-name.ts'
import type { Satisfaction } from '../domain/ticket.ts'
import { wordsBeside } from '../reading/named-words.ts'
import { moveTicket } from '../tickets/move-ticket.ts'
import { tellsGroup } from '../tickets/moves/audiences.ts'
import * as say from '../wording/replies.ts'
import { act, type MoveCall, privately } from './answer.ts'
import { type CallOf, type Command, isAddressed, type OfTicket, type Reply } from './define-command.ts'
import { isTalk } from './talk.ts'

const said = wordsBeside(import.meta.url, 'rating')

/** What people add to 满意 or 没修好; among many people anything else behind it is talk, as in 一般 情况下不会. */
const ADDED = said('added', 'start')
const adds: Command['fits'] = (words, scene, apart) => apart && (isAddressed(scene) ? !isTalk(words) : ADDED.test(words))

const isAsked = async ({ desk, spoken }: CallOf<'countTickets'>): Promise<boolean> =>
  (await desk.countTickets({ reporter: spoken.person.id, statuses: ['resolved'] })) > 0

const rate = (satisfaction: Satisfaction) =>
  async function run(call: MoveCall, { ticket, rest }: OfTicket): Promise<Reply[]> {
    const { desk, spoken } = call
    const move = satisfaction === 'poor' ? 'reopen' : 'confirm'
    return act(
      call,
      () => moveTicket(desk, spoken.person, ticket, move, { satisfaction, note: rest }),
      // The group reads the closure; a second word would be one too many.
      (t) => (move === 'reopen' || (groupIn(spoken.conversation) && tellsGroup(desk.roster, t)) ? [] : privately(say.thanked(t), t)),
    )
  }

const rating = (name: OrderName, help: string, satisfaction: Satisfaction): Command => ({
  name,
  for: 'anyone',
  ticket: 'asked',
  fits: adds,
  now: isAsked,
  example: name,
  help,
  run: rate(satisfaction),
})

export const satisfied = rating('满意', '办好了，满意', 'good')
export const fair = rating('一般', '办了，一般', 'fair')
export const unsatisfied = rating('不满意', '不满意，接着办', 'poor')

export const notFixed: Command = {
  name: '没修好',
  sort: 'answers',
  for: 'anyone',
  ticket: 'asked',
  fits: adds,
  now: isAsked,
  example: '没修好 7',
  help: '说办好了，其实没好',
  async run(call, { ticket, rest }) {
    return act(
      call,
      () => moveTicket(call.desk, call.spoken.person, ticket, 'reopen', { note: rest || '没修好' }),
      (t) => (t.reporter === call.spoken.person.id ? [] : privately(say.reopenedHere(t), t)),
    )
  },
}
