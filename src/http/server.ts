import Fastify, { type FastifyInstance } from 'fastify'
import { ZodError } from 'zod'

const CSP =
  "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

/** The one HTTP door. Whatever a handler did not expect becomes one clear sentence, never a stack. */
export function createServer(options: { logLevel: string }): FastifyInstance {
  const app = Fastify({
    logger: { level: options.logLevel, redact: ['req.headers.authorization', 'req.headers.cookie'] },
    forceCloseConnections: true,
  })
  app.addHook('onSend', async (_request, reply) => {
    reply.header('content-security-policy', CSP)
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'no-referrer')
  })
  app.setErrorHandler((fault: unknown, request, reply) => {
    if (fault instanceof ZodError)
      return reply.code(400).send({ error: fault.issues.map((i) => `${i.path.join('.') || '请求'}：${i.message}`).join('；') })
    const status = typeof fault === 'object' && fault !== null && 'statusCode' in fault ? Number(fault.statusCode) : 500
    if (status < 500) return reply.code(status).send({ error: fault instanceof Error ? fault.message : '请求不对' })
    request.log.error({ err: fault, url: request.url }, 'request failed')
    return reply.code(503).send({ error: '现在办不了，请稍后再试' })
  })
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: '没有这个地址' }))
  return app
}
