import { scramble, WORDS } from '../mutations.ts'
import { below, bytes, pick, type Random } from '../platform-calls.ts'
import type { Asked } from './knock.ts'
import type { Route } from './open-house.ts'

/** Names that forms and queries of ours have, and some that none has. */
// biome-ignore format: a list
const NAMES = [
  'id', 'back', 'person', 'kind', 'into', 'day', 'note', 'text', 'name', 'phone', 'pass', 'place', 'house', 'about', 'verdict', 'through',
  'website', 'number', 'code', 'q', 'page', 'state', 'village', 'group', 'after', 'before', 'said', 'password', 'sample', 'period', 'quarter',
  'form', 'url', 'events', 'rights', 'villages', 'perMinute', 'key', 'decision', 'channel', 'externalId', 'grid', 'address', 'from', 'order',
  'api_key', 'jurisdiction_id', 'service_code', 'service_request_id', 'start_date', 'end_date', 'status', 'extensions', 'lat', 'long',
  'address_string', 'address_id', 'description', 'first_name', 'attribute[]', '__proto__', 'constructor', 'a[b][c]', '',
]
// biome-ignore format: a list
const VALUES = [
  ...WORDS, '坪01', '坪头村', 'V01', '接', '办结', '转', 'open', 'yes', '2026-12-18', '2026-02-30', '0000-01-01', '2026-11', '2026Q4', '1', '0', '-1',
  '1e999', 'NaN', '+272760-09-13T00:00:00Z', '../../etc/passwd', '%2e%2e%2f', "'; DROP TABLE x", '$1', '#{x}', '{{x}}', 'null', 'true', '\r\n\t', ' ', '',
  '路灯'.repeat(3000), '\u202e', '\ufeff', '👨‍👩‍👧‍👦', 'http://127.0.0.1:1/', 'javascript:alert(1)', '//evil.example', '/office/../status',
]
const TYPES = ['application/json', 'text/plain', 'text/xml', 'application/octet-stream', 'multipart/form-data', 'image/png', 'x', '']

const value = (random: Random, known: readonly string[]): string =>
  random() < 0.4 ? pick(random, known) : random() < 0.8 ? pick(random, VALUES) : scramble(random, pick(random, [...known, ...VALUES]))

const fieldsOf = (random: Random, known: readonly string[]): [string, string][] =>
  Array.from({ length: below(random, 7) }, () => [pick(random, NAMES), value(random, known)])

const encoded = (fields: readonly [string, string][]): string =>
  fields.map(([name, text]) => `${encodeURIComponent(name)}=${encodeURIComponent(text.toWellFormed())}`).join('&')

/** An address of that route, its holes filled with what there is or with anything. */
function pathOf(random: Random, url: string, known: readonly string[]): string {
  const hole = () => encodeURIComponent(value(random, known).toWellFormed()).slice(0, 600)
  const path = url.replaceAll(/:[^/]+|\*/gu, hole)
  return random() < 0.5 ? path : `${path}?${encoded(fieldsOf(random, known))}`
}

/** A form with files, whole or broken off. */
function upload(random: Random, known: readonly string[]): { body: Buffer; type: string } {
  const mark = `----${below(random, 1e9)}`
  const parts = fieldsOf(random, known).flatMap(([name, text]) => {
    const file = random() < 0.4 ? `; filename="${scramble(random, 'photo.jpg').replaceAll(/[\r\n]/gu, '')}"` : ''
    const head = `--${mark}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n${file && 'Content-Type: image/jpeg\r\n'}\r\n`
    return [Buffer.from(head), file ? bytes(random, below(random, 3000)) : Buffer.from(text), Buffer.from('\r\n')]
  })
  const whole = Buffer.concat([...parts, Buffer.from(`--${mark}--\r\n`)])
  const body = random() < 0.3 ? whole.subarray(0, below(random, whole.length)) : whole
  return { body, type: `multipart/form-data; boundary=${random() < 0.1 ? 'other' : mark}` }
}

function bodyOf(random: Random, known: readonly string[]): { body: string | Buffer; type: string } {
  const fields = fieldsOf(random, known)
  const chance = random()
  if (chance < 0.45) return { body: encoded(fields), type: 'application/x-www-form-urlencoded' }
  if (chance < 0.65) return upload(random, known)
  if (chance < 0.8) return { body: JSON.stringify(Object.fromEntries(fields)), type: 'application/json' }
  if (chance < 0.9) return { body: scramble(random, JSON.stringify(Object.fromEntries(fields))), type: 'application/json' }
  return { body: random() < 0.5 ? encoded(fields) : bytes(random, below(random, 2000)), type: pick(random, TYPES) }
}

/** One request of that route, as nobody has meant it. */
export function strangeAsk(random: Random, { method, url }: Route, known: readonly string[], n: number): Asked {
  const headers: Record<string, string> = { 'x-forwarded-for': `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}` }
  const path = pathOf(random, url, known)
  if (method === 'GET') return { path, headers }
  const { body, type } = bodyOf(random, known)
  if (type !== '') headers['content-type'] = type
  return { method, path, headers, body }
}
