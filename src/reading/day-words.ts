import { wordsBeside } from './named-words.ts'
import { expressionEnd } from './piece.ts'

const said = wordsBeside(import.meta.url, 'day-words')

/** 缓几天, 这周: loosely a time, which nobody reads a day from. */
const LOOSELY = said('loosely', 'anywhere', 'uy')
const TO = said('to', 'anywhere', 'uy')
/** Nothing but the day, or a reason set apart from it: 到12月10日, 两天 等配件, but not 到25号开会. */
const ALONE = said('alone', 'start')

const here = (text: string, at: number): number | null => {
  LOOSELY.lastIndex = at
  const loosely = LOOSELY.exec(text)
  const ends = [expressionEnd(text, at), loosely && at + loosely[0].length].filter((end) => end !== null)
  return ends.length > 0 ? Math.max(...ends) : null
}

/** Where the day ends that words begin with. */
function startsUntil(words: string): number | null {
  TO.lastIndex = 0
  return here(words, TO.exec(words)?.[0].length ?? 0)
}

/** Whether words begin with a day or a span, without reading which. */
export const startsWithDay = (words: string): boolean => startsUntil(words) !== null
export const holdsDay = (words: string): boolean => Array.from(words, (_, at) => at).some((at) => here(words, at) !== null)
export function isDayAndReason(words: string): boolean {
  const end = startsUntil(words)
  return end !== null && ALONE.test(words.slice(end))
}

/** Where the day or the span ends that begins at a place of the text, if one does. */
export function dayEnd(text: string, at: number): number[] {
  const end = here(text, '到至'.includes(text[at] ?? ' ') ? at + 1 : at)
  return end === null ? [] : [end]
}
