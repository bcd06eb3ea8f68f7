import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Registry } from 'prom-client'
import type { Tally } from '../ports/tally.ts'
import { roomOfRoute } from './rooms.ts'
import { tallyIn } from './tally.ts'

/** The figures of one process: its memory and how late its event loop is among them. */
export function createMetrics(): { registry: Registry; tally: Tally } {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return { registry, tally: tallyIn(registry) }
}

/** Before any route is there: only what comes after a hook is measured by it. */
export function measureAnswers(app: FastifyInstance, tally: Tally): void {
  app.addHook('onResponse', (request, reply, done) => {
    tally.answered(roomOfRoute(request.routeOptions.url), reply.statusCode, reply.elapsedTime / 1000)
    done()
  })
}
