import { z } from 'zod'
import { Judgement } from './judgement.ts'

/** One line of the clerk's list: what somebody told, perhaps in several breaths, and what it would be. */
export const ListLine = z.object({
  reports: z.array(z.string()),
  person: z.string(),
  village: z.string(),
  text: z.string(),
  /** Messages that go on with it and say nothing new of what it is: more by its teller, and by the other side. */
  around: z.array(z.string()).default([]),
  /** Messages of others of the village who have the same: 我家也没水. */
  too: z.array(z.string()).default([]),
  judgement: Judgement,
  /** 别说是我说的. */
  hidden: z.boolean(),
  /** Of a group on trial: whether it would have been registered without a word, or stands here as it always would. */
  sure: z.boolean().exactOptional(),
  /** Claimed in a letter whose first claim has its ticket: the report is that ticket's, and this is asked for beside it. */
  part: z.boolean().exactOptional(),
})
export type ListLine = z.infer<typeof ListLine>

/** Where a line of talk that looked like a matter stands on its way over the list, as the outcome of its report. */
export const LISTED = 'listed'
export const ON_LIST = 'on the list'
export const LAPSED = 'lapsed'
export const LEFT = 'left'
/** Spoken, and nobody here could listen: the clerk reads who spoke and when, and may listen in the group. */
export const UNHEARD = 'unheard'
