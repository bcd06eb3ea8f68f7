import { householdsIn } from '../../domain/households.ts'
import { placeName } from '../../domain/place-name.ts'
import { personName } from '../../domain/roster.ts'
import { defineWing } from '../define-wing.ts'
import { keepersOf } from './facts.ts'
import { changeKeeper, grid, handHome, heartCard, myGrid } from './orders.ts'
import * as say from './words.ts'

/** 一张网络统管. */
export const gridWing = defineWing({
  orders: [myGrid, heartCard, grid, changeKeeper, handHome],
  dayLines: null,
  monthLines: null,
  sheets: [
    /** The tree as it stands, every 十户联防 with its keeper; cadres' names are public. */
    {
      sheet: say.gridSheet,
      columns: say.gridColumns,
      async rows(desk) {
        const { roster } = desk
        const tens = [...roster.nodes.values()].filter((n) => n.level === 'ten')
        return tens.map((ten, i) => {
          const she = ten.parentId ? roster.nodes.get(ten.parentId) : undefined
          const keepers = keepersOf(roster, ten.id).map((id) => personName(roster, id))
          return [
            i + 1,
            placeName(roster, she?.parentId ?? ''),
            she?.name ?? '',
            ten.name,
            keepers.join('、'),
            householdsIn(roster, ten.id).length,
          ]
        })
      },
    },
  ],
  morning: null,
  jobs: [],
  keepsOf: null,
  made: [],
  forgets: {},
  staysWith: null,
  pages: [],
  held: null,
})
