import { atHome, DANGERS, type Danger, SENSITIVITIES } from '../domain/judgement.ts'
import { dangerOf, isToldCalmly } from './emergencies.ts'
import type { Reading } from './local-model.ts'

/**
 * From here on what was learnt calls a danger by itself. Low, because a miss costs more than a false alarm. A public alarm
 * puts telephone numbers into the group; one at home calls the duty cadre and is heard by nobody else.
 */
const IN_PUBLIC = 0.1
const AT_HOME = 0.08
/** Where nothing is named that can hurt. */
const RATHER_SURE = 0.3
/** Told of a film, of last year, of a drill, as a joke or as over: only when all the rest cries. */
const NEARLY_SURE = 0.85
/** Plain talk uses the words of danger all day long: 吓死我了, 火锅, 打工. Unless the danger itself is likelier than not. */
const SOME_MATTER = 0.1
const MORE_THAN_LIKELY = 0.5
/** Under this the words of a public emergency stand by accident: 他砍我家的树. At home the words alone are enough. */
const AN_ACCIDENT = 0.01

export interface DangerFound {
  danger: Danger
  /** Probability that somebody may come to harm. */
  sure: number
}

/** A danger to somebody now: by the words of an emergency, or by what was learnt, sooner where anything is named that can hurt. */
export function findDanger(
  text: string,
  hurts: boolean,
  { dangers, kinds, sensitivities }: Pick<Reading, 'dangers' | 'kinds' | 'sensitivities'>,
): DangerFound | null {
  const sure = DANGERS.reduce((sum, d) => sum + dangers[d], 0)
  const said = dangerOf(text)
  if (said && (atHome(said) || sure >= AN_ACCIDENT)) return { danger: said, sure: 0.97 }
  const danger = DANGERS.reduce((a, b) => (dangers[b] > dangers[a] ? b : a))
  const needed = isToldCalmly(text) ? NEARLY_SURE : !hurts ? RATHER_SURE : atHome(danger) ? AT_HOME : IN_PUBLIC
  if (sure < needed || (1 - kinds.none < SOME_MATTER && sure < MORE_THAN_LIKELY)) return null
  // What is whispered of somebody must not be cried out on a guess; who is lost is looked for by all.
  const delicate = SENSITIVITIES.reduce((sum, s) => sum + sensitivities[s], 0)
  return atHome(danger) || danger === 'missing' || sure >= delicate ? { danger, sure } : null
}
