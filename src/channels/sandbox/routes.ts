import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { type Conversation, toGroup, toPerson } from '../../domain/notice.ts'
import type { MovableClock } from '../../ports/clock.ts'
import type { SandboxView } from '../../ports/sandbox.ts'
import type { IncomingMessage } from '../../ports/store.ts'
import { readTarget } from './clock-target.ts'
import type { Listeners } from './listeners.ts'
import { photoFrom } from './photo.ts'

export interface SandboxNeeds {
  town: string
  view: SandboxView
  clock: MovableClock
  receive(message: IncomingMessage): Promise<void>
  /** Walks the clock to the target, doing everything due on the way. */
  moveTo(target: Date): Promise<void>
  settle(): Promise<void>
  nextMorning(): Date
  listeners: Listeners
}

const ID = z.string().min(1).max(200)
const Sent = z.object({
  from: ID,
  text: z.string().max(100_000).default(''),
  quote: ID.nullish(),
  image: z.object({ name: z.string().min(1).max(200), base64: z.string().min(1) }).nullish(),
  id: ID.nullish(),
})
const After = z.object({ after: ID.optional() })
const PeopleQuery = z.object({
  q: z.string().optional(),
  role: z.string().optional(),
  village: z.string().optional(),
  after: z.string().optional(),
})
const TicketsQuery = z.object({ village: z.string().optional(), open: z.enum(['true', 'false']).optional(), after: z.string().optional() })
const ById = z.object({ id: ID })
const ByNumber = z.object({ number: z.string().min(1).max(40) })

const present = <T extends object>(query: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(query).filter(([, v]) => v !== undefined && v !== '')) as { [K in keyof T]: Exclude<T[K], undefined> }

const notFound = (reply: FastifyReply, what: string) => reply.code(404).send({ error: what })

/** The sandbox: the page at `/` and the API that page and scripts use. The same pipeline as every other channel. */
export function sandboxRoutes(app: FastifyInstance, needs: SandboxNeeds): void {
  const { town, view, clock, listeners } = needs
  const page = join(import.meta.dirname, 'page')
  const packages = join(import.meta.dirname, '..', '..', '..', 'node_modules')
  app.register(fastifyStatic, { root: page, prefix: '/assets/page/' })
  app.register(fastifyStatic, {
    root: join(packages, '@fontsource-variable', 'noto-sans-sc'),
    prefix: '/assets/font/',
    decorateReply: false,
    maxAge: '30d',
    immutable: true,
  })
  app.get('/', (_request, reply) => reply.sendFile('index.html', page))
  app.get('/assets/vendor/htm-preact.js', (_request, reply) => reply.sendFile('standalone.module.js', join(packages, 'htm', 'preact')))

  app.get('/sandbox/api/groups', () => view.groups())
  app.get('/sandbox/api/people', (request) => view.people(present(PeopleQuery.parse(request.query))))
  app.get('/sandbox/photos/:id', async (request, reply) => {
    const photo = await view.photo(ById.parse(request.params).id)
    return photo
      ? reply.type(photo.type).header('cache-control', 'private, max-age=86400').send(Buffer.from(photo.bytes))
      : notFound(reply, '没有这张照片')
  })

  const talk = (path: 'groups' | 'people', conversationOf: (id: string) => Conversation) => {
    app.get(`/sandbox/api/${path}/:id/messages`, async (request, reply) => {
      const conversation = conversationOf(ById.parse(request.params).id)
      if (!(await view.knows(conversation))) return notFound(reply, path === 'groups' ? '没有这个群' : '没有这个人')
      return view.messages(conversation, After.parse(request.query).after)
    })
    app.post(`/sandbox/api/${path}/:id/messages`, { bodyLimit: 12_000_000 }, async (request, reply) => {
      const conversation = conversationOf(ById.parse(request.params).id)
      const body = Sent.parse(request.body)
      if (!(await view.knows(conversation))) return notFound(reply, path === 'groups' ? '没有这个群' : '没有这个人')
      if (!(await view.knows(toPerson(body.from)))) return reply.code(400).send({ error: '没有 from 这个人' })
      const photo = body.image ? photoFrom(body.image) : null
      if (body.image && !photo) return reply.code(400).send({ error: 'image 不是 JPEG、PNG、GIF 或 WebP 照片' })
      if (body.text.trim() === '' && !photo) return reply.code(400).send({ error: 'text 和 image 至少要有一个' })
      const id = body.id ?? randomUUID()
      await needs.receive({
        town,
        channel: 'sandbox',
        id,
        conversation,
        person: body.from,
        text: body.text,
        quote: body.quote ?? null,
        photos: photo ? [photo] : [],
        at: clock.now(),
      })
      return { id }
    })
  }
  talk('groups', toGroup)
  talk('people', toPerson)

  app.post('/sandbox/api/clock', async (request, reply) => {
    const target = readTarget(request.body ?? {}, clock.now())
    if ('error' in target) return reply.code(400).send(target)
    if (target.to) await needs.moveTo(target.to)
    return { now: clock.now().toISOString(), moved: clock.moved() }
  })
  app.get('/sandbox/api/next-morning', () => ({ at: needs.nextMorning().toISOString() }))
  app.post('/sandbox/api/settle', async () => {
    await needs.settle()
    return {}
  })
  app.get('/sandbox/api/tickets', (request) => {
    const { open, ...rest } = TicketsQuery.parse(request.query)
    return view.tickets({ ...present(rest), open: open === 'true' })
  })
  app.get('/sandbox/api/tickets/:number', async (request, reply) => {
    const { number } = ByNumber.parse(request.params)
    return (await view.ticket(number)) ?? notFound(reply, `没有${number}`)
  })
  app.get('/sandbox/api/events', (request, reply) => {
    reply.hijack()
    listeners.add(reply.raw, request.raw)
  })
}
