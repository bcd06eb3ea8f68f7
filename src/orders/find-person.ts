import { DAY_MS, later } from '../domain/durations.ts'
import { groupIn } from '../domain/notice.ts'
import type { OrderSaid } from '../domain/order-name.ts'
import { isCadre, type Person, type Role } from '../domain/people.ts'
import { placeName } from '../domain/place-name.ts'
import { type Roster, villageOf, villagesOf } from '../domain/roster.ts'
import { villageStem } from '../domain/village-stem.ts'
import { type Candidate, namesAmong, readWhoAtStart, type Who } from '../reading/who.ts'
import { noPerson, whichPerson } from '../wording/replies.ts'
import { privately } from './answer.ts'
import type { CallOf, Reply } from './define-command.ts'

const OPTIONS = 4

const TITLES: Partial<Record<Role, readonly string[]>> = {
  secretary: ['支书', '书记', '主任'],
  clerk: ['文书', '会计'],
  mediator: ['调解员'],
  keeper: ['网格员'],
  duty: ['值班'],
  leader: ['领导'],
}

export type Cadre = Candidate & { person: Person; own: string | null }

/** Cadres as they are spoken of, with their village; people gone hold no role and so are not among them. */
export const cadresOf = (roster: Roster): Cadre[] =>
  [...roster.people.values()].filter(isCadre).map((person) => {
    const own = villageOf(roster, person.roles.find((r) => r.role !== 'resident')?.grid ?? '')
    return {
      id: person.id,
      name: person.name,
      titles: person.roles.flatMap((r) => TITLES[r.role] ?? []),
      village: own ? placeName(roster, own) : '',
      person,
      own,
    }
  })

/** The village in which a name is looked for first: the ticket's, the group's, else the speaker's only one. */
function hereOf({ desk, spoken }: CallOf<'roster'>, village: string | null): string | null {
  const { roster } = desk
  const group = roster.groups.get(groupIn(spoken.conversation) ?? '')
  const own = villagesOf(roster, spoken.person)
  return village ?? (group ? villageOf(roster, group.grid) : null) ?? (own.length === 1 ? (own[0] ?? null) : null)
}

/** 小李 said by one of two 小李 means the other; one's own full name still means oneself. */
const othersThan = ({ desk, spoken }: CallOf<'roster'>, text: string): Cadre[] =>
  cadresOf(desk.roster).filter((c) => c.id !== spoken.person.id || text.includes(spoken.person.name))

function readCadre(call: CallOf<'roster'>, text: string, here: string | null): { who: Who<Cadre>; rest: string } {
  const all = othersThan(call, text)
  if (here === null) return readWhoAtStart(text, all)
  // Somebody of another village is meant only by the whole name or with the village: 小王 is always one of ours.
  const isNamed = (c: Cadre) => c.own === null || text.includes(c.name) || (c.village !== '' && text.includes(villageStem(c.village)))
  return readWhoAtStart(
    text,
    all.filter((c) => c.own === here),
    all.filter((c) => c.own !== here && isNamed(c)),
  )
}

/** Whether words begin like a cadre's name, were it one of another village: then it is said that nobody here fits. */
export const namesCadre = (call: CallOf<'roster'>, words: string): boolean =>
  !('none' in readWhoAtStart(words, othersThan(call, words)).who)

/** The same of any place in a line. */
export function cadreAt({ desk }: CallOf<'roster'>): (words: string) => number {
  let among: ((words: string) => number) | null = null
  return (words) => {
    among ??= namesAmong(cadresOf(desk.roster))
    return among(words)
  }
}

/** 坪头村李小明: sure to mean one person when it is read again. */
export const fullName = (c: Pick<Cadre, 'village' | 'name'>): string => `${c.village}${c.name}`

/**
 * The cadre a text begins with, and the rest of it; or what to ask. `say` is the order to be said again with the name in
 * the place of %s.
 */
export async function findCadre(
  call: CallOf<'ask' | 'now' | 'roster'>,
  text: string,
  village: string | null,
  say?: (rest: string) => OrderSaid,
): Promise<{ person: Person; rest: string } | { replies: Reply[] }> {
  const { desk, spoken } = call
  const here = hereOf(call, village)
  const { who, rest } = readCadre(call, text, here)
  if ('one' in who) return { person: who.one.person, rest }
  if ('none' in who) return { replies: privately(noPerson(text.slice(0, 6), here && placeName(desk.roster, here))) }
  const options = who.several.slice(0, OPTIONS)
  if (say) {
    const data = { say: say(rest), options: options.map((c) => c.id) }
    await desk.ask(
      { id: `who:${spoken.messageId}`, person: spoken.person.id, what: 'whichPerson', ticket: null, data },
      later(desk.now, DAY_MS),
    )
  }
  return { replies: privately(whichPerson(options.map(fullName))) }
}
