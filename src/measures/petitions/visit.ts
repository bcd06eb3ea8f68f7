import type { Person } from '../../domain/people.ts'
import type { Petition } from './facts.ts'
import type { Desk } from '../../ports/desk.ts'
import { type Changed, change } from './change.ts'

/** 入户走访: what was said there, as it was said. */
export const recordVisit = (desk: Desk, by: Person, p: Petition, said: string): Promise<Changed> =>
  change(desk, p, by, 'visited', { visits: [...p.visits, { at: desk.now, by: by.id, said }] })

/** A promise has a day; whoever gave it and whoever answers for the case are reminded of it. */
export const recordPromise = (desk: Desk, by: Person, p: Petition, text: string, due: Date): Promise<Changed> =>
  change(desk, p, by, 'promised', { promises: [...p.promises, { text, by: by.id, due, kept: null }] })

/** `n` counts all promises from 1; null means the only one that is still open. */
export async function keepPromise(desk: Desk, by: Person, p: Petition, n: number | null): Promise<Changed> {
  const open = p.promises.flatMap((one, i) => (one.kept === null && (n === null || n === i + 1) ? [i] : []))
  const [only, second] = open
  if (only === undefined || second !== undefined) return { refused: 'no-such-promise', petition: p }
  const promises = p.promises.map((one, i) => (i === only ? { ...one, kept: desk.now } : one))
  return change(desk, p, by, 'promiseKept', { promises }, p.promises[only]?.text ?? null)
}

export const addDemand = (desk: Desk, by: Person, p: Petition, text: string): Promise<Changed> =>
  change(desk, p, by, 'demandAdded', { demands: [...p.demands, { text, outcome: null, explanation: null }] })
