import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'

const SHEETS = ['hand.css', 'trial.css'] as const

/** The style that all pages share, and that of the page which operator and office have in common. */
export function handRoutes(app: FastifyInstance): void {
  for (const name of SHEETS) {
    const sheet = readFileSync(join(import.meta.dirname, name))
    app.get(`/hand/${name}`, (_request, reply) =>
      reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=86400').send(sheet),
    )
  }
}
