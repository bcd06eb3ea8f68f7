import { z } from 'zod'
import { KINDS } from './judgement.ts'
import { ROLES } from './people.ts'

/** 直办, 领办, 联办, 督办. */
export const MODES = ['direct', 'led', 'joint', 'supervised'] as const
export type Mode = (typeof MODES)[number]

/** A span that people agree on. Working time is 8:30–12:00 and 14:00–18:00 on working days; the others run round the clock. */
export const Limit = z.object({
  amount: z.number().positive(),
  unit: z.enum(['minutes', 'hours', 'workingHours', 'workingDays', 'sameDay']),
})
export type Limit = z.infer<typeof Limit>

/** What a stage wants on record before it can be left. */
export const EVIDENCE = ['photo', 'visit', 'talk'] as const
export type Evidence = (typeof EVIDENCE)[number]

/** One line of the duty list (事务清单). */
export const Duty = z.object({
  /** Stable code, such as V-LAMP. */
  code: z.string().min(1),
  kind: z.enum(KINDS),
  /** Topic it is grouped by: 道路, 用水. */
  topic: z.string().min(1),
  /** What it is called: 路灯维修. */
  name: z.string().min(1),
  /** The one or two words it goes by in posts: 路灯. */
  short: z.string().min(1).max(8),
  /** Words people use for it. */
  words: z.array(z.string()),
  owner: z.enum(ROLES),
  coOwners: z.array(z.enum(ROLES)),
  mode: z.enum(MODES),
  respond: Limit,
  complete: Limit,
  evidence: z.array(z.enum(EVIDENCE)),
  /** True where the way begins with a talk (议事说事), as for disputes. */
  deliberate: z.boolean(),
  procedure: z.string(),
  papers: z.string(),
  /** Where to go and when, for 清单. */
  where: z.string(),
  basis: z.string(),
})
export type Duty = z.infer<typeof Duty>

/** 干部作风, and what a township may call its own lines of that kind: whoever does not look after it is somebody in office. */
export const isOfConduct = ({ name, short, topic }: Pick<Duty, 'name' | 'short' | 'topic'>): boolean =>
  [name, short, topic].some((it) => /作风|廉洁|廉政|违纪|违规违纪|纪检|监督执纪/u.test(it))
