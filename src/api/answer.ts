import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { apiErrors } from '../wording/api.ts'
import { FORMATS, type Format, type Plain, written } from './formats.ts'
import { Refused } from './refused.ts'

/** What the library throws names its status. */
const Faulty = z.object({ statusCode: z.number().catch(500) }).catch({ statusCode: 500 })

/** The form that is asked for; JSON where none is. */
export const formatOf = ({ url }: FastifyRequest): Format => (/\.xml(?:\?|$)/u.test(url) ? 'xml' : 'json')

export const send = (reply: FastifyReply, format: Format, root: string, value: Plain) =>
  reply
    .type(FORMATS[format])
    .header('cache-control', 'no-store')
    .send(written(format, root, value))

export function refuse(reply: FastifyReply, format: Format, { status, errors }: Refused): FastifyReply {
  if (status === 429) reply.header('retry-after', '60')
  return send(
    reply.code(status),
    format,
    'errors',
    errors.map((description) => ({ code: status, description })),
  )
}

/** What the library refuses, and what nobody expected, in the form of the specification. */
export function fault(thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { statusCode } = Faulty.parse(thrown)
  const format = formatOf(request)
  if (statusCode === 429) return refuse(reply, format, new Refused(429, apiErrors.tooMany))
  if (statusCode === 415) return refuse(reply, format, new Refused(400, apiErrors.form))
  if (statusCode < 500) return refuse(reply, format, new Refused(400, apiErrors.unreadable))
  // Without its query: that may hold a key.
  request.log.error({ err: thrown, door: request.routeOptions.url }, 'request failed')
  return send(reply.code(503), format, 'errors', [{ code: 503, description: apiErrors.broken }])
}
