import { groupIn, toPerson } from '../domain/notice.ts'
import { isLive, isToldAlone, type Ticket } from '../domain/ticket.ts'
import { actorsOf } from '../domain/who-may.ts'
import { splitTicket } from '../tickets/merge.ts'
import { MOVES } from '../tickets/moves/index.ts'
import { notTheirs } from '../tickets/moves/refusal.ts'
import { type OpenDesk, openTicket } from '../tickets/open-ticket.ts'
import { teach } from '../tickets/teach.ts'
import { registered } from '../wording/clerk.ts'
import { alreadySplit, splitForReporter, splitWhat, split as splitWords } from '../wording/replies.ts'
import { act, privately, quietly, refuse } from './answer.ts'
import { CADRES, type CallOf, type Command, type Reply } from './define-command.ts'

/** Who may say that it is another matter may also say that it is two. */
const { by } = MOVES.reclassify

/** What was split off with the same words before, and is still in hand: said twice, it is done once. */
async function splitBefore({ desk }: CallOf<'history' | 'ticket'>, ticket: Ticket, words: string): Promise<Ticket | null> {
  for (const event of await desk.history(ticket.id)) {
    if (event.what !== 'split' || event.note !== words || typeof event.data.into !== 'string') continue
    const other = await desk.ticket(event.data.into)
    if (other && isLive(other)) return other
  }
  return null
}

/** Another matter out of one: by who may change its class, told to its reporter one-to-one. */
async function splitOff(
  call: CallOf<keyof OpenDesk | 'followers' | 'history' | 'teach' | 'ticket'>,
  ticket: Ticket,
  words: string,
): Promise<Reply[]> {
  const { desk, spoken, services } = call
  const actors = actorsOf(desk.roster, spoken.person, ticket, [])
  if (!by.some((a) => actors.has(a))) return refuse(call, notTheirs('split', ticket))
  const before = await splitBefore(call, ticket, words)
  if (before) return privately(alreadySplit(ticket.label, before.label), before)
  const judged = services.judge(words)
  const opened = await openTicket(desk, {
    judgement: judged.kind === 'none' ? { ...judged, kind: ticket.kind, duty: ticket.duty, title: words.slice(0, 16) } : judged,
    reporter: ticket.reporter,
    village: ticket.village,
    text: words,
    source: ticket.source,
    messages: [],
    group: isToldAlone(ticket) ? null : groupIn(spoken.conversation),
    by: spoken.person.id,
    ...(ticket.hidden && { hidden: true }),
  })
  await desk.append(ticket.id, [
    { at: desk.now, what: 'split', by: spoken.person.id, note: words, data: { into: opened.id, label: opened.label } },
  ])
  if (ticket.reporter && ticket.reporter !== spoken.person.id)
    await desk.notify([
      {
        key: `split:${opened.id}`,
        to: toPerson(ticket.reporter),
        ticket: opened.id,
        occasion: 'split-off',
        text: splitForReporter(ticket.label, opened.label, opened.title),
      },
    ])
  const { kind, duty, sensitivity } = opened
  await teach(desk, spoken.person, { source: 'split', text: words, kind, duty, sensitivity })
  return privately(registered(opened.label, opened.title), opened)
}

export const split: Command = {
  name: '拆分',
  sort: 'wishes',
  for: CADRES,
  ticket: 'named',
  move: 'reclassify',
  example: '拆分 12',
  help: '把合并的拆开，或从一件里分出另一件',
  async run(call, { ticket, rest }) {
    const { desk, spoken } = call
    if (ticket.status === 'merged')
      return act(
        call,
        () => splitTicket(desk, spoken.person, ticket),
        (t) => quietly(call, t, splitWords(t)),
      )
    return rest === '' ? privately(splitWhat(ticket.label), ticket) : splitOff(call, ticket, rest)
  },
}
