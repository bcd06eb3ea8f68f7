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

/** 127.x.y.z, also as IPv6 writes it. */
export const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && (address === '::1' || /^(?:::ffff:)?127\.\d+\.\d+\.\d+$/u.test(address))

/**
 * Refuses whoever is not on this machine, and requests whose Host or Origin is not this machine's: a page elsewhere must
 * not talk to the sandbox through somebody's browser (DNS rebinding, cross-site requests).
 */
export async function onlyThisMachine(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { host, origin } = request.headers
  const isLocal = isLoopback(request.socket.remoteAddress) && host !== undefined && LOCAL.has(hostName(host))
  if (isLocal && (origin === undefined || isLocalUrl(origin))) return
  await reply.code(403).send({ error: '沙盒只给本机用，请在这台电脑上打开' })
}
