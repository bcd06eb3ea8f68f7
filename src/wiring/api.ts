import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { fetchPicture } from '../api/fetch-picture.ts'
import { apiRoutes } from '../api/routes.ts'
import { type ChangeTeller, createChangeTeller } from '../api/tell-changes.ts'
import { cleanPhoto } from '../pictures/clean-photo.ts'
import type { Clock } from '../ports/clock.ts'
import type { AtDesk } from '../ports/desk.ts'
import type { Outbox } from '../ports/outbox.ts'
import type { IncomingMessage, Store } from '../ports/store.ts'
import type { Config } from '../settings/config.ts'
import { deliveriesOf } from '../store/api/deliveries.ts'
import { keyRingOf } from '../store/api/keys.ts'
import type { Sealer } from '../store/seal.ts'
import type { Database } from '../store/transaction.ts'

interface Parts {
  config: Pick<Config, 'publicUrl' | 'callPrivate'>
  db: Database
  store: Store
  outbox: Outbox
  seal: Sealer
  clock: Clock
  machine(): Date
  receive(message: IncomingMessage): Promise<void>
  fault(what: string, thrown: unknown): void
}

/** What other programs speak to, and what tells them of changes. */
export function openApiTo(server: FastifyInstance, parts: Parts): ChangeTeller {
  const { config, db, store, outbox, seal, clock, machine, receive, fault } = parts
  const privateToo = config.callPrivate
  const atDesk = <T>(town: string, run: AtDesk<T>) => store.atDesk(town, clock.now(), run)
  const needs = {
    ...{ keys: keyRingOf(db), towns: () => store.towns(), atDesk, receive, machine, newToken: randomUUID },
    mayCall: async ({ town, id, perMinute }: { town: string; id: string; perMinute: number }) =>
      'taken' in (await outbox.take([{ name: `api:${town}:${id}`, burst: perMinute, perMinute }], machine())),
    fetchPicture: fetchPicture({ privateToo, clean: cleanPhoto }),
    ...{ publicUrl: config.publicUrl, since: machine() },
  }
  // A request's address may hold a key.
  const quieter = ['trace', 'debug', 'info'].includes(server.log.level) ? ({ logLevel: 'warn' } as const) : {}
  server.register((app) => apiRoutes(app, needs), { prefix: '/api', ...quieter })
  return createChangeTeller({ deliveries: deliveriesOf(db, seal), atDesk, machine, privateToo, publicUrl: config.publicUrl, fault })
}
