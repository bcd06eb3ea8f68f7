import { lineUp } from '../../domain/grid.ts'
import { countGrid } from '../../domain/grid-counts.ts'
import { householdsIn } from '../../domain/households.ts'
import { groupIn } from '../../domain/notice.ts'
import { isCadre, type Person } from '../../domain/people.ts'
import { fullPlaceName } from '../../domain/place-name.ts'
import { gridOf, holders, isCadreOf, personName, townNode, villageOf } from '../../domain/roster.ts'
import { privately } from '../../orders/answer.ts'
import { type CallOf, type Command, type Reply, STEWARDS } from '../../orders/define-command.ts'
import { findCadre } from '../../orders/find-person.ts'
import { keeps } from '../../orders/roster-rights.ts'
import { isTalk, nothing } from '../../orders/talk.ts'
import { readPlace } from '../../reading/place.ts'
import { pictureNames } from '../../wording/pictures.ts'
import { gridCountLine } from '../../wording/roster.ts'
import { keepersOf } from './facts.ts'
import { type HandGridDesk, handGrid, handHousehold, heartCardOf, homeOf, placeNow } from './verbs.ts'
import * as say from './words.ts'
import { handed } from './words.ts'

declare module '../../domain/order-name.ts' {
  interface OrderNames extends Record<'我的网格' | '连心卡' | '网格' | '换网格员' | '划转', true> {}
}

const NAMES = 12
const MINE = 4

export function villageOfGroup({ desk, spoken }: CallOf<'roster'>): string | null {
  const group = desk.roster.groups.get(groupIn(spoken.conversation) ?? '')
  return (group && villageOf(desk.roster, group.grid)) ?? null
}

/** The village somebody speaks of when they name none: the group's, else their own. */
export function villageHere(call: CallOf<'roster'>): string | null {
  const home = gridOf(call.desk.roster, call.spoken.person.id)
  return villageOfGroup(call) ?? (home && villageOf(call.desk.roster, home))
}

const cardReply = (call: CallOf<'roster'>, place: string | null): Reply[] => {
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

async function linesOf({ desk }: CallOf<'countTickets' | 'now' | 'roster'>, place: string): Promise<string[]> {
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
      const line = gridCountLine(
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

const overTown = ({ desk, spoken }: CallOf<'roster'>): boolean => spoken.person.roles.some((r) => r.grid === townNode(desk.roster))

/** 李建国（三社第一联户), as far as it says more than the question did. */
function nameAndPlace({ desk }: CallOf<'roster'>, id: string, place: string): string {
  const { nodes } = desk.roster
  const own = desk.roster.people.get(id)?.roles.find((r) => r.role === 'keeper' && lineUp(nodes, r.grid).includes(place))?.grid
  const finer = own ? lineUp(nodes, own).slice(0, lineUp(nodes, own).indexOf(place)) : []
  const where = finer.map((g) => nodes.get(g)?.name ?? '').reverse()
  return `${personName(desk.roster, id)}${where.length > 0 ? `（${where.join('')}）` : ''}`
}

const TO = /^(?:划?给|转给|交给|到|归|换成|为|是|由)+\s*|^[\s，,：:]+/u
const HOUSE = /^(\p{Script=Han}{2,4}?)(?:家|户|一家)\s*/u

/** A cadre by any name people use, else somebody of the village by full name. */
async function findKeeper(call: CallOf<'ask' | 'now' | 'roster'>, words: string, village: string): Promise<Person | { replies: Reply[] }> {
  const { roster } = call.desk
  const inVillage = [...roster.people.values()].filter((p) => villageOf(roster, gridOf(roster, p.id) ?? '') === village)
  const named = inVillage.filter((p) => p.name === words)
  const [only, second] = named
  if (only && !second) return only
  const found = await findCadre(call, words, village)
  return 'replies' in found ? found : found.person
}

async function hand(call: CallOf<keyof HandGridDesk | 'ask'>, rest: string): Promise<Reply[]> {
  const { desk, spoken } = call
  const { roster } = desk
  // Whoever keeps several villages names the one: there is a 三社 in each.
  const [only, second] = keeps(call)
  const place = readPlace(roster.nodes, rest, (second ? null : only) ?? villageOfGroup(call))
  if (!place || (place.node.level !== 'she' && place.node.level !== 'ten')) return privately(handed.how)
  const village = villageOf(roster, place.node.id)
  if (!village || !keeps(call).includes(village)) return privately(handed.notYours)
  const name = place.rest.replace(TO, '').replace(TO, '').trim()
  if (name === '') return privately(handed.how)
  const keeper = await findKeeper(call, name, village)
  if ('replies' in keeper) return keeper.replies
  const title = fullPlaceName(roster, place.node.id)
  const now = keepersOf(roster, place.node.id)
  if (now.length === 1 && now[0] === keeper.id) return privately(handed.already(title, keeper.name))
  const { moved } = await handGrid(desk, spoken.person, place.node.id, keeper, spoken.messageId)
  return privately(handed.done(title, keeper.name, moved))
}

export const changeKeeper: Command = {
  name: '换网格员',
  topic: '网格',
  also: ['更换网格员', '网格员换成'],
  for: STEWARDS,
  ticket: 'none',
  fits: (words, _scene, apart) => apart || /[社组]/u.test(words),
  example: '换网格员 三社2联户 张三',
  help: '一个联户或一个社换网格员，在办的一起转',
  run: (call, { rest }) => hand(call, rest),
}

/** 划转 周德福家 三社2联户: a household; 划转 三社 给 张三: a whole 社. */
export const handHome: Command = {
  name: '划转',
  topic: '网格',
  also: ['划户', '移户'],
  for: STEWARDS,
  ticket: 'none',
  fits: (_words, _scene, apart) => apart,
  example: '划转 周德福家 三社2联户',
  help: '一户划到别的联户',
  async run(call, { rest }) {
    const { desk, spoken } = call
    const { roster } = desk
    const head = HOUSE.exec(rest)
    if (!head?.[1]) return hand(call, rest)
    const villages = keeps(call)
    const found = [...roster.people.values()].find(
      (p) => p.name === head[1] && p.household !== null && villages.includes(villageOf(roster, gridOf(roster, p.id) ?? '') ?? ''),
    )
    if (!found?.household) return privately(handed.noHousehold(head[1]))
    const place = readPlace(roster.nodes, rest.slice(head[0].length).replace(TO, ''), villageOf(roster, gridOf(roster, found.id) ?? ''))
    if (place?.node.level !== 'ten') return privately(handed.how)
    if (!villages.includes(villageOf(roster, place.node.id) ?? '')) return privately(handed.notYours)
    const [keeper] = keepersOf(roster, place.node.id)
    if (!keeper) return privately(handed.noKeeperThere(fullPlaceName(roster, place.node.id)))
    const was = roster.households.get(found.household) ?? null
    const former = was ? (keepersOf(roster, was)[0] ?? null) : null
    const { moved } = await handHousehold(
      desk,
      spoken.person,
      { household: found.household, head: found.name, to: place.node.id, keeper, former },
      spoken.messageId,
    )
    const name = roster.people.get(keeper)?.name ?? ''
    return privately(handed.household(found.name, fullPlaceName(roster, place.node.id), name, moved))
  },
}
