import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Hall } from '../domain/hall.ts'
import { sendPage } from '../pages/send.ts'
import { SCREEN, screenGone, screenPage } from './screen.ts'

const Token = z.object({ token: z.string().min(1).max(100) })
const read = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'page', name))
const FILES = [
  ['screen.css', 'text/css; charset=utf-8', read('screen.css')],
  ['screen.js', 'text/javascript; charset=utf-8', read('screen.js')],
] as const

export interface ScreenNeeds {
  /** What the screen of this link shows; null where the link opens nothing. */
  hall(token: string): Promise<Hall | null>
}

/** `/screen/…` (大屏): for whoever has the link. */
export function screenRoutes(server: FastifyInstance, { hall }: ScreenNeeds): void {
  for (const [name, type, bytes] of FILES)
    server.get(`${SCREEN}/${name}`, (_request, reply) => reply.type(type).header('cache-control', 'public, max-age=3600').send(bytes))
  // Whoever reads the log must not be able to use a link.
  server.get(`${SCREEN}/:token`, { logLevel: 'warn' }, async (request, reply) => {
    const shown = await hall(Token.parse(request.params).token)
    reply.header('x-robots-tag', 'noindex')
    return shown ? sendPage(reply, screenPage(shown)) : sendPage(reply, screenGone(), 404)
  })
}
