import { readNumber } from '../domain/numerals.ts'
import { keysOf } from '../domain/one-of.ts'
import { askWords as words } from '../wording/connect.ts'

/** Whoever sits at the keyboard; `ask` throws `Left` when they have gone. */
export interface Asker {
  say(line: string): void
  ask(question: string): Promise<string>
}

/** Ctrl-C, or no more to read. */
export class Left extends Error {}

interface Choice<T extends string> {
  question: string
  options: Readonly<Partial<Record<T, string>>>
  /** What an empty line means; nothing: it is asked again. */
  otherwise: readonly T[]
}

const numbersIn = (said: string): number[] => said.normalize('NFKC').match(/\d+/gu)?.map(Number) ?? []

/** Some of a list, by their numbers, in the list's order. */
export async function chooseSome<T extends string>({ say, ask }: Asker, { question, options, otherwise }: Choice<T>): Promise<T[]> {
  const names = keysOf(options)
  const numberOf = (name: T): number => names.indexOf(name) + 1
  say('')
  say(question)
  for (const name of names) say(words.option(numberOf(name), options[name] ?? ''))
  for (;;) {
    const said = await ask(words.byNumber(otherwise.map(numberOf)))
    if (said === '' && otherwise.length > 0) return [...otherwise]
    const numbers = numbersIn(said)
    if (numbers.length > 0 && numbers.every((n) => n >= 1 && n <= names.length))
      return names.filter((name) => numbers.includes(numberOf(name)))
    say(words.again(names.length))
  }
}

/** One of a list. */
export async function chooseOne<T extends string>(asker: Asker, choice: Choice<T>): Promise<T> {
  for (;;) {
    const [one, ...more] = await chooseSome(asker, choice)
    if (one !== undefined && more.length === 0) return one
    asker.say(words.onlyOne)
  }
}

export async function askCount({ say, ask }: Asker, question: string): Promise<number> {
  say('')
  for (;;) {
    const count = readNumber((await ask(question)).replace(/[个群左右约]/gu, ''))
    if (count !== null && count >= 1) return count
    say(words.aNumber)
  }
}
