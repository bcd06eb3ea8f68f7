import { groupIn } from '../domain/notice.ts'
import { isCadre, type Person, type Role } from '../domain/people.ts'
import { type Roster, villageOf, villagesOf } from '../domain/roster.ts'
import { type Candidate, readWhoAtStart, type Who } from '../spoken/who.ts'
import { placeName } from '../tickets/facts.ts'
import { noPerson, whichPerson } from '../wording/replies.ts'
import { privately } from './answer.ts'
import type { Call, Reply } from './define-command.ts'

const DAY_MS = 24 * 60 * 60_000
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

function readCadre(call: Call, text: string, village: string | null): { who: Who<Cadre>; rest: string } {
  const { roster } = call.desk
  const group = roster.groups.get(groupIn(call.spoken.conversation) ?? '')
  const here = village ?? (group && villageOf(roster, group.grid)) ?? villagesOf(roster, call.spoken.person)[0] ?? null
  // 小李 said by one of two 小李 means the other; one's own full name still means oneself.
  const me = call.spoken.person
  const all = cadresOf(roster).filter((c) => c.id !== me.id || text.includes(me.name))
  return readWhoAtStart(
    text,
    all.filter((c) => here !== null && c.own === here),
    all,
  )
}

export const namesCadre = (call: Call, words: string): boolean => !('none' in readCadre(call, words, null).who)

/** 坪头村李小明: sure to mean one person when it is read again. */
export const fullName = (c: Pick<Cadre, 'village' | 'name'>): string => `${c.village}${c.name}`

/**
 * The cadre a text begins with, and the rest of it; or what to ask. `say` is the order to be said again with the name in
 * the place of %s.
 */
export async function findCadre(
  call: Call,
  text: string,
  village: string | null,
  say?: (rest: string) => string,
): Promise<{ person: Person; rest: string } | { replies: Reply[] }> {
  const { desk, spoken } = call
  const { who, rest } = readCadre(call, text, village)
  if ('one' in who) return { person: who.one.person, rest }
  if ('none' in who) return { replies: privately(noPerson(text.slice(0, 6))) }
  const options = who.several.slice(0, OPTIONS)
  if (say) {
    const data = { say: say(rest), options: options.map((c) => c.id) }
    await desk.ask(
      { id: `who:${spoken.messageId}`, person: spoken.person.id, what: 'whichPerson', ticket: null, data },
      new Date(desk.now.getTime() + DAY_MS),
    )
  }
  return { replies: privately(whichPerson(options.map(fullName))) }
}
