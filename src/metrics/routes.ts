import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Registry } from 'prom-client'
import { type Figures, gaugesIn, type Moments } from './gauges.ts'

/** However many monitors ask, and however often: the database is asked once in this time. */
const FRESH_MS = 5000
/** A monitor waits ten seconds; it is told before that the database does not answer. */
const PATIENCE_MS = 4000

interface Needs {
  registry: Registry
  figures(): Promise<Omit<Figures, 'seconds'>>
  mayRead(request: FastifyRequest): boolean
  now(): Moments
}

/** `/metrics`, as Prometheus reads it. Answers while the database is away as well, and says that it is. */
export function metricsRoutes(app: FastifyInstance, { registry, figures, mayRead, now }: Needs): void {
  const gauges = gaugesIn(registry)
  let looked: { at: number; done: Promise<void> } | null = null

  async function look(): Promise<void> {
    const begun = performance.now()
    const late = sleep(PATIENCE_MS, null, { ref: false })
    const found = await Promise.race([figures().catch(() => null), late])
    if (found === null) gauges.away()
    else gauges.show({ ...found, seconds: (performance.now() - begun) / 1000 }, now())
  }

  app.get('/metrics', async (request, reply) => {
    if (!mayRead(request)) return reply.code(401).header('www-authenticate', 'Basic realm="metrics"').send({})
    const at = performance.now()
    if (looked === null || at - looked.at > FRESH_MS) looked = { at, done: look() }
    await looked.done
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}
