import { z } from 'zod'
import { addWorkingDays, type Calendar, endOfWorkOn } from '../../domain/calendar.ts'
import { Case, type CaseKind } from '../../domain/case.ts'
import { dayName, dayNumber } from '../../domain/moments.ts'
import type { Person } from '../../domain/people.ts'
import { hasRoleOver, holders, type Roster, townNode } from '../../domain/roster.ts'

/** 《信访工作条例》 art. 32: supported; reasonable, but no law rests it (explained); unfounded (explained). */
const OUTCOMES = ['founded', 'reasonable', 'unfounded'] as const
export type Outcome = (typeof OUTCOMES)[number]

const PETITION_STATUSES = ['registered', 'accepted', 'answered', 'closed', 'handedOver'] as const
export type PetitionStatus = (typeof PETITION_STATUSES)[number]

const WAYS = ['visit', 'letter', 'call', 'chat'] as const
export type Way = (typeof WAYS)[number]

/** Art. 20: those who come together send no more than five. */
export const MOST_REPRESENTATIVES = 5

const Demand = z.object({ text: z.string(), outcome: z.enum(OUTCOMES).nullable(), explanation: z.string().nullable() })
export type Demand = z.infer<typeof Demand>

/** 入户走访: what was said, in the petitioner's words as the visitor wrote them down. */
const Visit = z.object({ at: z.coerce.date(), by: z.string(), said: z.string() })
const Promised = z.object({ text: z.string(), by: z.string(), due: z.coerce.date(), kept: z.coerce.date().nullable() })
const Review = z.object({ step: z.enum(['review', 'recheck']), askedAt: z.coerce.date(), answeredAt: z.coerce.date().nullable() })

/** 信访: a case apart from tickets, seen by few. Nothing of it ever enters a group. */
export const Petition = Case.extend({
  status: z.enum(PETITION_STATUSES),
  petitioner: z.object({ name: z.string(), person: z.string().nullable() }),
  people: z.number().int().positive(),
  way: z.enum(WAYS),
  text: z.string(),
  registrar: z.string(),
  /** 包案: the leader who answers for it (art. 18). */
  lead: z.string().nullable(),
  handlers: z.array(z.string()),
  /** The persons complained of: for them it does not exist (art. 30), and they stand aside (art. 28). */
  about: z.array(z.string()),
  demands: z.array(Demand),
  visits: z.array(Visit),
  promises: z.array(Promised),
  /** When it came; the case begins then. It may have been written down later. */
  receivedAt: z.coerce.date(),
  registeredAt: z.coerce.date(),
  acceptedAt: z.coerce.date().nullable(),
  noticedAt: z.coerce.date().nullable(),
  answeredAt: z.coerce.date().nullable(),
  extendedDays: z.number().int(),
  reviews: z.array(Review),
  handedTo: z.object({ office: z.string(), reference: z.string(), at: z.coerce.date() }).nullable(),
})
export type Petition = z.infer<typeof Petition>
export const PETITIONS: CaseKind<Petition> = { measure: 'petition', shape: Petition }

export const isOpen = (p: Pick<Petition, 'status'>): boolean => p.status !== 'closed' && p.status !== 'handedOver'

type Moment = 'receivedAt' | 'acceptedAt' | 'noticedAt' | 'answeredAt'

interface ClockRow {
  code: 'register' | 'notice' | 'finish' | 'firstVisit' | 'firstAnswer'
  /** Of 《信访工作条例》; null where the limit is the township's own (本镇设定). */
  article: number | null
  from: Moment
  until: Moment | 'visit'
  days: number
  working: boolean
}

