import { dayOf } from '../domain/moments.ts'
import { toPerson } from '../domain/notice.ts'
import { placeName } from '../domain/place-name.ts'
import { gridOf, holders, personName, townNode, villageOf } from '../domain/roster.ts'
import { roleNames } from '../wording/names.ts'
import { nobodyToCall, personCalls, personWanted } from '../wording/replies.ts'
import { privately } from './answer.ts'
import type { Command } from './define-command.ts'
import { nothing } from './talk.ts'

/** Whoever calls back: the village's clerk, else its secretary, else the town's duty cadre. */
const CALLERS = ['clerk', 'secretary', 'duty'] as const

/** 人工: the clerk is told privately, once a day, and the speaker reads who will call. */
export const personWantedBy: Command = {
  name: '人工',
  for: 'anyone',
  ticket: 'none',
  fits: nothing,
  example: '人工',
  help: '想和人说，请村里打电话',
  async run({ desk, spoken }) {
    const { person } = spoken
    const home = gridOf(desk.roster, person.id) ?? townNode(desk.roster)
    const village = villageOf(desk.roster, home) ?? townNode(desk.roster)
    for (const role of CALLERS) {
      const caller = holders(desk.roster, role, village).find((id) => id !== person.id)
      if (!caller) continue
      await desk.notify([
        {
          key: `person:${person.id}:${dayOf(desk.now)}`,
          to: toPerson(caller),
          ticket: null,
          occasion: 'person-wanted',
          text: personWanted(placeName(desk.roster, home), person.name),
        },
      ])
      return privately(personCalls(roleNames[role], personName(desk.roster, caller)))
    }
    return privately(nobodyToCall)
  },
}
