import { z } from 'zod'

/** What the specification says of each answer: the one place that answers, their document and the tests all look at. */
const date = z.iso.datetime({ offset: true })
const maybe = z.string().nullable()

export const Service = z
  .object({
    service_code: z.string(),
    service_name: z.string(),
    description: z.string(),
    metadata: z.boolean(),
    type: z.enum(['realtime', 'batch', 'blackbox']),
    keywords: z.string().describe('Separated by commas.'),
    group: z.string(),
  })
  .meta({ id: 'Service', description: 'One line of the duty list.' })
export type Service = z.infer<typeof Service>

const Attribute = z.object({
  variable: z.boolean().describe('False: only something to read.'),
  code: z.string(),
  datatype: z.enum(['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist']),
  required: z.boolean(),
  datatype_description: maybe,
  order: z.int().positive(),
  description: z.string(),
  values: z.array(z.object({ key: z.string(), name: z.string() })),
})
export type Attribute = z.infer<typeof Attribute>

export const ServiceDefinition = z
  .object({ service_code: z.string(), attributes: z.array(Attribute) })
  .meta({ id: 'ServiceDefinition', description: 'What can be said with a request of this service, and what there is to know of it.' })
export type ServiceDefinition = z.infer<typeof ServiceDefinition>

const Extended = z
  .object({
    number: z.string().describe('As it is spoken of in the village: 坪07.'),
    kind: z.enum(['village', 'neighbour', 'household']).nullable(),
    state: z.enum(['open', 'waiting', 'resolved', 'closed', 'rejected', 'withdrawn', 'merged', 'void']),
    stage: z.enum(['intake', 'triage', 'deliberation', 'handling', 'archive']),
    stage_name: z.string().describe('来事接事、理事定事、议事说事、访事查事、论事档事.'),
    respond_by: date,
    responded_datetime: date.nullable(),
    complete_by: date,
    resolved_datetime: date.nullable(),
    waiting_until: date.nullable().describe('挂账: nothing happens before then.'),
    extensions: z.int(),
    reopened: z.int(),
    solved: z.boolean().nullable(),
    satisfaction: z.enum(['good', 'fair', 'poor']).nullable().describe('Null: nobody has said so.'),
    reference: maybe.describe('The number under which it was handed in with this key.'),
  })
  .meta({ id: 'ExtendedAttributes' })

export const Request = z
  .object({
    service_request_id: z.string(),
    status: z.enum(['open', 'closed']),
    status_notes: maybe,
    service_name: z.string(),
    service_code: z.string(),
    description: z.string().max(4000).nullable(),
    agency_responsible: maybe,
    service_notice: maybe,
    requested_datetime: date,
    updated_datetime: date,
    expected_datetime: date,
    address: maybe,
    address_id: maybe,
    zipcode: z.null(),
    lat: z.null().describe('Villages have none: address and address_id say where.'),
    long: z.null(),
    media_url: z.url().nullable().describe('The newest photo; wants the key as well.'),
    extended_attributes: Extended.optional().describe('Only with extensions=true.'),
  })
  .meta({ id: 'Request' })
export type Request = z.infer<typeof Request>

export const Created = z
  .object({ token: z.string(), service_notice: maybe, account_id: z.null() })
  .meta({ id: 'RequestCreated', description: 'It is read first; its number is asked for with the token.' })
export type Created = z.infer<typeof Created>

export const TokenAnswer = z
  .object({
    service_request_id: z.string().optional().describe('Absent until there is one.'),
    token: z.string(),
    extended_attributes: z.object({ state: z.enum(['waiting', 'taken', 'not-taken']) }).optional(),
  })
  .meta({ id: 'TokenAnswer' })
export type TokenAnswer = z.infer<typeof TokenAnswer>

export const ErrorLine = z.object({ code: z.int(), description: z.string() }).meta({ id: 'Error' })

export const Discovery = z
  .object({
    changeset: z.string(),
    contact: z.string(),
    key_service: z.string(),
    endpoints: z.array(
      z.object({
        specification: z.string(),
        url: z.string(),
        changeset: z.string(),
        type: z.enum(['production', 'test']),
        formats: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'Discovery' })
export type Discovery = z.infer<typeof Discovery>
