import type { Kind } from '../domain/judgement.ts'
import { personName } from '../domain/roster.ts'
import { chooseOwner } from '../tickets/choose-owner.ts'
import { moveTicket } from '../tickets/move-ticket.ts'
import { dutyFor } from '../tickets/open-ticket.ts'
import { reclassified, whatKind } from '../wording/replies.ts'
import { act, privately, quietly } from './answer.ts'
import { CADRES, type Command } from './define-command.ts'
import { dutiesLike } from './duties-like.ts'

const KIND_WORDS: readonly (readonly [RegExp, Kind])[] = [
  [/^(村里事|村里|村事|公共)/u, 'village'],
  [/^(邻里事|邻里|邻居)/u, 'neighbour'],
  [/^(户里事|家里事|户里|家里|户事)/u, 'household'],
]

export const reclassify: Command = {
  name: '改类',
  also: ['改成', '改为', '分类'],
  for: CADRES,
  ticket: 'named',
  example: '改类 7 邻里事',
  help: '类别不对，改过来',
  async run(call, { ticket, rest }) {
    if (!ticket) return []
    const { desk } = call
    const kind = KIND_WORDS.find(([form]) => form.test(rest))?.[1]
    const duty = kind ? dutyFor(desk.roster, { kind, duty: null }) : dutiesLike(desk.roster.duties.values(), rest)[0]
    if (!duty) return privately(whatKind(ticket), ticket)
    const to = chooseOwner(desk.roster, duty, ticket.place, ticket.about, ticket.danger !== null)
    return act(
      call,
      [ticket],
      (cause) =>
        moveTicket(desk, call.spoken.person, ticket, 'reclassify', {
          cause,
          kind: duty.kind,
          duty: duty.code,
          note: duty.name,
          ...(to && { to }),
        }),
      (t) => quietly(call, t, reclassified(t, duty.name, t.owner && personName(desk.roster, t.owner))),
    )
  },
}
