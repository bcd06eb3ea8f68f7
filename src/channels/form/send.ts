import type { FastifyReply } from 'fastify'

/** What somebody wrote stands on these pages: no cache keeps one. */
export const send = (reply: FastifyReply, page: string, status = 200): FastifyReply =>
  reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page)
