import type { Judgement } from '../domain/judgement.ts'
import { holders } from '../domain/roster.ts'
import type { Desk } from '../ports/desk.ts'
import { aboutWhom } from './about-whom.ts'

interface Told {
  judgement: Judgement
  text: string
  village: string
  reporter: string
}

/** Who is shown words that may mean danger before there is a ticket: on duty, and not whom the words are about. */
export function onDuty({ roster }: Pick<Desk, 'roster'>, { judgement, text, village, reporter }: Told): string | null {
  const { about } = aboutWhom(roster, judgement, text, village, village, reporter)
  return holders(roster, 'duty', village).find((id) => !about.includes(id) && id !== reporter) ?? null
}
