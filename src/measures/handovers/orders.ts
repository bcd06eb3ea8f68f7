import { orderAgain } from '../../domain/order-name.ts'
import { isCadre } from '../../domain/people.ts'
import { hasRoleOver, townNode, villagesOf } from '../../domain/roster.ts'
import { sightOf } from '../../domain/sight.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { privately } from '../../orders/answer.ts'
import { askFor } from '../../orders/ask-for.ts'
import { CADRES, type CallOf, type Command, type Reply } from '../../orders/define-command.ts'
import { shortsOf, ticketsMeant } from '../../orders/find-ticket.ts'
import { visible } from '../../orders/visible.ts'
import { readDay } from '../../orders/which-day.ts'
import { takeApart, without } from '../../reading/apart.ts'
import { WITHIN_A_YEAR } from '../../reading/bounds.ts'
import { caseRef } from '../../reading/case-ref.ts'
import { ticketRef } from '../../reading/ticket-ref.ts'
import { momentOf } from '../../reading/when.ts'
import { notYours } from '../../wording/replies.ts'
import { DESTINATIONS, type Destination, HANDOVERS, type Handover } from './facts.ts'
import { amend, recordAnswer, sendTicket } from './verbs.ts'
import * as say from './words.ts'

declare module '../../domain/order-name.ts' {
  interface OrderNames extends Record<'移送', true> {}
}

const NAMES = ['送']
const REFERENCE =
  /(?:编号|文号|工单号|单号|案号)[\s：:]*([A-Za-z0-9〔〕()（）\-号第字年\p{Script=Han}]{3,40})|(?<=^|\s)([A-Za-z]{0,6}\d{4,20})(?=$|[\s，,。])/u
const NONE_YET = /暂无|没有编号|还没有?编号/u
const ANSWER = /^(?:答复|回复|结果|接警|受理)[\s，,：:]*(.*)$/u
const RETURNED = /^退回[\s，,：:]*(.*)$/u

/** Which office the words name, the longest name first. */
export function destinationIn(text: string): { to: Destination; rest: string } | null {
  const words = DESTINATIONS.flatMap((to) =>
    [say.destinationWords[to].name, ...say.destinationWords[to].also].map((word) => ({ to, word })),
  )
  const longest = words.sort((a, b) => b.word.length - a.word.length)
  const first = longest.find(({ word }) => new RegExp(`^[给到]?${word}`, 'u').test(text))
  if (first) return { to: first.to, rest: without(text, 0, text.indexOf(first.word) + first.word.length) }
  const taken = takeApart(text, `[给到]?(${longest.map(({ word }) => word).join('|')})`)
  const apart = longest.find(({ word }) => word === taken?.found[1])
  return taken && apart ? { to: apart.to, rest: taken.rest } : null
}

const isOfTown = ({ desk, spoken }: CallOf<'roster'>): boolean =>
  (['duty', 'leader'] as const).some((role) => hasRoleOver(desk.roster, spoken.person, role, townNode(desk.roster)))

/** Whoever sees the whole matter sees where it went; what is for the police is the town's. */
async function mine(call: CallOf<'followers' | 'roster' | 'ticket'>, h: Handover): Promise<{ ticket: Ticket | null } | null> {
  if (!h.ticket) return isOfTown(call) ? { ticket: null } : null
  const ticket = await visible(call, await call.desk.ticket(h.ticket))
  return ticket && sightOf(call.desk.roster, call.spoken.person, ticket) === 'all' ? { ticket } : null
}

const whatOf = (h: Handover, ticket: Ticket | null): string => ticket?.label ?? (h.matter ? say.matterOf(h.matter) : '')

async function list(call: CallOf<'cases' | 'followers' | 'now' | 'roster' | 'ticket'>): Promise<Reply[]> {
  const rows: { handover: Handover; what: string }[] = []
  for (const handover of await call.desk.cases(HANDOVERS).list({ statuses: ['sent'] })) {
    const theirs = await mine(call, handover)
    if (theirs) rows.push({ handover, what: whatOf(handover, theirs.ticket) })
  }
  return privately(say.listed(rows, call.desk.now))
}

type SendCall = CallOf<'append' | 'ask' | 'calendar' | 'cases' | 'newId' | 'notify' | 'now' | 'roster'>

