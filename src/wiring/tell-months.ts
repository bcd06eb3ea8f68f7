import { momentAt, numberOfDay } from '../domain/moments.ts'
import { toGroup } from '../domain/notice.ts'
import { placeName } from '../domain/place-name.ts'
import { monthName } from '../domain/span.ts'
import { collectedPost } from '../measures/bulletin/words.ts'
import { recordFigures } from '../measures/enforcement/verbs.ts'
import type { Judge } from '../ports/judge.ts'
import { monthsBack } from '../roster/sample-course.ts'
import type { PastFigure } from '../roster/sample-figures.ts'
import type { PastOrder } from '../roster/sample-orders.ts'
import type { PastMatter } from '../roster/sample-season.ts'
import { type DeskOutfit, deskIn } from '../store/desk.ts'
import type { Database } from '../store/transaction.ts'
import { closePast, type PastWords, writeLived, writeWords } from '../store/write-past.ts'
import { liveOrders } from './live-orders.ts'
import { liveSeason } from './live-season.ts'
import type { SampleCast } from './sample-cast.ts'

export interface Months {
  matters: readonly PastMatter[]
  orders: readonly PastOrder[]
  figures: readonly PastFigure[]
}

interface Needs {
  db: Database
  town: string
  outfit: DeskOutfit
  judge: Judge
  morning: Date
  /** Where the last week begins. */
  until: Date
  cast: SampleCast
}

/** The hour of the groups' collected post. */
const POST_MINUTE = 10 * 60

/** It is some seconds of a processor; a machine that has much else to do is not to fail at its first start. */
const TAKES_AT_MOST_MS = 300_000

/** The months before the last week, in one transaction: what was broken off was never told. */
export async function tellMonths(
  { matters, orders, figures }: Months,
  { db, town, outfit, judge, morning, until, cast }: Needs,
): Promise<void> {
  if ((await db.ticket.count({ where: { townId: town } })) > 0) return
  const { roster } = await deskIn(db, town, until, outfit)
  // Before the transaction, for it takes seconds, and on a slow machine longer than a transaction may rest.
  const season = await liveSeason(matters, { roster, calendar: outfit.calendar, judge, morning, until, homes: cast.homes })
  await db.$transaction(
    async (tx) => {
      await writeLived(tx, town, season.lived)
      const answers = await liveOrders(orders, { tx, town, outfit, judge, morning, cast })
      const month = monthName(morning)
      const told = figures.map(({ code, count, monthsBefore }) => ({ code, count, month: monthsBack(month, monthsBefore) }))
      await recordFigures(await deskIn(tx, town, until, outfit), null, told)
      const posts = (await closePast(tx, town, until)).map(
        ({ group, day, texts }): PastWords => ({
          ...{ channel: 'bot', id: `n:bulletin:${group}:${day}`, conversation: toGroup(group), person: null, tickets: [] },
          text: collectedPost(placeName(roster, roster.groups.get(group)?.grid ?? ''), texts),
          at: momentAt(numberOfDay(day), POST_MINUTE),
        }),
      )
      await writeWords(tx, town, [...season.words, ...answers, ...posts])
    },
    { maxWait: 20_000, timeout: TAKES_AT_MOST_MS },
  )
}
