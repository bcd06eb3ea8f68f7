import { toPerson } from '../../domain/notice.ts'
import type { Person } from '../../domain/people.ts'
import { personName } from '../../domain/roster.ts'
import type { Desk } from '../../ports/desk.ts'
import type { FactsDesk } from '../../tickets/facts.ts'
import { type Changed, change } from './change.ts'
import { clocksOf, MOST_EXTENSION_DAYS, mayAskUntil, type Outcome, type Petition } from './facts.ts'
import * as say from './words.ts'

/** The petitioner hears it one-to-one where they have a chat; the paper goes beside it, for the regulation wants it in writing. */
async function tellPetitioner(desk: Pick<Desk, 'roster' | 'notify'>, p: Petition, occasion: string, text: string): Promise<void> {
  const { person } = p.petitioner
  if (!person || !desk.roster.people.has(person)) return
  const key = `petition:${p.id}:${p.version}:${occasion}`
  await desk.notify([{ key, to: toPerson(person), ticket: null, occasion: 'petition', text }])
}

const finishBy = (desk: Pick<Desk, 'now' | 'calendar'>, p: Petition): Date =>
  clocksOf(p, desk.calendar).find((c) => c.code === 'finish')?.due ?? desk.now

export async function accept(desk: FactsDesk & Pick<Desk, 'notify' | 'cases'>, by: Person, p: Petition): Promise<Changed> {
  if (p.acceptedAt) return { petition: p }
  const changed = await change(desk, p, by, 'accepted', { status: 'accepted', acceptedAt: desk.now })
  if ('refused' in changed) return changed
  const lead = p.lead && personName(desk.roster, p.lead)
  await tellPetitioner(
    desk,
    changed.petition,
    'accepted',
    say.acceptedForPetitioner(p.number, finishBy(desk, changed.petition), lead, desk.now),
  )
  return changed
}

/** Art. 23: the paper that tells of the receipt, the way and the procedure has been given. */
export const recordNotice = (desk: Pick<Desk, 'now' | 'cases'>, by: Person, p: Petition): Promise<Changed> =>
  change(desk, p, by, 'noticed', { noticedAt: p.noticedAt ?? desk.now })

/** Art. 34: by the word of whoever answers for it, no more than 30 days in all, the reason told to the petitioner. */
export async function extend(
  desk: FactsDesk & Pick<Desk, 'notify' | 'cases'>,
  by: Person,
  p: Petition,
  days: number,
  reason: string,
): Promise<Changed> {
  if (!p.acceptedAt) return { refused: 'not-accepted', petition: p }
  const left = MOST_EXTENSION_DAYS - p.extendedDays
  if (days > left) return { refused: 'too-many-days', petition: p, left }
  const changed = await change(desk, p, by, 'extended', { extendedDays: p.extendedDays + days }, reason)
  if ('refused' in changed) return changed
  await tellPetitioner(
    desk,
    changed.petition,
    'extended',
    say.extendedForPetitioner(p.number, finishBy(desk, changed.petition), reason, desk.now),
  )
  return changed
}

/** The petitioner reads that there is an answer, and until when a review may be asked for. */
const tellAnswered = (desk: Pick<Desk, 'now' | 'roster' | 'notify'>, p: Petition): Promise<void> =>
  tellPetitioner(desk, p, 'answered', say.answeredForPetitioner(p.number, mayAskUntil(p) ?? desk.now, desk.now))

/** 信访处理意见书 (art. 32). From now on the petitioner has 30 days to ask for a review. */
export async function answer(
  desk: Pick<Desk, 'now' | 'roster' | 'notify' | 'cases'>,
  by: Person,
  p: Petition,
  text: string,
): Promise<Changed> {
  if (!p.acceptedAt) return { refused: 'not-accepted', petition: p }
  const changes = { status: 'answered' as const, answeredAt: p.answeredAt ?? desk.now }
  const changed = await change(desk, p, by, 'answered', changes, text)
  if (!('refused' in changed)) await tellAnswered(desk, changed.petition)
  return changed
}

/** 复查, then 复核 (arts. 35, 36): asked for within 30 days of the answer before, and a closed case opens again for it. */
export async function askReview(desk: Pick<Desk, 'now' | 'cases'>, by: Person, p: Petition, step: 'review' | 'recheck'): Promise<Changed> {
  const until = mayAskUntil(p)
  const before = p.reviews.find((r) => r.step === 'review')
  if (!until || (step === 'recheck' && !before?.answeredAt)) return { refused: 'not-answered', petition: p }
  if (p.reviews.some((r) => r.answeredAt === null)) return { refused: 'review-open', petition: p }
  if (p.reviews.some((r) => r.step === step)) return { refused: 'finished', petition: p }
  if (until < desk.now) return { refused: 'too-late', petition: p }
  const reviews = [...p.reviews, { step, askedAt: desk.now, answeredAt: null }]
  return change(desk, p, by, 'reviewAsked', { reviews, status: 'answered', endedAt: null }, step, true)
}

/** After the recheck it is over: the same facts and reasons are taken up no more (art. 36). */
export async function answerReview(
  desk: Pick<Desk, 'now' | 'roster' | 'notify' | 'cases'>,
  by: Person,
  p: Petition,
  step: 'review' | 'recheck',
  text: string,
): Promise<Changed> {
  const open = p.reviews.find((r) => r.step === step && r.answeredAt === null)
  if (!open) return { refused: 'not-answered', petition: p }
  const reviews = p.reviews.map((r) => (r === open ? { ...r, answeredAt: desk.now } : r))
  const over = step === 'recheck' && { status: 'closed' as const, endedAt: desk.now }
  const changed = await change(desk, p, by, 'reviewAnswered', { reviews, ...over }, text)
  if ('refused' in changed) return changed
  const until = step === 'review' ? mayAskUntil(changed.petition) : null
  await tellPetitioner(desk, changed.petition, 'reviewed', say.reviewedForPetitioner(p.number, step, until, desk.now))
  return changed
}

/** Art. 32: one of three for each demand; the two that do not give what was asked for are explained. `n` counts from 1. */
export async function judgeDemand(
  desk: Pick<Desk, 'now' | 'cases'>,
  by: Person,
  p: Petition,
  n: number,
  outcome: Outcome,
  explanation: string,
): Promise<Changed> {
  if (!p.demands[n - 1]) return { refused: 'no-such-demand', petition: p }
  if (outcome !== 'founded' && explanation === '') return { refused: 'explanation-missing', petition: p, demand: n }
  const demands = p.demands.map((d, i) => (i === n - 1 ? { ...d, outcome, explanation: explanation || null } : d))
  return change(desk, p, by, 'demandJudged', { demands }, `${n} ${outcome}`)
}

/** 办结: every demand has its outcome, no review runs. The answer itself counts as given where nobody recorded it before. */
export async function close(
  desk: Pick<Desk, 'now' | 'roster' | 'notify' | 'cases'>,
  by: Person,
  p: Petition,
  note: string,
): Promise<Changed> {
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
export async function handOver(
  desk: Pick<Desk, 'now' | 'roster' | 'notify' | 'cases'>,
  by: Person,
  p: Petition,
  office: string,
  reference: string,
): Promise<Changed> {
  const changes = { status: 'handedOver' as const, endedAt: desk.now, handedTo: { office, reference, at: desk.now } }
  const changed = await change(desk, p, by, 'handedOver', changes, `${office} ${reference}`)
  if (!('refused' in changed))
    await tellPetitioner(desk, changed.petition, 'handedOver', say.handedOverForPetitioner(p.number, office, reference))
  return changed
}
