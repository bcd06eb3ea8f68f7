import { isOver, MISSING_TOLD_ON, missingSeries } from './facts.ts'
import { dayName, dayOf, numberOfDay } from '../../domain/moments.ts'
import { toPerson } from '../../domain/notice.ts'
import { holders, townNode } from '../../domain/roster.ts'
import type { Desk } from '../../ports/desk.ts'
import { ask, stillMissing } from './words.ts'

const LOOK_BACK_DAYS = 14

/** The morning after, whoever planned is asked once how many came; from the twentieth on the office hears once what is missing. */
export async function remindOfLectures(desk: Desk): Promise<string> {
  const today = dayOf(desk.now)
  const month = today.slice(0, 7)
  const past = await desk.lectures.between(dayName(numberOfDay(today) - LOOK_BACK_DAYS), dayName(numberOfDay(today) - 1))
  const unrecorded = past.filter((l) => l.state === 'planned' && isOver(l, desk.now))
  await desk.notify(
    unrecorded.map((l) => ({
      ...{ key: `lecture-ask:${l.id}:${l.day}`, to: toPerson(l.by), ticket: null, occasion: 'lecture' },
      text: ask.attendance(l, desk.now),
    })),
  )
  if (Number(today.slice(8)) < MISSING_TOLD_ON) return `${unrecorded.length} asked`
  const missing = missingSeries(month, await desk.lectures.between(`${month}-01`, `${month}-31`))
  const [office] = holders(desk.roster, 'duty', townNode(desk.roster))
  if (missing.length > 0 && office)
    await desk.notify([
      {
        ...{ key: `lecture-missing:${month}`, to: toPerson(office), ticket: null, occasion: 'lecture' },
        text: stillMissing(Number(month.slice(5)), missing),
      },
    ])
  return `${unrecorded.length} asked, ${missing.length} missing`
}
