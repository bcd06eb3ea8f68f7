import { groupIn } from '../domain/notice.ts'
import { allRefs } from '../spoken/ticket-ref.ts'
import { mergeTickets, splitTicket } from '../tickets/merge.ts'
import { openTicket } from '../tickets/open-ticket.ts'
import { registered } from '../wording/clerk.ts'
import { howMerge, merged, notFound, sayTicket, splitWhat, split as splitWords } from '../wording/replies.ts'
import { act, privately, quietly } from './answer.ts'
import { CADRES, type Command } from './define-command.ts'
import { shortsOf, ticketsMeant } from './find-ticket.ts'

export const merge: Command = {
  name: '合并',
  also: ['归并'],
  for: CADRES,
  ticket: 'none',
  fits: (words) => /^[【#]?\S{0,4}?[\d一二两三四五六七八九十]/u.test(words),
  example: '合并 12 到 7',
  help: '两件是一件事，合在一起办',
  async run(call, { rest }) {
    const [a, b] = allRefs(rest, shortsOf(call.desk))
    if (!a || !b) return privately(howMerge)
    // 合并 坪12 到 7: the second number is of the same village.
    const [from] = await ticketsMeant(call, a)
    const [into] = await ticketsMeant(call, b.village === null ? { ...b, village: a.village } : b)
    if (!from || !into || from.id === into.id) {
      const missing = from ? b : a
      return privately(notFound(`${missing.village ?? ''}${missing.number}`, true))
    }
    return act(
      call,
      [from, into],
      (cause) => mergeTickets(call.desk, call.spoken.person, from, into, cause),
      () => quietly(call, from, merged(from.label, into.label)),
    )
  },
}

export const split: Command = {
  name: '拆分',
  also: ['拆开'],
  for: CADRES,
  ticket: 'named',
  example: '拆分 12',
  help: '把合并的拆开，或从一件里分出另一件',
  async run(call, { ticket, rest }) {
    if (!ticket) return privately(sayTicket)
    const { desk, spoken, services } = call
    if (ticket.status === 'merged')
      return act(
        call,
        [ticket],
        (cause) => splitTicket(desk, spoken.person, ticket, cause),
        (t) => quietly(call, t, splitWords(t)),
      )
    if (rest === '') return privately(splitWhat(ticket.label), ticket)
    const judged = services.judge(rest)
    const opened = await openTicket(desk, {
      judgement: judged.kind === 'none' ? { ...judged, kind: ticket.kind, duty: ticket.duty, title: rest.slice(0, 16) } : judged,
      reporter: ticket.reporter,
      village: ticket.village,
      text: rest,
      source: ticket.source,
      messages: [],
      group: ticket.source === 'direct' ? null : groupIn(spoken.conversation),
      by: spoken.person.id,
    })
    return privately(registered(opened.label, opened.title), opened)
  },
}
