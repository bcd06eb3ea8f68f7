import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Validator } from '@seriousme/openapi-schema-validator'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Request, Service, ServiceDefinition } from '../../src/api/shapes.ts'
import { type ApiTown, readXml, startApiTown } from '../support/api.ts'

/** The fields of each answer as the specification's tables have them, in its order. */
const SPECIFIED = {
  service: ['service_code', 'service_name', 'description', 'metadata', 'type', 'keywords', 'group'],
  attribute: ['variable', 'code', 'datatype', 'required', 'datatype_description', 'order', 'description', 'values'],
  request: [
    ...['service_request_id', 'status', 'status_notes', 'service_name', 'service_code', 'description', 'agency_responsible'],
    ...['service_notice', 'requested_datetime', 'updated_datetime', 'expected_datetime', 'address', 'address_id', 'zipcode'],
    ...['lat', 'long', 'media_url'],
  ],
  created: ['service_request_id', 'token', 'service_notice', 'account_id'],
  discovery: ['changeset', 'contact', 'key_service', 'endpoints'],
  endpoint: ['specification', 'url', 'changeset', 'type', 'formats'],
} as const
/** W3C's note on dates, with the zone that the specification wants. */
const W3 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/u
const LAMP = '三社路口的路灯坏了三天，晚上看不见'

type Row = Record<string, unknown>
let town: ApiTown
let all: string
let writer: string

beforeAll(async () => {
  town = await startApiTown({ CALL_PRIVATE: 'on' })
  all = await town.key(['read', 'private', 'names', 'write'])
  writer = await town.key(['write'])
})
afterAll(() => town.close())

const handed = async (form: Record<string, string>) => {
  const { status, text } = await town.hand({ api_key: all, service_code: 'V-LAMP', address_id: 'V01', description: LAMP, ...form })
  expect(status, text).toBe(200)
  const [created] = JSON.parse(text) as Row[]
  return String(created?.token)
}
const idOf = async (token: string) => {
  await town.settle()
  const [found] = await town.json<Row[]>(`v2/tokens/${token}.json`)
  return String(found?.service_request_id)
}
const list = (query: Record<string, string> = {}) => town.json<Row[]>('v2/requests.json', { api_key: all, ...query })
const ids = async (query: Record<string, string>) => (await list(query)).map((r) => r.service_request_id)

/** What XML cannot tell apart: everything is words, and nothing is an empty element. */
const asWords = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(asWords)
    : value === null
      ? ''
      : typeof value === 'object'
        ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, asWords(v)]))
        : String(value)
const listed = (xml: unknown, one: string): unknown[] => {
  const found = (xml as Record<string, unknown>)[one]
  return found === undefined ? [] : Array.isArray(found) ? found : [found]
}
const only = (specified: readonly string[], row: Row) => expect(Object.keys(row).filter((k) => !specified.includes(k))).toEqual([])

