import type { Duty } from '../domain/duty.ts'
import type { Judgement, Outcome } from '../domain/judgement.ts'
import { MASKED } from '../domain/mask-away.ts'
import { ModelAnswer } from '../domain/model-answer.ts'
import type { Opined } from '../ports/second-reader.ts'
import { isPlainTitle, safeTitle } from './safe-title.ts'
import { titleOf } from './title.ts'

/** A thinking model talks much before it answers; what is longer than this is no answer. */
const LONGEST = 40_000
const LONGEST_OBJECT = 4000
const MOST_WORDS = 3
const MOST_LINES = 10
const NO_TITLE = '一件事'

export interface Asked {
  /** The report as it left: masked. */
  text: string
  duties: readonly Duty[]
  /** What the local reader made of it. */
  local: Judgement
  /** Prompt and model, stored with the judgement. */
  version: string
  /** The township's mask (src/domain/mask-away.ts). */
  mask(text: string): string
  /** How many lines of the conversation it was shown, and which tickets. */
  lines?: number
  tickets?: readonly string[]
}

export type Broken = 'empty' | 'too long' | 'no object' | 'not JSON' | 'outside the schema'

/** The first whole object in what was said, between other words or a fence. Linear, whatever is said. */
function firstObject(said: string): string | null {
  const from = said.indexOf('{')
  if (from < 0) return null
  let depth = 0
  let quoted = false
  for (let at = from; at < said.length && at - from < LONGEST_OBJECT; at++) {
    const sign = said[at]
    if (quoted) {
      if (sign === '\\') at += 1
      else if (sign === '"') quoted = false
    } else if (sign === '"') quoted = true
    else if (sign === '{') depth += 1
    else if (sign === '}') {
      depth -= 1
      if (depth === 0) return said.slice(from, at + 1)
    }
  }
  return null
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Only words of the report itself become a reason: a cadre never reads a model's prose. */
function reasonOf(words: readonly string[], { text, mask }: Asked): string {
  const own = words
    .map((w) => w.trim())
    .filter(
      (w) =>
        w.length > 1 && w.length <= 8 && /^[\p{Script=Han}A-Za-z0-9]+$/u.test(w) && text.includes(w) && !MASKED.test(w) && mask(w) === w,
    )
  const said = [...new Set(own)].slice(0, MOST_WORDS)
  return said.length > 0 ? `提到${said.join('、')}` : '按整句的说法'
}

/** What a model denies is not opened by itself; somebody looks at it all the same. */
const denied = (local: Outcome): Outcome => (local === 'leave' ? 'leave' : 'list')
/** What only a model takes for a matter is looked at first. */
const affirmed = (local: Outcome): Outcome => (local === 'leave' ? 'list' : local)

/** A judgement within the schema, or why what the model said is none. */
export function readAnswer(said: string, asked: Asked): Opined | { broken: Broken } {
  if (said.trim() === '') return { broken: 'empty' }
  if (said.length > LONGEST) return { broken: 'too long' }
  const object = firstObject(said.replace(/^[\s\S]*<\/think>/u, ''))
  if (object === null) return { broken: 'no object' }
  const parsed = parse(object)
  if (parsed === undefined) return { broken: 'not JSON' }
  const answer = ModelAnswer.safeParse(parsed)
  if (!answer.success) return { broken: 'outside the schema' }
  const { lines, ticket } = answer.data
  const shown = Math.min(asked.lines ?? 0, MOST_LINES)
  return {
    judgement: judgementOf(answer.data, asked),
    lines: [...new Set(lines)].filter((n) => n >= 1 && n <= shown),
    ticket: ticket !== null && asked.tickets?.includes(ticket) ? ticket : null,
  }
}

function judgementOf(answer: ModelAnswer, asked: Asked): Judgement {
  const { local, version } = asked
  const { kind, danger, confidence } = answer
  const { places, evidence, asks } = local
  const base = {
    hint: null,
    hazard: local.hazard,
    places,
    evidence,
    asks,
    reason: reasonOf(answer.words, asked),
    confidence,
    version,
  }
  if (kind === 'none')
    return { ...base, kind, duty: null, danger, sensitivity: null, title: '', matter: 1 - confidence, outcome: denied(local.outcome) }
  const named = asked.duties.find((d) => d.code === answer.duty && d.kind === kind)
  // Without a list (the scoreboard) the code alone is known.
  const duty = named?.code ?? (local.kind === kind ? local.duty : null)
  const { sensitivity } = answer
  const told = { text: asked.text, kind, duty, short: named?.short ?? null, danger, sensitivity, places: local.places, words: [] }
  const ours = [local.kind === kind ? local.title : '', titleOf(told)].find((t) => isPlainTitle(t, asked.mask))
  const title = safeTitle(answer.title, asked.text, asked.mask) ?? ours ?? NO_TITLE
  return {
    ...base,
    kind,
    duty,
    danger,
    sensitivity,
    title,
    matter: Math.max(confidence, 0.5),
    outcome: danger ? 'open' : affirmed(local.outcome),
  }
}
