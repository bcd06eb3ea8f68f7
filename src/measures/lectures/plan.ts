import type { Lecture } from './facts.ts'
import type { Person } from '../../domain/people.ts'
import type { Desk } from '../../ports/desk.ts'
import { tellLecture } from './tell.ts'

export type Plan = Pick<Lecture, 'series' | 'day' | 'minute' | 'place' | 'speaker' | 'topic' | 'villages'>

export async function planLecture(desk: Desk, by: Person, plan: Plan): Promise<Lecture> {
  const lecture: Lecture = {
    ...plan,
    ...{ id: desk.newId(), number: await desk.lectures.nextNumber(), by: by.id },
    ...{ state: 'planned', attendance: null, note: '', photos: [] },
  }
  await desk.lectures.add(lecture)
  await tellLecture(desk, lecture)
  return lecture
}
