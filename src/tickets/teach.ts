import { type Lesson, rankOf } from '../domain/example.ts'
import { atHome, type Judgement, type Sensitivity } from '../domain/judgement.ts'
import { maskFor } from '../domain/mask-away.ts'
import { isCadre, type Person } from '../domain/people.ts'
import type { Desk } from '../ports/desk.ts'

const LONGEST = 800

export interface Taught {
  source: Lesson
  text: string
  kind: Judgement['kind']
  duty: string | null
  sensitivity: Sensitivity | null
}

export type TeachDesk = Pick<Desk, 'roster' | 'teach'>

/** A cadre's word on what a sentence is becomes an example, masked. Residents teach nothing, however often they say it. */
export async function teach(desk: TeachDesk, by: Person, { source, text, kind, duty, sensitivity }: Taught): Promise<void> {
  // What happens in danger at home is shown to no model, not even as an example.
  if (!isCadre(by) || text.trim() === '' || atHome(sensitivity)) return
  const masked = maskFor([...desk.roster.people.values()].map((p) => p.name))(text).slice(0, LONGEST)
  // 其他 says what it is not.
  const known = kind === 'none' || duty?.endsWith('-OTHER') ? null : duty
  await desk.teach({ source, text: masked, kind, duty: known, by: by.id, rank: rankOf(by) })
}
