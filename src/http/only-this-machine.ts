import type { FastifyReply, FastifyRequest } from 'fastify'

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]', '::1'])

const hostName = (host: string): string => host.replace(/:\d+$/u, '').toLowerCase()

const isLocalUrl = (url: string): boolean => {
  try {
    return LOCAL.has(new URL(url).hostname.toLowerCase())
  } catch {
    return false
  }
}

/**
 * Refuses requests whose Host or Origin is not this machine's: a page elsewhere must not talk to the sandbox through
 * somebody's browser (DNS rebinding, cross-site requests).
 */
export async function onlyThisMachine(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const host = request.headers.host
  const { origin } = request.headers
  if (host && LOCAL.has(hostName(host)) && (origin === undefined || isLocalUrl(origin))) return
  await reply.code(403).send({ error: '沙盒只给本机用，请在这台电脑上打开' })
}
