import formbody from '@fastify/formbody'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { ApiRight } from '../domain/api-key.ts'
import { storable } from '../domain/storable.ts'
import type { AtDesk } from '../ports/desk.ts'
import { apiErrors } from '../wording/api.ts'
import { fault, formatOf, refuse, send } from './answer.ts'
import { AskedRequest, AskedRequests, Asker, BODY_BYTES, Handed } from './asked.ts'
import { type AskerNeeds, keyBrought, keyIn, townAsked } from './asker.ts'
import { discoveryOf } from './discovery.ts'
import { FORMATS, type Plain, splitName } from './formats.ts'
import { type HandInNeeds, handIn } from './hand-in.ts'
import { listRequests } from './list.ts'
import { openApi } from './openapi.ts'
import { Refused, unreadable } from './refused.ts'
import { requestOf } from './request.ts'
import { definitionOf, servicesOf } from './services.ts'
import type { TokenAnswer } from './shapes.ts'

export interface ApiNeeds extends AskerNeeds, Omit<HandInNeeds, 'atDesk'> {
  atDesk<T>(town: string, run: AtDesk<T>): Promise<T>
  /** Where programs reach this one; null: by the name they asked for. */
  publicUrl: string | null
  /** Since when the answers are as they are. */
  since: Date
}

/** From one address: without a key, and with one, whose own rate counts besides. */
const OPEN_PER_MINUTE = 600
const KEYED_PER_MINUTE = 6000

const V2 = '/open311/v2'
const Named = z.object({ file: z.string() })
const secretIn = ({ query, body, headers }: FastifyRequest): string | null => keyIn(query, body, headers.authorization)

