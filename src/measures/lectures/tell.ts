import type { BulletinItem } from '../bulletin/facts.ts'
import { eveOf, type Lecture } from './facts.ts'
import { dayName, dayOf, numberOfDay } from '../../domain/moments.ts'
import { villageGroup } from '../../domain/roster.ts'
import type { Desk } from '../../ports/desk.ts'
import { lectureEve, lectureTold } from './words.ts'
import { announce } from '../bulletin/announce.ts'

export const groupsOf = (desk: Desk, l: Pick<Lecture, 'villages'>): string[] =>
  l.villages.flatMap((v) => villageGroup(desk.roster, v)?.id ?? [])

/** One thing for each of the lecture's groups; `what` keeps the ids of a lecture's several posts apart. */
export const itemsFor = (desk: Desk, l: Lecture, what: string, text: string, from: string, until: string): BulletinItem[] =>
  groupsOf(desk, l).map((group) => ({
    ...{ id: `lecture:${l.id}:${what}:${group}`, group, occasion: 'lecture' as const, text, from, until },
    ...{ gentle: false, picture: null },
  }))

/** Into the groups' posts: now, and again the day before. Planned for tomorrow, once is enough. */
export async function tellLecture(desk: Desk, l: Lecture, text = lectureTold(l, desk.now)): Promise<void> {
  const today = dayOf(desk.now)
  const eve = eveOf(l)
  const version = `${l.day}-${l.minute}`
  const first = today < eve ? itemsFor(desk, l, `told-${version}`, text, today, dayName(numberOfDay(eve) - 1)) : []
  const before = itemsFor(desk, l, `eve-${version}`, lectureEve(l, desk.now), eve, l.day)
  await announce(desk, [...first, ...before])
}

/** Whether any group has read of it, so that a change must be told. */
export async function wasTold(desk: Desk, l: Lecture): Promise<boolean> {
  for (const group of groupsOf(desk, l))
    if ((await desk.bulletin.told(group, '')).some((t) => t.id.startsWith(`lecture:${l.id}:`))) return true
  return false
}
