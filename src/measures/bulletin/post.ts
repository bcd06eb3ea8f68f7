import { choosePost } from './facts.ts'
import { isWorkingDay } from '../../domain/calendar.ts'
import { DAY_MS, earlier, later } from '../../domain/durations.ts'
import { dayOf } from '../../domain/moments.ts'
import { toGroup } from '../../domain/notice.ts'
import type { Desk } from '../../ports/desk.ts'
import { placeName } from '../../tickets/facts.ts'
import { collectedPost } from './words.ts'

const HALF_DAY_MS = DAY_MS / 2

/** Writes the collected post of each group, or of one, that has something waiting and none yet today. Answers how many. */
export async function postBulletins(desk: Desk, only?: string): Promise<number> {
  const today = dayOf(desk.now)
  const waiting = Map.groupBy(await desk.bulletin.waiting(today), (i) => i.group)
  let posts = 0
  for (const [group, items] of waiting) {
    const known = desk.roster.groups.get(group)
    // At a funeral the post waits for another day altogether; held back it would come with stale words.
    if (!known || (only && group !== only) || (known.quietUntil && known.quietUntil > desk.now)) continue
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
