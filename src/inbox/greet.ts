import { toPerson } from '../domain/notice.ts'
import { gridOf, holders, townNode, villageOf } from '../domain/roster.ts'
import type { Clock } from '../ports/clock.ts'
import type { Greeter } from '../ports/greeter.ts'
import type { Identities } from '../ports/identities.ts'
import type { Store } from '../ports/store.ts'
import { gridNamed } from '../tickets/bind-group.ts'
import { placeName } from '../tickets/facts.ts'

interface Needs {
  town: string
  store: Pick<Store, 'atDesk'>
  identities: Pick<Identities, 'personBehind'>
  clock: Clock
  machine(): Date
}

export function createGreeter({ town, store, identities, clock, machine }: Needs): Greeter {
  const personBehind = (caller: { channel: Parameters<Greeter['say']>[0]['channel']; externalId: string }) =>
    identities.personBehind({ ...caller, name: null, phone: null }, machine())
  return {
    async say(to, { key, text }) {
      const person = await personBehind(to)
      await store.atDesk(town, clock.now(), (desk) =>
        desk.notify([{ key, to: toPerson(person), ticket: null, occasion: 'greeting', text, answer: true }]),
      )
    },
    villageOf: (scene) =>
      store.atDesk(town, clock.now(), async (desk) => {
        const grid = gridNamed(desk, scene)
        return grid && placeName(desk.roster, grid)
      }),
    async settle(caller, scene) {
      const person = await personBehind(caller)
      await store.atDesk(town, clock.now(), async (desk) => {
        const grid = gridNamed(desk, scene)
        const village = grid && villageOf(desk.roster, grid)
        // What the roster says of somebody counts more than a poster they stood before.
        if (village && gridOf(desk.roster, person) === null) await desk.addRole(person, 'resident', village)
      })
    },
    alarm: ({ key, text }) =>
      store.atDesk(town, clock.now(), async (desk) => {
        const [duty] = holders(desk.roster, 'duty', townNode(desk.roster))
        if (duty) await desk.notify([{ key, to: toPerson(duty), ticket: null, occasion: 'alarm', text, urgent: true }])
      }),
  }
}
