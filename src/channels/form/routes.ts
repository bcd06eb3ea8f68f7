import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import cookies from '@fastify/cookie'
import forms from '@fastify/formbody'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { MINUTE_MS } from '../../domain/durations.ts'
import { isOwnSite } from '../../pages/own-site.ts'
import { refusalStatus } from '../../pages/refusal-status.ts'
import { sendPage } from '../../pages/send.ts'
import { formWords as words } from '../../wording/form.ts'
import { sentencePage } from './frame.ts'
import { mineRoutes } from './mine-routes.ts'
import type { FormNeeds } from './needs.ts'
import { addressOf } from './rates.ts'
import { LIMITS, MOST_BYTES } from './read-page.ts'
import { writeRoutes } from './write-routes.ts'

const file = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'page', name))
const ASSETS = [
  ['form.css', 'text/css; charset=utf-8', file('form.css')],
  ['form.js', 'text/javascript; charset=utf-8', file('form.js')],
] as const

/** From one address: a whole village may sit behind it, and no more. */
const LOOKS_A_MINUTE = 240

const Refused = z.object({ code: z.string().catch('') })

/** `/s/<code>`: the page that the QR code on a village's poster leads to. Open to everybody, without a login. */
export async function formRoutes(app: FastifyInstance, needs: FormNeeds): Promise<void> {
  await app.register(cookies)
  await app.register(forms, { bodyLimit: 64 * 1024 })
  await app.register(rateLimit, { max: LOOKS_A_MINUTE, timeWindow: MINUTE_MS, keyGenerator: addressOf })
  await app.register(multipart, { limits: LIMITS, throwFileSizeLimit: false })
  app.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'POST') return
    if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) return sendPage(reply, sentencePage(words.tooBig), 413)
    if (!isOwnSite(request.headers)) return sendPage(reply, sentencePage(words.broken), 403)
  })
  // What a browser shows is a page, also when something has gone wrong.
  app.setErrorHandler((fault, request, reply) => {
    const statusCode = refusalStatus(fault)
    const { code } = Refused.catch({ code: '' }).parse(fault)
    const isTooBig = statusCode === 413 || code.startsWith('FST_FILES_LIMIT') || code.startsWith('FST_PARTS_LIMIT')
    if (statusCode >= 500) request.log.error({ err: fault, url: request.routeOptions.url }, 'request failed')
    return sendPage(reply, sentencePage(statusCode === 429 ? words.tooMany : isTooBig ? words.tooBig : words.broken), statusCode)
  })
  for (const [name, type, bytes] of ASSETS)
    app.get(`/s/page/${name}`, (_request, reply) => reply.type(type).header('cache-control', 'public, max-age=86400').send(bytes))
  writeRoutes(app, needs)
  mineRoutes(app, needs)
}
