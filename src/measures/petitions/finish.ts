import type { Person } from '../../domain/people.ts'
import type { Outcome, Petition } from './facts.ts'
import type { Desk } from '../../ports/desk.ts'
import * as say from './words.ts'
import { type Changed, change } from './change.ts'
import { tellAnswered, tellPetitioner } from './proceed.ts'

/** Art. 32: one of three for each demand; the two that do not give what was asked for are explained. `n` counts from 1. */
export async function judgeDemand(desk: Desk, by: Person, p: Petition, n: number, outcome: Outcome, explanation: string): Promise<Changed> {
  if (!p.demands[n - 1]) return { refused: 'no-such-demand', petition: p }
  if (outcome !== 'founded' && explanation === '') return { refused: 'explanation-missing', petition: p, demand: n }
  const demands = p.demands.map((d, i) => (i === n - 1 ? { ...d, outcome, explanation: explanation || null } : d))
  return change(desk, p, by, 'demandJudged', { demands }, `${n} ${outcome}`)
}

/** 办结: every demand has its outcome, no review runs. The answer itself counts as given where nobody recorded it before. */
export async function close(desk: Desk, by: Person, p: Petition, note: string): Promise<Changed> {
  const open = p.demands.findIndex((d) => d.outcome === null)
  if (open >= 0) return { refused: 'outcome-missing', petition: p, demand: open + 1 }
  if (!p.acceptedAt) return { refused: 'not-accepted', petition: p }
  if (p.reviews.some((r) => r.answeredAt === null)) return { refused: 'review-open', petition: p }
  const changes = { status: 'closed' as const, answeredAt: p.answeredAt ?? desk.now, endedAt: desk.now }
  const changed = await change(desk, p, by, 'closed', changes, note || null)
  // Whoever has read the answer is not told of the office's own tidying up.
  if (!('refused' in changed) && p.answeredAt === null) await tellAnswered(desk, changed.petition)
  return changed
}

/** Art. 22: passed on to whom it belongs, with the number it has there; the petitioner hears who has it now. */
export async function handOver(desk: Desk, by: Person, p: Petition, office: string, reference: string): Promise<Changed> {
  const changes = { status: 'handedOver' as const, endedAt: desk.now, handedTo: { office, reference, at: desk.now } }
  const changed = await change(desk, p, by, 'handedOver', changes, `${office} ${reference}`)
  if (!('refused' in changed))
    await tellPetitioner(desk, changed.petition, 'handedOver', say.handedOverForPetitioner(p.number, office, reference))
  return changed
}
