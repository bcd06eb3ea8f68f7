import { isEdge, isSlot, listOf, phrasesAt, type SlotName } from './grammar.ts'
import { FREE, type Part } from './pattern.ts'
import { startsOf, waysFrom } from './starts.ts'

/** What no list can hold, because people and numbers change: the ends of what begins at a place in the text. */
export type Slots = Readonly<Record<SlotName, (text: string, at: number) => readonly number[]>>

export interface Match {
  /** How many characters are fixed by the frame: where several fit, the one with more of them is meant. */
  fixed: number
  /** What is kept for the order, as it was said, by the slot it was found in. */
  kept: readonly Kept[]
}

export interface Kept {
  slot: string
  words: string
  /** Where it began. */
  at: number
}

const GAPS = new Set(' ：:，,、。.;；!！~～')
const skip = (text: string, at: number): number => {
  let to = at
  while (GAPS.has(text[to] ?? '')) to++
  return to
}

const NONE: ReadonlyMap<number, number> = new Map()

type Next = (at: number, fixed: number, kept: readonly Kept[]) => void

/** One text, read against many frames; what was found of a list at a place is found once. */
export class Scan {
  readonly text: string
  readonly #slots: Slots
  readonly #found = new Map<string, ReadonlyMap<number, number>>()
  readonly #phrases: ReadonlyMap<string, ReadonlyMap<number, number>>[] = []
  readonly #held = new Map<string, readonly { at: number; end: number }[]>()

  constructor(text: string, slots: Slots) {
    this.text = text
    this.#slots = slots
  }

  /** The reading of the whole text by this frame that has the most fixed characters. */
  match(frame: readonly Part[]): Match | null {
    if (!frame.every((part) => this.#may(part))) return null
    let best: Match | null = null
    this.#run(frame, 0, 0, 0, [], true, (at, fixed, kept) => {
      if (skip(this.text, at) === this.text.length && fixed > (best?.fixed ?? -1)) best = { fixed, kept }
    })
    return best
  }

