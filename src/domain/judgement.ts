import { z } from 'zod'

/** 村里事, 邻里事, 户里事. */
export const KINDS = ['village', 'neighbour', 'household'] as const
export type Kind = (typeof KINDS)[number]

/**
 * Why a matter must not be spoken of in the group. From `violence` to `poison` the duty cadre is called at once.
 * `cadre` is a complaint about a cadre: whoever it is about never sees it.
 */
export const SENSITIVITIES = [
  'violence',
  'selfharm',
  'child',
  'elder',
  'poison',
  'illness',
  'petition',
  'crime',
  'cadre',
  'family',
] as const
export type Sensitivity = (typeof SENSITIVITIES)[number]

/** What an emergency is about, so that the right telephone number comes first. */
export const DANGERS = [
  'fire',
  'flood',
  'landslide',
  'gas',
  'collapse',
  'electric',
  'brawl',
  'accident',
  'missing',
  'violence',
  'selfharm',
  'child',
  'elder',
  'poison',
] as const
export type Danger = (typeof DANGERS)[number]

/** Dangers that are nobody's business but the family's and of whoever is called. */
const AT_HOME = ['violence', 'selfharm', 'child', 'elder', 'poison'] as const satisfies readonly (Danger & Sensitivity)[]
export type AtHome = (typeof AT_HOME)[number]
export const atHome = (of: Danger | Sensitivity | null): AtHome | null => AT_HOME.find((it) => it === of) ?? null

/**
 * What is to become of it. `open`: a ticket at once. `list`: a line on the clerk's list. `ask`: the clerk is asked at once,
 * because it cannot wait. `leave`: nothing.
 */
const OUTCOMES = ['open', 'list', 'ask', 'leave'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What was made of one report. Everything that opens a ticket comes from here and nowhere else. */
export const Judgement = z.object({
  kind: z.enum([...KINDS, 'none']),
  /** Code on the township's duty list, or null where none fits. */
  duty: z.string().nullable(),
  /** Words of the report that say where, as typed: 三社路口, 王家门前. */
  places: z.array(z.string()),
  /** Set when somebody may come to harm now. */
  danger: z.enum(DANGERS).nullable(),
  /** Words that may mean danger and do not say so: the duty cadre is shown them, nobody else hears anything. */
  hint: z.enum(DANGERS).nullable().default(null),
  sensitivity: z.enum(SENSITIVITIES).nullable(),
  /** Something public that somebody will come to harm by: made safe within a day, without sirens. */
  hazard: z.boolean().default(false),
  /** At most 16 characters, without names and numbers of persons; fit to be read aloud. */
  title: z.string(),
  /** One phrase for the cadre: 提到路灯、三社. */
  reason: z.string(),
  /** Probability that `kind` is right, 0 to 1, calibrated. */
  confidence: z.number().min(0).max(1),
  /** Probability that it is a matter at all (1 − p(none)), 0 to 1. */
  matter: z.number().min(0).max(1),
  /** What the reader, the evidence and the conversation agree on. What was stored before there was a list is put on it. */
  outcome: z.enum(OUTCOMES).default('list'),
  /** The words that can be pointed at: the thing, and what is wrong with it or wanted. */
  evidence: z.array(z.string()).default([]),
  /** Asks for a rule, a way, a sum or an office: where the duty list knows the answer, that is all it needs. */
  asks: z.boolean().default(false),
  /** Which rules, weights or prompt said so: rules-1, local-20261124. */
  version: z.string(),
})
export type Judgement = z.infer<typeof Judgement>
