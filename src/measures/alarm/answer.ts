import { type Alarm, householdKey, keeperKey, villagesOfGroups, whoIsLeft } from './facts.ts'
import { saidId } from '../../domain/message-ref.ts'
import { groupIn, toPerson } from '../../domain/notice.ts'
import type { Person } from '../../domain/people.ts'
import { gridOf, villageOf } from '../../domain/roster.ts'
import type { Desk, Heard } from '../../ports/desk.ts'
import { heardIt, toldAll } from './words.ts'

const HEARD = /^(?:收到了?|已收到|知道了?|看到了|好的?收到|收到[，,]?谢谢|👌|🆗)[。.!！~～]*$/u

/** The alarm that concerns this person here: the one of the group, or of the village they live or work in. */
export async function alarmFor(desk: Desk, person: string, conversation: string): Promise<Alarm | null> {
  const active = await desk.alarms.active()
  if (active.length === 0) return null
  const group = groupIn(conversation)
  const home = gridOf(desk.roster, person)
  const village = home && villageOf(desk.roster, home)
  const concerns = (a: Alarm) =>
    group ? a.groups.includes(group) : village !== null && villagesOfGroups(desk.roster, a.groups).includes(village)
  return active.find(concerns) ?? null
}

/**
 * 收到, said after an alarm: counted once for the household. In a group nothing is answered, for the group would drown in
 * it; and what a cadre says to work that was given since is meant for that work.
 */
export async function hearAlarmAnswer(desk: Desk, heard: Heard): Promise<boolean> {
  if (!HEARD.test(heard.text.trim())) return false
  const alarm = await alarmFor(desk, heard.person, heard.conversation)
  if (!alarm) return false
  const quotesAlarm = heard.quote?.startsWith(saidId(`alarm:${alarm.id}`)) ?? false
  if (!quotesAlarm && (heard.quote !== null || (await hasNewerWork(desk, heard.person, alarm)))) return false
  await desk.alarms.answer(alarm.id, { who: householdKey(desk.roster, heard.person), how: 'self' }, heard.person)
  if (groupIn(heard.conversation) === null)
    await desk.notify([
      { ...{ key: `alarm-heard:${heard.id}`, to: toPerson(heard.person), ticket: null, occasion: 'alarm', text: heardIt }, answer: true },
    ])
  return true
}

const hasNewerWork = async (desk: Desk, person: string, alarm: Alarm): Promise<boolean> =>
  (await desk.tickets({ owner: person, statuses: ['open'], openedSince: alarm.at, limit: 20 })).some((t) => t.acceptedAt === null)

/** 都到了: a keeper has told every household that is theirs. Null where no alarm runs, or none of theirs is in it. */
export async function keeperToldAll(desk: Desk, keeper: Person, conversation: string): Promise<string | null> {
  const alarm = await alarmFor(desk, keeper.id, conversation)
  const mine = alarm ? whoIsLeft(desk.roster, alarm.groups, new Set()).filter((r) => r.keeper === keeper.id) : []
  if (!alarm || mine.length === 0) return null
  await desk.alarms.answer(alarm.id, { who: keeperKey(keeper.id), how: 'keeper' }, keeper.id)
  return toldAll(mine.reduce((n, r) => n + r.households.length, 0))
}
