// Where one is, kept in the address, so that a reload, a link and the phone's "back" lead where one expects:
// #g:G01 a group, #p:P0012 a private chat with the bot; behind it /坪01 a matter's card, /事 the list of matters.
import { useEffect, useState } from '/assets/vendor/htm-preact.js'

export const MATTERS = '事'

export const keyOf = (place) => (place.group ? `g:${place.group}` : `p:${place.person}`)

function read() {
  const [where = '', side = ''] = location.hash.slice(1).split('/').map(decode)
  const [, kind, id] = /^([gp]):(.+)$/u.exec(where) ?? []
  return { place: kind ? (kind === 'g' ? { group: id } : { person: id }) : null, side: side || null }
}

function decode(part) {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}

const write = ({ place, side }) => `#${place ? keyOf(place) : ''}${side ? `/${encodeURIComponent(side)}` : ''}`

/** The route, a way to go on from it, and one to leave it for the one above. */
export function useRoute() {
  const [route, setRoute] = useState(read)
  useEffect(() => {
    const look = () => setRoute(read())
    addEventListener('popstate', look)
    return () => removeEventListener('popstate', look)
  }, [])
  const go = (to) => {
    if (write(to) === write(read())) return
    history.pushState({ from: write(read()) }, '', write(to))
    setRoute(to)
  }
  const up = (to) => {
    // Back where one came from, so that "back" afterwards does not lead into it again.
    if (history.state?.from === write(to)) return history.back()
    history.replaceState(null, '', write(to))
    setRoute(to)
  }
  return { route, go, up }
}
