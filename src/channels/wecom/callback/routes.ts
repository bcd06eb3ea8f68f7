import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Door, type Opened, openEcho, openPosted, type Refusal } from './doors.ts'

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
  const opened = new WeakMap<FastifyRequest, Opened<unknown>>()
  const keep = (request: FastifyRequest, door: string, it: Opened<unknown>): void => {
    opened.set(request, it)
    if ('refused' in it) refused(door, it.refused)
  }
  const isGenuine = (request: FastifyRequest): boolean => {
    const it = opened.get(request)
    return it !== undefined && ('content' in it || it.refused === 'content')
  }

  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
  app.setErrorHandler((fault: unknown, request, reply) => {
    const status = typeof fault === 'object' && fault !== null && 'statusCode' in fault ? Number(fault.statusCode) : 503
    if (status >= 500) request.log.error({ err: fault, door: request.routeOptions.url }, 'callback not taken')
    return empty(reply, status >= 400 ? status : 503)
  })
  await app.register(rateLimit, {
    max: REFUSED_PER_MINUTE,
    timeWindow: '1 minute',
    hook: 'preHandler',
    allowList: isGenuine,
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false, 'retry-after': false },
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
  })

  // The request's address carries the cipher text of an echo, and is of no use to anybody.
  const quieter = ['trace', 'debug', 'info'].includes(app.log.level) ? ({ logLevel: 'warn' } as const) : {}
  for (const door of doors) {
    app.get(door.path, {
      ...quieter,
      preValidation: async (request) => keep(request, door.path, openEcho(door.keys, request.query)),
      handler: (request, reply) => {
        const echo = opened.get(request)
        return echo && 'content' in echo ? reply.type('text/plain').send(echo.content) : refuse(request, reply, echo)
      },
    })
    app.post(door.path, {
      ...quieter,
      bodyLimit: BODY_BYTES,
      preValidation: async (request) => keep(request, door.path, openPosted(door, request.query, request.body)),
      handler: async (request, reply) => {
        const posted = opened.get(request)
        if (posted && 'refused' in posted && posted.refused === 'content') {
          // It is the platform's, and would only be repeated: no door will ever read it.
          request.log.warn({ door: door.path }, 'callback of no known form')
          return empty(reply, 200)
        }
        if (!posted || 'refused' in posted) return refuse(request, reply, posted)
        const answer = await inTime(door.take(posted.content))
        return answer === null ? empty(reply, 200) : reply.type('text/plain').send(answer)
      },
    })
  }
}

function refuse(request: FastifyRequest, reply: FastifyReply, opened: Opened<unknown> | undefined): FastifyReply {
  const why = opened && 'refused' in opened ? opened.refused : 'parameter'
  request.log.warn({ door: request.routeOptions.url, why }, 'callback refused')
  return empty(reply, why === 'parameter' || why === 'envelope' ? 400 : 403)
}

const empty = (reply: FastifyReply, status: number): FastifyReply => reply.code(status).removeHeader('content-type').send()

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, failed) => {
    timer = setTimeout(() => failed(new Error('no durable write in time')), PATIENCE_MS)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
