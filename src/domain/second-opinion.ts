import { atHome, type Judgement, type Sensitivity } from './judgement.ts'
import type { Settings } from './settings.ts'

/** Between these the local reader is not sure whether it is a matter at all. */
const PERHAPS = { from: 0.1, to: 0.9 }
/** Below this it is not sure what kind. */
const SURE_OF_KIND = 0.8
/** A model that is less sure than this has no opinion. */
const OPINION = 0.5

/** Whether the model is sure enough of itself to be heard: no less than the local reader was. */
export const hasOpinion = (local: Pick<Judgement, 'confidence'>, model: Pick<Judgement, 'confidence'>): boolean =>
  model.confidence >= Math.max(OPINION, local.confidence)

const decidedByRules = (judgement: Judgement): boolean => judgement.version.startsWith('rules')

/** Whether a report goes to the model as well. Emergencies, greetings and notices are known by rules and do not. */
export function worthAsking(local: Judgement, when: Settings['askModel']): boolean {
  if (when === 'never' || decidedByRules(local)) return false
  // What happens inside a home in danger is nobody's business but the duty cadre's: it never leaves for a model.
  if (local.danger !== null || local.hint !== null || atHome(local.sensitivity)) return false
  return when === 'always' || isUnsure(local)
}

/** Whether it is a matter at all, or which, the local reader does not know well; what it would list is one that it does not. */
export function isUnsure(local: Judgement): boolean {
  if (local.outcome === 'list' || local.outcome === 'ask') return true
  if (local.matter >= PERHAPS.from && local.matter < PERHAPS.to) return true
  return local.kind !== 'none' && (local.confidence < SURE_OF_KIND || local.duty === null || local.duty.endsWith('-OTHER'))
}

/** From what may stand in the group to what the group hears nothing of. */
export type Privacy = 0 | 1 | 2
export const privacyOf = (of: Pick<Judgement, 'kind' | 'sensitivity'>): Privacy =>
  of.sensitivity !== null && of.sensitivity !== 'family' ? 2 : of.kind !== 'village' || of.sensitivity !== null ? 1 : 0

/** The graver of two reasons for silence; a reason that was there is never taken away. */
export function graver(there: Sensitivity | null, said: Sensitivity | null): Sensitivity | null {
  if (there === null || said === null) return there ?? said
  return there === 'family' ? said : there
}

/**
 * What is believed of a report after both have read it: the model's word, which knows more of the world, but no emergency and no
 * reason for silence that the local reader saw is taken back by it.
 */
export function believed(local: Judgement, model: Judgement): Judgement {
  if (!hasOpinion(local, model)) return local
  if (model.kind === 'none') return local.danger ? local : model
  return { ...model, danger: local.danger ?? model.danger, sensitivity: graver(local.sensitivity, model.sensitivity) }
}
