import type { FastifyReply } from 'fastify'

interface Sent {
  name: string
  type: string
  bytes: Uint8Array
}

/** What somebody wrote stands on these pages: no cache keeps one. */
export const sendPage = (reply: FastifyReply, page: string, status = 200): FastifyReply =>
  reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page)

/** A file to be kept under its Chinese name (RFC 6266). */
export const sendFile = (reply: FastifyReply, { name, type, bytes }: Sent): FastifyReply =>
  reply
    .type(type)
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(Buffer.from(bytes))
