import type { Satisfaction, Via } from '../../domain/ticket.ts'
import { act, privately } from '../../orders/answer.ts'
import { askFor } from '../../orders/ask-for.ts'
import { CADRES, type Command } from '../../orders/define-command.ts'
import { handedOff, noteThrough, readSpeaker } from '../../orders/note.ts'
import { isTalk } from '../../orders/talk.ts'
import { moveTicket } from '../../tickets/move-ticket.ts'
import * as say from './words.ts'

/** 说事点: a cadre types what somebody said who is not on WeChat; the source is kept, and so is the way the answer goes back. */
export const sayPoint: Command = {
  name: '说事点',
  topic: '说事',
  also: ['代说', '替老人说', '老人说'],
  for: CADRES,
  ticket: 'none',
  fits: (words, _scene, apart) => apart && !isTalk(words),
  example: '说事点 三社王大娘说家门口的水渠堵了',
  help: '替不用微信的人记一件事',
  async run(call, { rest }) {
    if (rest === '') return privately(say.whatSaid)
    if (!readSpeaker(rest)) return askFor(call, `说事点 %s说${rest}`, say.whoSaid)
    return (await handedOff(call, rest)) ?? noteThrough(call, rest)
  },
}

const WORDS: readonly (readonly [RegExp, Satisfaction | 'again', string])[] = [
  [/^(?:不满意|很不满意)/u, 'poor', '不满意'],
  [/^(?:没修好|没好|没办好|还没好|没解决)/u, 'again', '没修好'],
  [/^(?:一般|还行|凑合)/u, 'fair', '一般'],
  [/^(?:很?满意|好了|修好了|办好了)/u, 'good', '满意'],
]
const PHONE = /电话|打了?电话/u
const VISIT = /上门|当面|到家|去家里/u

/** 回访 7 满意 电话: the word of somebody who is not on WeChat, entered as such, and never by the one who did the work. */
export const callBack: Command = {
  name: '回访',
  topic: '说事',
  also: ['代填', '问过了'],
  for: CADRES,
  ticket: 'named',
  example: '回访 7 满意 电话',
  help: '问过不用微信的人，替他说满意不满意',
  async run(call, { ticket, rest }) {
    const { desk, spoken } = call
    const { through } = ticket
    if (!through) return privately(say.notThrough(ticket), ticket)
    const found = WORDS.find(([form]) => form.test(rest))
    if (!found) return privately(say.howToCallBack(ticket), ticket)
    const [form, word, said] = found
    const via: Via = PHONE.test(rest) ? 'phone' : VISIT.test(rest) ? 'visit' : through.via
    const note = rest.replace(form, '').replace(/^[\s，,]+/u, '')
    const again = word === 'again' || word === 'poor'
    return act(
      call,
      () =>
        moveTicket(desk, spoken.person, ticket, again ? 'reopen' : 'confirm', {
          ...{ via, note: note || (again ? said : '') },
          ...(word !== 'again' && { satisfaction: word }),
        }),
      (t) => privately(say.calledBack(t, through.name, said, via), t),
    )
  },
}
