import { groupIn } from '../domain/notice.ts'
import { isCadre } from '../domain/people.ts'
import { gridOf, type Roster, villageOf } from '../domain/roster.ts'
import { openTicket } from '../tickets/open-ticket.ts'
import { villageOfWords } from '../tickets/whereabouts.ts'
import { registered } from '../wording/clerk.ts'
import { whatToNote } from '../wording/replies.ts'
import { privately } from './answer.ts'
import type { Command } from './define-command.ts'

const SPEAKER = /^(?:\S{0,8}?[社组村]的?)?(\S{2,4}?)(?:说|讲|反映|来说)/u

/** 三社张大山说水渠堵了, typed by a cadre: the matter is that resident's, when the full name is one of the village's. */
function whoSaid(roster: Roster, village: string, text: string): string | null {
  const name = SPEAKER.exec(text)?.[1]
  const found = name
    ? [...roster.people.values()].filter((p) => p.name === name && villageOf(roster, gridOf(roster, p.id) ?? '') === village)
    : []
  const [only, second] = found
  return only && !second ? only.id : null
}

/** 登记: what is said after it is a matter, whatever the reader of sentences would think of it. */
export const note: Command = {
  name: '登记',
  also: ['来件', '我说个事', '报一件事', '记一件'],
  for: 'anyone',
  ticket: 'none',
  fits: (_words, _scene, apart) => apart,
  example: '登记 三社水渠堵了',
  help: '直接登记一件事，替老人说也行',
  async run(call, { rest }) {
    const { desk, spoken, services } = call
    if (rest === '') return privately(whatToNote)
    const judged = services.judge(rest)
    const judgement =
      judged.kind === 'none' ? { ...judged, kind: 'village' as const, duty: 'V-OTHER', title: judged.title || rest.slice(0, 16) } : judged
    const group = desk.roster.groups.get(groupIn(spoken.conversation) ?? '')
    const message = await desk.heard(spoken.messageId)
    const village = villageOfWords(desk.roster, spoken.conversation, spoken.person.id, rest)
    const noting = isCadre(spoken.person)
    const told = noting ? whoSaid(desk.roster, village, rest) : null
    const ticket = await openTicket(desk, {
      judgement,
      reporter: told ?? spoken.person.id,
      village,
      text: rest,
      source: noting ? 'noted' : group ? 'group' : 'direct',
      messages: message ? [message] : [],
      group: group?.kind === 'village' ? group.id : null,
      ...(told && told !== spoken.person.id && { by: spoken.person.id }),
    })
    // Where a receipt goes out anyway, a second word would be one too many.
    const hasReceipt = group?.kind === 'village' || (group === undefined && (told === null || told === spoken.person.id))
    return hasReceipt ? [] : privately(registered(ticket.label, ticket.title), ticket)
  },
}
