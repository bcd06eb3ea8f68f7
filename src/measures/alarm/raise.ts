import { type Alarm, KEEPER_HEARS_AFTER_MINUTES, SECRETARY_HEARS_AFTER_MINUTES, whoIsLeft } from './facts.ts'
import { later, MINUTE_MS } from '../../domain/durations.ts'
import { type NoticeDraft, toGroup, toPerson } from '../../domain/notice.ts'
import type { Person } from '../../domain/people.ts'
import type { Desk } from '../../ports/desk.ts'
import { alarmForKeeper, alarmInGroup, alarmOver } from './words.ts'
import { headOf } from './heads.ts'

const HEADS = 12

/** Posted at once at any hour, and told to each keeper with the households that are theirs; who still needs a call is looked at twice. */
export async function raiseAlarm(
  desk: Desk,
  by: Person,
  text: string,
  groups: readonly string[],
): Promise<{ alarm: Alarm; households: number }> {
  const alarm: Alarm = { id: desk.newId(), by: by.id, text: text.replace(/[。.]+$/u, ''), groups: [...groups], at: desk.now, endedAt: null }
  await desk.alarms.add(alarm)
  const rows = whoIsLeft(desk.roster, groups, new Set())
  const posts = groups.map((g): NoticeDraft => urgent(`alarm:${alarm.id}:${g}`, toGroup(g), alarmInGroup(alarm.text)))
  const keepers = rows.flatMap((r): NoticeDraft[] => {
    if (!r.keeper) return []
    const heads = r.households.slice(0, HEADS).map((h) => headOf(desk.roster, h).name)
    return [urgent(`alarm:${alarm.id}:keeper:${r.keeper}`, toPerson(r.keeper), alarmForKeeper(alarm.text, heads, r.households.length))]
  })
  await desk.notify([...posts, ...keepers])
  for (const [turn, minutes] of [
    ['keepers', KEEPER_HEARS_AFTER_MINUTES],
    ['secretaries', SECRETARY_HEARS_AFTER_MINUTES],
  ] as const)
    await desk.addDue({
      ...{ key: `alarm-calls:${alarm.id}:${turn}`, job: 'alarm-calls', ticket: null, data: { alarm: alarm.id, turn } },
      at: later(desk.now, minutes * MINUTE_MS),
    })
  return { alarm, households: rows.reduce((sum, r) => sum + r.households.length, 0) }
}

const urgent = (key: string, to: NoticeDraft['to'], text: string): NoticeDraft => ({
  ...{ key, to, ticket: null, occasion: 'alarm', text, urgent: true },
})

export async function endAlarm(desk: Desk, alarm: Alarm): Promise<void> {
  await desk.alarms.end(alarm.id)
  await desk.notify(alarm.groups.map((g) => urgent(`alarm:${alarm.id}:over:${g}`, toGroup(g), alarmOver)))
}