describe('Open311 GeoReport v2', () => {
  it('is found by its discovery document, in both forms', async () => {
    const json = await town.json<{ endpoints: Row[] } & Row>('discovery.json')
    expect(Object.keys(json)).toEqual(SPECIFIED.discovery)
    expect(json.endpoints.map((e) => Object.keys(e))).toEqual([SPECIFIED.endpoint])
    expect(json.endpoints[0]).toMatchObject({
      specification: 'http://wiki.open311.org/GeoReport_v2',
      url: `${town.url}/api/open311/v2`,
      type: 'production',
    })
    const { type, text } = await town.ask('discovery.xml')
    expect(type).toBe('text/xml; charset=utf-8')
    const { discovery } = readXml(text) as { discovery: { endpoints: { endpoint: Row & { formats: { format: string[] } } } } }
    expect(discovery.endpoints.endpoint.formats.format).toEqual(['text/xml', 'application/json'])
  })

  it('has the duty list as services, without a key, the same in both forms', async () => {
    const services = await town.json<Row[]>('v2/services.json')
    for (const service of services) expect(Object.keys(service)).toEqual(SPECIFIED.service)
    z.array(Service.strict()).parse(services)
    expect(services.find((s) => s.service_code === 'V-LAMP')).toMatchObject({
      service_name: '路灯维修',
      metadata: true,
      type: 'batch',
      group: expect.stringMatching(/^村里事/u),
      keywords: expect.stringContaining('路灯'),
    })
    const { type, text } = await town.ask('v2/services.xml')
    expect(type).toBe('text/xml; charset=utf-8')
    expect(text).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?>\n<services><service>/u)
    expect(listed(readXml(text).services, 'service')).toEqual(asWords(services))
  })

  it('defines what can be said with a request of a service', async () => {
    const definition = await town.json<{ service_code: string; attributes: Row[] }>('v2/services/V-LAMP.json')
    expect(definition.service_code).toBe('V-LAMP')
    ServiceDefinition.strict().parse(definition)
    for (const attribute of definition.attributes) expect(Object.keys(attribute).toSorted()).toEqual([...SPECIFIED.attribute].toSorted())
    expect(definition.attributes.map((a) => a.order)).toEqual(definition.attributes.map((_, n) => n + 1))
    const { service_definition } = readXml((await town.ask('v2/services/V-LAMP.xml')).text) as { service_definition: { attributes: Row } }
    expect(listed(service_definition.attributes, 'attribute')).toEqual(
      definition.attributes.map((a) => ({ ...(asWords(a) as Row), values: '' })),
    )
    expect((await town.ask('v2/services/NO-SUCH.xml')).status).toBe(404)
  })

  it('takes a request down, answers with a token, and the token leads to its number', async () => {
    const { status, type, text } = await town.hand(
      { api_key: writer, service_code: 'V-ROAD', address_string: '河边，河口村', description: '河边那段路塌了一半，三轮车过不去' },
      'xml',
    )
    expect([status, type]).toEqual([200, 'text/xml; charset=utf-8'])
    const { service_requests } = readXml(text) as { service_requests: { request: Row } }
    only(SPECIFIED.created, service_requests.request)
    expect(service_requests.request).not.toHaveProperty('service_request_id')
    const token = String(service_requests.request.token)
    const early = readXml((await town.ask(`v2/tokens/${token}.xml`)).text)
    expect(early).toMatchObject({ service_requests: { request: { token } } })
    const id = await idOf(token)
    expect(readXml((await town.ask(`v2/tokens/${token}.xml`)).text)).toEqual({
      service_requests: { request: { service_request_id: id, token } },
    })
    expect((await town.ask('v2/tokens/nobody.json')).status).toBe(404)
  })

  it('shows a matter with the fields of the specification and no other, the same in both forms', async () => {
    const id = await idOf(await handed({ description: `${LAMP}<b>&"` }))
    const [request] = await town.json<Row[]>(`v2/requests/${id}.json`, { api_key: all })
    expect(Object.keys(request ?? {})).toEqual(SPECIFIED.request)
    // What the document says of it, to the letter.
    Request.strict().parse(request)
    expect(request).toMatchObject({
      ...{ service_request_id: id, status: 'open', service_code: 'V-LAMP', service_name: '路灯维修' },
      ...{ address: '三社，坪头村，鸡峰镇', address_id: 'V01-S3', lat: null, long: null, zipcode: null },
      description: expect.stringContaining('三社路口的路灯坏了三天'),
    })
    for (const field of ['requested_datetime', 'updated_datetime', 'expected_datetime']) expect(request?.[field]).toMatch(W3)
    const xml = readXml((await town.ask(`v2/requests/${id}.xml`, { api_key: all })).text)
    expect(listed(xml.service_requests, 'request')).toEqual([asWords(request)])
  })

  it('adds stages and deadlines only where they are asked for', async () => {
    const id = await idOf(await handed({ 'attribute[reference]': 'SX-2026-0001' }))
    const [request] = await town.json<Row[]>(`v2/requests/${id}.json`, { api_key: all, extensions: 'true' })
    expect(request?.extended_attributes).toMatchObject({
      ...{ number: expect.stringMatching(/^坪\d\d$/u), kind: 'village', stage: 'triage', stage_name: '理事定事', state: 'open' },
      ...{ respond_by: expect.stringMatching(W3), complete_by: expect.stringMatching(W3), reference: 'SX-2026-0001' },
    })
    const { number } = z.object({ number: z.string() }).parse(request?.extended_attributes)
    const { history } = await town.ticket(number)
    expect(history.map((h) => h.note)).toContain('县12345转来，那边的编号是SX-2026-0001')
    expect(await town.rows(`SELECT source FROM "Ticket" WHERE id = '${id}'`)).toEqual([{ source: 'handed' }])
  })

  it('takes the same number of theirs for the same request', async () => {
    const first = await handed({ 'attribute[reference]': 'SX-2026-0002' })
    const again = await handed({ 'attribute[reference]': 'SX-2026-0002', description: '再报一次' })
    expect(again).toBe(first)
    await town.settle()
    expect(await town.rows(`SELECT 1 FROM "Message" WHERE channel = 'open311' AND id = '${first}'`)).toHaveLength(1)
    // Five at once, as a line that was cut repeats them.
    const many = await Promise.all(Array.from({ length: 5 }, () => handed({ 'attribute[reference]': 'SX-2026-0003' })))
    expect(new Set(many).size).toBe(1)
    expect(await town.rows(`SELECT 1 FROM "Message" WHERE channel = 'open311' AND id = '${many[0]}'`)).toHaveLength(1)
    // Somebody else's number is another.
    const other = await town.hand({
      ...{ api_key: writer, service_code: 'V-LAMP', address_id: 'V01', description: LAMP },
      'attribute[reference]': 'SX-2026-0002',
    })
    expect(JSON.parse(other.text)).not.toMatchObject([{ token: first }])
  })

  it('is asked by number, service, state and span, as the specification has it', async () => {
    const lamp = await idOf(await handed({}))
    const road = await idOf(await handed({ service_code: 'V-ROAD', address_id: 'V03', description: '河边那段路塌了一半，三轮车过不去' }))
    expect(await ids({ service_request_id: `${lamp},nobody,${road}`, status: 'closed', service_code: 'V-WATER' })).toEqual([road, lamp])
    expect(await ids({ service_code: 'V-ROAD' })).toContain(road)
    expect(await ids({ service_code: 'V-ROAD' })).not.toContain(lamp)
    expect(await ids({ service_code: 'V-ROAD,V-LAMP' })).toEqual(expect.arrayContaining([road, lamp]))
    // What is empty is not there.
    expect(await ids({ service_code: '', status: '', start_date: '', end_date: '', jurisdiction_id: '' })).toEqual(
      expect.arrayContaining([road, lamp]),
    )
    expect(await ids({ status: 'open' })).toContain(lamp)
    expect(await ids({ status: 'closed' })).not.toContain(lamp)
    expect(await ids({ status: 'open,closed' })).toContain(lamp)
    const now = new Date((await town.rows<{ at: Date }>('SELECT max("openedAt") AS at FROM "Ticket"'))[0]?.at ?? 0)
    const off = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString()
    expect(await ids({ start_date: off(-1), end_date: off(1) })).toContain(lamp)
    expect(await ids({ start_date: '2026-11-25T08:00:00+08:00', end_date: '2026-11-26T08:00:00+08:00' })).toContain(lamp)
    expect(await ids({ start_date: off(-3), end_date: off(-2) })).not.toContain(lamp)
    expect(await ids({ end_date: off(-2) })).not.toContain(lamp)
    for (const wrong of [
      { start_date: off(-100), end_date: off(0) },
      { start_date: off(0), end_date: off(-1) },
      { start_date: '2026-11-25' },
      { status: 'solved' },
    ])
      expect((await town.ask('v2/requests.json', { api_key: all, ...wrong })).status, JSON.stringify(wrong)).toBe(400)
  })

  it('lands in the village whose place is named, whatever else the words speak of', async () => {
    const id = await idOf(await handed({ address_id: 'V03', description: '去坪头村的路上，三社路口的路灯坏了三天' }))
    const [request] = await town.json<Row[]>(`v2/requests/${id}.json`, { api_key: all })
    expect(request?.address).toMatch(/林家沟村，鸡峰镇$/u)
  })

  it('is closed when it is over, with the moment when that was', async () => {
    const id = await idOf(await handed({}))
    const [{ owner } = { owner: '' }] = await town.rows<{ owner: string }>(`SELECT "ownerId" AS owner FROM "Ticket" WHERE id = '${id}'`)
    const [{ label } = { label: '' }] = await town.rows<{ label: string }>(`SELECT label FROM "Ticket" WHERE id = '${id}'`)
    await town.tell(owner, `不受理 ${label} 归供电所管`)
    await town.settle()
    const [request] = await town.json<Row[]>(`v2/requests/${id}.json`, { api_key: all })
    expect(request).toMatchObject({ status: 'closed', status_notes: '没有受理', service_notice: null })
    expect(request?.updated_datetime).not.toBe(request?.requested_datetime)
    expect(await ids({ status: 'closed' })).toContain(id)
  })

  it('refuses in the form of the specification', async () => {
    const line = (code: number) => [{ code, description: expect.any(String) }]
    for (const [path, query, status] of [
      ['v3/requests.json', { api_key: all }, 404],
      ['v2/requests.json', {}, 403],
      ['v2/requests.json', { api_key: 'nobody' }, 403],
      ['v2/requests/nobody.json', { api_key: all }, 404],
      ['v2/services.json', { jurisdiction_id: 'elsewhere' }, 404],
      ['v2/services/NO-SUCH.json', {}, 404],
      ['v2/nothing.json', {}, 404],
    ] as const) {
      const answer = await town.ask(path, query)
      expect([answer.status, JSON.parse(answer.text)], path).toEqual([status, line(status)])
    }
    // What the door itself refuses has its own words; the key stands in no log for that (test/support/run-logs.ts).
    expect((await town.ask(`v2/tokens/${'x'.repeat(200)}.json`, { api_key: all })).status).toBe(414)
    const xml = await town.ask('v2/requests.xml')
    expect([xml.status, readXml(xml.text)]).toEqual([403, { errors: { error: { code: '403', description: expect.any(String) } } }])
    const base = { api_key: all, service_code: 'V-LAMP', address_id: 'V01', description: LAMP }
    for (const [form, status] of [
      [{ ...base, api_key: '' }, 403],
      [{ ...base, service_code: '' }, 400],
      [{ ...base, service_code: 'NO-SUCH' }, 404],
      [{ ...base, address_id: '' }, 400],
      [{ ...base, address_id: 'NOWHERE' }, 400],
      [{ ...base, lat: '34.1' }, 400],
      [{ ...base, description: '字'.repeat(4001) }, 400],
      [{ ...base, jurisdiction_id: 'elsewhere' }, 404],
    ] as const) {
      const answer = await town.hand(form)
      expect([answer.status, JSON.parse(answer.text)], JSON.stringify(form).slice(0, 80)).toEqual([status, line(status)])
    }
    const asJson = await fetch(`${town.url}/api/open311/v2/requests.json`, {
      ...{ method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } },
    })
    expect(asJson.status).toBe(400)
  })

  it('takes the town’s id for its jurisdiction, and a key in the header', async () => {
    expect((await town.ask('v2/services.json', { jurisdiction_id: town.townId })).status).toBe(200)
    const answer = await fetch(`${town.url}/api/open311/v2/requests.json`, { headers: { authorization: `Bearer ${all}` } })
    expect(answer.status).toBe(200)
  })

  it('has what is no matter looked at by the clerk all the same, for an office has handed it on', async () => {
    const token = await handed({ description: '你好', address_id: 'V05' })
    await town.settle()
    expect(await town.json(`v2/tokens/${token}.json`, { extensions: 'true' })).toEqual([
      { token, extended_attributes: { state: 'waiting' } },
    ])
    const [asked] = await town.rows<{ text: string; to: string }>(
      `SELECT text, conversation AS to FROM "Notice" WHERE occasion = 'ask-clerk' ORDER BY seq DESC LIMIT 1`,
    )
    expect(asked?.text).toContain('要登记吗')
    await town.tell(asked?.to.slice(2) ?? '', '不是')
    await town.settle()
    expect(await town.json(`v2/tokens/${token}.json`, { extensions: 'true' })).toEqual([
      { token, extended_attributes: { state: 'not-taken' } },
    ])
  })

  it('fetches the picture of a request, and keeps nothing that a telephone wrote beside it', async () => {
    const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#8a5' } })
      .jpeg()
      .withExif({ IFD3: { GPSLatitude: '34/1 1/1 0/1' } })
      .toBuffer()
    const shelf = createServer((request, response) => response.end(request.url === '/lamp.jpg' ? photo : 'no picture'))
    await new Promise<void>((done) => shelf.listen(0, '127.0.0.1', done))
    const { port } = shelf.address() as AddressInfo
    const kept = async (media_url: string) => {
      const token = await handed({ media_url })
      const [message] = await town.rows<{ text: string; photos: { id: string }[] }>(
        `SELECT text, photos FROM "Message" WHERE id = '${token}'`,
      )
      const [first] = await town.rows<{ bytes: Buffer }>(`SELECT bytes FROM "Photo" WHERE id = '${message?.photos[0]?.id}'`)
      return { token, text: message?.text, bytes: first?.bytes }
    }
    const { token, text, bytes } = await kept(`http://127.0.0.1:${port}/lamp.jpg`)
    expect(text).not.toContain('http')
    expect(photo.includes('Exif')).toBe(true)
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 40, format: 'jpeg' })
    expect(bytes?.includes('Exif')).toBe(false)
    const id = await idOf(token)
    const [request] = await town.json<Row[]>(`v2/requests/${id}.json`, { api_key: all })
    const photoFor = async (key: string) => {
      const answer = await fetch(`${String(request?.media_url)}?api_key=${key}`)
      return `${answer.status} ${answer.headers.get('content-type')}`
    }
    expect(await photoFor(all)).toBe('200 image/jpeg')
    expect(await photoFor('')).toMatch(/^403/u)
    expect(await photoFor(await town.key(['read', 'private', 'write']))).toMatch(/^403/u)
    expect(await photoFor(await town.key(['read', 'names'], ['V09']))).toMatch(/^404/u)
    const [titles] = await town.json<Row[]>(`v2/requests/${id}.json`, { api_key: await town.key(['read']) })
    expect(titles).toMatchObject({ media_url: null })
    // What is none, and what lies where nobody may be sent, stays an address in the words.
    expect(await kept(`http://127.0.0.1:${port}/other`)).toMatchObject({ text: expect.stringContaining('/other'), bytes: undefined })
    expect(await kept('file:///etc/passwd')).toMatchObject({ bytes: undefined })
    shelf.close()
  })
})

