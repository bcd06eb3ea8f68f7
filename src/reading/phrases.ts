const START = 0
const NONE: readonly string[] = []

/**
 * Phrases of many lists, found in one walk over a text: those that begin alike share their beginning. A place is a number, and the
 * steps from place to place are kept by their letter, since an object and a map for each letter of each phrase weigh five times as much.
 */
export class Phrases {
  readonly #steps = new Map<number, Map<number, number>>()
  /** By place: the lists that hold the phrase which ends there. */
  readonly #lists: (readonly string[])[] = [NONE]
  readonly #alone = new Map<string, readonly string[]>()

  add(list: string, phrase: string): void {
    let place = START
    for (let i = 0; i < phrase.length; i++) place = this.#step(place, phrase.charCodeAt(i))
    const lists = this.#lists[place] ?? NONE
    if (!lists.includes(list)) this.#lists[place] = lists === NONE ? this.#only(list) : [...lists, list]
  }

  /** What begins at a place of a text, the shorter before the longer. */
  at(text: string, from: number, found: (list: string, end: number) => void): void {
    let place: number | undefined = START
    for (let i = from; i < text.length; i++) {
      place = this.#steps.get(text.charCodeAt(i))?.get(place)
      if (place === undefined) return
      for (const list of this.#lists[place] ?? NONE) found(list, i + 1)
    }
  }

  #step(from: number, letter: number): number {
    const steps = this.#steps.get(letter) ?? new Map<number, number>()
    this.#steps.set(letter, steps)
    const to = steps.get(from) ?? this.#lists.push(NONE) - 1
    steps.set(from, to)
    return to
  }

  /** Most phrases are of one list: it is written down once. */
  #only(list: string): readonly string[] {
    const known = this.#alone.get(list) ?? [list]
    this.#alone.set(list, known)
    return known
  }
}
