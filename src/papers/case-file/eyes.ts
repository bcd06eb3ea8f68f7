import { maskAllButPhones, maskerOf, maskName, maskNumbers } from '../../domain/mask.ts'
import type { Person } from '../../domain/people.ts'
import { hasRoleOver, personName, type Roster } from '../../domain/roster.ts'
import { sightOf } from '../../domain/sight.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { Desk } from '../../ports/desk.ts'
import { mustCall } from '../../tickets/call-line.ts'
import { nobody, unnamed } from '../../wording/names.ts'

/** How one reader is shown what people said and who they are. */
export interface Eyes {
  /** Names of residents are masked. */
  masked: boolean
  text(said: string): string
  /** By id; whoever holds an office is always named. */
  name(person: string | null): string
  /** Somebody who stands on no roster, as they were written down: 甲方王大娘. */
  party(said: string): string
  reporter: string
  phone: string
}

/** Those who have to do with the matter itself, not only with the village. */
const CLOSE = ['secretary', 'clerk', 'mediator', 'duty', 'leader'] as const
const ROLE = /^(?:甲方|乙方|村支书|支书|文书|调解员|网格员|见证人?|证人|邻居|干部)/u
const bareName = (party: string): string => party.replace(ROLE, '').replace(/^[：:]/u, '')

/**
 * What a reader sees of a matter's file; null for whom the matter is not to be seen in full. Whoever must call the reporter reads
 * their telephone; who handles it or answers for it reads names; who only looks (村务监督, other cadres of the village) reads
 * masked ones. Who wanted no name is named to nobody but whoever must call. `reader` null: the office's own copy, for its archive.
 */
export async function eyesOf(
  desk: Pick<Desk, 'roster' | 'followers'>,
  reader: Person | null,
  ticket: Ticket,
  parties: readonly string[],
): Promise<Eyes | null> {
  const { roster } = desk
  if (reader && sightOf(roster, reader, ticket, await desk.followers(ticket.id)) !== 'all') return null
  const calls = reader !== null && mustCall(desk, ticket, reader.id)
  const isOwn = reader !== null && reader.id === ticket.reporter
  const isClose = reader === null || calls || isOwn || isNear(roster, reader, ticket)
  const said = ticket.through?.name ?? (ticket.reporter ? personName(roster, ticket.reporter) : nobody)
  const hides = ticket.hidden && !calls && !isOwn
  const named = hides ? unnamed : isClose || said === nobody ? said : maskName(said)
  const hidden = isClose ? (hides ? [said] : []) : [...residentsOf(roster), ...parties.map(bareName), said]
  const mask = maskerOf(hidden)
  const phone = ticket.reporter ? (roster.people.get(ticket.reporter)?.phone ?? null) : null
  return {
    masked: !isClose,
    text: (text) => mask(calls || isOwn ? maskAllButPhones(text) : maskNumbers(text)),
    name(id) {
      const person = id === null ? undefined : roster.people.get(id)
      if (id !== null && id === ticket.reporter) return named
      if (!person) return nobody
      return isClose || holdsOffice(person) ? person.name : maskName(person.name)
    },
    party: (text) => (isClose ? text : text.replace(bareName(text), maskName(bareName(text)))),
    reporter: named,
    phone: phone === null || hides ? '' : calls || isOwn ? phone : maskNumbers(phone),
  }
}

const isNear = (roster: Roster, reader: Person, { owner, coOwners, supervisor, through, place }: Ticket): boolean =>
  [owner, supervisor, through?.person, ...coOwners].includes(reader.id) || CLOSE.some((role) => hasRoleOver(roster, reader, role, place))

const holdsOffice = ({ roles }: Pick<Person, 'roles'>): boolean => roles.some((r) => r.role !== 'resident')
const residentsOf = ({ people }: Pick<Roster, 'people'>): string[] => [...people.values()].filter((p) => !holdsOffice(p)).map((p) => p.name)
