import { later, WEEK_MS } from '../domain/durations.ts'
import { toGroup, toPerson } from '../domain/notice.ts'
import type { Person } from '../domain/people.ts'
import { placeName } from '../domain/place-name.ts'
import { hasRoleOver, holders, townNode, villageGroups } from '../domain/roster.ts'
import type { SeenGroup } from '../ports/channel-desk.ts'
import type { Desk } from '../ports/desk.ts'
import { askBind, askBindWhere, boundNow, greetGroup, groupOfVillage } from '../wording/binding.ts'
import { boundOnTrial } from '../wording/trial.ts'
import { type BeginDesk, beginTrial } from './trial.ts'

/** 村支书 for the village; 镇值班 and 镇领导 for what lies below them. Whoever binds a group answers for who reads it. */
export const mayBind = (desk: Pick<Desk, 'roster'>, person: Person, grid: string): boolean =>
  (['secretary', 'duty', 'leader'] as const).some((role) => hasRoleOver(desk.roster, person, role, grid))

/** The village or town that words name; the longest name wins. */
export function gridNamed(desk: Pick<Desk, 'roster'>, words: string): string | null {
  const places = [...desk.roster.nodes.values()].filter((n) => n.level === 'village' || n.level === 'town')
  const found = places.flatMap((node) =>
    [node.name, ...node.aliases].filter((name) => name.length > 1 && words.includes(name)).map((name) => ({ node, name })),
  )
  return found.sort((a, b) => b.name.length - a.name.length)[0]?.node.id ?? null
}

/** Somebody who may is asked; the group itself hears nothing. With a village it takes one word, without it the village must be named. */
export async function askToBind(
  desk: Pick<Desk, 'roster' | 'now' | 'ask' | 'notify'>,
  seen: SeenGroup,
  grid: string | null,
): Promise<void> {
  const town = townNode(desk.roster)
  const [person] =
    grid === null ? holders(desk.roster, 'duty', town) : [...holders(desk.roster, 'secretary', grid), ...holders(desk.roster, 'duty', town)]
  if (!person) return
  const id = `bind:${seen.channel}:${seen.externalId}:${grid ?? ''}`
  const notice = { key: id, to: toPerson(person), ticket: null, occasion: 'bind' as const }
  if (grid === null) return desk.notify([{ ...notice, text: askBindWhere(seen.name) }])
  const data = { channel: seen.channel, externalId: seen.externalId, grid }
  await desk.ask({ id, person, what: 'bindGroup', ticket: null, data }, later(desk.now, WEEK_MS))
  await desk.notify([{ ...notice, text: askBind(seen.name, placeName(desk.roster, grid)) }])
}

export type BindDesk = BeginDesk & Pick<Desk, 'roster' | 'settings' | 'boundTo' | 'addGroup' | 'bindGroup' | 'notify'>

/**
 * Makes a group the village's: the one of the workbook while nothing is heard from that yet, else one beside it. The group
 * reads one line, unless it is only heard at first.
 */
export async function bindGroup(desk: BindDesk, seen: SeenGroup, grid: string): Promise<string> {
  const known =
    villageGroups(desk.roster, grid)[0] ?? [...desk.roster.groups.values()].find((g) => g.kind === 'cadres' && g.grid === grid) ?? null
  const taken = known !== null && (await desk.boundTo(known.id)).some((it) => it.hears !== 'none' || it.channel === seen.channel)
  const village = placeName(desk.roster, grid)
  const free = known && !taken ? known.id : null
  const group = free ?? desk.newId()
  if (!free) {
    const kind = desk.roster.nodes.get(grid)?.level === 'village' ? 'village' : 'cadres'
    await desk.addGroup({ id: group, name: seen.name ?? groupOfVillage(village), kind, grid })
  }
  await desk.bindGroup(seen, group)
  if (desk.settings.trial && desk.roster.nodes.get(grid)?.level === 'village') {
    const trial = await beginTrial(desk, group)
    return `${boundNow(seen.name, village)}${boundOnTrial(trial.until, desk.now)}`
  }
  await desk.notify([
    {
      key: `bound:${group}:${seen.channel}:${seen.externalId}`,
      to: toGroup(group),
      ticket: null,
      occasion: 'bound',
      text: greetGroup(village, seen.hears === 'mention'),
    },
  ])
  return boundNow(seen.name, village)
}
