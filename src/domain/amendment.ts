import type { Judgement, Kind, Sensitivity } from './judgement.ts'
import { graver, hasOpinion, privacyOf } from './second-opinion.ts'
import type { Ticket } from './ticket.ts'

/** What people have already settled by their own word, and no model touches. */
export interface Settled {
  /** A cadre has said what kind it is. */
  kind: boolean
  /** Somebody has taken it in hand or was given it. */
  owner: boolean
  /** The reporter has put the title right. */
  title: boolean
}

export interface Amended {
  kind: Kind
  /** Code on the duty list, or null where the kind's line for the rest will do. */
  duty: string | null
  title: string
  sensitivity: Sensitivity | null
}

export type Amendment =
  /** Nothing that would be told anybody. */
  | { does: 'nothing' }
  /** It may be no matter at all: somebody is told, and decides. */
  | { does: 'doubt' }
  /** It would become public: somebody is told, and decides. */
  | { does: 'suggest'; duty: string }
  | { does: 'amend'; to: Amended }

type Before = Pick<Ticket, 'kind' | 'duty' | 'title' | 'sensitivity'>

const SHORT_TITLE = 4
const saysLittle = (title: string): boolean => Array.from(title).length < SHORT_TITLE || title === '一件事'

/**
 * What a model's second opinion may change of a ticket. More private is always applied, however unsure the model is of the rest;
 * nothing becomes public and nothing is closed without a cadre's word; what a person has said stays.
 */
export function amendmentOf(ticket: Before, local: Pick<Judgement, 'confidence'>, model: Judgement, settled: Settled): Amendment {
  const sure = hasOpinion(local, model)
  if (model.kind === 'none') return sure && !settled.kind && !settled.owner ? { does: 'doubt' } : { does: 'nothing' }
  const sensitivity = graver(ticket.sensitivity, model.sensitivity)
  const morePrivate = privacyOf({ kind: model.kind, sensitivity }) > privacyOf(ticket)
  const wouldBePublic = model.kind === 'village' && ticket.kind !== 'village'
  const otherKind = model.kind !== ticket.kind && !wouldBePublic && !settled.kind && (sure || morePrivate)
  const kind = otherKind ? model.kind : ticket.kind
  const otherDuty = otherKind || (sure && !settled.kind && model.kind === ticket.kind && model.duty !== null && model.duty !== ticket.duty)
  const duty = otherDuty ? model.duty : ticket.duty
  const otherTitle = !settled.title && model.title !== '' && (otherDuty || saysLittle(ticket.title)) && !saysLittle(model.title)
  const title = otherTitle ? model.title : ticket.title
  if (otherDuty || title !== ticket.title || sensitivity !== ticket.sensitivity)
    return { does: 'amend', to: { kind, duty, title, sensitivity } }
  const suggested = wouldBePublic && sure && !settled.kind && ticket.sensitivity === null && model.sensitivity === null
  return suggested && model.duty !== null ? { does: 'suggest', duty: model.duty } : { does: 'nothing' }
}
