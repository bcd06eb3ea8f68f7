import type { Duty } from '../domain/duty.ts'
import { gridOf, personName, type Roster } from '../domain/roster.ts'
import { wordsBeside } from '../reading/named-words.ts'
import { chooseOwner } from '../tickets/choose-owner.ts'
import { span } from '../wording/dates.ts'
import { roleNames } from '../wording/names.ts'
import { dutyAnswer, dutyMany, dutyNone, dutyTopics } from '../wording/replies.ts'
import { privately } from './answer.ts'
import type { Command } from './define-command.ts'
import { placeElsewhere } from './elsewhere.ts'
import { findDuties } from './find-duties.ts'

const said = wordsBeside(import.meta.url, 'duty-list')

const MANY = 8
/** What people put behind the matter they ask about, where no gap sets it off: 清单低保怎么办. */
const ASKING = said('asking', 'anywhere', 'gu')

/** 村文书李小燕: the office, and whoever holds it at that place. */
function ownerOf(roster: Roster, duty: Duty, home: string | null): string {
  const holder = home ? chooseOwner(roster, duty, home, { about: [], complaint: false }, false) : null
  const holds = holder !== null && roster.people.get(holder)?.roles.some((r) => r.role === duty.owner)
  return `${roleNames[duty.owner]}${holds ? personName(roster, holder) : ''}`
}

/** Who does it for those who live there, within how long, how, with which papers, where. */
export function tellDuty(roster: Roster, duty: Duty, home: string | null): string {
  const { name, respond, complete, papers, where, procedure } = duty
  return dutyAnswer({
    name,
    owner: ownerOf(roster, duty, home),
    respond: span(respond),
    complete: span(complete),
    papers,
    where,
    procedure,
  })
}

/** 清单: what the township has promised anyone about a matter, from the duty list, asked in everyday words. */
export const dutyList: Command = {
  name: '清单',
  for: 'anyone',
  ticket: 'none',
  fits: (words, scene, apart) => apart || (!/^[上里中发给]/u.test(words) && scene.namesDuty(words.replace(ASKING, ''))),
  example: '清单 低保',
  help: '问一件事找谁、多久、要带什么',
  async run({ desk, spoken }, { rest }) {
    const all = [...desk.roster.duties.values()]
    if (rest === '') return privately(dutyTopics([...new Set(all.map((d) => d.topic))]))
    const found = findDuties(all, rest)
    const [only, second] = found
    if (!only) return privately(dutyNone(rest, placeElsewhere(rest)))
    if (second) return privately(dutyMany(found.slice(0, MANY).map((d) => d.name)))
    return privately(tellDuty(desk.roster, only, gridOf(desk.roster, spoken.person.id)))
  },
}
