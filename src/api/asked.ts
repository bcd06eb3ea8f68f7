import { z } from 'zod'
import { storable } from '../domain/storable.ts'

/** What is asked and handed in, as the specification has it: a parameter that is empty is one that is not there. */
function filled(it: unknown): unknown {
  if (typeof it !== 'string') return it
  const kept = storable(it).trim()
  return kept === '' ? undefined : kept
}
const said = (most: number) => z.preprocess(filled, z.string().trim().max(most).optional())
/** Said several times or with commas between. */
const several = <T extends z.ZodType>(of: T) =>
  z.preprocess((it) => {
    const words = (Array.isArray(it) ? it : [it]).flatMap((w) => (typeof w === 'string' ? w.split(',') : []))
    const list = words.map((w) => storable(w).trim()).filter((w) => w !== '')
    return list.length > 0 ? list : undefined
  }, z.array(of).max(1000).optional())
/** Of a year that anything may have been reported in; a database knows no year nought. */
const moment = z.preprocess(
  filled,
  z.iso
    .datetime({ offset: true })
    .refine((it) => /^(?:19|2\d)\d\d/u.test(it))
    .optional(),
)
const yes = z.preprocess(filled, z.enum(['true', 'false']).optional()).transform((it) => it === 'true')

const Who = z.object({
  jurisdiction_id: said(100).describe('The town; only needed where several are served.'),
  api_key: said(200),
})
/** Whoever asks, and in which town. */
export const Asker = Who

export const AskedRequests = Who.extend({
  service_request_id: several(z.string().max(100)).describe('Overrides every other filter.'),
  service_code: several(z.string().max(100)),
  start_date: moment,
  end_date: moment.describe('At most 90 days after start_date.'),
  status: several(z.enum(['open', 'closed'])),
  extensions: yes.describe('true: with extended_attributes.'),
})
export type AskedRequests = z.infer<typeof AskedRequests>

export const AskedRequest = Who.extend({ extensions: yes.describe('true: with extended_attributes.') })

const degrees = (most: number) => z.preprocess(filled, z.coerce.number().min(-most).max(most).optional())

export const REFERENCE = 'attribute[reference]'

export const Handed = Who.extend({
  service_code: said(100),
  lat: degrees(90),
  long: degrees(180),
  address_string: said(300).describe('From the nearest to the farthest: 三社路口，坪头村.'),
  address_id: said(100).describe('A place of the grid.'),
  email: said(200),
  device_id: said(200),
  account_id: said(200),
  first_name: said(60),
  last_name: said(60),
  phone: said(40),
  description: said(4000),
  media_url: said(1000).describe('A picture.'),
  [REFERENCE]: said(100).describe('Your own number. The same number handed in again is the same request.'),
})
export type Handed = z.infer<typeof Handed>

export const BODY_BYTES = 64 * 1024
