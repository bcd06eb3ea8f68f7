import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { HOUR_MS } from '../domain/durations.ts'

const SESSION_MS = 12 * HOUR_MS
const COOKIE = 'shuoshi-operator'

/** Who may see and decide: whoever knows the one password. Sessions are signed, so that any instance takes them. */
export interface OperatorLogin {
  isPassword(said: string): boolean
  /** The value of a Set-Cookie header. */
  cookie(now: Date, secure: boolean): string
  noCookie: string
  /** By cookie for people, by Authorization (Bearer, or Basic with any name) for monitors. */
  isIn(request: FastifyRequest, now: Date): boolean
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
const same = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))

export function operatorLogin(password: string): OperatorLogin {
  // Another password ends every session.
  const sign = (until: string): string => createHmac('sha256', digest(password)).update(`operator until ${until}`).digest('base64url')
  const isPassword = (said: string): boolean => same(said, password)
  const isSession = (value: string, now: Date): boolean => {
    const [until = '', signature = ''] = value.split('.')
    return /^\d{1,16}$/u.test(until) && same(signature, sign(until)) && Number(until) > now.getTime()
  }
  return {
    isPassword,
    cookie(now, secure) {
      const until = String(now.getTime() + SESSION_MS)
      return `${COOKIE}=${until}.${sign(until)}; Path=/status; HttpOnly; SameSite=Strict; Max-Age=${SESSION_MS / 1000}${secure ? '; Secure' : ''}`
    },
    noCookie: `${COOKIE}=; Path=/status; HttpOnly; SameSite=Strict; Max-Age=0`,
    isIn({ headers }, now) {
      const session = new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]+)`, 'u').exec(headers.cookie ?? '')?.[1]
      if (session !== undefined && isSession(session, now)) return true
      const [, kind, value = ''] = /^(Bearer|Basic) (.+)$/u.exec(headers.authorization ?? '') ?? []
      if (kind === undefined) return false
      if (kind === 'Bearer') return isPassword(value)
      return isPassword(
        Buffer.from(value, 'base64')
          .toString()
          .replace(/^[^:]*:/u, ''),
      )
    },
  }
}

export const newPassword = (): string => randomBytes(12).toString('base64url')
