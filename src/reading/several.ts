import { wordsBeside } from './named-words.ts'
import { hasNumeral } from './numbers.ts'
import { type Short, type TicketRef, ticketRef } from './ticket-ref.ts'

const said = wordsBeside(import.meta.url, 'several')

/** 、, 和, 跟 between two numbers of which the same is said. */
const BETWEEN = said('between', 'start')
const LISTED = said('listed', 'end')
const BEHIND = said('behind', 'start')

/** 坪18、坪16都办好了: the line as it would be of the first alone, and the others; null where only one is named. */
export function severalIn(text: string, shorts: readonly Short[]): { text: string; others: TicketRef[] } | null {
  const at = firstAt(text, shorts)
  const first = at < 0 ? null : ticketRef(text.slice(at), shorts)
  if (!first) return null
  const others: TicketRef[] = []
  let rest = first.rest
  for (let again = true; again; ) {
    const joined = BETWEEN.exec(rest)?.[0] ?? ''
    const next = ticketRef(rest.slice(joined.length), shorts)
    // A mark between them went with the first: 7、8 is a list, 7号，8号去看 a day; 坪07两家 is no second number.
    const isListed = LISTED.test(text.slice(0, text.length - rest.length))
    again = next !== null && (joined !== '' || isListed || next.village !== null || BEHIND.test(next.rest))
    if (next && again) {
      others.push({ ...next, rest: '' })
      rest = next.rest
    }
  }
  const known = text.slice(0, text.length - first.rest.length)
  return others.length > 0 ? { text: `${known}${rest.replace(BEHIND, '')}`, others } : null
}

const firstAt = (text: string, shorts: readonly Short[]): number =>
  Array.from(text).findIndex((_, at) => hasNumeral(text.slice(at, at + 3)) && ticketRef(text.slice(at), shorts) !== null)
