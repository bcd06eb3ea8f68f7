import type { Measurement } from '../../measures/ruler/facts.ts'
import type { Eyes } from './eyes.ts'

const wordSeen = (word: Measurement['first'], eyes: Eyes): Measurement['first'] => word && { ...word, said: eyes.text(word.said) }

/** A measurement as a reader may see it: whoever reads masked names is not told whose land lies around. */
export const measurementSeen = (m: Measurement, eyes: Eyes): Measurement => ({
  ...m,
  present: m.present.map(eyes.party),
  neighbours: eyes.masked ? [] : m.neighbours,
  first: wordSeen(m.first, eyes),
  second: wordSeen(m.second, eyes),
})
