import { villagesOf } from '../domain/roster.ts'
import { sightOf } from '../domain/sight.ts'
import { isLive, type Ticket } from '../domain/ticket.ts'
import type { TicketQuery } from '../ports/desk.ts'
import { wordsBeside } from '../reading/named-words.ts'
import { mustCall } from '../tickets/call-line.ts'
import * as say from '../wording/replies.ts'
import { privately } from './answer.ts'
import { type CallOf, type Command, isAddressed, READERS, type Reply } from './define-command.ts'
import { SHOWN, stateOf, statesOf } from './look.ts'
import { isTalk } from './talk.ts'

const said = wordsBeside(import.meta.url, 'find')

/** So many are looked through; where there are more, that is said. */
const MOST = 1000

interface List {
  name: 'open' | 'late' | 'untaken'
  query(now: Date): Pick<TicketQuery, 'statuses' | 'dueBefore'>
  /** What no query asks for. */
  holds?(t: Ticket): boolean
}
/** What of the speaker's villages is asked for by how it stands, and not by a word in it. */
const LISTS: readonly List[] = [
  { name: 'late', query: (now) => ({ statuses: ['open'], dueBefore: now }) },
  { name: 'untaken', query: () => ({ statuses: ['open'] }), holds: (t) => t.acceptedAt === null },
  { name: 'open', query: () => ({ statuses: ['open', 'waiting'] }) },
]
const NAMED = { open: said('open', 'whole'), late: said('late', 'whole'), untaken: said('untaken', 'whole') }
const OF_VILLAGE = said('village')
const SPOKEN_OF = { open: OF_VILLAGE, late: said('late'), untaken: said('untaken') }

/** 村里还有哪些没办完 asks for more than what is in the speaker's own hands. */
export const listOfVillage = (text: string): List | undefined =>
  OF_VILLAGE.test(text) ? LISTS.find(({ name }) => SPOKEN_OF[name].test(text)) : undefined

export async function listed(call: CallOf<'now' | 'roster' | 'tickets'>, { name, query, holds }: List): Promise<Reply[]> {
  const { desk, spoken } = call
  const villages = villagesOf(desk.roster, spoken.person)
  const live = await desk.tickets({ villages, limit: MOST, ...query(desk.now) })
  const seen = live.filter((t) => (holds?.(t) ?? true) && sightOf(desk.roster, spoken.person, t) === 'all')
  const dueFirst = seen.toSorted((a, b) => a.completeBy.getTime() - b.completeBy.getTime())
  const more = seen.length > SHOWN ? [say.moreOnPage(seen.length - SHOWN)] : []
  return privately(
    [say.listHead[name](seen.length, live.length === MOST), ...(seen.length > 0 ? [statesOf(call, dueFirst)] : []), ...more].join('\n'),
  )
}

/** 查一下我有没有逾期 asks for one's own list, which is not found by words. */
const OWN = said('own', 'start')

/** 查出来了, 查明白了 tell what was found. */
const FOUND_OUT = /^(?:出|到|了|过|明|清(?!单)|完|着|实)/u

export const find: Command = {
  name: '查',
  sort: 'looks',
  for: READERS,
  ticket: 'optional',
  fits: (words, scene, apart) =>
    !isTalk(words) &&
    !/^(?:一下)?清单/u.test(words) &&
    !FOUND_OUT.test(words) &&
    !OWN.test(words) &&
    (apart || (!/了$/u.test(words) && isAddressed(scene) && scene.namesDuty(words))),
  example: '查 路灯',
  help: '按编号或字眼找，也能“查 在办”“查 超期”',
  async run(call, { ticket, rest }) {
    const { desk, spoken } = call
    if (ticket) {
      const whole = sightOf(desk.roster, spoken.person, ticket, await desk.followers(ticket.id)) === 'all'
      if (!whole) return privately(stateOf(call, ticket), ticket)
      const calls = mustCall(desk, ticket, spoken.person.id) || ticket.reporter === spoken.person.id
      const told = ticket.reporter === null ? undefined : desk.roster.people.get(ticket.reporter)
      const teller = { name: told?.name ?? '', phone: told?.phone ?? null }
      return privately(say.whole(stateOf(call, ticket), ticket.text, calls ? teller : null), ticket)
    }
    if (rest === '') return privately(say.whatToFind)
    const list = LISTS.find(({ name }) => NAMED[name].test(rest))
    if (list) return listed(call, list)
    const villages = villagesOf(desk.roster, spoken.person)
    const found = await desk.tickets({ words: rest, villages, newestFirst: true, limit: 50 })
    const seen = found.filter((t) => sightOf(desk.roster, spoken.person, t) === 'all')
    const live = seen.filter(isLive)
    const shown = [...live, ...seen.filter((t) => !isLive(t))]
    return privately(shown.length === 0 ? say.foundNone(rest) : statesOf(call, shown))
  },
}
