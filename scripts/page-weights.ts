// npm run page-weights [-- 12000]: what each page weighs at the first and at a later load, packed as a browser gets it, and how
// long it takes, in a township with so many invented matters.
import { randomUUID } from 'node:crypto'
import { get } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { startApp } from '../src/app.ts'
import type { Role } from '../src/domain/people.ts'
import { readConfig } from '../src/settings/config.ts'
import { inventedTown } from './measure/invented-town.ts'
import { WEIGHED } from './measure/weighed-pages.ts'

const COUNT = Number(process.argv[2] ?? 12_000)
const TIMES = 10
const MOST_MS = 200
const PASSWORD = randomUUID()

/** As it comes over the line: the bytes are counted before they are unpacked. */
const load = (url: string, cookie: string): Promise<{ bytes: number; text: string }> =>
  new Promise((done, failed) => {
    get(encodeURI(url), { headers: { cookie, 'accept-encoding': 'br, gzip' } }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        const packed = Buffer.concat(parts)
        const how = answer.headers['content-encoding']
        const plain = how === 'br' ? brotliDecompressSync(packed) : how === 'gzip' ? gunzipSync(packed) : packed
        if (answer.statusCode === 200) done({ bytes: packed.byteLength, text: plain.toString() })
        else failed(new Error(`${url}: ${answer.statusCode}`))
      })
    }).on('error', failed)
  })

const invented = await inventedTown(COUNT, new Date())
const { roster, matters } = invented

const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent', DATA_DIR: invented.dataDir, SANDBOX: 'on', OPERATOR_PASSWORD: PASSWORD })
if ('faults' in config) throw new Error(config.faults.join('\n'))
const app = await startApp({ config, databaseUrl: invented.url })
const post = (path: string, body: object) =>
  fetch(app.address + path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })

const cookieIn = (answer: Response): string => answer.headers.get('set-cookie')?.split(';')[0] ?? ''

/** In by the link that the bot sends, as everybody comes in. */
async function cookieOf(person: string): Promise<string> {
  const talk = `/sandbox/api/people/${person}/messages`
  await post(talk, { from: person, text: '页面' })
  await post('/sandbox/api/settle', {})
  const said = z.array(z.object({ text: z.string() })).parse(await (await fetch(app.address + talk)).json())
  const link = /http\S+\/office\/in\/\S+/u.exec(said.at(-1)?.text ?? '')?.[0] ?? ''
  return cookieIn(await fetch(link, { method: 'POST', redirect: 'manual' }))
}

const cookies = new Map<Role | 'operator', string>()
for (const role of new Set(WEIGHED.flatMap((w) => w.role ?? []))) {
  if (role === 'operator') {
    const form = { method: 'POST', body: new URLSearchParams({ password: PASSWORD }), redirect: 'manual' } as const
    cookies.set(role, cookieIn(await fetch(`${app.address}/status/login`, form)))
    continue
  }
  const person = [...roster.people.values()].find((p) => p.roles[0]?.role === role)
  if (person) cookies.set(role, await cookieOf(person.id))
}

/** What the page brings along and a browser keeps: styles and scripts, and what these import. */
async function kept(text: string): Promise<number> {
  const found = new Set([...text.matchAll(/(?:<link[^>]*href|<script[^>]*src)="([^"]+)"/gu)].map((m) => m[1] ?? ''))
  let bytes = 0
  for (const path of found) {
    const file = await load(new URL(path, app.address).href, '')
    bytes += file.bytes
    for (const [, name = ''] of file.text.matchAll(/(?:from|import)\s*["'](\.\/[^"']+)["']/gu))
      found.add(new URL(name, new URL(path, app.address)).pathname)
  }
  return bytes
}

const village = [...roster.nodes.values()].find((n) => n.level === 'village')?.id
const label = matters.find((t) => t.village === village && t.kind === 'village' && t.status === 'open' && t.about.length === 0)?.label ?? ''
const kb = (bytes: number, most: number): string => `${(bytes / 1024).toFixed(1)}${bytes > most ? ' !' : ''}`

console.log(`${COUNT} matters; KB packed, milliseconds the middle of ${TIMES}; ! is more than it may be`)
console.log(['page', 'as', 'first', 'later', 'ms'].join('\t'))
for (const { role, path, first, later } of WEIGHED) {
  const url = app.address + path.replace('{matter}', label)
  const cookie = role === null ? '' : (cookies.get(role) ?? '')
  const took: number[] = []
  let page = await load(url, cookie)
  for (let n = 0; n < TIMES; n++) {
    const from = performance.now()
    page = await load(url, cookie)
    took.push(performance.now() - from)
  }
  const ms = took.toSorted((a, b) => a - b)[TIMES / 2] ?? 0
  const whole = page.bytes + (await kept(page.text))
  console.log([path, role ?? '', kb(whole, first), kb(page.bytes, later), `${ms.toFixed(0)}${ms > MOST_MS ? ' !' : ''}`].join('\t'))
}
await app.close()
await invented.close()
