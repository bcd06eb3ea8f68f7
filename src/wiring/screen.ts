import type { FastifyInstance } from 'fastify'
import { hallOf } from '../digest/index.ts'
import { screenRoutes } from '../office/screen-routes.ts'
import type { Clock } from '../ports/clock.ts'
import type { Store } from '../ports/store.ts'
import { townOfScreen } from '../store/screen.ts'
import type { Database } from '../store/transaction.ts'

/** Wires the hall screen to the town whose link it is. */
export function hallScreen(server: FastifyInstance, { db, store, clock }: { db: Database; store: Store; clock: Clock }): void {
  screenRoutes(server, {
    async hall(token) {
      const town = await townOfScreen(db, token)
      return town === null ? null : store.atDesk(town, clock.now(), hallOf)
    },
  })
}
