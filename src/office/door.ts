import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { OFFICE } from '../domain/office-path.ts'
import { html } from '../pages/html.ts'
import { isOwnSite } from '../pages/own-site.ts'
import { sendPage } from '../pages/send.ts'
import type { OfficeDoor } from '../ports/office.ts'
import { officeWords as words } from '../wording/office.ts'
import { doorPage } from './layout.ts'
import { letIn } from './viewers.ts'

const COOKIE = 'shuoshi-office'
const Token = z.object({ token: z.string().min(1).max(100) })
/** A page that looks by itself says so: it keeps no session open. */
const WATCHING = 'x-watching'

const hint = (title: string, text: string) => doorPage(title, html`<p class="soft">${text}</p>`)

export interface DoorNeeds {
  door: OfficeDoor
  /** Whether the browser reaches us by https: then the cookie travels by nothing else. */
  isSecure(request: FastifyRequest): boolean
}

/** The way in and out: a link opens a page with one button, for programs that show previews open links as well. */
export function doorRoutes(app: FastifyInstance, { door, isSecure }: DoorNeeds): void {
  const cookie = (request: FastifyRequest) => ({ path: OFFICE, httpOnly: true, sameSite: 'lax' as const, secure: isSecure(request) })
  // Whoever reads the log must not be able to use a link.
  const quiet = { logLevel: 'warn' as const }

  app.get('/in/:token', quiet, async (request, reply) => {
    const link = await door.linkOf(Token.parse(request.params).token)
    if (!link) return sendPage(reply, hint(words.over, words.overHint), 410)
    const form = html`<p class="soft">${words.comeHint}</p><form method="post"><button class="first">${words.come}</button></form>`
    return sendPage(reply, doorPage(words.hello(link.name), form))
  })
  app.post('/in/:token', quiet, async (request, reply) => {
    if (!isOwnSite(request.headers)) return sendPage(reply, hint(words.outside, words.otherSite), 403)
    const entered = await door.enter(Token.parse(request.params).token)
    if (!entered) return sendPage(reply, hint(words.over, words.overHint), 410)
    return reply.setCookie(COOKIE, entered.session, cookie(request)).redirect(entered.path, 303)
  })
  app.post('/leave', async (request, reply) => {
    if (!isOwnSite(request.headers)) return sendPage(reply, hint(words.outside, words.otherSite), 403)
    await door.leave(request.cookies[COOKIE] ?? '')
    return sendPage(reply.clearCookie(COOKIE, cookie(request)), hint(words.left, words.leftHint))
  })
}

/** Nobody comes past it without a session, and no form of another site's is taken. */
export function guard(app: FastifyInstance, { door }: Pick<DoorNeeds, 'door'>): void {
  app.addHook('onRequest', async (request, reply) => {
    const session = request.cookies[COOKIE]
    const viewer = session === undefined ? null : await door.viewer(session, request.headers[WATCHING] !== undefined)
    if (!viewer) return sendPage(reply, hint(words.outside, words.outsideHint), 403)
    if (request.method !== 'GET' && !isOwnSite(request.headers)) return sendPage(reply, hint(words.outside, words.otherSite), 403)
    letIn(request, viewer)
  })
}
