import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { isOwnSite } from '../pages/own-site.ts'
import { sendPage } from '../pages/send.ts'
import type { Operations } from '../ports/operations.ts'
import { noTownYet } from '../wording/startup.ts'
import { statusWords as words } from '../wording/status.ts'
import { loginCodes } from './login-codes.ts'
import { loginPage } from './operator-frame.ts'
import type { OperatorLogin } from './operator-login.ts'
import { statusPage } from './status-page.ts'
import { remindersOf, troublesOf } from './troubles.ts'

interface Needs {
  /** Null while no town is served. */
  operations(): Operations | null
  login: OperatorLogin
  /** False while too many passwords were tried. */
  mayTry(): Promise<boolean>
  /** Machine time. */
  now(): Date
}

const Password = z.object({ password: z.string().max(200) })
const Decide = z.object({ id: z.string(), decision: z.enum(['resend', 'give-up', 'was-sent']) })
const Seen = z.object({ channel: z.string(), externalId: z.string() })
const Bind = Seen.extend({ grid: z.string() })
const Group = z.object({ group: z.string() })
const Robot = Group.extend({ address: z.string().max(500) })
const Said = z.object({ said: z.enum(['done', 'notDone', 'robotWrong']).optional() })

/** `/status`: for the operator's eyes, and as JSON (`/status.json`) for monitors. */
export function statusRoutes(app: FastifyInstance, { login, mayTry, now, ...needs }: Needs): void {
  const operations = (): Operations => {
    const found = needs.operations()
    if (found === null) throw Object.assign(new Error(noTownYet), { statusCode: 409 })
    return found
  }
  app.register(async (inside) => {
    inside.register(fastifyStatic, { root: join(import.meta.dirname, 'page'), prefix: '/status/page/', decorateReply: false, maxAge: '1d' })
    inside.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 10_000 }, (_request, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    )
    inside.get('/status', async (request, reply) => {
      if (!login.isIn(request, now())) return sendPage(reply, loginPage(null))
      if (needs.operations() === null) return reply.redirect('/status/start')
      const report = await operations().report()
      const { said } = Said.parse(request.query)
      const toDo = { troubles: troublesOf(report), reminders: remindersOf(report) }
      return sendPage(reply, statusPage(report, toDo, await loginCodes(report), said ? words[said] : null))
    })
    inside.get('/status.json', async (request, reply) => {
      if (!login.isIn(request, now()))
        return reply.code(401).header('www-authenticate', 'Basic realm="status"').send({ error: words.login })
      if (needs.operations() === null) return reply.code(503).send({ ok: false, troubles: [noTownYet], reminders: [] })
      const report = await operations().report()
      const troubles = troublesOf(report)
      const { deadLetters, ownGroups, places, groups, channels, ...rest } = report
      // No words of anybody: a monitor keeps what it reads.
      return reply.code(troubles.length > 0 ? 503 : 200).send({
        ok: troubles.length === 0,
        troubles: troubles.map((t) => t.text),
        reminders: remindersOf(report).map((t) => t.text),
        ...rest,
        // Whoever scans it decides whose account speaks to the village.
        channels: channels.map(({ qr, ...channel }) => channel),
        deadLetters: deadLetters.map(({ id, state, channel, why, writtenAt }) => ({ id, state, channel, why, writtenAt })),
        groups: groups.map(({ channel, group, hears, posts, state, heardAt, consent }) => ({
          channel,
          group: group?.id ?? null,
          hears,
          posts,
          state,
          heardAt,
          consent,
        })),
      })
    })
    inside.post('/status/login', async (request, reply) => {
      if (!isOwnSite(request.headers)) return sendPage(reply, loginPage(null), 403)
      if (!(await mayTry())) return sendPage(reply, loginPage(words.tooMany), 429)
      if (!login.isPassword(Password.parse(request.body).password)) return sendPage(reply, loginPage(words.wrongPassword), 401)
      return reply.header('set-cookie', login.cookie(now(), request.protocol === 'https')).redirect('/status', 303)
    })
    inside.post('/status/logout', async (_request, reply) => reply.header('set-cookie', login.noCookie).redirect('/status', 303))

    const act = (path: string, run: (body: unknown) => Promise<boolean>, failed: z.infer<typeof Said>['said'] = 'notDone') =>
      inside.post(path, async (request, reply) => {
        if (!isOwnSite(request.headers) || !login.isIn(request, now())) return sendPage(reply, loginPage(null), 403)
        return reply.redirect(`/status?said=${(await run(request.body)) ? 'done' : failed}`, 303)
      })
    act('/status/decide', (body) => {
      const { id, decision } = Decide.parse(body)
      return operations().decide(id, decision)
    })
    act('/status/bind', (body) => {
      const { channel, externalId, grid } = Bind.parse(body)
      return operations().bind(channel, externalId, grid)
    })
    act('/status/refuse', (body) => {
      const { channel, externalId } = Seen.parse(body)
      return operations().refuse(channel, externalId)
    })
    act('/status/by-hand', (body) => operations().byHand(Group.parse(body).group))
    act('/status/fetch-groups', async () => (await operations().fetchCustomerGroups?.()) ?? false)
    act('/status/make-group', async () => (await operations().makeLeadersGroup?.()) ?? false)
    act(
      '/status/robot',
      (body) => {
        const { group, address } = Robot.parse(body)
        return operations().setRobot(group, address)
      },
      'robotWrong',
    )
  })
}
