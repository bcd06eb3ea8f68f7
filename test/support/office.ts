import type { Town } from './town.ts'

/** Somebody's way through the office page without a browser: what they get, and what they send. */
export interface Office {
  link: string
  /** Where the link has led. */
  landed: string
  get(path: string): Promise<Response>
  read(path: string): Promise<string>
  /** A form with files. */
  send(path: string, body: FormData): Promise<Response>
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>
}

/** The link that the bot sends on 页面, or on 页面 坪02. */
export async function linkFor(town: Town, person: string, about = ''): Promise<string> {
  await town.tell(person, `页面 ${about}`.trim())
  await town.settle()
  const link = /http\S+\/office\/in\/\S+/u.exec((await town.lastWord(person)) ?? '')?.[0]
  if (!link) throw new Error(`no link for ${person}: ${await town.lastWord(person)}`)
  return link
}

/** In by the link that the bot has sent, as a browser would go. */
export async function officeOf(town: Town, person: string, about = ''): Promise<Office> {
  const link = await linkFor(town, person, about)
  const entered = await fetch(link, { method: 'POST', redirect: 'manual' })
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  const get = (path: string) => fetch(town.url + path, { headers: { cookie }, redirect: 'manual' })
  return {
    link,
    landed: entered.headers.get('location') ?? '',
    get,
    read: async (path) => (await get(path)).text(),
    send: (path, body) => fetch(town.url + path, { method: 'POST', body, headers: { cookie }, redirect: 'manual' }),
    post: (path, fields, headers = {}) =>
      fetch(town.url + path, { method: 'POST', body: new URLSearchParams(fields), headers: { cookie, ...headers }, redirect: 'manual' }),
  }
}
