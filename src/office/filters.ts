import { z } from 'zod'
import { KINDS } from '../domain/judgement.ts'
import { readSearch } from '../domain/matter-search.ts'
import { dayName, momentAt, numberOfDay } from '../domain/moments.ts'
import { OFFICE } from '../domain/office-path.ts'
import type { Person } from '../domain/people.ts'
import type { Roster } from '../domain/roster.ts'
import { spanOfPeriod, yearUntil } from '../domain/span.ts'
import { STAGES } from '../domain/ticket.ts'
import type { MatterPlace, MatterQuery, MatterState } from '../ports/office-lists.ts'

const STATES = ['now', 'untaken', 'waiting', 'resolved', 'ended', 'all'] as const satisfies readonly MatterState[]
const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u
const blank = <T extends z.ZodType>(shape: T) => z.preprocess((said) => (said === '' ? undefined : said), shape.optional()).catch(undefined)
/** Whatever a database may be asked for. */
const id = z
  .string()
  .max(80)
  .regex(/^[^\p{C}]+$/u)
const isDay = (said: string): boolean => DAY.test(said) && dayName(numberOfDay(said)) === said

/** A list as its address says it; what an address says that is nothing is not asked for. */
const Filters = z.object({
  q: blank(z.string().trim().max(80)),
  in: blank(id),
  state: blank(z.enum(STATES)),
  stage: blank(z.enum(STAGES)),
  kind: blank(z.enum(KINDS)),
  duty: blank(id),
  /** `me`, `nobody`, or somebody's id. */
  owner: blank(id),
  late: blank(z.literal('1')),
  again: blank(z.literal('1')),
  /** 2026-11, 2026Q4, 2026. */
  opened: blank(z.string().refine((said) => spanOfPeriod(said) !== null)),
  /** 2026-11-27. */
  due: blank(z.string().refine(isDay)),
})
export type Filters = z.infer<typeof Filters>
export type FilterName = keyof Filters

export const MATTERS = `${OFFICE}/matters`
/** 本镇设定: from when on the same thing in the same village is told again and again. */
const AGAIN = 3

export const readFilters = (query: unknown): Filters => Filters.parse(query ?? {})

const From = z.object({ from: z.string().regex(/^[012]~-?\d{1,16}~[\w-]{1,80}$/u) })

/** Where the page begins, as the link to it says. */
export function readFrom(query: unknown): MatterPlace | null {
  const [rank = '', key = '', place = ''] = From.safeParse(query).data?.from.split('~') ?? []
  return place === '' ? null : { rank: Number(rank), key: Number(key), id: place }
}

/** The address of a list, the same for the same filters. */
export function addressOf(filters: Filters, from: MatterPlace | null = null): string {
  const said = new URLSearchParams()
  for (const [name, value] of Object.entries(filters)) if (value !== undefined) said.set(name, value)
  if (from) said.set('from', `${from.rank}~${from.key}~${from.id}`)
  const query = said.toString()
  return query === '' ? MATTERS : `${MATTERS}?${query}`
}

/** Whoever looks for something looks everywhere, whoever looks at a list at what is in work. */
const stateOf = ({ state, q }: Filters): MatterQuery['state'] => state ?? (q ? 'all' : 'now')

export function queryOf(filters: Filters, { roster, person, now }: { roster: Roster; person: Person; now: Date }): MatterQuery {
  const { q, stage, kind, duty, owner, opened, due } = filters
  const dueOn = due === undefined ? null : numberOfDay(due)
  return {
    terms: readSearch(roster, q ?? ''),
    state: stateOf(filters),
    place: filters.in !== undefined && roster.nodes.has(filters.in) ? filters.in : null,
    ...{ stage: stage ?? null, kind: kind ?? null, duty: duty ?? null },
    owner: owner === 'me' ? person.id : (owner ?? null),
    late: filters.late !== undefined,
    repeated: filters.again ? { times: AGAIN, since: yearUntil(now).from } : null,
    opened: opened ? spanOfPeriod(opened) : null,
    due: dueOn === null ? null : { from: momentAt(dueOn, 0), to: momentAt(dueOn + 1, 0) },
  }
}