  /** What a frame cannot do without must stand somewhere: most frames are done with so. */
  #may(part: Part): boolean {
    if (part.is === 'text') return this.text.includes(part.text)
    if (part.is === 'list')
      return part.least === 0 || isEdge(part.name) || part.name === 'who' || part.name === 'duty' || this.holds(part.name)
    if (part.is === 'choice') return part.least === 0 || part.of.some((of) => of.every((p) => this.#may(p)))
    return part.is === 'free' || part.of.every((p) => this.#may(p))
  }

  /** Where what begins here and is a line of the list may end. */
  endsOf(name: string, at: number): Iterable<number> {
    return this.#ends(name, at).keys()
  }

  /** From where on there is nothing but phrases of the list, down to nothing at all. */
  tails(name: string): ReadonlySet<number> {
    const from = new Set([this.text.length])
    for (let at = this.text.length - 1; at >= 0; at--) if ([...this.#ends(name, at).keys()].some((end) => from.has(end))) from.add(at)
    return from
  }

  /** Everywhere a frame stands in the text, whatever stands around it. */
  find(frame: readonly Part[]): (Match & { at: number; end: number })[] {
    if (!frame.every((part) => this.#may(part))) return []
    const found: (Match & { at: number; end: number })[] = []
    const starts = startsOf(frame)
    for (let at = 0; at < this.text.length; at++) {
      const c = this.text.charAt(at)
      if (GAPS.has(c) || (starts !== null && !starts.has(c))) continue
      let best: (Match & { at: number; end: number }) | null = null
      this.#run(frame, 0, at, 0, [], true, (end, fixed, kept) => {
        if (fixed > (best?.fixed ?? -1) || (fixed === best?.fixed && end > best.end)) best = { at, end, fixed, kept }
      })
      if (best) found.push(best)
    }
    return found
  }

  /** Every place where a phrase of the list stands. */
  spansOf(name: string): readonly { at: number; end: number }[] {
    return this.#spans(name)
  }

  /** Whether any phrase of the list stands between these places of the text. */
  holds(name: string, from = 0, to: number = this.text.length): boolean {
    return this.#spans(name).some((span) => span.at >= from && span.end <= to)
  }

  #spans(name: string): readonly { at: number; end: number }[] {
    const known = this.#held.get(name)
    if (known) return known
    const spans = Array.from({ length: this.text.length }, (_, at) => at).flatMap((at) => {
      const ends = [...this.#ends(name, at).keys()]
      return ends.length > 0 ? [{ at, end: Math.min(...ends) }] : []
    })
    this.#held.set(name, spans)
    return spans
  }

  #spelt(at: number): ReadonlyMap<string, ReadonlyMap<number, number>> {
    const known = this.#phrases[at]
    if (known) return known
    const found = new Map([...phrasesAt(this.text, at)].map(([name, ends]) => [name, new Map(ends.map((end) => [end, end - at]))]))
    this.#phrases[at] = found
    return found
  }

  /** Where phrases of the list that begin here end, with how much of each is fixed. */
  #ends(name: string, at: number): ReadonlyMap<number, number> {
    const list = isSlot(name) ? null : listOf(name, name)
    if (list?.phrases) return this.#spelt(at).get(name) ?? NONE
    const ways = list ? waysFrom(list.patterns, this.text.charAt(at)) : []
    if (list && ways.length === 0) return NONE
    const key = `${name}@${at}`
    const known = this.#found.get(key)
    if (known) return known
    const ends = new Map<number, number>()
    this.#found.set(key, ends)
    const add = (end: number, fixed: number) => ends.set(end, Math.max(ends.get(end) ?? 0, fixed))
    if (isSlot(name)) for (const end of this.#slots[name](this.text, at)) add(end, 1)
    for (const way of ways) this.#run(way, 0, at, 0, [], false, (end, fixed) => end > at && add(end, fixed))
    return ends
  }

  /** `loose`: between the parts of a frame people put gaps where they like; within a phrase they do not. */
  #run(parts: readonly Part[], i: number, from: number, fixed: number, kept: readonly Kept[], loose: boolean, next: Next): void {
    const part = parts[i]
    if (!part) {
      next(from, fixed, kept)
      return
    }
    const at = loose && from > 0 ? skip(this.text, from) : from
    const onwards: Next = (end, more, keeps) => this.#run(parts, i + 1, end, more, keeps, loose, next)
    switch (part.is) {
      case 'text':
        if (this.text.startsWith(part.text, at)) onwards(at + part.text.length, fixed + part.text.length, kept)
        return
      case 'list':
        if (part.least === 0) onwards(from, fixed, kept)
        if (part.name === 'end') {
          if (from === this.text.length || GAPS.has(this.text[from] ?? '')) onwards(from, fixed, kept)
          return
        }
        if (part.name === 'gap') {
          const to = skip(this.text, at)
          if (to > from || (at > 0 && GAPS.has(this.text[at - 1] ?? ''))) onwards(to, fixed, kept)
          return
        }
        for (const [end, more] of this.#ends(part.name, at)) {
          const keeps = isSlot(part.name) ? [...kept, { slot: part.name, words: this.text.slice(at, end), at }] : kept
          if (part.many) this.#run(parts, i, end, fixed + more, keeps, loose, next)
          else onwards(end, fixed + more, keeps)
        }
        return
      case 'choice':
        if (part.least === 0) onwards(from, fixed, kept)
        for (const of of part.of) this.#run(of, 0, at, fixed, kept, loose, onwards)
        return
      case 'kept':
        this.#run(part.of, 0, at, fixed, kept, loose, (end, more) =>
          onwards(end, more, [...kept, { slot: 'kept', words: this.text.slice(at, end).trim(), at }]),
        )
        return
      case 'free': {
        if (part.least === 0) onwards(from, fixed, kept)
        const { least, most, kept: keep, gaps } = FREE[part.name]
        for (let end = at + 1; end <= Math.min(this.text.length, at + most); end++) {
          const words = this.text.slice(at, end)
          const isGap = GAPS.has(words.at(-1) ?? '')
          if (isGap && !gaps) break
          if (isGap || words.length < least || (part.without !== null && this.holds(part.without, at, end))) continue
          onwards(end, fixed, keep ? [...kept, { slot: part.name, words, at }] : kept)
        }
        return
      }
      default:
        part satisfies never
    }
  }
}
