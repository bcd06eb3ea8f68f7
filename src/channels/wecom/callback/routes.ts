import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Door, openEcho, openPosted, type Refusal } from './doors.ts'

const BODY_BYTES = 1024 * 1024
/** The platform cuts the connection at five seconds; an error before that makes it repeat the message. */
const PATIENCE_MS = 4000
/** Of what is not genuine; a search for a key would need a few more. */
const REFUSED_PER_MINUTE = 60

/**
 * The platform's doors. They are reached from outside under any name, so the signature is all that counts: what has it is
 * never held back by the rate limit, however often it is repeated; everything else gets an empty answer and no reason.
 */
export async function wecomRoutes(
  app: FastifyInstance,
  doors: readonly Door<unknown>[],
  refused: (door: string, why: Refusal) => void = () => {},
): Promise<void> {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
  // The request's address carries the cipher text of an echo, and is of no use to anybody; so has a number for each request.
  const log = ['trace', 'debug', 'info'].includes(app.log.level) ? app.log.child({}, { level: 'warn' }) : app.log
  app.setChildLoggerFactory(() => log)
  app.setErrorHandler((fault: unknown, request, reply) => {
    const status = typeof fault === 'object' && fault !== null && 'statusCode' in fault ? Number(fault.statusCode) : 503
    if (status >= 500) request.log.error({ err: fault, door: request.routeOptions.url }, 'callback not taken')
    return empty(reply, status >= 400 ? status : 503)
  })
  await app.register(rateLimit, { global: false })
  const tried = app.createRateLimit({ max: REFUSED_PER_MINUTE, timeWindow: '1 minute' })

  async function refuse(request: FastifyRequest, reply: FastifyReply, door: string, why: Refusal): Promise<FastifyReply> {
    refused(door, why)
    const rate = await tried(request)
    if (!rate.isAllowed && rate.isExceeded) return empty(reply, 429)
    log.warn({ door, why }, 'callback refused')
    return empty(reply, why === 'parameter' || why === 'envelope' ? 400 : 403)
  }

  for (const door of doors) {
    app.get(door.path, (request, reply) => {
      const echo = openEcho(door.keys, request.query)
      return 'content' in echo ? reply.type('text/plain').send(echo.content) : refuse(request, reply, door.path, echo.refused)
    })
    // No answer of these is worth packing.
    app.post(door.path, { bodyLimit: BODY_BYTES, compress: false }, async (request, reply) => {
      const posted = openPosted(door, request.query, request.body)
      if ('content' in posted) {
        const answer = await inTime(door.take(posted.content))
        return answer === null ? empty(reply, 200) : reply.type('text/plain').send(answer)
      }
      if (posted.refused !== 'content') return refuse(request, reply, door.path, posted.refused)
      // It is the platform's, and would only be repeated: no door will ever read it.
      refused(door.path, posted.refused)
      log.warn({ door: door.path }, 'callback of no known form')
      return empty(reply, 200)
    })
  }
}

const empty = (reply: FastifyReply, status: number): FastifyReply => reply.code(status).removeHeader('content-type').send()

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, failed) => {
    timer = setTimeout(() => failed(new Error('no durable write in time')), PATIENCE_MS)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
