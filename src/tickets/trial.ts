import { dayNumber, momentAt } from '../domain/moments.ts'
import { toGroup, toPerson } from '../domain/notice.ts'
import type { Person } from '../domain/people.ts'
import { placeName } from '../domain/place-name.ts'
import { type Group, hasRoleOver, holders, type Roster } from '../domain/roster.ts'
import { TRIAL_DAYS, type Trial } from '../domain/trial.ts'
import type { Desk } from '../ports/desk.ts'
import { greetGroup } from '../wording/binding.ts'
import { onTrial, trialBegun } from '../wording/trial.ts'

/** When people have had their breakfast and read what they are asked. */
const ASKED_AT = 9 * 60

/** Whoever answers for what a group reads, and the clerk who will have the work of it. */
export const mayTry = (desk: Pick<Desk, 'roster'>, person: Pick<Person, 'roles'>, grid: string): boolean =>
  (['clerk', 'secretary', 'duty', 'leader'] as const).some((role) => hasRoleOver(desk.roster, person, role, grid))

/** Who is asked how it goes on, and reads what came of it. */
export const askedOfTrial = ({ roster }: Pick<Desk, 'roster'>, grid: string): string[] => [
  ...new Set((['secretary', 'clerk'] as const).flatMap((role) => holders(roster, role, grid).slice(0, 1))),
]

export type BeginDesk = Pick<Desk, 'now' | 'newId' | 'beginTrial' | 'stopPosts' | 'addDue'>

/** From now on nothing is said in the group, not even what is on its way; a further week begins like the first. */
export async function beginTrial(desk: BeginDesk, group: string): Promise<Trial> {
  const trial = { id: desk.newId(), since: desk.now, until: momentAt(dayNumber(desk.now) + TRIAL_DAYS, ASKED_AT) }
  await desk.beginTrial({ ...trial, group })
  await desk.stopPosts(toGroup(group), onTrial)
  await askAfterWeek(desk, { ...trial, group }, 1)
  return trial
}

export const askAfterWeek = (desk: Pick<Desk, 'addDue'>, { id, group, until }: Trial & { group: string }, week: number): Promise<void> =>
  desk.addDue({
    ...{ key: `trial-week:${id}:${week}`, job: 'trial-week', ticket: null, data: { trial: id, group, week } },
    at: momentAt(dayNumber(until) + (week - 1) * TRIAL_DAYS, ASKED_AT),
  })

/** The village's clerk and secretary know it, whoever has said so. */
export async function tellOfTrial(
  desk: Pick<Desk, 'now' | 'roster' | 'notify'>,
  group: Group,
  trial: Trial,
  by: string | null,
): Promise<void> {
  const text = trialBegun(group.name, trial.until, desk.now)
  await desk.notify(
    askedOfTrial(desk, group.grid)
      .filter((person) => person !== by)
      .map((person) => ({ key: `trial:${trial.id}:${person}`, to: toPerson(person), ticket: null, occasion: 'trial' as const, text })),
  )
}

/** Somebody has said so: the group is spoken to, and reads who is there. */
export async function endTrial(desk: Pick<Desk, 'roster' | 'endTrial' | 'boundTo' | 'notify'>, group: Group, trial: Trial): Promise<void> {
  await desk.endTrial(group.id)
  const ears = (await desk.boundTo(group.id)).filter((it) => it.hears !== 'none')
  const onlyMentions = ears.length > 0 && ears.every((it) => it.hears === 'mention')
  const text = greetGroup(placeName(desk.roster, group.grid), onlyMentions)
  await desk.notify([{ key: `begun:${trial.id}`, to: toGroup(group.id), ticket: null, occasion: 'bound', text }])
}

/** Village groups that are spoken to. */
export const groupsSpokenTo = ({ groups }: Pick<Roster, 'groups'>): Group[] =>
  [...groups.values()].filter((g) => g.kind === 'village' && g.trial === null)

/** By the operator's hand. */
export async function beginTrialOf(desk: BeginDesk & Pick<Desk, 'roster' | 'notify'>, id: string): Promise<void> {
  const group = desk.roster.groups.get(id)
  if (group) await tellOfTrial(desk, group, await beginTrial(desk, id), null)
}

export async function endTrialOf(desk: Parameters<typeof endTrial>[0], id: string): Promise<void> {
  const group = desk.roster.groups.get(id)
  if (group?.trial) await endTrial(desk, group, group.trial)
}
