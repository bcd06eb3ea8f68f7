import { z } from 'zod'
import { earlier, later, MINUTE_MS } from '../../domain/durations.ts'
import { saidId } from '../../domain/message-ref.ts'
import { groupIn, type NoticeDraft, toGroup, toPerson } from '../../domain/notice.ts'
import type { Person } from '../../domain/people.ts'
import { placeName } from '../../domain/place-name.ts'
import { gridOf, holders, personName, type Roster, villageOf } from '../../domain/roster.ts'
import type { Span } from '../../domain/span.ts'
import type { Desk, Heard } from '../../ports/desk.ts'
import { type WorkKind, workOf } from '../../ports/due-work.ts'
import { changeCase, openCase } from '../cases.ts'
import {
  ALARM_LASTS_MS,
  ALARMS,
  type Alarm,
  householdKey,
  KEEPER_HEARS_AFTER_MINUTES,
  type KeeperLeft,
  keeperKey,
  SECRETARY_HEARS_AFTER_MINUTES,
  villagesOfGroups,
  whoIsLeft,
} from './facts.ts'
import { alarmForKeeper, alarmInGroup, alarmOver, HEARD, heardIt, noKeeper, stillToCall, toldAll, villageStill } from './words.ts'

declare module '../../domain/notice.ts' {
  interface MeasureOccasions extends Record<'alarm', true> {}
}

declare module '../../ports/due-work.ts' {
  interface WingJobs extends Record<'alarm-calls', true> {}
}

/** Who of an alarm's people still needs a call, told in turns. */
export const CALLS: WorkKind<{ alarm: string; turn: string }> = {
  job: 'alarm-calls',
  shape: z.object({ alarm: z.string(), turn: z.string() }),
}

/** A household by the first of its members, with a number to call. */
function headOf(roster: Roster, household: string): { name: string; phone: string | null } {
  const members = [...roster.people.values()].filter((p) => p.household === household)
  return { name: members[0]?.name ?? household, phone: members.find((p) => p.phone)?.phone ?? null }
}

const HEADS = 12
const MOST = 10

const urgent = (key: string, to: NoticeDraft['to'], text: string): NoticeDraft => ({
  ...{ key, to, ticket: null, occasion: 'alarm', text, urgent: true },
})

/** Raised less than a day ago and not called off, newest first. */
export const runningAlarms = (desk: Pick<Desk, 'cases' | 'now'>): Promise<Alarm[]> =>
  desk.cases(ALARMS).list({ statuses: ['running'], openedFrom: earlier(desk.now, ALARM_LASTS_MS), newestFirst: true, limit: MOST })

export const alarmsOf = (desk: Pick<Desk, 'cases'>, { from, to }: Span): Promise<Alarm[]> =>
  desk.cases(ALARMS).list({ openedFrom: from, openedTo: to })

/** Posted at once at any hour, and told to each keeper with the households that are theirs; who still needs a call is looked at twice. */
export async function raiseAlarm(
  desk: Pick<Desk, 'now' | 'roster' | 'newId' | 'notify' | 'addDue' | 'cases'>,
  by: Person,
  text: string,
  groups: readonly string[],
): Promise<{ alarm: Alarm; households: number }> {
  const said = text.replace(/[。.]+$/u, '')
  const alarm = await openCase(desk, ALARMS, by, 'raised', { status: 'running', by: by.id, text: said, groups: [...groups] }, said)
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
    await desk.addDue(
      workOf(
        CALLS,
        { key: `${CALLS.job}:${alarm.id}:${turn}`, at: later(desk.now, minutes * MINUTE_MS), ticket: null },
        { alarm: alarm.id, turn },
      ),
    )
  return { alarm, households: rows.reduce((sum, r) => sum + r.households.length, 0) }
}

export async function endAlarm(desk: Pick<Desk, 'now' | 'notify' | 'cases'>, by: Person, alarm: Alarm): Promise<void> {
  await changeCase(desk, ALARMS, by, alarm, 'called-off', { status: 'over', endedAt: desk.now })
  await desk.notify(alarm.groups.map((g) => urgent(`alarm:${alarm.id}:over:${g}`, toGroup(g), alarmOver)))
}

const SHOWN = 10

export async function leftOf(desk: Pick<Desk, 'roster' | 'alarmAnswers'>, alarm: Alarm): Promise<KeeperLeft[]> {
  const answered = new Set((await desk.alarmAnswers.of(alarm.id)).map((a) => a.who))
  return whoIsLeft(desk.roster, alarm.groups, answered)
}

