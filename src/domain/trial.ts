import { z } from 'zod'

/** A group's quiet week that goes on: it is heard, listed and learnt from, and nothing is said in it. */
export interface Trial {
  id: string
  since: Date
  /** When somebody is asked how it goes on; nothing ends by that. */
  until: Date
}

export const TRIAL_DAYS = 7

/** What would have become of a report, were its group spoken to: a ticket at once, or a line for the clerk. */
export const WOULD = ['open', 'list'] as const
export type Would = (typeof WOULD)[number]

const count = z.number().int().min(0)
const Counts = z.object({
  /** Messages of people. */
  heard: count,
  /** Would have become tickets by themselves. */
  would: count,
  /** Of these, what the clerk registered as well. */
  registered: count,
  /** Registered besides: the bot would not have. */
  missed: count,
})
/** What a trial came to: counts and no words. */
export const TrialFigures = Counts.extend({
  /** Of what would have become tickets: the clerk said no, or left it. */
  wrong: count,
  /** Of what was registered besides: it stood on the clerk's list. */
  listed: count,
  /** How many messages the group would have read. */
  posts: count,
  days: z.array(Counts.extend({ day: z.string() })),
})
export type TrialFigures = z.infer<typeof TrialFigures>
