import type { Lecture } from './facts.ts'
import type { Desk } from '../../ports/desk.ts'

export interface Held {
  attendance: number | null
  note: string
  photos: Lecture['photos']
}

/** How many came, a note, photos; said in several messages it adds up. */
export async function recordLecture(desk: Desk, lecture: Lecture, held: Held): Promise<Lecture> {
  const after: Lecture = {
    ...lecture,
    state: 'held',
    attendance: held.attendance ?? lecture.attendance,
    note: [lecture.note, held.note].filter((n) => n !== '').join('；'),
    photos: [...lecture.photos, ...held.photos.filter((p) => !lecture.photos.some((known) => known.id === p.id))],
  }
  await desk.lectures.change(after)
  return after
}
