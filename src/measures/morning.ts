import type { Desk } from '../ports/desk.ts'
import { assemblyMorning } from './assemblies/digest.ts'
import { disclosureMorning } from './disclosures/digest.ts'
import { handoverMorning } from './handovers/morning.ts'
import type { MorningLine, MorningLines } from './measure.ts'
import { petitionMorning } from './petitions/morning.ts'
import { rulerMorning } from './ruler/morning.ts'

/** Every measure that has dates of its own to remind of. */
const MEASURES: readonly MorningLines[] = [petitionMorning, rulerMorning, handoverMorning, assemblyMorning, disclosureMorning]

/** What the measures add to people's one message of the morning. */
export async function measuresOfMorning(desk: Desk): Promise<MorningLine[]> {
  const lines: MorningLine[] = []
  for (const linesOf of MEASURES) lines.push(...(await linesOf(desk)))
  return lines
}
