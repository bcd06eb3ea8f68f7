import { toPerson } from '../domain/notice.ts'
import { holders, personName, townNode } from '../domain/roster.ts'
import { isPrivate, type Ticket } from '../domain/ticket.ts'
import { readTalk } from '../reading/read-talk.ts'
import { factsOf } from '../tickets/facts.ts'
import { moveTicket } from '../tickets/move-ticket.ts'
import { kindNames } from '../wording/names.ts'
import { askedTown, noted } from '../wording/replies.ts'
import { townAsked, townJoins } from '../wording/told.ts'
import { act, privately, quietly } from './answer.ts'
import { CADRES, type CallOf, type Command, isAddressed } from './define-command.ts'
import { isTalk } from './talk.ts'

/** Whoever sits down with the village: a leader and a duty cadre of the town itself, past whom it is about. */
function townPeople({ desk, spoken }: CallOf<'roster'>, ticket: Ticket): string[] {
  const town = townNode(desk.roster)
  const may = (id: string) => id !== spoken.person.id && !ticket.about.includes(id)
  return (['leader', 'duty'] as const).flatMap((role) => holders(desk.roster, role, town).filter(may).slice(0, 1))
}

async function tellTown(call: CallOf<'calendar' | 'notify' | 'now' | 'roster'>, ticket: Ticket, town: readonly string[]): Promise<void> {
  const { desk, spoken } = call
  const told = factsOf(desk, ticket, { by: spoken.person.id, note: null })
  const what = isPrivate(ticket) ? `的一件${kindNames[ticket.kind]}` : told.short
  const mediator = holders(desk.roster, 'mediator', ticket.place).find((id) => !ticket.about.includes(id))
  const joins = mediator && ![ticket.owner, spoken.person.id, ...town].includes(mediator) ? [mediator] : []
  const base = { ticket: ticket.id, occasion: 'town-asked' as const }
  await desk.notify([
    ...town.map((id) => ({ ...base, key: `${spoken.messageId}:town:${id}`, to: toPerson(id), text: townAsked(told, what) })),
    ...joins.map((id) => ({ ...base, key: `${spoken.messageId}:mediator:${id}`, to: toPerson(id), text: townJoins(told) })),
  ])
}

export const deliberate: Command = {
  name: '议',
  sort: 'wishes',
  keeps: 'words',
  takesDay: true,
  for: CADRES,
  ticket: 'mine',
  fits: (words, scene, apart) => apart && isAddressed(scene) && !isTalk(words),
  move: 'deliberate',
  example: '议 8 周五下午村部',
  help: '约大家一起说说，或报说的结果',
  async run(call, { ticket, rest }) {
    const { desk, spoken } = call
    const talk = readTalk(rest)
    const town = talk === 'town' ? townPeople(call, ticket) : []
    return act(
      call,
      async () => {
        const moved = await moveTicket(desk, spoken.person, ticket, 'deliberate', { note: rest, talk })
        if ('ticket' in moved && talk === 'town') await tellTown(call, moved.ticket, town)
        return moved
      },
      (t) =>
        talk === 'town'
          ? privately(
              askedTown(
                t,
                town.map((id) => personName(desk.roster, id)),
              ),
              t,
            )
          : quietly(call, t, noted(t)),
    )
  },
}
