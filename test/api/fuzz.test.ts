import { afterAll, beforeAll, expect, it } from 'vitest'
import { below, pick, type Random, randomOf } from '../../scripts/platform-calls.ts'
import { type ApiTown, readXml, startApiTown } from '../support/api.ts'

const CALLS = 600
const SIDE_BY_SIDE = 4
const PATHS = [
  'discovery',
  'v2/requests',
  'v2/requests',
  'v2/services',
  'v2/services/V-LAMP',
  'v2/requests',
  'v2/requests/x',
  'v2/tokens/x',
  'v2/nothing',
  'v3',
]
const NAMES = [
  ...['api_key', 'jurisdiction_id', 'service_code', 'service_request_id', 'start_date', 'end_date', 'status', 'extensions', 'lat', 'long'],
  ...[
    'address_string',
    'address_id',
    'description',
    'phone',
    'first_name',
    'attribute[reference]',
    'attribute[]',
    '__proto__',
    'constructor',
  ],
]
const VALUES = [
  ...['V-LAMP', 'V01', 'open', 'closed', 'true', '路灯不亮', '2026-11-24T00:00:00Z', '2026-02-30T00:00:00Z', '0000-01-01T00:00:00Z', '-1'],
  ...[
    '9'.repeat(400),
    'a'.repeat(5000),
    ',,,',
    'x,'.repeat(600),
    '\u0000',
    '\ud800',
    '\u{1f600}',
    '<b>&]]>',
    '"\'\\',
    '%',
    '$1',
    "'; DROP",
  ],
  ...['34.1', '1e999', 'NaN', '+272760-09-13T00:00:00Z', '2026-11-24T00:00:00+23:59', '\r\n\t', ' ', ''],
]

let town: ApiTown
let key: string
beforeAll(async () => {
  town = await startApiTown()
  key = await town.key(['read', 'private', 'names', 'write'])
})
afterAll(() => town.close())

function pairs(random: Random): string {
  const encode =
    random() < 0.9 ? (it: string) => encodeURIComponent(it.toWellFormed()) : (it: string) => it.replace(/[\s\u0000-\u001f#]/gu, '')
  const list = Array.from({ length: below(random, 6) }, () => `${encode(pick(random, NAMES))}=${encode(pick(random, VALUES))}`)
  // Mostly by somebody who may.
  return [...(random() < 0.8 ? [`api_key=${key}`] : []), ...list].join('&')
}

it('answers whatever is asked in its form, without a fault', async () => {
  const random = randomOf(7)
  const taken: { ms: number; path: string }[] = []
  const statuses: Record<string, number> = {}
  const strange: string[] = []
  async function call(): Promise<void> {
    const path = `${pick(random, PATHS)}${random() < 0.1 ? encodeURIComponent(pick(random, VALUES).toWellFormed()).slice(0, 150) : ''}`
    const url = `${town.url}/api/open311/${path}.${random() < 0.5 ? 'json' : 'xml'}?${pairs(random)}`
    const form = {
      'content-type': pick(random, [
        'application/x-www-form-urlencoded',
        'application/x-www-form-urlencoded; charset=utf-8',
        'text/xml',
        'application/json',
      ]),
    }
    const init =
      random() < 0.4
        ? { method: 'POST', body: pairs(random), headers: form }
        : { method: pick(random, ['GET', 'GET', 'GET', 'PUT', 'DELETE']) }
    const begun = performance.now()
    const answer = await fetch(url, init)
    const text = await answer.text()
    taken.push({ ms: performance.now() - begun, path })
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
    if (answer.status >= 500) strange.push(`${answer.status} ${url}`)
    // What the server itself refuses has its own words; what lies below the API has the specification's.
    if (![414, 431].includes(answer.status) && text !== '') {
      const isXml = answer.headers.get('content-type')?.startsWith('text/xml')
      const read: unknown = isXml ? readXml(text) : JSON.parse(text)
      if (answer.status >= 400 && !(isXml ? 'errors' in (read as object) : Array.isArray(read) || 'error' in (read as object)))
        strange.push(url)
    }
  }
  await Promise.all(
    Array.from({ length: SIDE_BY_SIDE }, async () => {
      while (taken.length < CALLS) await call()
    }),
  )
  const slowest = taken.toSorted((a, b) => b.ms - a.ms)[0]
  console.log(
    `${taken.length} calls: ${JSON.stringify(statuses)}; slowest ${Math.round(slowest?.ms ?? 0)} ms (${slowest?.path}), over 250 ms: ${taken.filter((t) => t.ms > 250).length}`,
  )
  expect(strange).toEqual([])
  expect(statuses['200'] ?? 0).toBeGreaterThan(40)
})
