import { type Alarm, type KeeperLeft, whoIsLeft } from './facts.ts'
import { type NoticeDraft, toPerson } from '../../domain/notice.ts'
import { holders, personName } from '../../domain/roster.ts'
import type { Desk } from '../../ports/desk.ts'
import { placeName } from '../../tickets/facts.ts'
import { noKeeper, stillToCall, villageStill } from './words.ts'
import { headOf } from './heads.ts'

const SHOWN = 10

export async function leftOf(desk: Desk, alarm: Alarm): Promise<KeeperLeft[]> {
  const answered = new Set((await desk.alarms.answers(alarm.id)).map((a) => a.who))
  return whoIsLeft(desk.roster, alarm.groups, answered)
}

/** Keepers hear which of their own households still need a call, secretaries how many of the village; nobody else, and no group. */
export async function tellWhoIsLeft(desk: Desk, alarm: Alarm, turn: string): Promise<number> {
  const rows = await leftOf(desk, alarm)
  const notices = turn === 'keepers' ? rows.flatMap((r) => toKeeper(desk, alarm, r)) : toSecretaries(desk, alarm, rows)
  await desk.notify(notices)
  return notices.length
}

const urgent = (key: string, person: string, text: string): NoticeDraft => ({
  ...{ key, to: toPerson(person), ticket: null, occasion: 'alarm', text, urgent: true },
})

const toKeeper = (desk: Desk, alarm: Alarm, { keeper, left }: KeeperLeft): NoticeDraft[] =>
  keeper && left.length > 0
    ? [
        urgent(
          `alarm:${alarm.id}:left:${keeper}`,
          keeper,
          stillToCall(
            left.slice(0, SHOWN).map((h) => headOf(desk.roster, h)),
            left.length,
          ),
        ),
      ]
    : []

function toSecretaries(desk: Desk, alarm: Alarm, rows: readonly KeeperLeft[]): NoticeDraft[] {
  return [...Map.groupBy(rows, (r) => r.village)].flatMap(([village, theirs]) => {
    const [secretary] = holders(desk.roster, 'secretary', village)
    const left = theirs.reduce((n, r) => n + r.left.length, 0)
    if (!secretary || left === 0) return []
    const all = theirs.reduce((n, r) => n + r.households.length, 0)
    const by = theirs
      .filter((r) => r.left.length > 0)
      .map((r) => ({ name: r.keeper ? personName(desk.roster, r.keeper) : noKeeper, left: r.left.length }))
    const text = villageStill(placeName(desk.roster, village), left, all, by)
    return [urgent(`alarm:${alarm.id}:left:${village}`, secretary, text)]
  })
}
