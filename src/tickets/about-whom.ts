import { type Duty, isOfConduct } from '../domain/duty.ts'
import type { Judgement } from '../domain/judgement.ts'
import { isCadre, type Person, type Role } from '../domain/people.ts'
import { hasRoleOver, isCadreOf, type Roster } from '../domain/roster.ts'
import type { Ticket } from '../domain/ticket.ts'
import { hintsAtOffice } from '../reading/in-office.ts'
import { ALL, CONDUCT, TITLES } from '../reading/office-holders.ts'

export interface Accused {
  /** Person ids: for them the matter does not exist (《信访工作条例》 art. 28 and 30). */
  about: string[]
  /** It complains of how somebody holds an office, so the group hears nothing of it, whether or not anybody can be named. */
  complaint: boolean
}

/** What an open ticket already says of it. */
export const accusedIn = (ticket: Pick<Ticket, 'about' | 'sensitivity'>): Accused => ({
  about: ticket.about,
  complaint: ticket.sensitivity === 'cadre',
})

const NEAR = 24

/** Whether what is said close to these words is about how an office is held. */
function complainsNear(text: string, word: RegExp): boolean {
  for (const found of text.matchAll(new RegExp(word.source, 'gu')))
    if (CONDUCT.test(text.slice(Math.max(0, found.index - NEAR / 2), found.index + found[0].length + NEAR))) return true
  return false
}

const escaped = (name: string): RegExp => new RegExp(name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'), 'u')

/**
 * Whom a report is about (recusal): they never see it. In a complaint every cadre who is named counts, and where nobody is
 * named everybody who holds an office that is; in a dispute, every cadre named in full, for then they are a party.
 */
export function aboutWhom(
  roster: Roster,
  judgement: Judgement,
  text: string,
  village: string,
  place: string,
  reporter: string | null,
  /** What it is filed under, where that is not what was judged. */
  filed: Duty | undefined = roster.duties.get(judgement.duty ?? ''),
): Accused {
  const cadres = [...roster.people.values()].filter((p) => isCadre(p) && p.id !== reporter && isCadreOf(roster, p, village))
  const named = cadres.filter((p) => p.name.length > 1 && text.includes(p.name))
  const titles = TITLES.filter((t) => t.words.test(text))
  const complaint =
    judgement.sensitivity === 'cadre' ||
    (filed !== undefined && isOfConduct(filed)) ||
    (judgement.danger === null &&
      (hintsAtOffice(text) ||
        named.some((p) => complainsNear(text, escaped(p.name))) ||
        (judgement.kind !== 'neighbour' && [...titles, ALL].some((t) => complainsNear(text, t.words)))))
  if (named.length > 0) return { about: complaint || judgement.kind !== 'village' ? named.map((p) => p.id) : [], complaint }
  if (!complaint) return { about: [], complaint }
  const roles = new Set((titles.length > 0 ? titles : ALL.words.test(text) ? [ALL] : []).flatMap((t) => [...t.roles]))
  const holdsKeeper = (p: Person) =>
    hasRoleOver(roster, p, 'keeper', place) ||
    (place === village && p.roles.some((r) => r.role === 'keeper' && isCadreOf(roster, p, village)))
  const holds = (p: Person, role: Role) => (role === 'keeper' ? holdsKeeper(p) : hasRoleOver(roster, p, role, village))
  return { about: cadres.filter((p) => [...roles].some((role) => holds(p, role))).map((p) => p.id), complaint }
}
