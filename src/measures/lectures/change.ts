import type { Lecture } from './facts.ts'
import { dayName, dayOf, numberOfDay } from '../../domain/moments.ts'
import type { Desk } from '../../ports/desk.ts'
import { lectureMoved, lectureOff, lectureTold } from './words.ts'
import { announce } from '../bulletin/announce.ts'
import { itemsFor, tellLecture, wasTold } from './tell.ts'

const A_WEEK = 7

/** Another day or hour: what was not yet told is taken back, and told anew as a change where somebody has read of it. */
export async function moveLecture(desk: Desk, before: Lecture, to: Pick<Lecture, 'day' | 'minute'>): Promise<Lecture> {
  const after: Lecture = { ...before, ...to }
  const told = await wasTold(desk, before)
  await desk.bulletin.drop(`lecture:${before.id}:`, '改期')
  await desk.lectures.change(after)
  await tellLecture(desk, after, told ? lectureMoved(after, desk.now) : lectureTold(after, desk.now))
  return after
}

export async function cancelLecture(desk: Desk, lecture: Lecture): Promise<Lecture> {
  const after: Lecture = { ...lecture, state: 'cancelled' }
  const told = await wasTold(desk, lecture)
  await desk.bulletin.drop(`lecture:${lecture.id}:`, '取消')
  await desk.lectures.change(after)
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
