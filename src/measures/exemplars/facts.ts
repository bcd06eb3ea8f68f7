import { z } from 'zod'
import { Case, type CaseKind } from '../../domain/case.ts'
import { isOneOf, keysOf } from '../../domain/one-of.ts'

/** The seven kinds of 身边好榜样, in the order of the source text. */
export const CATEGORIES = ['party', 'daughter', 'youth', 'family', 'villager', 'neighbour', 'helper'] as const
export type Category = (typeof CATEGORIES)[number]

const EXEMPLAR_STATUSES = ['nominated', 'consented', 'checked', 'published', 'declined', 'withdrawn'] as const
/** Neither declined nor taken down. */
export const LIVE = ['nominated', 'consented', 'checked', 'published'] as const
export type ExemplarStatus = (typeof EXEMPLAR_STATUSES)[number]

/** 身边好榜样: nominated by anyone, nobody's without their own yes, checked by the village, approved by the town. */
export const Exemplar = Case.extend({
  status: z.enum(EXEMPLAR_STATUSES),
  village: z.string(),
  name: z.string(),
  /** Null for somebody who stands on no roster; a cadre then asks them by word of mouth. */
  person: z.string().nullable(),
  category: z.enum(CATEGORIES),
  deed: z.string(),
  by: z.string(),
  checkedBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
  publishedAt: z.coerce.date().nullable(),
})
export type Exemplar = z.infer<typeof Exemplar>

/** Which word comes next: the person's, the village's, the town's. */
const NEXT = { nominated: 'consent', consented: 'check', checked: 'approve' } as const satisfies Partial<Record<ExemplarStatus, string>>
export type Step = (typeof NEXT)[keyof typeof NEXT]
export const stepOf = (e: Pick<Exemplar, 'status'>): Step | null => (isOneOf(keysOf(NEXT), e.status) ? NEXT[e.status] : null)
export const AFTER = { consent: 'consented', check: 'checked', approve: 'published' } as const satisfies Record<Step, ExemplarStatus>

export const EXEMPLARS: CaseKind<Exemplar> = { measure: 'exemplar', shape: Exemplar }
