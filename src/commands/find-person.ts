import { groupIn } from '../domain/notice.ts'
import { isCadre, type Person, type Role } from '../domain/people.ts'
import { villageOf, villagesOf } from '../domain/roster.ts'
import { type Candidate, readWhoAtStart } from '../spoken/who.ts'
import { placeName } from '../tickets/facts.ts'
import { noPerson, whichPerson } from '../wording/replies.ts'
import { privately } from './answer.ts'
import type { Call, Reply } from './define-command.ts'

const TITLES: Partial<Record<Role, readonly string[]>> = {
  secretary: ['支书', '书记', '主任'],
  clerk: ['文书', '会计'],
  mediator: ['调解员'],
  keeper: ['网格员'],
  duty: ['值班'],
  leader: ['领导'],
}

/** Cadres as they are spoken of: those of the village at hand first, then those of the town. */
function candidates(call: Call, village: string | null, self: boolean): (Candidate & { person: Person })[][] {
  const { roster } = call.desk
  const all = [...roster.people.values()]
    .filter((p) => isCadre(p) && (self || p.id !== call.spoken.person.id))
    .map((person) => {
      const grid = person.roles.find((r) => r.role !== 'resident')?.grid ?? ''
      const own = villageOf(roster, grid)
      return {
        id: person.id,
        name: person.name,
        titles: person.roles.flatMap((r) => TITLES[r.role] ?? []),
        village: own ? placeName(roster, own) : '',
        person,
        own,
      }
    })
  return [all.filter((c) => village !== null && c.own === village), all]
}

/** The cadre a text begins with, and the rest of it; or what to ask. */
export function findCadre(
  call: Call,
  text: string,
  village: string | null,
  options: { self?: boolean } = {},
): { person: Person; rest: string } | { replies: Reply[] } {
  const { roster } = call.desk
  const group = roster.groups.get(groupIn(call.spoken.conversation) ?? '')
  const here = village ?? (group && villageOf(roster, group.grid)) ?? villagesOf(roster, call.spoken.person)[0] ?? null
  const { who, rest } = readWhoAtStart(text, ...candidates(call, here, options.self ?? false))
  if ('one' in who) return { person: who.one.person, rest }
  if ('several' in who) return { replies: privately(whichPerson(who.several.slice(0, 4).map((c) => `${c.village}${c.name}`))) }
  return { replies: privately(noPerson(text.slice(0, 6))) }
}
