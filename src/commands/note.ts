import { groupIn } from '../domain/notice.ts'
import { isCadre } from '../domain/people.ts'
import { openTicket } from '../tickets/open-ticket.ts'
import { villageOfWords } from '../tickets/whereabouts.ts'
import { registered } from '../wording/clerk.ts'
import { whatToNote } from '../wording/replies.ts'
import { privately } from './answer.ts'
import type { Command } from './define-command.ts'

/** 登记: what is said after it is a matter, whatever the reader of sentences would think of it. */
export const note: Command = {
  name: '登记',
  also: ['来件', '我说个事', '报一件事', '记一件'],
  for: 'anyone',
  ticket: 'none',
  glued: /^[：:，,]/u,
  example: '登记 三社水渠堵了',
  help: '直接登记一件事，替老人说也行',
  async run(call, { rest }) {
    const { desk, spoken, services } = call
    if (rest === '') return privately(whatToNote)
    const judged = services.judge(rest)
    const judgement =
      judged.kind === 'none' ? { ...judged, kind: 'village' as const, duty: 'V-OTHER', title: judged.title || rest.slice(0, 16) } : judged
    const group = groupIn(spoken.conversation)
    const message = await desk.heard(spoken.messageId)
    const ticket = await openTicket(desk, {
      judgement,
      reporter: spoken.person.id,
      village: villageOfWords(desk.roster, spoken.conversation, spoken.person.id, rest),
      text: rest,
      source: isCadre(spoken.person) ? 'noted' : group ? 'group' : 'direct',
      messages: message ? [message] : [],
      group: desk.roster.groups.get(group ?? '')?.kind === 'village' ? group : null,
    })
    return group && desk.roster.groups.get(group)?.kind !== 'village' ? privately(registered(ticket.label, ticket.title), ticket) : []
  },
}
