import { lineUp } from '../../domain/grid.ts'
import { dayName, dayOf, numberOfDay } from '../../domain/moments.ts'
import { isCadre } from '../../domain/people.ts'
import { townNode } from '../../domain/roster.ts'
import { placeName } from '../../tickets/facts.ts'
import { sayDaySheet, whenOf } from '../../wording/intake.ts'
import { seriesNames } from '../lectures/words.ts'
import * as say from './words-venues.ts'
import { privately } from '../../orders/answer.ts'
import type { Command } from '../../orders/define-command.ts'
import { villageHere } from '../grid/orders.ts'

const AHEAD = 30
const WHERE = /^(?:在哪(?:里|儿|个地方)?|在啥地方|怎么走|啥时候有人|有啥(?:活动)?|最近有啥)[呀啊呢吧的]*$/u

/** 德育堂 and the like of the speaker's village and the town, with what is held there next. */
export const venues: Command = {
  name: '场所',
  topic: '说事',
  also: ['德育堂', '说事室'],
  for: 'anyone',
  ticket: 'none',
  fits: (words) => WHERE.test(words),
  example: '场所',
  help: '德育堂在哪，近来有什么',
  async run(call) {
    const { desk, spoken } = call
    const { roster } = desk
    const village = villageHere(call)
    const line = village ? lineUp(roster.nodes, village) : [townNode(roster)]
    const rooms = line.flatMap((grid) => roster.venues.filter((v) => v.grid === grid))
    if (rooms.length === 0) return privately(say.noVenues)
    const today = dayOf(desk.now)
    const until = dayName(numberOfDay(today) + AHEAD)
    const lectures = (await desk.lectures.between(today, until)).filter((l) => l.state === 'planned')
    const days = village ? (await desk.sayDays.between([village], today, until)).filter((d) => d.state === 'planned') : []
    const lines = rooms.flatMap((room) => {
      const here = (place: string) => place.includes(room.name)
      // A lecture is in the town's room unless its place names a village, a 说事日 always in the village's own.
      const isTown = room.grid === townNode(roster)
      return [
        say.venueLine(room, placeName(roster, room.grid)),
        ...lectures
          .filter((l) => here(l.place) && isTown === l.villages.length > 1)
          .map((l) => say.booked(whenOf(l, desk.now), seriesNames[l.series])),
        ...days.filter((d) => here(d.place) && !isTown).map((d) => say.booked(whenOf(d, desk.now), sayDaySheet)),
      ]
    })
    const mediation = rooms.filter((r) => r.uses.includes('mediation')).map((r) => r.name)
    return privately([...lines, ...(isCadre(spoken.person) && mediation.length > 0 ? [say.mediationHint(mediation)] : [])].join('\n'))
  },
}
