import { groupIn } from '../domain/notice.ts'
import type { Satisfaction } from '../domain/ticket.ts'
import { followTicket } from '../tickets/follow.ts'
import { moveTicket } from '../tickets/move-ticket.ts'
import { tellsGroup } from '../tickets/notices.ts'
import * as say from '../wording/replies.ts'
import { act, privately } from './answer.ts'
import type { Args, Call, Command, Reply } from './define-command.ts'

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

const PUNCTUATED = /^[，,。.!！~ ]/u

export const satisfied: Command = {
  name: '满意',
  also: ['很满意', '非常满意', '满意满意', '挺好', '好着呢'],
  for: 'anyone',
  ticket: 'asked',
  glued: PUNCTUATED,
  example: '满意',
  help: '办好了，满意',
  run: rate('good'),
}
export const fair: Command = {
  name: '一般',
  also: ['还行', '凑合'],
  for: 'anyone',
  ticket: 'asked',
  glued: PUNCTUATED,
  example: '一般',
  help: '办了，一般',
  run: rate('fair'),
}
export const unsatisfied: Command = {
  name: '不满意',
  also: ['很不满意', '不行'],
  for: 'anyone',
  ticket: 'asked',
  glued: PUNCTUATED,
  example: '不满意',
  help: '不满意，接着办',
  run: rate('poor'),
}

export const notFixed: Command = {
  name: '没修好',
  also: ['没有修好', '还没修好', '没弄好', '没办好', '没好', '没解决', '还没解决', '还是没修好'],
  for: 'anyone',
  ticket: 'asked',
  glued: PUNCTUATED,
  example: '没修好 7',
  help: '说办好了，其实没好',
  run: (call, { ticket, rest }) =>
    ticket
      ? act(
          call,
          [ticket],
          (cause) => moveTicket(call.desk, call.spoken.person, ticket, 'reopen', { cause, note: rest || '没修好' }),
          () => [],
        )
      : Promise.resolve([]),
}

export const withdraw: Command = {
  name: '撤回',
  also: ['不用办了', '算了不办了', '撤了'],
  for: 'anyone',
  ticket: 'reported',
  example: '撤回 7',
  help: '我报的这件不用办了',
  run: (call, { ticket }) =>
    ticket
      ? act(
          call,
          [ticket],
          async (cause) => {
            await call.desk.suppress({ ticket: ticket.id, occasions: ['opened', 'new-work'] }, '已撤回')
            return moveTicket(call.desk, call.spoken.person, ticket, 'withdraw', { cause })
          },
          (t) => privately(say.withdrawn(t), t),
        )
      : Promise.resolve([]),
}

export const hide: Command = {
  name: '不公开',
  also: ['别公开', '不要公开', '别在群里说', '保密'],
  for: 'anyone',
  ticket: 'reported',
  example: '不公开 7',
  help: '我报的这件不在群里说',
  run: (call, { ticket }) =>
    ticket
      ? act(
          call,
          [ticket],
          async (cause) => {
            await call.desk.suppress({ ticket: ticket.id, occasions: ['opened', 'overdue', 'closed'] }, '不公开')
            return moveTicket(call.desk, call.spoken.person, ticket, 'hide', { cause })
          },
          (t) => privately(say.hidden(t), t),
        )
      : Promise.resolve([]),
}

export const plusOne: Command = {
  name: '+1',
  also: ['加一', '加1'],
  for: 'anyone',
  ticket: 'none',
  example: '+1 7',
  help: '我家也有这件事',
  async run(call, { ticket }) {
    if (ticket) await followTicket(call.desk, call.spoken.person.id, ticket, call.spoken.messageId)
    return []
  },
}
