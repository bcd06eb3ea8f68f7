import type { BulletinItem } from './facts.ts'
import { later, MINUTE_MS } from '../../domain/durations.ts'
import { dayOf, minuteOf, minuteOfTime } from '../../domain/moments.ts'
import type { Desk } from '../../ports/desk.ts'

const TEN_MINUTES_MS = 10 * MINUTE_MS
/** Told later than this, it waits for the morning. */
const UNTIL = '18:00'

/** When a group will read what is announced to it now: today at the hour of the post, in ten minutes, another day, or when somebody taps it. */
export type Told = 'at-the-hour' | 'soon' | 'another-day' | 'by-hand'

/**
 * Puts something into the groups' collected posts. A group has one such post a day: what comes after it waits for tomorrow,
 * and what comes before it joins it. Where the day's hour has passed without a post, one follows ten minutes later.
 */
export async function announce(desk: Desk, items: readonly BulletinItem[]): Promise<Told> {
  await desk.bulletin.add(items)
  const today = dayOf(desk.now)
  const minute = minuteOf(desk.now)
  const now = items.filter((i) => i.from <= today)
  const byHand = await allTapped(desk, items)
  if (now.length === 0 || minute >= minuteOfTime(UNTIL)) return byHand ? 'by-hand' : 'another-day'
  if (minute < minuteOfTime(desk.settings.bulletinAt)) return byHand ? 'by-hand' : 'at-the-hour'
  let soon = false
  for (const group of new Set(now.map((i) => i.group))) {
    if ((await desk.bulletin.told(group, today)).length > 0) continue
    const at = later(desk.now, TEN_MINUTES_MS)
    // One row for each group and day: what follows within the ten minutes joins without moving the moment.
    const key = `bulletin:${group}:${today}`
    await desk.addDue({ key, job: 'bulletin-late', at, ticket: null, data: { group } })
    soon = true
  }
  return byHand ? 'by-hand' : soon ? 'soon' : 'another-day'
}

async function allTapped(desk: Desk, items: readonly BulletinItem[]): Promise<boolean> {
  for (const group of new Set(items.map((i) => i.group))) if (!(await desk.isTapped(group))) return false
  return items.length > 0
}
