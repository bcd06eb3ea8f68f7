import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** The page at `/`, with its font and the library it is written in: nothing comes from outside this machine. */
export function pageRoutes(app: FastifyInstance): void {
  const page = join(import.meta.dirname, 'page')
  const packages = join(import.meta.dirname, '..', '..', '..', 'node_modules')
  app.register(fastifyStatic, { root: page, prefix: '/assets/page/' })
  app.register(fastifyStatic, {
    root: join(packages, '@fontsource-variable', 'noto-sans-sc'),
    prefix: '/assets/font/',
    decorateReply: false,
    maxAge: '30d',
    immutable: true,
  })
  app.get('/', (_request, reply) => reply.sendFile('index.html', page))
  app.get('/assets/vendor/htm-preact.js', (_request, reply) => reply.sendFile('standalone.module.js', join(packages, 'htm', 'preact')))
}