/** The law's clocks and ours beside them. All days of the regulation are calendar days. */
const PETITION_CLOCKS: readonly ClockRow[] = [
  { code: 'register', article: 22, from: 'receivedAt', until: 'acceptedAt', days: 15, working: false },
  { code: 'notice', article: 23, from: 'receivedAt', until: 'noticedAt', days: 15, working: false },
  { code: 'finish', article: 34, from: 'acceptedAt', until: 'answeredAt', days: 60, working: false },
  { code: 'firstVisit', article: null, from: 'receivedAt', until: 'visit', days: 5, working: true },
  { code: 'firstAnswer', article: null, from: 'acceptedAt', until: 'answeredAt', days: 20, working: true },
]
/** Art. 34: extended once or more, by 30 days in all. */
export const MOST_EXTENSION_DAYS = 30
/** Art. 35 and 36: 复查 and 复核 are asked for within 30 days and answered within 30. */
const REVIEW_DAYS = 30
const REVIEW_ARTICLES = { review: 35, recheck: 36 } as const

export interface Clock {
  code: ClockRow['code'] | 'review' | 'recheck'
  article: number | null
  due: Date
  done: boolean
}

const daysAfter = (from: Date, days: number): Date => endOfWorkOn(dayName(dayNumber(from) + days))

/** Every clock that has begun to run, the law's first. How long the petitioner may ask for a review is `mayAskUntil`. */
export function clocksOf(p: Petition, calendar: Calendar): Clock[] {
  const rows = PETITION_CLOCKS.flatMap((row): Clock[] => {
    const from = p[row.from]
    if (!from) return []
    const more = row.code === 'finish' ? p.extendedDays : 0
    const due = row.working ? addWorkingDays(from, row.days, calendar) : daysAfter(from, row.days + more)
    const done = row.until === 'visit' ? p.visits.length > 0 : p[row.until] !== null
    return [{ code: row.code, article: row.article, due, done: done || !isOpen(p) }]
  })
  const reviews = p.reviews.map(
    (r): Clock => ({
      code: r.step,
      article: REVIEW_ARTICLES[r.step],
      due: daysAfter(r.askedAt, REVIEW_DAYS),
      done: r.answeredAt !== null,
    }),
  )
  return [...rows, ...reviews]
}

/** The day on which the petitioner is owed an answer; null where none is owed. */
export function answerOwed(p: Petition, calendar: Calendar): Date | null {
  const code = p.reviews.find((r) => r.answeredAt === null)?.step ?? (p.status === 'accepted' ? 'finish' : null)
  return clocksOf(p, calendar).find((c) => c.code === code && !c.done)?.due ?? null
}

/** Until when the petitioner may ask for the next step (arts. 35, 36); null while there is no written answer to object to. */
export function mayAskUntil(p: Petition): Date | null {
  const answered = p.reviews.at(-1)?.answeredAt ?? p.answeredAt
  return answered && daysAfter(answered, REVIEW_DAYS)
}

/** 镇值班 and 信访 staff; where all of them are whom it is about, the town's leaders. */
export function staffOf(roster: Roster, about: readonly string[]): string[] {
  const town = townNode(roster)
  const free = (role: 'duty' | 'leader') => holders(roster, role, town).filter((id) => !about.includes(id))
  const duty = free('duty')
  return duty.length > 0 ? duty : free('leader')
}

/** A leader of the town names who answers for a case that nobody answers for, by its number alone; never one that is about them. */
export const mayNameLead = (roster: Roster, person: Person, p: Petition): boolean =>
  p.lead === null && isOpen(p) && !p.about.includes(person.id) && hasRoleOver(roster, person, 'leader', townNode(roster))

/** `own`: the petitioner, who may know how it stands. Everybody not named here sees nothing; 村务监督 least of all. */
export function petitionSight(roster: Roster, person: Person, p: Petition): 'all' | 'own' | 'none' {
  if (p.about.includes(person.id)) return 'none'
  if (p.lead === person.id || p.handlers.includes(person.id)) return 'all'
  if (hasRoleOver(roster, person, 'duty', townNode(roster)) || staffOf(roster, p.about).includes(person.id)) return 'all'
  return p.petitioner.person === person.id ? 'own' : 'none'
}
