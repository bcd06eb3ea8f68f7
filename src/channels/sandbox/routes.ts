import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { FILE_TYPE, readWanted } from '../../domain/file-wanted.ts'
import { type Conversation, toGroup, toPerson } from '../../domain/notice.ts'
import { asSeen, type Picture } from '../../domain/picture.ts'
import { sendFile } from '../../pages/send.ts'
import type { MovableClock } from '../../ports/clock.ts'
import type { MakeFile } from '../../ports/files.ts'
import { type Page, type SandboxView, TICKET_STATES } from '../../ports/sandbox.ts'
import type { IncomingMessage } from '../../ports/store.ts'
import { readTarget } from './clock-target.ts'
import type { Listeners } from './listeners.ts'
import { pageRoutes } from './page-routes.ts'
import { contentOf, ID, refusalOf, Sent } from './sent.ts'

export interface SandboxNeeds {
  /** The town that is shown; an import may bring another. */
  town(): string
  view: SandboxView
  clock: MovableClock
  /** What the page tells people: how long a silence ends a report, and when the night ends. */
  settings: { reportWindowSeconds: number; quietTo: string }
  receive(message: IncomingMessage): Promise<void>
  /** Walks the clock to the target, doing everything due on the way. */
  moveTo(target: Date): Promise<void>
  settle(): Promise<void>
  nextMorning(): Date
  draw(picture: Picture): Promise<Uint8Array>
  /** A way in at the office page as this person, to one matter or to the first page; null for whoever holds no office. */
  officeLink(person: string, number: string | null): Promise<string | null>
  make: MakeFile
  listeners: Listeners
}

// An empty parameter is none: ?village=&after=
const word = z
  .union([ID, z.literal('')])
  .optional()
  .transform((it) => (it === '' ? undefined : it))
const Span = z.object({ after: word, before: word })
const PeopleQuery = z.object({ q: word, role: word, village: word, group: word, after: word })
const TicketsQuery = z.object({
  village: word,
  open: z.enum(['true', 'false', '']).optional(),
  state: z.enum(TICKET_STATES).optional(),
  q: word,
  order: z.literal('due').optional(),
  after: word,
})
const ById = z.object({ id: ID })
const IntoOffice = z.object({ person: ID, number: ID.max(40).nullish() })
const ByNumber = z.object({ number: ID.max(40) })

const present = <T extends object>(query: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(query).filter(([, v]) => v !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> }

const notFound = (reply: FastifyReply, what: string) => reply.code(404).send({ error: what })

/** A script that goes on from a row that is not there must not begin anew. */
const orUnknownStart = <T>(reply: FastifyReply, page: Page<T>, what: string) =>
  page === 'unknown-start' ? notFound(reply, `没有${what}，不知道从哪里接着列`) : page

/** The sandbox: the page at `/` and the API that page and scripts use. The same pipeline as every other channel. */
export function sandboxRoutes(app: FastifyInstance, needs: SandboxNeeds): void {
  const { town, view, clock, listeners } = needs
  const { reportWindowSeconds, quietTo } = needs.settings
  pageRoutes(app)

  app.get('/sandbox/api/town', async () => ({ ...(await view.town()), reportWindowSeconds, quietTo }))
  app.get('/sandbox/api/groups', () => view.groups())
  app.get('/sandbox/api/people', async (request, reply) => {
    const query = present(PeopleQuery.parse(request.query))
    return orUnknownStart(reply, await view.people(query), `after=${query.after} 这个人`)
  })
  app.get('/sandbox/api/last-words', () => view.lastWords())
  app.get('/sandbox/photos/:id', async (request, reply) => {
    const kept = await view.photo(ById.parse(request.params).id)
    if (kept?.type === FILE_TYPE) {
      const made = await needs.make(town(), readWanted(kept.bytes))
      return 'file' in made ? sendFile(reply, made.file) : notFound(reply, made.instead)
    }
    const photo = kept && (await asSeen(kept, needs.draw))
    return photo
      ? reply.type(photo.type).header('cache-control', 'private, max-age=86400').send(Buffer.from(photo.bytes))
      : notFound(reply, '没有这张照片')
  })

  const talk = (path: 'groups' | 'people', conversationOf: (id: string) => Conversation) => {
    const unknown = path === 'groups' ? '没有这个群' : '没有这个人'
    app.get(`/sandbox/api/${path}/:id/messages`, async (request, reply) => {
      const conversation = conversationOf(ById.parse(request.params).id)
      const span = present(Span.parse(request.query))
      if (span.after !== undefined && span.before !== undefined) return reply.code(400).send({ error: 'after 和 before 只能写一个' })
      if (!(await view.place(conversation))) return notFound(reply, unknown)
      return orUnknownStart(reply, await view.messages(conversation, span), `${span.after ?? span.before} 这条消息`)
    })
    app.get(`/sandbox/api/${path}/:id/waiting`, async (request, reply) => {
      const conversation = conversationOf(ById.parse(request.params).id)
      return (await view.place(conversation)) ? view.waiting(conversation) : notFound(reply, unknown)
    })
    app.post(`/sandbox/api/${path}/:id/messages`, { bodyLimit: 12_000_000 }, async (request, reply) => {
      const conversation = conversationOf(ById.parse(request.params).id)
      const body = Sent.parse(request.body)
      const refused = await refusalOf(view, conversation, body.from)
      if (refused) return reply.code(refused.status).send({ error: refused.error })
      const content = contentOf(body)
      if ('error' in content) return reply.code(400).send(content)
      const id = body.id ?? randomUUID()
      await needs.receive({ town: town(), channel: 'sandbox', id, conversation, person: body.from, ...content, at: clock.now() })
      return { id }
    })
  }
  talk('groups', toGroup)
  talk('people', toPerson)

  // One move after another: five who each ask for a day get five days.
  let moving: Promise<unknown> = Promise.resolve()
  app.post('/sandbox/api/clock', (request, reply) => {
    const move = async () => {
      await clock.look()
      const target = readTarget(request.body ?? {}, clock.now())
      if ('error' in target) return reply.code(400).send(target)
      if (target.to) await needs.moveTo(target.to)
      return { now: clock.now().toISOString(), moved: clock.moved() }
    }
    const mine = moving.then(move)
    moving = mine.catch(() => {})
    return mine
  })
  app.get('/sandbox/api/next-morning', () => ({ at: needs.nextMorning().toISOString() }))
  app.post('/sandbox/api/settle', async () => {
    await needs.settle()
    return {}
  })
  app.get('/sandbox/api/tickets', async (request, reply) => {
    const { open, ...rest } = TicketsQuery.parse(request.query)
    const query = present(rest)
    return orUnknownStart(reply, await view.tickets({ ...query, open: open === 'true' }), `after=${query.after} 这件事`)
  })
  app.get('/sandbox/api/tickets/:number', async (request, reply) => {
    const { number } = ByNumber.parse(request.params)
    return (await view.ticket(number)) ?? notFound(reply, `没有${number}`)
  })
  app.post('/sandbox/api/office', async (request, reply) => {
    const { person, number } = IntoOffice.parse(request.body)
    const link = URL.parse((await needs.officeLink(person, number ?? null)) ?? '')
    // Whatever name this machine was opened by: the way in leads to the same.
    return link ? { path: link.pathname } : notFound(reply, '这个人不用办公页面')
  })
  app.get('/sandbox/api/events', (request, reply) => {
    reply.hijack()
    // The database is away: the line is cut, and whoever listens comes back.
    listeners.add(reply.raw, request.raw).catch(() => reply.raw.destroy())
  })
}
