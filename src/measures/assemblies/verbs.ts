import { dayOf } from '../../domain/moments.ts'
import type { Person } from '../../domain/people.ts'
import { placeName } from '../../domain/place-name.ts'
import { villageGroup } from '../../domain/roster.ts'
import { isPrivate } from '../../domain/ticket.ts'
import type { Desk } from '../../ports/desk.ts'
import { announce, type BulletinDesk } from '../bulletin/verbs.ts'
import { changeCase, openCase } from '../cases.ts'
import { type AgendaItem, ASSEMBLIES, type Assembly } from './facts.ts'
import * as say from './words.ts'

export type NewItem = Pick<AgendaItem, 'text' | 'ticket' | 'reserved'>
const itemFrom = (i: NewItem): AgendaItem => ({ ...i, opinion: null, result: null, resultText: null })

/** What may be told in the group of an item: a private matter goes by its number. */
async function topicOf(desk: Pick<Desk, 'ticket'>, item: AgendaItem): Promise<string> {
  const ticket = item.ticket ? await desk.ticket(item.ticket) : null
  return ticket && isPrivate(ticket) ? ticket.label : item.text
}

async function topicsOf(desk: Pick<Desk, 'ticket'>, a: Assembly): Promise<string[]> {
  const topics: string[] = []
  for (const item of a.items) topics.push(await topicOf(desk, item))
  return topics
}

/** The announcement is in the group's post until the day itself; a change of the agenda takes its place. */
async function announceIt(desk: BulletinDesk & Pick<Desk, 'roster' | 'ticket'>, a: Assembly): Promise<void> {
  const group = villageGroup(desk.roster, a.village)
  if (!group) return
  await desk.bulletin.drop(`assembly:${a.id}:plan`, say.droppedAs.changed)
  const text = say.announcement(placeName(desk.roster, a.village), a, await topicsOf(desk, a), desk.now)
  const item = { id: `assembly:${a.id}:plan:${a.version}`, group: group.id, occasion: 'assembly' as const, text }
  await announce(desk, [{ ...item, from: dayOf(desk.now), until: dayOf(a.at), gentle: false, picture: null }])
}

export async function planAssembly(
  desk: BulletinDesk & Pick<Desk, 'roster' | 'newId' | 'ticket' | 'cases'>,
  by: Person,
  of: { village: string; at: Date; place: string; items: readonly NewItem[] },
): Promise<Assembly> {
  const fresh = { ...of, status: 'planned' as const, by: by.id, invited: null, present: null, items: of.items.map(itemFrom) }
  const planned = await openCase(desk, ASSEMBLIES, by, 'planned', fresh)
  await announceIt(desk, planned)
  return planned
}

export async function addItems(
  desk: BulletinDesk & Pick<Desk, 'roster' | 'ticket' | 'cases'>,
  by: Person,
  a: Assembly,
  items: readonly NewItem[],
): Promise<Assembly> {
  const added = await changeCase(desk, ASSEMBLIES, by, a, 'itemsAdded', { items: [...a.items, ...items.map(itemFrom)] })
  await announceIt(desk, added)
  return added
}

/** Once people sit together, its announcement is no news any more. */
export async function recordPresence(
  desk: Pick<Desk, 'now' | 'cases' | 'bulletin'>,
  by: Person,
  a: Assembly,
  invited: number | null,
  present: number,
): Promise<Assembly> {
  await desk.bulletin.drop(`assembly:${a.id}:plan`, say.droppedAs.held)
  return changeCase(desk, ASSEMBLIES, by, a, 'attended', { status: 'held', invited: invited ?? a.invited, present }, String(present))
}

const withItem = (a: Assembly, n: number, changes: Partial<AgendaItem>): AgendaItem[] =>
  a.items.map((item, i) => (i === n - 1 ? { ...item, ...changes } : item))

export const recordOpinion = (desk: Pick<Desk, 'now' | 'cases'>, by: Person, a: Assembly, n: number, opinion: string): Promise<Assembly> =>
  changeCase(desk, ASSEMBLIES, by, a, 'opinion', { items: withItem(a, n, { opinion }) }, String(n))

/** A result; what the law leaves to the villagers' assembly is not decided here, whatever was typed. */
export async function recordResult(
  desk: BulletinDesk & Pick<Desk, 'roster' | 'ticket' | 'append' | 'cases'>,
  by: Person,
  a: Assembly,
  n: number,
  said: NonNullable<AgendaItem['result']>,
  resultText: string,
): Promise<{ assembly: Assembly; item: AgendaItem; bent: boolean } | null> {
  const before = a.items[n - 1]
  if (!before) return null
  const bent = before.reserved !== null && said === 'agreed'
  const items = withItem(a, n, { result: bent ? 'toAssembly' : said, resultText: resultText || null })
  const over = items.every((i) => i.result !== null)
  const assembly = await changeCase(
    desk,
    ASSEMBLIES,
    by,
    a,
    'result',
    { status: 'held', items, endedAt: over ? desk.now : null },
    `${n} ${said}`,
  )
  const item = assembly.items[n - 1] ?? before
  if (item.ticket) await desk.append(item.ticket, [{ at: desk.now, what: 'added', by: by.id, note: say.forTicket(item), data: {} }])
  if (over) {
    await desk.bulletin.drop(`assembly:${a.id}:plan`, say.droppedAs.held)
    await tellResults(desk, assembly)
  }
  return { assembly, item, bent }
}

async function tellResults(desk: BulletinDesk & Pick<Desk, 'roster' | 'ticket'>, a: Assembly): Promise<void> {
  const group = villageGroup(desk.roster, a.village)
  if (!group) return
  const topics = await topicsOf(desk, a)
  const results = a.items.map((item, i) => say.resultShort(topics[i] ?? '', item))
  const text = say.outcome(placeName(desk.roster, a.village), results)
  const item = { id: `assembly:${a.id}:result:${a.version}`, group: group.id, occasion: 'assembly' as const, text }
  await announce(desk, [{ ...item, from: dayOf(desk.now), until: null, gentle: false, picture: null }])
}
