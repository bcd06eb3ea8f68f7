import { dayName, dayOf, numberOfDay } from '../../domain/moments.ts'
import { toPerson } from '../../domain/notice.ts'
import type { Person } from '../../domain/people.ts'
import { holders, townNode, villageGroup } from '../../domain/roster.ts'
import type { Desk } from '../../ports/desk.ts'
import type { BulletinItem } from '../bulletin/facts.ts'
import { announce, type BulletinDesk } from '../bulletin/verbs.ts'
import { changeCase, openCase } from '../cases.ts'
import { eveOf, isOver, LECTURES, type Lecture, MISSING_TOLD_ON, missingSeries } from './facts.ts'
import { ask, droppedAs, lectureEve, lectureMoved, lectureOff, lectureTold, stillMissing } from './words.ts'

declare module '../../domain/notice.ts' {
  interface MeasureOccasions extends Record<'lecture', true> {}
}

const MANY = 500

export type Plan = Pick<Lecture, 'series' | 'day' | 'minute' | 'place' | 'speaker' | 'topic' | 'villages'>

/** In the order in which they are held; cancelled ones among them. */
export const lecturesOf = async (desk: Pick<Desk, 'cases'>, from: string, to: string): Promise<Lecture[]> =>
  (await desk.cases(LECTURES).list({ days: { from, to }, limit: MANY })).toSorted(
    (a, b) => a.day.localeCompare(b.day) || a.minute - b.minute,
  )

export async function planLecture(desk: BulletinDesk & Pick<Desk, 'roster' | 'newId' | 'cases'>, by: Person, plan: Plan): Promise<Lecture> {
  const fresh = { ...plan, status: 'planned' as const, by: by.id, attendance: null, note: '', photos: [] }
  const lecture = await openCase(desk, LECTURES, by, 'planned', fresh)
  await tellLecture(desk, lecture)
  return lecture
}

const groupsOf = (desk: Pick<Desk, 'roster'>, l: Pick<Lecture, 'villages'>): string[] =>
  l.villages.flatMap((v) => villageGroup(desk.roster, v)?.id ?? [])

/** One thing for each of the lecture's groups; `what` keeps the ids of a lecture's several posts apart. */
const itemsFor = (desk: Pick<Desk, 'roster'>, l: Lecture, what: string, text: string, from: string, until: string): BulletinItem[] =>
  groupsOf(desk, l).map((group) => ({
    ...{ id: `lecture:${l.id}:${what}:${group}`, group, occasion: 'lecture' as const, text, from, until },
    ...{ gentle: false, picture: null },
  }))

/** Into the groups' posts: now, and again the day before. Planned for tomorrow, once is enough. */
async function tellLecture(desk: BulletinDesk & Pick<Desk, 'roster'>, l: Lecture, text = lectureTold(l, desk.now)): Promise<void> {
  const today = dayOf(desk.now)
  const eve = eveOf(l)
  const version = `${l.day}-${l.minute}`
  const first = today < eve ? itemsFor(desk, l, `told-${version}`, text, today, dayName(numberOfDay(eve) - 1)) : []
  const before = itemsFor(desk, l, `eve-${version}`, lectureEve(l, desk.now), eve, l.day)
  await announce(desk, [...first, ...before])
}

/** Whether any group has read of it, so that a change must be told. */
async function wasTold(desk: Pick<Desk, 'roster' | 'bulletin'>, l: Lecture): Promise<boolean> {
  for (const group of groupsOf(desk, l))
    if ((await desk.bulletin.told(group, '')).some((t) => t.id.startsWith(`lecture:${l.id}:`))) return true
  return false
}

const A_WEEK = 7

/** Another day or hour: what was not yet told is taken back, and told anew as a change where somebody has read of it. */
export async function moveLecture(
  desk: BulletinDesk & Pick<Desk, 'roster' | 'cases'>,
  by: Person,
  before: Lecture,
  to: Pick<Lecture, 'day' | 'minute'>,
): Promise<Lecture> {
  const told = await wasTold(desk, before)
  await desk.bulletin.drop(`lecture:${before.id}:`, droppedAs.moved)
  const after = await changeCase(desk, LECTURES, by, before, 'moved', to)
  await tellLecture(desk, after, told ? lectureMoved(after, desk.now) : lectureTold(after, desk.now))
  return after
}

export async function cancelLecture(desk: BulletinDesk & Pick<Desk, 'roster' | 'cases'>, by: Person, lecture: Lecture): Promise<Lecture> {
  const told = await wasTold(desk, lecture)
  await desk.bulletin.drop(`lecture:${lecture.id}:`, droppedAs.off)
  const after = await changeCase(desk, LECTURES, by, lecture, 'cancelled', { status: 'cancelled', endedAt: desk.now })
  const today = dayOf(desk.now)
  const week = dayName(numberOfDay(today) + A_WEEK)
  // Nobody need read that something is off of which they never heard, or that lies behind.
  if (told && lecture.day >= today)
    await announce(
      desk,
      itemsFor(desk, lecture, 'off', lectureOff(lecture, desk.now), today, lecture.day > today && lecture.day < week ? lecture.day : week),
    )
  return after
}

export interface Held {
  attendance: number | null
  note: string
  photos: Lecture['photos']
}

/** How many came, a note, photos; said in several messages it adds up. */
export const recordLecture = (desk: Pick<Desk, 'now' | 'cases'>, by: Person, lecture: Lecture, held: Held): Promise<Lecture> =>
  changeCase(desk, LECTURES, by, lecture, 'held', {
    status: 'held',
    endedAt: desk.now,
    attendance: held.attendance ?? lecture.attendance,
    note: [lecture.note, held.note].filter((n) => n !== '').join('；'),
    photos: [...lecture.photos, ...held.photos.filter((p) => !lecture.photos.some((known) => known.id === p.id))],
  })

const LOOK_BACK_DAYS = 14

/** The morning after, whoever planned is asked once how many came; from the twentieth on the office hears once what is missing. */
export async function remindOfLectures(desk: Pick<Desk, 'now' | 'roster' | 'notify' | 'cases'>): Promise<string> {
  const today = dayOf(desk.now)
  const month = today.slice(0, 7)
  const past = await lecturesOf(desk, dayName(numberOfDay(today) - LOOK_BACK_DAYS), dayName(numberOfDay(today) - 1))
  const unrecorded = past.filter((l) => l.status === 'planned' && isOver(l, desk.now))
  await desk.notify(
    unrecorded.map((l) => ({
      ...{ key: `lecture-ask:${l.id}:${l.day}`, to: toPerson(l.by), ticket: null, occasion: 'lecture' },
      text: ask.attendance(l, desk.now),
    })),
  )
  if (Number(today.slice(8)) < MISSING_TOLD_ON) return `${unrecorded.length} asked`
  const missing = missingSeries(month, await lecturesOf(desk, `${month}-01`, `${month}-31`))
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
