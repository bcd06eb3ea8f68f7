import type { Person } from '../../domain/people.ts'
import { gridOf, villageOf } from '../../domain/roster.ts'
import { privately } from '../../orders/answer.ts'
import { type Call, type Command, type Reply, STEWARDS } from '../../orders/define-command.ts'
import { findCadre } from '../../orders/find-person.ts'
import { keeps } from '../../orders/roster-rights.ts'
import { readPlace } from '../../reading/place.ts'
import { handGrid, handHousehold } from './hand-over.ts'
import { fullPlaceName, keepersOf } from './look.ts'
import { villageOfGroup } from './orders.ts'
import { handed } from './words.ts'

const TO = /^(?:划?给|转给|交给|到|归|换成|为|是|由)+\s*|^[\s，,：:]+/u
const HOUSE = /^(\p{Script=Han}{2,4}?)(?:家|户|一家)\s*/u

/** A cadre by any name people use, else somebody of the village by full name. */
async function findKeeper(call: Call, words: string, village: string): Promise<Person | { replies: Reply[] }> {
  const { roster } = call.desk
  const inVillage = [...roster.people.values()].filter((p) => villageOf(roster, gridOf(roster, p.id) ?? '') === village)
  const named = inVillage.filter((p) => p.name === words)
  const [only, second] = named
  if (only && !second) return only
  const found = await findCadre(call, words, village)
  return 'replies' in found ? found : found.person
}

async function hand(call: Call, rest: string): Promise<Reply[]> {
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
