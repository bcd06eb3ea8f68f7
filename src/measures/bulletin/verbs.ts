import { z } from 'zod'
import { isWorkingDay } from '../../domain/calendar.ts'
import { DAY_MS, earlier, later, MINUTE_MS } from '../../domain/durations.ts'
import { dayOf, minuteOf, minuteOfTime } from '../../domain/moments.ts'
import { toGroup } from '../../domain/notice.ts'
import { placeName } from '../../domain/place-name.ts'
import { trialIn } from '../../domain/roster.ts'
import type { Desk } from '../../ports/desk.ts'
import { type WorkKind, workOf } from '../../ports/due-work.ts'
import type { FactsDesk } from '../../tickets/facts.ts'
import { type BulletinItem, choosePost } from './facts.ts'
import { collectedPost } from './words.ts'

declare module '../../ports/due-work.ts' {
  interface WingJobs extends Record<'bulletin' | 'bulletin-late', true> {}
}

/** The post of one group that comes after the hour. */
export const LATE: WorkKind<{ group: string }> = { job: 'bulletin-late', shape: z.object({ group: z.string() }) }

const TEN_MINUTES_MS = 10 * MINUTE_MS
/** Told later than this, it waits for the morning. */
const UNTIL = '18:00'

/** When a group will read what is announced to it now: today at the hour of the post, in ten minutes, another day, when somebody taps it; or none of them does while it is only heard. */
export type Told = 'at-the-hour' | 'soon' | 'another-day' | 'by-hand' | 'on-trial'

/** What announcing something to groups asks for. */
export type BulletinDesk = Pick<Desk, 'now' | 'roster' | 'settings' | 'addDue' | 'bulletin' | 'isTapped'>

/**
 * Puts something into the groups' collected posts. A group has one such post a day: what comes after it waits for tomorrow,
 * and what comes before it joins it. Where the day's hour has passed without a post, one follows ten minutes later.
 */
export async function announce(desk: BulletinDesk, all: readonly BulletinItem[]): Promise<Told> {
  await desk.bulletin.add(all)
  const items = all.filter((i) => trialIn(desk.roster, toGroup(i.group)) === null)
  if (items.length === 0 && all.length > 0) return 'on-trial'
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
    await desk.addDue(workOf(LATE, { key, at, ticket: null }, { group }))
    soon = true
  }
  return byHand ? 'by-hand' : soon ? 'soon' : 'another-day'
}

async function allTapped(desk: Pick<Desk, 'isTapped'>, items: readonly BulletinItem[]): Promise<boolean> {
  for (const group of new Set(items.map((i) => i.group))) if (!(await desk.isTapped(group))) return false
  return items.length > 0
}

const HALF_DAY_MS = DAY_MS / 2

/** Writes the collected post of each group, or of one, that has something waiting and none yet today. Answers how many. */
export async function postBulletins(desk: FactsDesk & Pick<Desk, 'notify' | 'bulletin' | 'isTapped'>, only?: string): Promise<number> {
  const today = dayOf(desk.now)
  const waiting = Map.groupBy(await desk.bulletin.waiting(today), (i) => i.group)
  let posts = 0
  for (const [group, items] of waiting) {
    const known = desk.roster.groups.get(group)
    // At a funeral the post waits for another day altogether, in a quiet week until that is over; held back it would come with stale words.
    if (!known || (only && group !== only) || known.trial || (known.quietUntil && known.quietUntil > desk.now)) continue
    if ((await desk.bulletin.told(group, today)).length > 0) continue
    // Nobody taps on a day off; what is still worth telling is told on the next working day.
    if (!isWorkingDay(desk.now, desk.calendar) && (await desk.isTapped(group))) continue
    const chosen = choosePost(items, await desk.bulletin.badNews(group, earlier(desk.now, DAY_MS)))
    if (chosen.length === 0) continue
    const picture = chosen.find((i) => i.picture)?.picture
    await desk.notify([
      {
        key: `bulletin:${group}:${today}`,
        to: toGroup(group),
        ticket: null,
        occasion: 'bulletin',
        text: collectedPost(
          placeName(desk.roster, known.grid),
          chosen.map((i) => i.text),
        ),
        expiresAt: later(desk.now, HALF_DAY_MS),
        ...(picture && { picture }),
      },
    ])
    await desk.bulletin.markTold(
      chosen.map((i) => i.id),
      today,
    )
    posts += 1
  }
  return posts
}
