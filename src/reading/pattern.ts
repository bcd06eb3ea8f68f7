import type { Line } from './lexicon.ts'

/**
 * What a line of a list or a frame is made of. `{done}` is one phrase of the list done, `{done?}` one or none, `{mine*}` any
 * number; `(甲/乙)` one of them, `[甲/乙]` one or none; `<…>` is kept for the order. `{note}` and `{any}` are free words, of
 * which the first are kept; `{note!not-yet}` are free words that hold no phrase of the list not-yet.
 */
export type Part =
  | { is: 'text'; text: string }
  | { is: 'list'; name: string; least: 0 | 1; many: boolean }
  | { is: 'free'; name: FreeName; least: 0 | 1; without: string | null }
  | { is: 'choice'; of: Part[][]; least: 0 | 1 }
  | { is: 'kept'; of: Part[] }

/** Free words: how many there may be, and whether they are kept, and whether a gap may stand in them. */
export const FREE = {
  note: { least: 1, most: 60, kept: true, gaps: true },
  any: { least: 1, most: 30, kept: false, gaps: true },
  few: { least: 1, most: 12, kept: false, gaps: true },
  short: { least: 1, most: 14, kept: true, gaps: true },
  bit: { least: 1, most: 4, kept: false, gaps: true },
  reporter: { least: 2, most: 6, kept: true, gaps: false },
} as const
export type FreeName = keyof typeof FREE
export const isFree = (name: string): name is FreeName => name in FREE

const CLOSING: Record<string, string> = { '(': ')', '[': ']', '<': '>' }

export function parsePattern({ text, where }: Line): Part[] {
  const fault = (why: string): never => {
    throw new Error(`${where}: “${text}” ${why}`)
  }
  let at = 0
  const slot = (): Part => {
    const end = text.indexOf('}', at)
    if (end < 0) fault('的“{”没有合上')
    let name = text.slice(at + 1, end)
    at = end + 1
    const last = name.at(-1)
    if (last === '?' || last === '*') name = name.slice(0, -1)
    const [free = '', without = null] = name.split('!')
    const least = last === '?' || last === '*' ? 0 : 1
    return isFree(free) ? { is: 'free', name: free, least, without } : { is: 'list', name, least, many: last === '*' }
  }
  const sequence = (closing: string): Part[] => {
    const parts: Part[] = []
    for (; at < text.length && text[at] !== closing && !(closing !== '>' && closing !== '' && text[at] === '/'); ) {
      const c = text[at] ?? ''
      const close = CLOSING[c]
      if (c === '{') parts.push(slot())
      else if (close !== undefined) {
        at++
        const of = [sequence(close)]
        while (text[at] === '/' && close !== '>') {
          at++
          of.push(sequence(close))
        }
        if (text[at] !== close) fault(`的“${c}”没有合上`)
        at++
        parts.push(c === '<' ? { is: 'kept', of: of[0] ?? [] } : { is: 'choice', of, least: c === '[' ? 0 : 1 })
      } else {
        const before = parts.at(-1)
        if (before?.is === 'text') before.text += c
        else parts.push({ is: 'text', text: c })
        at++
      }
    }
    return parts
  }
  const parts = sequence('')
  return parts.length > 0 ? parts : fault('是空的')
}
