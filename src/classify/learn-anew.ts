import type { Layer } from '../weights/layer.ts'
import { type Lesson, packed } from '../weights/learn.ts'
import { featuresOf, namesOf, weighed } from './features.ts'
import { LABELS, type Weights } from './local-model.ts'
import { learnOften, PLANS, type TrainingExample } from './train-model.ts'

/** A word that stands in fewer of a township's own lines than this is an accident. */
const SEEN_AT_LEAST = 2

/** The names that the product's own examples never held, as often as the township says them. */
function newNames(examples: readonly TrainingExample[], known: ReadonlySet<string>): string[] {
  const seen = new Map<string, number>()
  for (const { text } of examples)
    for (const name of namesOf(featuresOf(text))) if (!known.has(name)) seen.set(name, (seen.get(name) ?? 0) + 1)
  return [...seen]
    .filter(([, count]) => count >= SEEN_AT_LEAST)
    .map(([name]) => name)
    .sort()
}

/**
 * Learns kinds and duties from all that is known here, over the words of the product and of the township. What the product knows of
 * danger and of what must not be said stays as it came: neither talk nor a cadre's correction can wear it down.
 */
export function learnAnew(
  base: Weights,
  examples: readonly TrainingExample[],
  version: string,
  what: 'kinds and duties' | 'kinds' = 'kinds and duties',
): Weights {
  const names = base.features.split('\n')
  const all = [...names, ...newNames(examples, new Set(names))]
  const known = new Map(all.map((name, at) => [name, at]))
  const vectors = examples.map((e) => weighed(featuresOf(e.text), known))
  const layer = (
    old: Layer,
    plan: (typeof PLANS)['kind' | 'level' | 'duty'],
    features: number,
    isLooked: (at: number) => boolean,
    labelOf: (e: TrainingExample) => string | null,
  ): Layer => {
    const lessons = examples.flatMap((e, n): Lesson[] => {
      const label = old.labels.indexOf(labelOf(e) ?? '')
      return label < 0 ? [] : [{ heard: (vectors[n] ?? []).filter(({ at }) => isLooked(at)), label }]
    })
    return packed(learnOften(lessons, features, old.labels.length, plan.how), old.labels, features + 1, old.temperature)
  }
  const kind = layer(
    { ...base.kind, labels: [...LABELS] },
    PLANS.kind,
    all.length,
    () => true,
    (e) => e.kind,
  )
  // What it looked at before, and what the township's own words are.
  const looked = (at: number) => at < base.level.rows - 1 || at >= names.length
  const level = layer(base.level, PLANS.level, all.length, looked, (e) => e.kind)
  const duties = base.duty.rows - 1
  const duty =
    what === 'kinds'
      ? base.duty
      : layer(
          base.duty,
          PLANS.duty,
          duties,
          (at) => at < duties,
          (e) => e.duty,
        )
  return { ...base, version, features: all.join('\n'), kind, level, duty }
}