/** Open311 GeoReport v2: the duty list as services, matters as requests. Reading and handing in want a key. */
export async function apiRoutes(app: FastifyInstance, needs: ApiNeeds): Promise<void> {
  app.removeAllContentTypeParsers()
  await app.register(formbody, { bodyLimit: BODY_BYTES })
  const keyed = (request: FastifyRequest): boolean => secretIn(request) !== null
  await app.register(rateLimit, {
    timeWindow: '1 minute',
    hook: 'preHandler',
    max: (request) => (keyed(request) ? KEYED_PER_MINUTE : OPEN_PER_MINUTE),
    keyGenerator: (request) => `${keyed(request) ? 'keyed' : 'open'}:${request.ip}`,
  })
  app.setErrorHandler(fault)
  app.setNotFoundHandler((request, reply) => refuse(reply, formatOf(request), new Refused(404, apiErrors.unknownAddress)))

  const baseOf = ({ protocol, host }: FastifyRequest): string => needs.publicUrl ?? `${protocol}://${host}`

  /** Answers what `run` finds; a refusal in the same form. */
  const door = (
    method: 'get' | 'post',
    path: string,
    root: string,
    run: (request: FastifyRequest, name: string) => Promise<Plain | Refused>,
  ) =>
    app[method](path, async (request, reply) => {
      const named = splitName(Named.catch({ file: path }).parse(request.params).file)
      if (!named) return refuse(reply, 'json', new Refused(404, apiErrors.format))
      const found = await run(request, storable(named.name))
      return found instanceof Refused ? refuse(reply, named.format, found) : send(reply, named.format, root, found)
    })
  /** In both forms. */
  const doors = (method: 'get' | 'post', path: string, root: string, run: (request: FastifyRequest) => Promise<Plain | Refused>) => {
    for (const format of ['xml', 'json']) door(method, `${path}.${format}`, root, run)
  }

  /** Of whatever town is asked; needs no key. */
  async function openly<T>(request: FastifyRequest, run: AtDesk<T>): Promise<T | Refused> {
    const asker = Asker.safeParse(request.query)
    if (!asker.success) return unreadable(asker.error)
    const town = await townAsked(needs, asker.data.jurisdiction_id)
    return town instanceof Refused ? town : needs.atDesk(town, run)
  }
  async function keyFor(request: FastifyRequest, jurisdiction: string | undefined, ...rights: [ApiRight, ...ApiRight[]]) {
    const town = await townAsked(needs, jurisdiction)
    return town instanceof Refused ? town : keyBrought(needs, town, secretIn(request), rights)
  }

  doors('get', '/open311/discovery', 'discovery', (request) =>
    openly(request, async ({ roster }) => {
      return discoveryOf(roster.townName, `${baseOf(request)}/api${V2}`, needs.since)
    }),
  )
  doors('get', `${V2}/services`, 'services', (request) => openly(request, async ({ roster }) => servicesOf(roster)))
  door('get', `${V2}/services/:file`, 'service_definition', (request, code) =>
    openly(request, async ({ roster }) => {
      const duty = roster.duties.get(code)
      return duty ? definitionOf(duty) : new Refused(404, apiErrors.serviceUnknown(code))
    }),
  )
  doors('get', `${V2}/requests`, 'service_requests', async (request) => {
    const asked = AskedRequests.safeParse(request.query)
    if (!asked.success) return unreadable(asked.error)
    const key = await keyFor(request, asked.data.jurisdiction_id, 'read', 'write')
    return key instanceof Refused ? key : needs.atDesk(key.town, (desk) => listRequests(desk, key, asked.data, baseOf(request)))
  })
  door('get', `${V2}/requests/:file`, 'service_requests', async (request, id) => {
    const asked = AskedRequest.safeParse(request.query)
    if (!asked.success) return unreadable(asked.error)
    const key = await keyFor(request, asked.data.jurisdiction_id, 'read', 'write')
    if (key instanceof Refused) return key
    return needs.atDesk(key.town, async ({ roster, requests }) => {
      const found = await requests.matters(key, { ids: [id], limit: 1 })
      if (found.length === 0) return new Refused(404, apiErrors.requestUnknown(id))
      return found.map((seen) => requestOf(roster, seen, { base: baseOf(request), extensions: asked.data.extensions }))
    })
  })
  door('get', `${V2}/tokens/:file`, 'service_requests', async (request, token) => {
    const asked = AskedRequest.safeParse(request.query)
    if (!asked.success) return unreadable(asked.error)
    return openly(request, async ({ requests }): Promise<TokenAnswer[] | Refused> => {
      const fate = await requests.fateOf(token)
      if (!fate) return new Refused(404, apiErrors.tokenUnknown(token))
      return [
        {
          ...(fate.ticket !== null && { service_request_id: fate.ticket }),
          token,
          ...(asked.data.extensions && { extended_attributes: { state: fate.state } }),
        },
      ]
    })
  })
  doors('post', `${V2}/requests`, 'service_requests', async (request) => {
    const handed = Handed.safeParse(request.body ?? {})
    if (!handed.success) return unreadable(handed.error)
    const key = await keyFor(request, handed.data.jurisdiction_id, 'write')
    if (key instanceof Refused) return key
    const created = await handIn(needs, key.town, key, handed.data)
    return created instanceof Refused ? created : [created]
  })

  app.get(`${V2}/photos/:file`, async (request, reply) => {
    const id = storable(Named.parse(request.params).file).replace(/\.jpg$/u, '')
    const asked = Asker.safeParse(request.query)
    if (!asked.success) return refuse(reply, 'json', unreadable(asked.error))
    const key = await keyFor(request, asked.data.jurisdiction_id, 'names')
    if (key instanceof Refused) return refuse(reply, 'json', key)
    const photo = await needs.atDesk(key.town, async ({ requests }) => {
      const [seen] = await requests.matters(key, { ids: [id], limit: 1 })
      return seen?.pictured ? requests.photoOf(id) : null
    })
    if (!photo) return refuse(reply, 'json', new Refused(404, apiErrors.requestUnknown(id)))
    return reply.type(photo.type).header('cache-control', 'private, no-store').send(Buffer.from(photo.bytes))
  })

  app.get('/openapi.json', (request, reply) => reply.type(FORMATS.json).send(openApi(baseOf(request))))
}
