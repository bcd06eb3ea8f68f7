import type { Lecture } from '../measures/lectures/facts.ts'

export interface Lectures {
  nextNumber(): Promise<number>
  add(lecture: Lecture): Promise<void>
  change(lecture: Lecture): Promise<void>
  byNumber(number: number): Promise<Lecture | null>
  /** Of these days, in order; cancelled ones among them. */
  between(fromDay: string, toDay: string): Promise<Lecture[]>
}
