import type { KnownNames } from '../weights/known-names.ts'
import type { Heard } from '../weights/layer.ts'
import { type Concept, RELATIONS, STANCES, TOPICS } from './concepts.ts'
import { type Evidence, evidenceIn } from './evidence.ts'
import { LEANINGS } from './lexicon.ts'
import { lookForDanger, type Sights } from './look-for-danger.ts'
import { inPlainWords } from './plain-words.ts'

const CONCEPTS: readonly Concept[] = [...TOPICS, ...STANCES]
const LONGEST_GRAM = 3
/** Doublings of length: from 64 characters on all are long. */
const LONG = 6
/** Past this nothing new is learnt of what a message is, and a megabyte must not take a second. */
const READ_AT_MOST = 400

/** Figures, dates and sums differ in every report and say nothing of their own. */
const even = (text: string): string =>
  text
    .toLowerCase()
    .replace(/https?:\/\/\S+/gu, '链')
    .replace(/[x某*]+/gu, '某')
    .replace(/\d[\d.,:]*/gu, '0')
    .replace(/[\s"'“”‘’()《》【】,，。.;；:：、!！]+/gu, ',')

export interface Features {
  /** Character runs of one to three in plain words, each once. */
  grams: Set<string>
  /** What is spoken of and how, each pair of it, and each with the length of the text; each begins with #. */
  concepts: Set<string>
  /** What leans towards a danger or away from it, and each pair of it; each begins with !. */
  leanings: Set<string>
  /** Who stands against whom, and each pair of it; each begins with ~. */
  relations: Set<string>
  /** Kinds of evidence out of the lexicon, what tells that nobody has to run, what danger they make, and each pair; each begins with %. */
  evidence: Set<string>
  /** What could be taken up of it, what is wrong there, how long it is; each begins with =. */
  told: Set<string>
  sights: Sights
  pointed: Evidence
}

const heardIn = (text: string, concepts: readonly Concept[]): string[] =>
  concepts.filter(([, says]) => says.test(text)).map(([name]) => name)

function withPairs(mark: string, found: readonly string[]): Set<string> {
  const all = new Set<string>()
  for (const [i, a] of found.entries()) {
    const one = `${mark}${a}`
    all.add(one)
    for (let j = i + 1; j < found.length; j++) all.add(`${one}+${found[j]}`)
  }
  if (found.length === 0) all.add(`${mark}nothing`)
  return all
}

const lengthOf = (text: string) => (text.length < 10 ? 'short' : text.length < 30 ? 'middling' : 'long')
const stopsOf = (text: string) => (/[。!?]$/u.test(text) ? 'stop' : /,/u.test(text) ? 'commas' : /[ \n]/u.test(text) ? 'spaces' : 'bare')

/** What is to be heard in a tidied text. */
export function featuresOf(whole: string): Features {
  const text = whole.slice(0, READ_AT_MOST)
  const line = `^${even(inPlainWords(text))}$`
  const grams = new Set<string>()
  for (let at = 0; at < line.length; at++)
    for (let size = 1; size <= LONGEST_GRAM && at + size <= line.length; size++) grams.add(line.slice(at, at + size))
  const found = heardIn(text, CONCEPTS)
  const concepts = withPairs('#', found)
  const length = lengthOf(text)
  concepts.add(`#${length}`).add(`#${stopsOf(text)}`)
  for (const name of found) concepts.add(`#${name}@${length}`)
  const sights = lookForDanger(text)
  const { kinds, calm, looked } = sights
  const evidence = withPairs('%', [
    ...kinds,
    ...calm.map((c) => c.name),
    ...(looked ? [looked.level, `${looked.level}-${looked.danger}`] : []),
  ])
  const pointed = evidenceIn(text)
  const told = new Set([...pointed.heard, `length ${Math.min(LONG, Math.floor(Math.log2(text.length + 1)))}`].map((name) => `=${name}`))
  return {
    grams,
    concepts,
    told,
    pointed,
    leanings: withPairs('!', heardIn(text, LEANINGS)),
    relations: withPairs('~', heardIn(text, RELATIONS)),
    evidence,
    sights,
  }
}

/** Every name a text is known by. */
export const namesOf = ({ grams, concepts, leanings, relations, evidence, told }: Features): string[] => [
  ...grams,
  ...concepts,
  ...leanings,
  ...relations,
  ...evidence,
  ...told,
]

/** How loudly each feature speaks: a long letter must not outshout a short line. */
export function weighed({ grams, concepts, leanings, relations, evidence, told }: Features, known: KnownNames): Heard {
  const out: { at: number; value: number }[] = []
  for (const names of [grams, concepts, leanings, relations, evidence, told]) {
    const heard: number[] = []
    for (const name of names) {
      const at = known.get(name)
      if (at !== undefined) heard.push(at)
    }
    const value = 1 / Math.sqrt(Math.max(heard.length, 6))
    for (const at of heard) out.push({ at, value })
  }
  return out
}
