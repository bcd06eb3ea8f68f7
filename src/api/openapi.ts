import { z } from 'zod'
import { AskedRequest, AskedRequests, Asker, Handed } from './asked.ts'
import { Created, Discovery, ErrorLine, Request, Service, ServiceDefinition, TokenAnswer } from './shapes.ts'
import { Telling } from './telling.ts'

type Json = Record<string, unknown>

const NAMED = { Service, ServiceDefinition, Request, RequestCreated: Created, TokenAnswer, Error: ErrorLine, Discovery, Telling }

/** The shapes that answer, under their names. */
function components(): Json {
  const registry = z.registry<{ id: string }>()
  for (const [id, shape] of Object.entries(NAMED)) registry.add(shape, { id })
  const { schemas } = z.toJSONSchema(registry, { io: 'output', uri: (id) => `#/components/schemas/${id}` })
  return Object.fromEntries(Object.entries(schemas).map(([name, { $schema, $id, ...schema }]) => [name, schema]))
}

const asked = (shape: z.ZodObject): { properties: Record<string, Json>; required: string[] } => {
  const { properties = {}, required = [] } = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' })
  // `true` and `false` are schemas too: anything, nothing. No shape of ours is one of them.
  const plain = ([name, one]: [string, Json | boolean]): [string, Json] => [name, typeof one === 'boolean' ? {} : one]
  return { properties: Object.fromEntries(Object.entries({ ...properties }).map(plain)), required }
}

const inPath = (name: string, description: string): Json => ({
  ...{ name, in: 'path', required: true, description },
  schema: { type: 'string' },
})
const FORMAT: Json = { name: 'format', in: 'path', required: true, schema: { enum: ['xml', 'json'] } }

const parameters = (shape: z.ZodObject, ...more: Json[]): Json[] => [
  ...more,
  FORMAT,
  ...Object.entries(asked(shape).properties)
    .filter(([name]) => name !== 'api_key')
    .map(([name, { description, ...schema }]) => ({ name, in: 'query', ...(description !== undefined && { description }), schema })),
]

const content = (schema: Json): Json => ({ 'application/json': { schema }, 'text/xml': { schema } })
const ref = (name: keyof typeof NAMED): Json => ({ $ref: `#/components/schemas/${name}` })
const list = (name: keyof typeof NAMED): Json => ({ type: 'array', items: ref(name) })
const ERRORS = Object.fromEntries(
  [
    ['400', 'What is asked cannot be read.'],
    ['403', 'No key, or one that may not.'],
    ['404', 'Not there, or not for this key.'],
    ['429', 'Asked too often.'],
  ].map(([status, description]) => [status, { description, content: content(list('Error')) }]),
)

const KEYED = [{ api_key: [] }, { bearer: [] }]
const get = (operationId: string, summary: string, schema: Json, of: Json[], security: readonly Json[] = []): Json => ({
  get: {
    operationId,
    summary,
    parameters: of,
    security,
    responses: { '200': { description: 'Found.', content: content(schema) }, ...ERRORS },
  },
})

/** The document of all of it, made of the shapes that parse and answer. */
export function openApi(base: string): Json {
  const { properties, required } = asked(Handed)
  return {
    openapi: '3.1.0',
    info: {
      title: '说事: Open311 GeoReport v2',
      version: '2.0.0',
      description: 'Reading and handing in want a key that an operator makes on /status/keys. Private matters want their own right.',
    },
    servers: [{ url: `${base}/api/open311` }],
    paths: {
      '/discovery.{format}': get('discovery', 'What there is.', ref('Discovery'), parameters(Asker)),
      '/v2/services.{format}': get('services', 'The duty list.', list('Service'), parameters(Asker)),
      '/v2/services/{service_code}.{format}': get(
        'serviceDefinition',
        'One line of it.',
        ref('ServiceDefinition'),
        parameters(Asker, inPath('service_code', 'From the list of services.')),
      ),
      '/v2/requests.{format}': {
        ...get('requests', 'Matters, newest first: 90 days and a thousand at most.', list('Request'), parameters(AskedRequests), KEYED),
        post: {
          operationId: 'handIn',
          summary: 'Hands a matter in.',
          parameters: [FORMAT],
          security: KEYED,
          requestBody: {
            required: true,
            content: { 'application/x-www-form-urlencoded': { schema: { type: 'object', properties, required } } },
          },
          responses: { '200': { description: 'Taken down.', content: content(list('RequestCreated')) }, ...ERRORS },
        },
      },
      '/v2/requests/{service_request_id}.{format}': get(
        'request',
        'One matter.',
        list('Request'),
        parameters(AskedRequest, inPath('service_request_id', 'From a token or a list.')),
        KEYED,
      ),
      '/v2/photos/{service_request_id}.jpg': {
        get: {
          ...{ operationId: 'photo', summary: 'The newest photo of a matter; wants the right to names.', security: KEYED },
          parameters: [inPath('service_request_id', 'As in media_url.')],
          responses: { '200': { description: 'Found.', content: { 'image/jpeg': {}, 'image/png': {} } }, ...ERRORS },
        },
      },
      '/v2/tokens/{token}.{format}': get(
        'token',
        'Which matter it has become.',
        list('TokenAnswer'),
        parameters(AskedRequest, inPath('token', 'From handing in.')),
      ),
    },
    webhooks: {
      change: {
        post: {
          summary: 'A matter changed. Signed as Standard Webhooks has it.',
          requestBody: { content: { 'application/json': { schema: ref('Telling') } } },
          responses: { '200': { description: 'Any 2xx: it was taken.' }, '410': { description: 'Tell no more.' } },
        },
      },
    },
    components: {
      schemas: components(),
      securitySchemes: {
        api_key: { type: 'apiKey', in: 'query', name: 'api_key', description: 'In a form: a field of the same name.' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
  }
}
