import { placeName } from '../../domain/place-name.ts'
import { personName, villagesOf } from '../../domain/roster.ts'
import { sightOf } from '../../domain/sight.ts'
import { privately } from '../../orders/answer.ts'
import { CADRES, type Command } from '../../orders/define-command.ts'
import { isTalk } from '../../orders/talk.ts'
import { villageOfWords } from '../../tickets/whereabouts.ts'
import { openHazards, reportHazard } from './verbs.ts'
import * as say from './words.ts'

declare module '../../domain/order-name.ts' {
  interface OrderNames extends Record<'隐患', true> {}
}

const SHOWN = 10

/** 隐患 三社路口 电线垂下来了, by whoever walks the grid; alone, what is still to be dealt with. */
export const hazard: Command = {
  name: '隐患',
  topic: '网格',
  also: ['发现隐患', '报隐患', '排查隐患'],
  for: CADRES,
  ticket: 'none',
  fits: (words, _scene, apart) => apart && !isTalk(words),
  example: '隐患 三社路口 电线垂下来了',
  help: '走网格看到的隐患，记下来盯着办',
  async run({ desk, spoken, services }, { rest }) {
    const { roster } = desk
    if (rest === '') {
      const villages = villagesOf(roster, { roles: spoken.person.roles.filter((r) => r.role !== 'resident') })
      const open = await openHazards(desk, villages)
      const seen = open.filter(({ ticket }) => sightOf(roster, spoken.person, ticket) === 'all').slice(0, SHOWN)
      const rows = seen.map(({ ticket }) => ({
        ...{ ticket, place: placeName(roster, ticket.village), owner: ticket.owner && personName(roster, ticket.owner) },
      }))
      return privately(say.openOnes(rows, desk.now))
    }
    const ticket = await reportHazard(desk, spoken.person, {
      ...{ text: rest, judgement: services.judge(rest), message: await desk.heard(spoken.messageId) },
      village: villageOfWords(roster, spoken.conversation, spoken.person.id, rest),
    })
    return privately(say.found(ticket, ticket.owner && personName(roster, ticket.owner), desk.now), ticket)
  },
}
