import { line } from '../../wording/digests.ts'
import { monthLine } from './words.ts'
import type { MeasureDigest } from '../measure.ts'
import { countRecords } from './overview.ts'
import { cadresKeptBy } from './reach.ts'

export const teamDigest: MeasureDigest = {
  dayLines: async () => [],
  async monthLines(desk, person, month) {
    const ids = new Set(cadresKeptBy(desk.roster, person).map((p) => p.id))
    const records = (await desk.team.between(`${month}-01`, `${month}-31`)).filter((r) => ids.has(r.person))
    return line(7, monthLine(countRecords(records)))
  },
}
