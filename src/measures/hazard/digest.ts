import { villagesOf } from '../../domain/roster.ts'
import { monthOf } from '../../domain/span.ts'
import { line } from '../../wording/digests.ts'
import { monthLine } from './words.ts'
import type { MeasureDigest } from '../measure.ts'

const MANY = 500

export const hazardDigest: MeasureDigest = {
  // What is late among them climbs as any ticket does.
  dayLines: async () => [],
  async monthLines(desk, person, month) {
    const villages = villagesOf(desk.roster, person)
    const found = (await desk.hazards.within(monthOf(month))).filter((h) => villages.includes(h.ticket.village))
    const done = found.filter((h) => h.ticket.resolvedAt !== null).length
    const open = await desk.hazards.open(villages, MANY)
    return line(7, monthLine(found.length, done, open.length))
  },
}