/** 移送 7 12345 编号…, from 转 7 12345 as well. */
export async function sendAway(call: SendCall, ticket: Ticket, rest: string): Promise<Reply[]> {
  const { desk, spoken } = call
  if (sightOf(desk.roster, spoken.person, ticket) !== 'all' || !isCadre(spoken.person))
    return privately(notYours('移送', '村干部或镇领导', ticket.label), ticket)
  const found = destinationIn(rest)
  if (!found) return askFor(call, orderAgain('移送', ticket.label, '%s', rest), say.whereTo(ticket.label))
  const reference = REFERENCE.exec(found.rest)
  const number = reference?.[1] ?? reference?.[2] ?? null
  if (!number && !NONE_YET.test(found.rest)) return askFor(call, `移送 ${ticket.label} ${rest} 编号 %s`, say.whichNumber(found.to))
  const said = await readDay(call, found.rest.replace(reference?.[0] ?? '', ' '), {
    ...{ bounds: WITHIN_A_YEAR, ticket },
    again: () => orderAgain('移送', ticket.label, say.destinationWords[found.to].name, number ? `编号 ${number}` : '暂无', '%s'),
  })
  if (said.replies) return said.replies
  const due = said.when && momentOf(said.when, desk.now, desk.calendar)
  const sent = await sendTicket(desk, spoken.person, ticket, found.to, number && !NONE_YET.test(number) ? number : null, due)
  return privately(say.sent(sent.number, sent.to, sent.reference, sent.due, desk.now), ticket)
}

type LaterCall = CallOf<'ask' | 'calendar' | 'cases' | 'followers' | 'notify' | 'now' | 'roster' | 'ticket'>

async function later(call: LaterCall, number: number, rest: string): Promise<Reply[]> {
  const { desk, spoken } = call
  const handover = await desk.cases(HANDOVERS).byNumber(number)
  const theirs = handover && (await mine(call, handover))
  if (!handover || !theirs) return privately(say.noSuch(number))
  const answer = ANSWER.exec(rest)
  const returned = RETURNED.exec(rest)
  if (answer || returned) {
    await recordAnswer(desk, spoken.person, handover, answer ? 'answered' : 'returned', answer?.[1] ?? returned?.[1] ?? '')
    return privately(answer ? say.answered(number) : say.returned(number))
  }
  const reference = REFERENCE.exec(rest)
  if (rest === '') return privately(say.listed([{ handover, what: whatOf(handover, theirs.ticket) }], desk.now))
  const said = reference?.[1] ?? reference?.[2] ?? null
  const day = await readDay(call, rest.replace(reference?.[0] ?? '', ' '), {
    bounds: WITHIN_A_YEAR,
    again: () => orderAgain('移送', `送${number}`, said ? `编号 ${said}` : '', '%s'),
  })
  if (day.replies) return day.replies
  const due = day.when && momentOf(day.when, desk.now, desk.calendar)
  if (!said && !due) return privately(say.how)
  await amend(desk, spoken.person, handover, { ...(said && { reference: said }), ...(due && { due }) })
  return privately(say.changed(number, said, due, desk.now))
}

/** Something of theirs that could be handed over, or was and is not answered. */
async function hasWhat(call: CallOf<'cases' | 'followers' | 'roster' | 'ticket' | 'tickets'>): Promise<boolean> {
  const { desk, spoken } = call
  const live = await desk.tickets({ villages: villagesOf(desk.roster, spoken.person), statuses: ['open', 'waiting'], limit: 50 })
  if (live.some((t) => sightOf(desk.roster, spoken.person, t) === 'all')) return true
  for (const handover of await desk.cases(HANDOVERS).list({ statuses: ['sent'] })) if (await mine(call, handover)) return true
  return false
}

export const handOff: Command = {
  name: '移送',
  also: ['转出', '外转', '上报给'],
  for: CADRES,
  ticket: 'optional',
  fits: (words, _scene, apart) => apart && (caseRef(words, NAMES) !== null || destinationIn(words) !== null),
  now: hasWhat,
  example: '移送 7 12345 编号20260618',
  help: '转给别的单位，记住编号和时限',
  async run(call, { ticket, rest }) {
    if (ticket) return sendAway(call, ticket, rest)
    if (rest === '') return list(call)
    const ref = caseRef(rest, NAMES)
    if (ref) return later(call, ref.number, ref.rest)
    // 法院 7号 暂无.
    const found = destinationIn(rest)
    const inside = found && ticketRef(found.rest, shortsOf(call.desk))
    const [meant, second] = inside ? await ticketsMeant(call, inside) : []
    return found && inside && meant && !second
      ? sendAway(call, meant, `${say.destinationWords[found.to].name} ${inside.rest}`)
      : privately(say.how)
  },
}
