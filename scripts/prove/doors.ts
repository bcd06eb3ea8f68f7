import { fuzz } from '../fuzz-callbacks.ts'
import { randomOf } from '../platform-calls.ts'
import { inHouse } from './open-house.ts'
import type { Proof } from './proof.ts'
import { triesBeyondRights } from './rights.ts'
import { lookAcross, visitUnasked } from './unasked.ts'
import { liveIn } from './village-life.ts'

const SEED = 29

export const doors: Proof = {
  name: 'doors',
  promises:
    'no way in: forged callbacks, orders beyond role and grid, other villages, every page and API without session or from another site',
  owed: 100_000,
  run: (size, say) =>
    inHouse(async (house) => {
      const random = randomOf(SEED)
      const life = await liveIn(house, random)
      const unasked = await visitUnasked(house, life, size, random)
      const { changed } = unasked
      say(`${unasked.tried} unasked; told ${unasked.told.length}, changed: ${changed.join(', ') || 'nothing'}`)
      const across = await lookAcross(house, life, size, random)
      say(`${across.tried} looks with a session of one's own; told ${across.told.length}`)
      const forged = await fuzz({ count: size, seed: SEED })
      say(`${forged.calls} forged callbacks; taken ${forged.accepted.length}`)
      const rights = await triesBeyondRights(house, size, random, say)
      for (const it of [...unasked.told, ...across.told, ...rights.through.map(({ who, words }) => `${words}: ${who}`)].slice(0, 20))
        say(it)
      const through = unasked.told.length + changed.length + across.told.length + forged.accepted.length + rights.through.length
      return {
        kept: through === 0,
        figures: {
          ...{ routes: house.routes.length, 'without or from elsewhere': unasked.tried, 'other villages': across.tried },
          ...{ 'forged callbacks': forged.calls, 'orders beyond rights': rights.tried },
          ...{ told: unasked.told.length + across.told.length, 'tables changed': changed.length },
          ...{ 'callbacks taken': forged.accepted.length, 'orders obeyed': rights.through.length },
        },
      }
    }),
}
