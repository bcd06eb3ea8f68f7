import type { FastifyInstance } from 'fastify'

/** Whether a balancer may send people here. */
export function healthRoute(server: FastifyInstance, reachDatabase: () => Promise<unknown>): void {
  server.get('/health', async () => {
    await reachDatabase()
    return { ok: true }
  })
}
