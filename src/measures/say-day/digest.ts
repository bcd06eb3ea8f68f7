import { villagesOf } from '../../domain/roster.ts'
import { line } from '../../wording/digests.ts'
import { monthLine } from '../../wording/intake.ts'
import type { MeasureDigest } from '../measure.ts'

export const sayDayDigest: MeasureDigest = {
  dayLines: async () => [],
  async monthLines(desk, person, month) {
    const days = await desk.sayDays.between(villagesOf(desk.roster, person), `${month}-01`, `${month}-31`)
    const held = days.filter((d) => d.state === 'held')
    return line(
      7,
      monthLine(
        held.length,
        held.reduce((n, d) => n + (d.attendance ?? 0), 0),
      ),
    )
  },
}
