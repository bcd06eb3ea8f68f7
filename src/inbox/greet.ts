import { toPerson } from '../domain/notice.ts'
import { placeName } from '../domain/place-name.ts'
import { holders, townNode, villageOf } from '../domain/roster.ts'
import type { Clock } from '../ports/clock.ts'
import type { Greeter } from '../ports/greeter.ts'
import type { Identities } from '../ports/identities.ts'
import type { Store } from '../ports/store.ts'
import { gridNamed } from '../tickets/bind-group.ts'

interface Needs {
  /** The town that is served just now. */
  town(): string
  store: Pick<Store, 'atDesk'>
  identities(town: string): Pick<Identities, 'personBehind'>
  clock: Clock
  machine(): Date
}

export function createGreeter({ town, store, identities, clock, machine }: Needs): Greeter {
  const personBehind = (caller: { channel: Parameters<Greeter['say']>[0]['channel']; externalId: string }) =>
    identities(town()).personBehind({ ...caller, name: null, phone: null }, machine())
  return {
    async say(to, { key, text }) {
      const person = await personBehind(to)
      await store.atDesk(town(), clock.now(), (desk) =>
        desk.notify([{ key, to: toPerson(person), ticket: null, occasion: 'greeting', text, answer: true }]),
      )
    },
    villageOf: (scene) =>
      store.atDesk(town(), clock.now(), async (desk) => {
        const grid = gridNamed(desk, scene)
        return grid && placeName(desk.roster, grid)
      }),
    async settle(caller, scene) {
      const place = await store.atDesk(town(), clock.now(), async (desk) => {
        const grid = gridNamed(desk, scene)
        return grid && villageOf(desk.roster, grid)
      })
      if (place) await identities(town()).personBehind({ ...caller, name: null, phone: null, place }, machine())
    },
    alarm: ({ key, text }) =>
      store.atDesk(town(), clock.now(), async (desk) => {
        const [duty] = holders(desk.roster, 'duty', townNode(desk.roster))
        if (duty) await desk.notify([{ key, to: toPerson(duty), ticket: null, occasion: 'alarm', text, urgent: true }])
      }),
  }
}
