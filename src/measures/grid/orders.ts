import { lineUp } from '../../domain/grid.ts'
import { countGrid } from '../../domain/grid-counts.ts'
import { groupIn } from '../../domain/notice.ts'
import { isCadre } from '../../domain/people.ts'
import { gridOf, holders, isCadreOf, personName, townNode, villageOf } from '../../domain/roster.ts'
import { privately } from '../../orders/answer.ts'
import type { Call, Command, Reply } from '../../orders/define-command.ts'
import { isTalk, nothing } from '../../orders/talk.ts'
import { readPlace } from '../../reading/place.ts'
import { pictureNames } from '../../wording/pictures.ts'
import { fullPlaceName, heartCardOf, homeOf, householdsIn, keepersOf, placeNow } from './look.ts'
import * as say from './words.ts'

const NAMES = 12
const MINE = 4

export function villageOfGroup({ desk, spoken }: Call): string | null {
  const group = desk.roster.groups.get(groupIn(spoken.conversation) ?? '')
  return (group && villageOf(desk.roster, group.grid)) ?? null
}

/** The village somebody speaks of when they name none: the group's, else their own. */
export function villageHere(call: Call): string | null {
  const home = gridOf(call.desk.roster, call.spoken.person.id)
  return villageOfGroup(call) ?? (home && villageOf(call.desk.roster, home))
}

const cardReply = (call: Call, place: string | null): Reply[] => {
  const card = heartCardOf(call.desk.roster, place)
  if (!card) return privately(say.whichShe)
  return [{ text: say.heartCard(card), where: 'private', picture: { name: pictureNames.card, tells: say.heartPicture(card) } }]
}

/** 连心卡: who is my keeper, as a sentence and as a card that one can keep. A keeper gets the card of the own ten households, to pass on. */
export const heartCard: Command = {
  name: '连心卡',
  also: ['我的网格员', '我的网格员是谁', '谁是我的网格员', '网格员是谁', '我家归谁管', '我家网格员是谁'],
  for: 'anyone',
  ticket: 'none',
  fits: (words, _scene, apart) => apart && !isTalk(words),
  example: '连心卡',
  help: '我家的网格员是谁，存一张卡',
  async run(call, { rest }) {
    const { desk, spoken } = call
    const place = rest === '' ? null : readPlace(desk.roster.nodes, rest, villageHere(call))
    if (rest !== '' && !place) return privately(say.noSuchPlace(rest))
    const kept = spoken.person.roles.find((r) => r.role === 'keeper')?.grid ?? null
    return cardReply(call, place ? place.node.id : (homeOf(desk.roster, spoken.person) ?? kept))
  },
}

export const myGrid: Command = {
  name: '我的网格',
  topic: '网格',
  also: ['我管的网格', '我的十户'],
  for: 'anyone',
  ticket: 'none',
  fits: nothing,
  example: '我的网格',
  help: '我在哪个网格；干部看自己管的',
  async run(call) {
    const { desk, spoken } = call
    if (!isCadre(spoken.person)) return cardReply(call, homeOf(desk.roster, spoken.person))
    const places = [...new Set(spoken.person.roles.filter((r) => r.role !== 'resident').map((r) => r.grid))]
    if (places.length === 0) return privately(say.noGrid)
    const lines: string[] = []
    for (const place of places.slice(0, MINE)) lines.push(...(await linesOf(call, place)))
    const mine = await desk.countTickets({ owner: spoken.person.id, statuses: ['open', 'waiting'] })
    return privately([...lines, say.inMyHands(mine)].join('\n'))
  },
}

async function linesOf({ desk }: Call, place: string): Promise<string[]> {
  const homes = householdsIn(desk.roster, place)
  const isSmall = desk.roster.nodes.get(place)?.level === 'ten'
  const heads = homes.flatMap((h) => h.names[0] ?? [])
  const line = say.placeNow(await placeNow(desk, place))
  return [line, ...(isSmall && heads.length > 0 ? [say.myHouseholds(heads.slice(0, NAMES), heads.length)] : [])]
}

/** 网格 三社: who keeps it, for anyone; how it stands, for its cadres. 网格 alone, to leaders: the whole tree counted and checked. */
export const grid: Command = {
  name: '网格',
  topic: '网格',
  also: ['网格盘点', '查网格'],
  for: 'anyone',
  ticket: 'none',
  fits: (words, _scene, apart) => apart && !isTalk(words),
  example: '网格 三社',
  help: '一个地方谁管',
  async run(call, { rest }) {
    const { desk, spoken } = call
    const { roster } = desk
    const found = rest === '' ? null : readPlace(roster.nodes, rest, villageHere(call))
    if (rest !== '' && !found) return privately(say.noSuchPlace(rest))
    const place = found?.node.id ?? (overTown(call) ? townNode(roster) : (villageHere(call) ?? townNode(roster)))
    if (place === townNode(roster)) {
      const counts = countGrid(roster.nodes.values(), roster.people.values())
      const line = say.gridCountLine(
        counts,
        counts.unkept.map((id) => fullPlaceName(roster, id)),
      )
      return privately(overTown(call) ? [line, say.placeNow(await placeNow(desk, place))].join('\n') : line)
    }
    const keepers = keepersOf(roster, place).map((id) => nameAndPlace(call, id, place))
    const [secretary] = holders(roster, 'secretary', place)
    const who = say.whoKeeps(fullPlaceName(roster, place), keepers, secretary ? personName(roster, secretary) : null)
    const village = villageOf(roster, place)
    const isTheirs = village !== null && isCadreOf(roster, spoken.person, village)
    return privately(isTheirs ? [who, say.placeNow(await placeNow(desk, place))].join('\n') : who)
  },
}

const overTown = ({ desk, spoken }: Call): boolean => spoken.person.roles.some((r) => r.grid === townNode(desk.roster))

/** 李建国（三社第一联户), as far as it says more than the question did. */
function nameAndPlace({ desk }: Call, id: string, place: string): string {
  const { nodes } = desk.roster
  const own = desk.roster.people.get(id)?.roles.find((r) => r.role === 'keeper' && lineUp(nodes, r.grid).includes(place))?.grid
  const finer = own ? lineUp(nodes, own).slice(0, lineUp(nodes, own).indexOf(place)) : []
  const where = finer.map((g) => nodes.get(g)?.name ?? '').reverse()
  return `${personName(desk.roster, id)}${where.length > 0 ? `（${where.join('')}）` : ''}`
}
