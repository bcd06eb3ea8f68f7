import { dayOf } from '../domain/moments.ts'
import { toPerson } from '../domain/notice.ts'
import type { Ticket } from '../domain/ticket.ts'
import { reporterAsks } from '../wording/replies.ts'
import type { CallOf } from './define-command.ts'

/** Whoever has it hears, at most once a day of each kind, that the speaker asks how far it is. */
export const askOwner = (
  { desk, spoken }: CallOf<'notify' | 'now'>,
  ticket: Ticket,
  owner: string,
  kind: 'asks' | 'urged',
): Promise<unknown> =>
  desk.notify([
    {
      ...{ key: `${kind}:${ticket.id}:${dayOf(desk.now)}`, to: toPerson(owner), ticket: ticket.id },
      occasion: 'reporter-asks',
      text: reporterAsks(ticket, spoken.person.name),
    },
  ])
