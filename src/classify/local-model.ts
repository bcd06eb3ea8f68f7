import { z } from 'zod'
import { DANGERS, type Danger, KINDS, type Kind, SENSITIVITIES, type Sensitivity } from '../domain/judgement.ts'
import { knownNames } from '../weights/known-names.ts'
import { type Heard, Layer, opened, scorer } from '../weights/layer.ts'
import { type Features, weighed } from './features.ts'

export type Label = Kind | 'none'
export const LABELS: readonly Label[] = [...KINDS, 'none']
/** What the layers of danger and delicacy say of most texts. */
export const NOTHING = 'none'

/** In the order of the file. */
export const LAYERS = ['kind', 'level', 'duty', 'danger', 'sensitivity'] as const

/** What `npm run train` learns: the known features, one a line, and the layers over them. */
export const Weights = z.object({
  version: z.string(),
  features: z.string(),
  kind: Layer,
  level: Layer,
  duty: Layer,
  danger: Layer,
  sensitivity: Layer,
})
export type Weights = z.infer<typeof Weights>

/** Whether it is a matter says the one layer; whose, the other, which knows nothing but matters. */
export function sharedOut({ none }: Record<Label, number>, level: Record<Kind, number>): Record<Label, number> {
  const rest = 1 - none
  return { village: rest * level.village, neighbour: rest * level.neighbour, household: rest * level.household, none }
}

const INITIAL: Record<Kind, string> = { village: 'V', neighbour: 'N', household: 'H' }

export interface Reading {
  kinds: Record<Label, number>
  /** Which duty it is, given the kind; asked for only where there is a matter, for it is the widest layer. */
  duties(kind: Kind): Readonly<Record<string, number>>
  dangers: Record<Danger, number>
  sensitivities: Record<Sensitivity, number>
}

export interface LocalModel {
  version: string
  read(features: Features): Reading
  /** How much a feature says for a kind, against the others. */
  speaksFor(name: string, kind: Label): number
}

export function openModel({ version, features: names, ...layers }: Weights): LocalModel {
  const known = knownNames(names)
  const kind = scorer(opened(layers.kind), LABELS)
  const level = scorer(opened(layers.level), KINDS)
  const ofDuties = opened(layers.duty)
  const dutiesOf = (k: Kind) =>
    scorer(
      ofDuties,
      ofDuties.labels.filter((code) => code.startsWith(INITIAL[k])),
    )
  const duty: Record<Kind, (heard: Heard) => Record<string, number>> = {
    village: dutiesOf('village'),
    neighbour: dutiesOf('neighbour'),
    household: dutiesOf('household'),
  }
  const danger = scorer(opened(layers.danger), [...DANGERS, NOTHING])
  const sensitivity = scorer(opened(layers.sensitivity), [...SENSITIVITIES, NOTHING])
  return {
    version,
    read(features) {
      const heard = weighed(features, known)
      return {
        kinds: sharedOut(kind(heard), level(heard)),
        duties: (k) => duty[k](heard),
        dangers: danger(heard),
        sensitivities: sensitivity(heard),
      }
    },
    speaksFor(name, label) {
      const at = known.get(name)
      return at === undefined ? 0 : (kind([{ at, value: 1 }])[label] ?? 0) - 1 / LABELS.length
    },
  }
}