describe('a client that has been in service for years', () => {
  /** As FixMyStreet's client asks and reads: no number of its own, coordinates only, a title within the words, one element or many. */
  it('hands in by place on the map, waits for its token, and reads its number', async () => {
    const form = new URLSearchParams({
      ...{ jurisdiction_id: town.townId, api_key: all, lat: '34.0151', long: '105.7803', email: 'caller@example.cn' },
      ...{ description: `title: 路灯\n\ndetail: 坪头村${LAMP}\n\nurl: https://example.cn/report/7\n\nSubmitted via a site\n` },
      ...{ service_code: 'V-LAMP', first_name: 'Bob', last_name: 'Wang', media_url: 'https://photos.example.invalid/7.jpeg' },
      'attribute[title]': '路灯',
    })
    const answer = await fetch(`${town.url}/api/open311/v2/requests.xml`, { method: 'POST', body: form })
    expect(answer.status).toBe(200)
    const { request } = readXml(await answer.text()).service_requests as { request: Row }
    expect(request.service_request_id).toBeUndefined()
    await town.settle()
    const asked = await town.ask(`v2/tokens/${String(request.token)}.xml`, { jurisdiction_id: town.townId })
    const found = readXml(asked.text).service_requests as { request: Row }
    expect(found.request.service_request_id).toMatch(/^[\w-]{8,}$/u)
  })
})

describe('the document of it', () => {
  it('is OpenAPI 3.1, made of the shapes that parse', async () => {
    const text = await (await fetch(`${town.url}/api/openapi.json`)).text()
    const document = JSON.parse(text) as {
      openapi: string
      paths: Record<string, unknown>
      components: { schemas: Record<string, unknown> }
    }
    const result = await new Validator().validate(document)
    expect(result.errors ?? []).toEqual([])
    expect(result.valid).toBe(true)
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths)).toEqual([
      ...['/discovery.{format}', '/v2/services.{format}', '/v2/services/{service_code}.{format}'],
      ...['/v2/requests.{format}', '/v2/requests/{service_request_id}.{format}', '/v2/photos/{service_request_id}.jpg'],
      '/v2/tokens/{token}.{format}',
    ])
    const named = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/gu)].map((m) => m[1] ?? '')
    expect(named.filter((name) => !(name in document.components.schemas))).toEqual([])
  })
})
