import type { Duty } from '../domain/duty.ts'
import type { Kind } from '../domain/judgement.ts'
import { personName } from '../domain/roster.ts'
import { chooseOwner } from '../tickets/choose-owner.ts'
import { moveTicket } from '../tickets/move-ticket.ts'
import { dutyFor } from '../tickets/open-ticket.ts'
import { reclassified, whatKind } from '../wording/replies.ts'
import { act, privately, quietly } from './answer.ts'
import type { Command } from './define-command.ts'

const KIND_WORDS: readonly (readonly [RegExp, Kind])[] = [
  [/^(村里事|村里|村事|公共)/u, 'village'],
  [/^(邻里事|邻里|邻居)/u, 'neighbour'],
  [/^(户里事|家里事|户里|家里|户事)/u, 'household'],
]

/** A line of the duty list by its code, name, short name or one of its words. */
export const dutiesLike = (duties: Iterable<Duty>, said: string): Duty[] => {
  const words = said.trim()
  if (words === '') return []
  const all = [...duties]
  const exact = all.filter((d) => d.code === words.toUpperCase() || d.name === words || d.short === words)
  if (exact.length > 0) return exact
  const byName = all.filter((d) => d.name.includes(words) || d.short.includes(words) || words.includes(d.short))
  return byName.length > 0 ? byName : all.filter((d) => d.words.some((w) => w.includes(words) || words.includes(w)))
}

export const reclassify: Command = {
  name: '改类',
  also: ['改成', '改为', '分类'],
  for: 'cadre',
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
