import { groupIn } from '../domain/notice.ts'
import type { Person, Role } from '../domain/people.ts'
import { placeName } from '../domain/place-name.ts'
import { findPlace } from '../domain/places.ts'
import { gridOf, holders, personName, type Roster, townNode, villageOf } from '../domain/roster.ts'
import { readWhoIs, type WhoIs } from '../reading/who-is.ts'
import { roleNames } from '../wording/names.ts'
import { nobodyHolds, officeIs, whoSees } from '../wording/replies.ts'
import { privately } from './answer.ts'
import type { CallOf, Reply } from './define-command.ts'
import { tellDuty } from './duty-list.ts'
import { namedDuties } from './find-duties.ts'
import { isTelling } from './is-telling.ts'

const SHOWN = 4

/** Where the question is about: the group's village or the speaker's home, and the 社 that the words name. */
function whereOf({ desk, spoken }: CallOf<'roster'>, words: string): string {
  const { roster } = desk
  const group = roster.groups.get(groupIn(spoken.conversation) ?? '')
  const home = gridOf(roster, spoken.person.id) ?? townNode(roster)
  const village = (group && villageOf(roster, group.grid)) ?? villageOf(roster, home) ?? townNode(roster)
  const named = findPlace(roster, village, [words])
  if (named) return named
  return villageOf(roster, home) === village ? home : village
}

/** Telephone numbers are told one-to-one, and only of who holds an office. */
function office(roster: Roster, role: Role, where: string): Reply[] {
  const people = holders(roster, role, where).flatMap((id): Person[] => {
    const person = roster.people.get(id)
    return person ? [person] : []
  })
  const shown = people.slice(0, role === 'keeper' ? SHOWN : 2)
  // 镇值班 is the town's, wherever it is asked.
  const place = role === 'duty' ? '' : placeName(roster, role === 'keeper' ? where : (villageOf(roster, where) ?? where))
  return privately(
    shown.length === 0
      ? nobodyHolds(roleNames[role])
      : officeIs(
          place,
          roleNames[role],
          shown.map(({ name, phone }) => ({ name, phone })),
        ),
  )
}

/** 路灯谁管呢: from the duty list, with the one who does it here. Null where the list knows no such thing. */
function seesTo(roster: Roster, thing: string, where: string): Reply[] | null {
  const all = namedDuties(roster.duties.values(), thing)
  // 水 is in many names; who asks so shortly asks after what the village sees to.
  const ofVillage = thing.length === 1 ? all.filter((d) => d.kind === 'village') : []
  const found = ofVillage.length > 0 ? ofVillage : all
  const [only, second] = found
  if (!only) return null
  const here = (role: Role) => {
    const [holder] = holders(roster, role, where)
    return holder ? personName(roster, holder) : null
  }
  if (!second) return privately(tellDuty(roster, only, where))
  return privately(whoSees(found.slice(0, SHOWN).map((d) => ({ name: d.name, role: roleNames[d.owner], person: here(d.owner) }))))
}

/** 我们社的网格员是谁, 村支书电话多少, 咱村谁管水: answered one-to-one from the roster and the duty list. */
export function officeAsked(call: CallOf<'openReports' | 'roster'>): Promise<Reply[] | null> | null {
  const asked = readWhoIs(call.text)
  return asked && tellWho(call, asked)
}

async function tellWho(call: CallOf<'openReports' | 'roster'>, asked: WhoIs): Promise<Reply[] | null> {
  const { desk } = call
  if (await isTelling(call)) return null
  const where = whereOf(call, 'office' in asked ? asked.where : call.text)
  return 'office' in asked ? office(desk.roster, asked.office, where) : seesTo(desk.roster, asked.thing, where)
}
