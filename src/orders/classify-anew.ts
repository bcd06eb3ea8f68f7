import { type Duty, isOfConduct } from '../domain/duty.ts'
import type { Kind } from '../domain/judgement.ts'
import { personName } from '../domain/roster.ts'
import type { Ticket } from '../domain/ticket.ts'
import { type Accused, aboutWhom, accusedIn } from '../tickets/about-whom.ts'
import { chooseOwner } from '../tickets/choose-owner.ts'
import { moveTicket } from '../tickets/move-ticket.ts'
import { dutyFor } from '../tickets/open-ticket.ts'
import { teach } from '../tickets/teach.ts'
import { reclassified, whatKind } from '../wording/replies.ts'
import { act, privately, quietly } from './answer.ts'
import { CADRES, type CallOf, type Command } from './define-command.ts'
import { namedDuties } from './find-duties.ts'

const KIND_WORDS: readonly (readonly [RegExp, Kind])[] = [
  [/^(村里事|村里|村事|公共)/u, 'village'],
  [/^(邻里事|邻里|邻居)/u, 'neighbour'],
  [/^(户里事|家里事|户里|家里|户事)/u, 'household'],
]

/** Nobody whom it is about may have it in hand, nor read that it was taken from them. */
function complaintIn({ desk, services }: CallOf<'roster'>, { text, village, place, reporter }: Ticket, duty: Duty): Accused {
  const judgement = { ...services.judge(text), kind: duty.kind, duty: duty.code }
  return aboutWhom(desk.roster, judgement, text, village, place, reporter, duty)
}

export const reclassify: Command = {
  name: '改类',
  sort: 'wishes',
  takes: /^(?:村里|邻里|户里|家里)事/u,
  for: CADRES,
  ticket: 'named',
  move: 'reclassify',
  example: '改类 7 邻里事',
  help: '类别不对，改过来',
  async run(call, { ticket, rest }) {
    const { desk } = call
    const { person } = call.spoken
    const kind = KIND_WORDS.find(([form]) => form.test(rest))?.[1]
    const duty = kind ? dutyFor(desk.roster, { kind, duty: null }) : namedDuties(desk.roster.duties.values(), rest)[0]
    if (!duty) return privately(whatKind(ticket), ticket)
    const { text, sensitivity } = ticket
    const known = accusedIn(ticket)
    const accused = isOfConduct(duty) ? complaintIn(call, ticket, duty) : known
    const about = [...new Set([...known.about, ...accused.about])]
    const to = chooseOwner(desk.roster, duty, ticket.place, { ...accused, about }, ticket.danger !== null)
    return act(
      call,
      async () => {
        const { kind, code, name } = duty
        const moved = await moveTicket(desk, person, ticket, 'reclassify', { kind, duty: code, about, note: name, ...(to && { to }) })
        if ('ticket' in moved) await teach(desk, person, { source: 'reclassified', text, kind, duty: code, sensitivity })
        return moved
      },
      (t) => quietly(call, t, reclassified(t, duty.name, t.owner && personName(desk.roster, t.owner))),
    )
  },
}
