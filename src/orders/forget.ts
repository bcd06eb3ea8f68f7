import { DAY_MS, later } from '../domain/durations.ts'
import { holdsOffice } from '../domain/people.ts'
import { SLIP_CHANNEL } from '../domain/slip.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Whom } from '../ports/forgetting.ts'
import type { Question } from '../ports/question.ts'
import { isForgetting, planForgetting } from '../tickets/forget-person.ts'
import * as say from '../wording/forget.ts'
import { privately } from './answer.ts'
import { type CallOf, type Command, type Reply, STEWARDS } from './define-command.ts'
import { keeps } from './roster-rights.ts'
import { nothing } from './talk.ts'

/** One question at a time, of whoever is to be forgotten. */
async function askWhether({ desk, spoken }: CallOf<'answered' | 'ask' | 'now' | 'questions'>, matter: string | null): Promise<void> {
  for (const q of await desk.questions(spoken.person.id)) if (q.what === 'forget') await desk.answered(q.id)
  await desk.ask(
    { id: `forget:${spoken.messageId}`, person: spoken.person.id, what: 'forget', ticket: null, data: { matter } },
    later(desk.now, DAY_MS),
  )
}

/** Where it was said, nobody else reads the answer. */
export const forgetMe: Command = {
  name: '忘记我',
  for: 'anyone',
  ticket: 'none',
  fits: nothing,
  example: '忘记我',
  help: '删掉我说过的话和我的信息',
  now: async ({ spoken }) => !holdsOffice(spoken.person),
  async run(call) {
    const { desk, spoken } = call
    if (holdsOffice(spoken.person)) return privately(say.namedByOffice)
    if (await isForgetting(desk, { person: spoken.person.id })) return privately(say.alreadyForgetting)
    await askWhether(call, null)
    return privately(say.askToForget)
  },
}

/** Whoever told a matter and is not on WeChat: a person of the page, or only a name a cadre wrote down. */
async function tellerOf({ desk }: CallOf<'roster' | 'traces'>, ticket: Ticket): Promise<{ whom: Whom; name: string } | 'here' | null> {
  if (ticket.reporter === null) return ticket.through && { whom: { matter: ticket.id }, name: ticket.through.name }
  const person = desk.roster.people.get(ticket.reporter)
  if (!person) return null
  const accounts = (await desk.traces(person.id)).accounts
  return accounts.some((a) => a !== SLIP_CHANNEL) || person.onRoster ? 'here' : { whom: { person: person.id }, name: person.name }
}

export const forgetTeller: Command = {
  name: '忘记',
  for: STEWARDS,
  ticket: 'numbered',
  fits: nothing,
  now: async (call) => keeps(call).length > 0,
  example: '忘记 坪03',
  help: '不用微信的人要求删去自己的信息',
  async run(call, { ticket }) {
    const teller = keeps(call).includes(ticket.village) ? await tellerOf(call, ticket) : null
    if (teller === null) return privately(say.nobodyThere(ticket.label), ticket)
    if (teller === 'here') return privately(say.tellerIsHere(ticket.label), ticket)
    await askWhether(call, ticket.id)
    return privately(say.askToForgetTeller(ticket.label, teller.name), ticket)
  },
}

/** 是: it is done in a while, for the answer has to arrive. */
export async function letForget(
  call: CallOf<'addDue' | 'dueOf' | 'now' | 'roster' | 'ticket' | 'tickets' | 'traces'>,
  { data: { matter } }: Question<'forget'>,
): Promise<Reply[]> {
  const { desk, spoken } = call
  if (matter === null) {
    if (holdsOffice(spoken.person)) return privately(say.namedByOffice)
    return privately(say.willForget(await planForgetting(desk, { person: spoken.person.id }, 'self')))
  }
  const ticket = await desk.ticket(matter)
  const teller = ticket && (await tellerOf(call, ticket))
  if (!ticket || teller === null || teller === 'here') return privately(say.nobodyThere(ticket?.label ?? ''))
  const open = await planForgetting(desk, teller.whom, 'clerk')
  return privately(say.willForgetTeller(ticket.label, open.length === 0), ticket)
}
