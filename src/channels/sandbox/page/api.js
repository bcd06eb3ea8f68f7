// The sandbox API, as any script may use it.

/** @param {string} path @param {object} [body] */
async function call(path, body) {
  const answer = await fetch(
    `/sandbox/api/${path}`,
    body && { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } },
  )
  const value = await answer.json().catch(() => ({}))
  if (!answer.ok) throw new Error(value.error ?? '没有成功，请再试一次')
  return value
}

const base = (place) => (place.group ? `groups/${encodeURIComponent(place.group)}` : `people/${encodeURIComponent(place.person)}`)

export const groups = () => call('groups')
export const people = (query) => call(`people?${new URLSearchParams(query)}`)
export const messages = (place) => call(`${base(place)}/messages`)
export const send = (place, body) => call(`${base(place)}/messages`, body)
export const tickets = (query) => call(`tickets?${new URLSearchParams(query)}`)
export const ticket = (number) => call(`tickets/${encodeURIComponent(number)}`)
export const clock = (body) => call('clock', body)
export const nextMorning = () => call('next-morning')

/** Calls back for each new message; after a broken line the caller reads anew what it missed. */
export function listen(onMessage, onReturn) {
  const source = new EventSource('/sandbox/api/events')
  source.addEventListener('message', (event) => onMessage(JSON.parse(event.data)))
  let broken = false
  source.onerror = () => {
    broken = true
  }
  source.onopen = () => {
    if (broken) onReturn()
    broken = false
  }
}
