import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { ZodError, z } from 'zod'
import { toldFault } from './told-fault.ts'

const CSP =
  "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

/** What Fastify itself refuses, in words of the house. */
const REFUSED: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: '内容太大了，一次最多 12 MB，照片请先缩小',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: '请求要用 content-type: application/json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: '请求没有传完，请再试一次',
  FST_ERR_CTP_EMPTY_JSON_BODY: '请求体是空的，没有内容时请写 {}',
  FST_ERR_CTP_INVALID_JSON_BODY: '请求体不是 JSON',
  FST_ERR_BAD_URL: '地址写得不对',
  FST_ERR_MAX_PARAM_LENGTH: '地址太长了',
}
const ON_ALL = {
  'content-security-policy': CSP,
  'x-content-type-options': 'nosniff',
  // Browsers that do not say whose page sent a form say where it came from, unless they are told not to.
  'referrer-policy': 'same-origin',
}
const MALFORMED =
  'HTTP/1.1 400 Bad Request\r\nContent-Type: application/json; charset=utf-8\r\nConnection: close\r\n\r\n{"error":"请求不对"}'

z.config(z.locales.zhCN())

/** What the library throws names its status; what anything else throws does not. */
const Faulty = z.object({ statusCode: z.number().catch(500), code: z.string().catch('') })

/** An address without what is asked of it: there keys and words of people may stand. */
const bare = (url: string): string => url.replace(/\?.*$/su, '')

/** No address of ours holds it, and PostgreSQL takes no text with it. */
const HOLDS_NUL = /^[^?]*%00/u
const holdsNul = () => Object.assign(new Error('NUL in an address'), { statusCode: 400, code: 'FST_ERR_BAD_URL' })

/** Whatever a handler did not expect becomes one clear sentence, never a stack. */
function refuse(fault: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (fault instanceof ZodError)
    return reply.code(400).send({ error: fault.issues.map((i) => `${i.path.join('.') || '请求'}：${i.message}`).join('；') })
  const { statusCode, code } = Faulty.catch({ statusCode: 500, code: '' }).parse(fault)
  if (statusCode < 500) return reply.code(statusCode).send({ error: REFUSED[code] ?? '请求不对' })
  request.log.error({ err: fault, url: bare(request.url) }, 'request failed')
  return reply.code(503).send({ error: '现在办不了，请稍后再试' })
}

/** Where lines of the log go. */
export interface LogSink {
  write(line: string): void
}

/** The one HTTP door. Logs to the terminal where no other place is given. */
export function createServer(options: { logLevel: string; log?: LogSink }): FastifyInstance {
  const app = Fastify({
    logger: {
      level: options.logLevel,
      serializers: {
        err: toldFault,
        req: ({ method, url, host, ip }: FastifyRequest) => ({ method, url: bare(url), host, remoteAddress: ip }),
      },
      redact: ['req.headers.authorization', 'req.headers.cookie'],
      ...(options.log && { stream: options.log }),
    },
    forceCloseConnections: true,
    frameworkErrors: (fault, request, reply) => void refuse(fault, request, reply),
    clientErrorHandler: (_fault, socket) => void (socket.writable ? socket.end(MALFORMED) : socket.destroy()),
  })
  // Every request passes these two, so they wait for nothing.
  app.addHook('onRequest', (request, _reply, done) => done(HOLDS_NUL.test(request.url) ? holdsNul() : undefined))
  app.addHook('onSend', (_request, reply, payload, done) => {
    reply.headers(ON_ALL)
    done(null, payload)
  })
  app.setErrorHandler(refuse)
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: '没有这个地址' }))
  return app
}
