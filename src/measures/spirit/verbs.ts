import { DAY_MS, earlier } from '../../domain/durations.ts'
import { dayOf } from '../../domain/moments.ts'
import type { Person } from '../../domain/people.ts'
import type { Group } from '../../domain/roster.ts'
import type { Desk } from '../../ports/desk.ts'
import type { BulletinItem } from '../bulletin/facts.ts'
import { changeCase, openCase } from '../cases.ts'
import { chooseText, LEAST_DAYS, type Occasion, PLANS, type SpiritText, TEXTS } from './facts.ts'
import { seedTexts } from './words.ts'

export const addText = (
  desk: Pick<Desk, 'now' | 'newId' | 'cases'>,
  by: Person | null,
  occasion: Occasion,
  text: string,
): Promise<SpiritText> => openCase(desk, TEXTS, by, 'added', { status: 'inUse', occasion, text }, text)

export const changeText = (
  desk: Pick<Desk, 'now' | 'cases'>,
  by: Person,
  t: SpiritText,
  changes: Partial<Pick<SpiritText, 'text' | 'occasion' | 'status'>>,
): Promise<SpiritText> => changeCase<SpiritText>(desk, TEXTS, by, t, 'changed', changes, changes.text ?? changes.status ?? '')

export const planOf = async (desk: Pick<Desk, 'cases'>): Promise<number | null> =>
  (await desk.cases(PLANS).list({ newestFirst: true, limit: 1 }))[0]?.everyDays ?? null

export const setPlan = async (desk: Pick<Desk, 'now' | 'newId' | 'cases'>, by: Person, everyDays: number | null): Promise<void> =>
  void (await openCase(desk, PLANS, by, 'set', { status: 'set', everyDays }))

/** The texts of the town; a town that never had any begins with those that come with the product. */
export async function libraryOf(desk: Pick<Desk, 'now' | 'newId' | 'cases'>): Promise<SpiritText[]> {
  const texts = await desk.cases(TEXTS).list({})
  if (texts.length > 0) return texts
  const seeds: SpiritText[] = []
  for (const [occasion, text] of seedTexts) seeds.push(await addText(desk, null, occasion, text))
  return seeds
}

/** How far back it is remembered which text a group has heard. */
const MEMORY_DAYS = 400
const NUMBER = /^spirit:(\d+):/u

/** What a group has heard of the library, the latest first. */
async function heardBy(desk: Pick<Desk, 'bulletin'>, group: string, since: Date): Promise<{ number: number; day: string }[]> {
  const told = await desk.bulletin.told(group, dayOf(since))
  return told.flatMap(({ id, day }) => {
    const number = NUMBER.exec(id)?.[1]
    return number === undefined ? [] : [{ number: Number(number), day }]
  })
}

/** Danger that is still open in the village, or silence that somebody asked for: not the day for edification. */
async function isHeavy(desk: Pick<Desk, 'now' | 'tickets'>, group: Group): Promise<boolean> {
  if (group.trial || (group.quietUntil && group.quietUntil > desk.now)) return true
  const live = await desk.tickets({ villages: [group.grid], statuses: ['open', 'waiting'], limit: 500 })
  return live.some((t) => t.danger !== null)
}

/**
 * Puts one text into the day's post of each village group whose turn it is. Where the post has no room, or heard of danger or a
 * late matter that day, nothing is said; the next working day tries anew.
 */
export async function planPosts(desk: Pick<Desk, 'now' | 'roster' | 'newId' | 'tickets' | 'cases' | 'bulletin'>): Promise<number> {
  const everyDays = await planOf(desk)
  if (everyDays === null) return 0
  const today = dayOf(desk.now)
  const since = new Date(desk.now.getTime() - (Math.max(everyDays, LEAST_DAYS) - 1) * DAY_MS)
  const texts = await libraryOf(desk)
  const items: BulletinItem[] = []
  for (const group of desk.roster.groups.values()) {
    if (group.kind !== 'village' || (await heardBy(desk, group.id, since)).length > 0 || (await isHeavy(desk, group))) continue
    const heard = await heardBy(desk, group.id, earlier(desk.now, MEMORY_DAYS * DAY_MS))
    const text = chooseText(
      texts,
      today,
      heard.map((h) => h.number),
    )
    if (text) items.push(itemOf(group, text, today))
  }
  await desk.bulletin.add(items)
  return items.length
}

const itemOf = (group: Group, text: SpiritText, today: string): BulletinItem => ({
  id: `spirit:${text.number}:${group.id}:${today}`,
  group: group.id,
  occasion: 'spirit',
  text: text.text,
  from: today,
  until: today,
  gentle: true,
  picture: null,
})
