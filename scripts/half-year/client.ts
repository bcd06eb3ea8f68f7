import type { SandboxGroup, SandboxMessage, SandboxPerson, SandboxTicket } from '../../src/ports/sandbox.ts'

/** The township through its sandbox API, as much of it as the replay needs; the tests' town fits as well. */
export interface Township {
  url: string
  people(query: string): Promise<SandboxPerson[]>
  say(group: string, from: string, text: string): Promise<unknown>
  tell(person: string, text: string, more?: object): Promise<unknown>
  settle(): Promise<void>
  clockTo(moment: string): Promise<string>
  tickets(query?: string): Promise<SandboxTicket[]>
  lastWord(person: string): Promise<string | undefined>
}

export async function groupsOf(township: Township): Promise<SandboxGroup[]> {
  return (await (await fetch(`${township.url}/sandbox/api/groups`)).json()) as SandboxGroup[]
}

export function openTownship(url: string): Township {
  const call = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const answer = await fetch(`${url}/sandbox/api/${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as T
  }
  const post = <T>(path: string, body: object) => call<T>('POST', path, body)
  return {
    url,
    people: (query) => call('GET', `people?${query}`),
    say: (group, from, text) => post(`groups/${group}/messages`, { from, text }),
    tell: (person, text, more = {}) => post(`people/${person}/messages`, { from: person, text, ...more }),
    settle: async () => {
      await post('settle', {})
    },
    clockTo: async (to) => (await post<{ now: string }>('clock', { to })).now,
    tickets: (query = '') => call('GET', `tickets?${query}`),
    lastWord: async (person) => (await call<SandboxMessage[]>('GET', `people/${person}/messages`)).filter((m) => m.from.bot).at(-1)?.text,
  }
}
