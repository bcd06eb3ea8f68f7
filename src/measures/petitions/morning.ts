import { clocksOf, staffOf } from './facts.ts'
import { worthAWord } from '../../domain/remind.ts'
import { standing } from '../../wording/labels.ts'
import * as say from './words.ts'
import type { MorningLine, MorningLines } from '../measure.ts'

const MANY = 5000

/** The law's clocks and the promises' days: to whoever answers for the case and the office; a promise also to whoever gave it. */
export const petitionMorning: MorningLines = async (desk) => {
  const { now, calendar, roster } = desk
  const lines: MorningLine[] = []
  for (const p of await desk.petitions.list({ statuses: ['registered', 'accepted', 'answered'], limit: MANY })) {
    const [office] = staffOf(roster, p.about)
    const tell = (people: readonly (string | null | undefined)[], text: string) => {
      for (const person of new Set(people)) if (person && !p.about.includes(person)) lines.push({ person, text })
    }
    for (const clock of clocksOf(p, calendar)) {
      const at = clock.done ? null : worthAWord(clock.due, now, calendar)
      if (at) tell([p.lead, office, ...p.handlers], say.dueLine(p.number, clock, standing(at), now))
    }
    for (const promise of p.promises) {
      const at = promise.kept ? null : worthAWord(promise.due, now, calendar)
      if (at) tell([promise.by, p.lead], say.promiseLine(p.number, promise.text, standing(at)))
    }
  }
  return lines
}
