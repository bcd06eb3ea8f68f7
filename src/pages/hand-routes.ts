import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'

const sheet = readFileSync(join(import.meta.dirname, 'hand.css'))

/** The style that all pages share. */
export function handRoutes(app: FastifyInstance): void {
  app.get('/hand/hand.css', (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=86400').send(sheet),
  )
}
