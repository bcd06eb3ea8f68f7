import { placeName } from '../domain/place-name.ts'
import { byNameIn, calledSo, findPlace } from '../domain/places.ts'
import { personName } from '../domain/roster.ts'
import { isLive, type Ticket } from '../domain/ticket.ts'
import { villageStem } from '../domain/village-stem.ts'
import { placeTicket } from '../tickets/amend-ticket.ts'
import type { CommitDesk } from '../tickets/commit.ts'
import { roster as say } from '../wording/replies.ts'
import { act, privately, quietly } from './answer.ts'
import { type CallOf, type Command, type Reply, STEWARDS } from './define-command.ts'
import { keeps } from './roster-rights.ts'

const NAMED = /^(\S{2,8}?)(?:[\s，,]+|就?(?:是|算|在|归))(\S+)$/u
const SHE = /[社组队]$/u

/** What the villagers call a place: said once by a cadre, and every report from there finds its 社 and its keeper. */
async function remember(call: CallOf<'roster' | 'setByName'>, words: string): Promise<Reply[]> {
  const { desk } = call
  const [, name = '', where = ''] = NAMED.exec(words) ?? []
  const mine = keeps(call)
  const village = mine.length === 1 ? mine[0] : mine.find((v) => where.includes(villageStem(placeName(desk.roster, v))))
  const she = village && findPlace(desk.roster, village, [where])
  if (!village || !she || name === '') return privately(say.whichPlace)
  const before = calledSo(desk.roster, village, name)
  const known = findPlace(desk.roster, village, [name]) === she && before.every((id) => id === she)
  if (!known && before.length === 0 && byNameIn(desk.roster, village, [name]) === null) return privately(say.everywhere(name))
  if (!known)
    await desk.setByName(
      she,
      name,
      before.filter((id) => id !== she),
    )
  return privately(say.place(name, placeName(desk.roster, she)))
}

/** The place of a matter put right; what its reporter called the place is remembered with it. */
async function putRight(
  call: CallOf<keyof CommitDesk | 'followers' | 'now' | 'roster' | 'setByName' | 'ticket'>,
  ticket: Ticket,
  where: string,
): Promise<Reply[]> {
  const { desk, spoken, services } = call
  const place = findPlace(desk.roster, ticket.village, [where])
  if (!place || !keeps(call).includes(ticket.village) || !isLive(ticket)) return privately(say.whichPlace, ticket)
  const learnt = byNameIn(desk.roster, ticket.village, services.judge(ticket.text).places)
  return act(
    call,
    async () => {
      const placed = await placeTicket(desk, spoken.person.id, ticket, place)
      if (learnt) await desk.setByName(place, learnt, [])
      return { ticket: placed }
    },
    (t) => quietly(call, t, say.placed(t, placeName(desk.roster, place), t.owner && personName(desk.roster, t.owner), learnt)),
  )
}

export const teachPlace: Command = {
  name: '地名',
  for: STEWARDS,
  ticket: 'optional',
  fits: (words, scene) => NAMED.test(words) || (scene.quoting && SHE.test(words)),
  example: '地名 大桥头 三社',
  help: '教一个地名是哪个社，或改一件事的地方（地名 7 三社）',
  run: (call, { ticket, rest }) => (ticket ? putRight(call, ticket, rest.trim()) : remember(call, rest.trim())),
}
