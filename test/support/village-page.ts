import { randomBytes } from 'node:crypto'
import { pagePasses } from '../../src/channels/form/page-pass.ts'
import { signerWith } from '../../src/channels/form/signer.ts'
import { type TellerPasses, tellerPasses } from '../../src/channels/form/teller-pass.ts'
import { earlier, MINUTE_MS } from '../../src/domain/durations.ts'
import { SECRET_KEY } from './keys.ts'
import type { Town } from './town.ts'

export interface Photo {
  name: string
  type: string
  bytes: Uint8Array<ArrayBuffer>
}

/** A telephone that has scanned the poster of a village: it keeps its cookies and follows where it is sent. */
export interface Phone {
  /** The page it was led to, and with what status. */
  get(path?: string): Promise<{ status: number; text: string }>
  /** A page that was opened some minutes ago. */
  pass(page?: string): string
  send(fields: Record<string, string>, more?: { photos?: Photo[]; to?: string; headers?: Record<string, string> }): Promise<Sent>
  ask(number: string, code: string): Promise<Sent>
  /** Number and code as they stand on the page. */
  number(text: string): { number: string; code: string }
  cookies: Map<string, string>
}

interface Sent {
  status: number
  text: string
}

const signer = signerWith(SECRET_KEY)
const passes = pagePasses(signer, randomBytes)
export const tellers: TellerPasses = tellerPasses(signer)

/** What the poster of a village leads to. */
export async function codeOfVillage(town: Town, village: string, code: string): Promise<string> {
  await town.sql(`INSERT INTO "VillageCode" ("townId", "gridId", code)
    SELECT "townId", id, '${code}' FROM "GridNode" WHERE level = 'village' AND name = '${village}' ON CONFLICT DO NOTHING`)
  return code
}

export function phoneAt(town: Town, code: string): Phone {
  const cookies = new Map<string, string>()
  const home = `/s/${code}`
  const call = async (path: string, init: RequestInit = {}): Promise<Sent> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(town.url + path, { redirect: 'manual', ...init, headers: { ...init.headers, cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const to = answer.headers.get('location')
    return to === null ? { status: answer.status, text: await answer.text() } : call(to.split('#')[0] ?? to)
  }
  return {
    cookies,
    get: (path = home) => call(path),
    pass: (page = code) => passes.issue(page, earlier(new Date(), 2 * MINUTE_MS)),
    send(fields, { photos = [], to = home, headers = {} } = {}) {
      const body = new FormData()
      for (const [name, value] of Object.entries(fields)) body.append(name, value)
      for (const photo of photos) body.append('photo', new Blob([photo.bytes], { type: photo.type }), photo.name)
      return call(to, { method: 'POST', body, headers })
    },
    ask: (number, said) => call(`${home}/ask`, { method: 'POST', body: new URLSearchParams({ number, code: said }) }),
    number(text) {
      const [number = '', said = ''] = [...text.matchAll(/<dd>([^<]+)<\/dd>/gu)].map((m) => m[1] ?? '')
      return { number, code: said }
    },
  }
}

/** The pass of a slip's own page, as it stands in its form. */
export const passIn = (text: string): string => /name="pass" value="([^"]+)"/u.exec(text)?.[1] ?? ''
