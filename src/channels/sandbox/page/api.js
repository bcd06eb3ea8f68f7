// The sandbox API, as any script may use it.

/** The program cannot be reached: it was stopped, or is starting. */
export class Unreachable extends Error {}

/** @param {string} path @param {object} [body] */
async function call(path, body) {
  const options = body && { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const answer = await fetch(`/sandbox/api/${path}`, options).catch(() => {
    throw new Unreachable('连不上说事')
  })
  const value = await answer.json().catch(() => ({}))
  if (!answer.ok) throw new Error(value.error ?? '没有成功，请再试一次')
  return value
}

const base = (place) => (place.group ? `groups/${encodeURIComponent(place.group)}` : `people/${encodeURIComponent(place.person)}`)
const query = (words) => new URLSearchParams(Object.entries(words).filter(([, word]) => word))

export const town = () => call('town')
export const groups = () => call('groups')
export const people = (words) => call(`people?${query(words)}`)
export const lastWords = () => call('last-words')
export const messages = (place, span = {}) => call(`${base(place)}/messages?${query(span)}`)
export const waiting = (place) => call(`${base(place)}/waiting`)
export const send = (place, body) => call(`${base(place)}/messages`, body)
export const tickets = (words) => call(`tickets?${query(words)}`)
export const ticket = (number) => call(`tickets/${encodeURIComponent(number)}`)
export const clock = (body) => call('clock', body)
export const nextMorning = () => call('next-morning')
export const office = (person, number) => call('office', { person, number })
export const settle = () => call('settle', {})

const PEOPLE = 500

/** Everybody who is in a group, however many. */
export async function members(group) {
  const all = []
  for (let after = ''; ; ) {
    const page = await people({ group, after })
    all.push(...page)
    after = page.at(-1)?.id
    if (page.length < PEOPLE) return all
  }
}

const AGAIN_MS = 2000

/** Calls back for each new message, and whenever the line is there or broken. */
export function listen({ heard, there, broken }) {
  const source = new EventSource('/sandbox/api/events')
  source.addEventListener('message', (event) => heard(JSON.parse(event.data)))
  source.onopen = there
  source.onerror = () => {
    broken()
    // The browser itself comes back after a broken line, but not after a refusal.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen({ heard, there, broken }), AGAIN_MS)
  }
}
