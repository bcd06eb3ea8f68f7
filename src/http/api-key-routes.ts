import formbody from '@fastify/formbody'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { API_RIGHTS } from '../domain/api-key.ts'
import { DELIVERY_STATES, WEBHOOK_EVENTS } from '../domain/webhook.ts'
import { isOwnSite } from '../pages/own-site.ts'
import { sendPage } from '../pages/send.ts'
import type { ApiKeys } from '../ports/api-keys.ts'
import { keyWords as words } from '../wording/api-keys.ts'
import { noTownYet } from '../wording/startup.ts'
import { deliveriesPage, keysPage, type Notice } from './api-keys-page.ts'
import { loginPage } from './operator-frame.ts'
import type { OperatorLogin } from './operator-login.ts'
import { townNeededPage } from './town-needed.ts'

interface Needs {
  keys: ApiKeys
  /** Null while no town is served. */
  town(): string | null
  login: OperatorLogin
  /** Machine time. */
  now(): Date
}

/** One tick comes as a word, several as a list. */
const ticks = <T extends z.ZodType>(of: T) => z.preprocess((it) => (it === undefined ? [] : Array.isArray(it) ? it : [it]), z.array(of))
const NewKey = z.object({
  name: z.string().trim().min(1).max(40),
  rights: ticks(z.enum(API_RIGHTS)).refine((it) => it.length > 0),
  villages: ticks(z.string().max(100)),
  perMinute: z.coerce.number().int().min(1).max(6000),
})
const NewListener = z.object({
  key: z.string().max(100),
  url: z
    .string()
    .max(500)
    .refine((it) => /^https?:$/u.test(URL.parse(it)?.protocol ?? '')),
  events: ticks(z.enum(WEBHOOK_EVENTS)).refine((it) => it.length > 0),
})
const ById = z.object({ id: z.string().max(100) })
const Asked = z.object({
  said: z.enum(['done', 'notDone']).optional().catch(undefined),
  state: z.enum(DELIVERY_STATES).optional().catch(undefined),
})

const SHOWN = 100

/** `/status/keys`: keys for other programs, for whoever knows the operator's password. */
export function apiKeyRoutes(app: FastifyInstance, { keys, login, now, ...needs }: Needs): void {
  const townNow = (): string => {
    const town = needs.town()
    if (town === null) throw Object.assign(new Error(noTownYet), { statusCode: 409 })
    return town
  }
  async function page(reply: FastifyReply, notice: Notice | null, status = 200): Promise<FastifyReply> {
    const town = townNow()
    const [list, webhooks, villages, counts] = await Promise.all([
      ...([keys.list(town), keys.webhooks(town)] as const),
      ...([keys.villages(town), keys.deliveryCounts(town)] as const),
    ])
    return sendPage(reply, keysPage({ keys: list, webhooks, villages, counts }, notice), status)
  }
  const saidIn = (request: FastifyRequest): Notice | null => {
    const { said } = Asked.parse(request.query)
    return said ? { said: words[said] } : null
  }

  app.register(async (inside) => {
    await inside.register(formbody, { bodyLimit: 20_000 })
    inside.addHook('preHandler', async (request, reply) => {
      if (request.method === 'POST' && !isOwnSite(request.headers)) return sendPage(reply, loginPage(null), 403)
      if (!login.isIn(request, now())) return request.method === 'GET' ? reply.redirect('/status') : sendPage(reply, loginPage(null), 403)
      if (needs.town() === null) return sendPage(reply, townNeededPage('/status/keys'))
    })
    inside.get('/status/keys', (request, reply) => page(reply, saidIn(request)))
    inside.get('/status/keys/deliveries', async (request, reply) => {
      const { state } = Asked.parse(request.query)
      const town = townNow()
      return sendPage(
        reply,
        deliveriesPage(await keys.deliveries(town, SHOWN, state), await keys.deliveryCounts(town), state ?? null, saidIn(request)),
      )
    })
    inside.post('/status/keys', async (request, reply) => {
      const asked = NewKey.safeParse(request.body)
      if (!asked.success) return page(reply, { wrong: words.wrong }, 400)
      const secret = await keys.make(townNow(), asked.data, now())
      return page(reply, { title: words.made(asked.data.name), secret })
    })
    inside.post('/status/keys/listen', async (request, reply) => {
      const asked = NewListener.safeParse(request.body)
      if (!asked.success) return page(reply, { wrong: words.wrongAddress }, 400)
      const secret = await keys.subscribe(townNow(), asked.data, now())
      return secret === null ? page(reply, { wrong: words.notDone }, 400) : page(reply, { title: words.secretOf(asked.data.url), secret })
    })
    const act = (path: string, back: string, run: (town: string, id: string) => Promise<boolean>) =>
      inside.post(path, async (request, reply) => {
        const done = await run(townNow(), ById.parse(request.body).id)
        return reply.redirect(`${back}?said=${done ? 'done' : 'notDone'}`, 303)
      })
    act('/status/keys/revoke', '/status/keys', (town, id) => keys.revoke(town, id, now()))
    act('/status/keys/stop', '/status/keys', (town, id) => keys.stop(town, id, now()))
    act('/status/keys/resend', '/status/keys/deliveries', (town, id) => keys.resend(town, id, now()))
  })
}
