import { type OrderName, orderAgain } from '../domain/order-name.ts'
import { personName } from '../domain/roster.ts'
import type { Ticket } from '../domain/ticket.ts'
import { destinationIn, sendAway } from '../measures/handovers/orders.ts'
import { wordsBeside } from '../reading/named-words.ts'
import { moveTicket } from '../tickets/move-ticket.ts'
import { handedTo, noPerson, toWhom } from '../wording/replies.ts'
import { act, type MoveCall, privately, quietly } from './answer.ts'
import { CADRES, type CallOf, type Command, isAddressed, isFor, type OfTicket, type Reply, STEWARDS } from './define-command.ts'
import { findCadre } from './find-person.ts'
import { stateOf } from './look.ts'
import { urgeOwner } from './urge.ts'

const said = wordsBeside(import.meta.url, 'hand-over')

/** What is said behind a name and means nothing more: 转 7 小李 你去看一下. */
const GO = said('go')

const to = (move: 'transfer' | 'assign', word: OrderName) =>
  async function run(call: MoveCall & CallOf<'cases'>, { ticket, rest }: OfTicket): Promise<Reply[]> {
    const { desk, spoken } = call
    if (rest === '') return privately(toWhom(ticket, word), ticket)
    // 转 7 12345: another office, not a person.
    if (destinationIn(rest)) return sendAway(call, ticket, rest)
    const found = await findCadre(call, rest, ticket.village, (more) => orderAgain(word, ticket.label, '%s', more))
    if ('replies' in found) return found.replies
    if (ticket.owner === found.person.id) return alreadyTheirs(call, ticket)
    if (ticket.about.includes(found.person.id)) return privately(noPerson(found.person.name, null))
    return act(
      call,
      () => moveTicket(desk, spoken.person, ticket, move, { to: found.person.id, note: found.rest.replace(GO, '') }),
      (t) => quietly(call, t, handedTo(t, personName(desk.roster, t.owner))),
    )
  }

/** 喊满仓把水管修了, where 满仓 has it: nothing is handed over, he is urged. It would be new work to him, and news to whoever told it. */
const alreadyTheirs = async (call: MoveCall, ticket: Ticket): Promise<Reply[]> =>
  isFor(STEWARDS, call.spoken.person) ? urgeOwner(call, ticket) : privately(stateOf(call, ticket), ticket)

/** 给王芳打电话没人接: what is said to somebody is no matter that is given to them. */
const TELLS = said('tells')

const fits: Command['fits'] = (words, scene) =>
  isAddressed(scene) && scene.namesCadre(words) && !TELLS.test(words.slice(scene.cadreAt(words)))

export const transfer: Command = {
  name: '转',
  sort: 'wishes',
  keeps: 'who',
  for: CADRES,
  ticket: 'mine',
  fits,
  move: 'transfer',
  example: '转 7 王芳',
  help: '换个人负责，时间不变',
  run: to('transfer', '转'),
}
export const assign: Command = {
  name: '派',
  sort: 'wishes',
  keeps: 'who',
  for: STEWARDS,
  ticket: 'named',
  fits,
  move: 'assign',
  example: '派 7 王芳',
  help: '派给谁办',
  run: to('assign', '派'),
}