/** Keepers hear which of their own households still need a call, secretaries how many of the village; nobody else, and no group. */
export async function tellWhoIsLeft(desk: Pick<Desk, 'roster' | 'notify' | 'alarmAnswers'>, alarm: Alarm, turn: string): Promise<number> {
  const rows = await leftOf(desk, alarm)
  const notices = turn === 'keepers' ? rows.flatMap((r) => toKeeper(desk, alarm, r)) : toSecretaries(desk, alarm, rows)
  await desk.notify(notices)
  return notices.length
}

const toKeeper = (desk: Pick<Desk, 'roster'>, alarm: Alarm, { keeper, left }: KeeperLeft): NoticeDraft[] =>
  keeper && left.length > 0
    ? [
        urgent(
          `alarm:${alarm.id}:left:${keeper}`,
          toPerson(keeper),
          stillToCall(
            left.slice(0, SHOWN).map((h) => headOf(desk.roster, h)),
            left.length,
          ),
        ),
      ]
    : []

function toSecretaries(desk: Pick<Desk, 'roster'>, alarm: Alarm, rows: readonly KeeperLeft[]): NoticeDraft[] {
  return [...Map.groupBy(rows, (r) => r.village)].flatMap(([village, theirs]) => {
    const [secretary] = holders(desk.roster, 'secretary', village)
    const left = theirs.reduce((n, r) => n + r.left.length, 0)
    if (!secretary || left === 0) return []
    const all = theirs.reduce((n, r) => n + r.households.length, 0)
    const by = theirs
      .filter((r) => r.left.length > 0)
      .map((r) => ({ name: r.keeper ? personName(desk.roster, r.keeper) : noKeeper, left: r.left.length }))
    const text = villageStill(placeName(desk.roster, village), left, all, by)
    return [urgent(`alarm:${alarm.id}:left:${village}`, toPerson(secretary), text)]
  })
}

/** The alarm that concerns this person here: the one of the group, or of the village they live or work in. */
async function alarmFor(desk: Pick<Desk, 'now' | 'roster' | 'cases'>, person: string, conversation: string): Promise<Alarm | null> {
  const active = await runningAlarms(desk)
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
export async function hearAlarmAnswer(
  desk: Pick<Desk, 'now' | 'roster' | 'tickets' | 'notify' | 'cases' | 'alarmAnswers'>,
  heard: Heard,
): Promise<boolean> {
  if (!HEARD.test(heard.text.trim())) return false
  const alarm = await alarmFor(desk, heard.person, heard.conversation)
  if (!alarm) return false
  const quotesAlarm = heard.quote?.startsWith(saidId(`alarm:${alarm.id}`)) ?? false
  if (!quotesAlarm && (heard.quote !== null || (await hasNewerWork(desk, heard.person, alarm)))) return false
  await desk.alarmAnswers.add(alarm.id, { who: householdKey(desk.roster, heard.person), how: 'self' }, heard.person)
  if (groupIn(heard.conversation) === null)
    await desk.notify([
      { ...{ key: `alarm-heard:${heard.id}`, to: toPerson(heard.person), ticket: null, occasion: 'alarm', text: heardIt }, answer: true },
    ])
  return true
}

const hasNewerWork = async (desk: Pick<Desk, 'tickets'>, person: string, alarm: Alarm): Promise<boolean> =>
  (await desk.tickets({ owner: person, statuses: ['open'], openedSince: alarm.openedAt, limit: 20 })).some((t) => t.acceptedAt === null)

/** 都到了: a keeper has told every household that is theirs. Null where no alarm runs, or none of theirs is in it. */
export async function keeperToldAll(
  desk: Pick<Desk, 'now' | 'roster' | 'cases' | 'alarmAnswers'>,
  keeper: Person,
  conversation: string,
): Promise<string | null> {
  const alarm = await alarmFor(desk, keeper.id, conversation)
  const mine = alarm ? whoIsLeft(desk.roster, alarm.groups, new Set()).filter((r) => r.keeper === keeper.id) : []
  if (!alarm || mine.length === 0) return null
  await desk.alarmAnswers.add(alarm.id, { who: keeperKey(keeper.id), how: 'keeper' }, keeper.id)
  return toldAll(mine.reduce((n, r) => n + r.households.length, 0))
}
