import type { Talk, TalkLine } from '../domain/talk.ts'
import { wordsBeside } from '../reading/named-words.ts'
import { pairsOf } from './pairs.ts'
import { looksLikeNotice } from './plain-chat.ts'

const said = wordsBeside(import.meta.url, 'conversation')

/** Each is what it takes away of the likelihood that a line is a new matter, in logits. */
const DOUBTS = { reply: 8, cadreAnswers: 4, answer: 3, explains: 2.5, repeats: 4, bargains: 3 } as const

/** 知道了, 我去看, 正在弄: says that somebody is at it. */
const ON_IT = said('on-it')
/** Says that somebody is at it. */
export const saysOnIt = (text: string): boolean => ON_IT.test(text)
const ASKED = said('asked')
const EXPLAINS = said('explains', 'start')
const PRICED = said('priced')
const SHORT = 12
const LINES = 10
const FRESH = 3
const SHARED = 2

/** Whether two lines have words in common. */
function share(a: string, b: string): boolean {
  const there = pairsOf(b)
  return [...pairsOf(a)].filter((pair) => there.has(pair)).length >= SHARED
}

const isNews = (line: TalkLine): boolean => line.who !== 'bot' && (line.cadre || looksLikeNotice(line.text))

/** What the conversation says against a line being a matter of its own: whose answer, explanation or echo it may be. */
export function doubtsOf(text: string, { before: all, cadre }: Talk): number {
  const before = all.slice(-LINES)
  const last = before.findLast((line) => line.who !== 'same')
  const answered = before.find((line) => line.quoted) ?? last
  let doubts = 0
  if (cadre && ON_IT.test(text)) doubts += DOUBTS.reply
  if (!answered) return doubts
  if (cadre && answered.who === 'other' && !answered.cadre) doubts += DOUBTS.cadreAnswers
  if (answered === before.at(-1) && ASKED.test(answered.text.trim()) && text.length <= SHORT) doubts += DOUBTS.answer
  if (answered.who === 'other' && EXPLAINS.test(text)) doubts += DOUBTS.explains
  if (before.some((line) => line.who === 'other' && isNews(line) && share(text, line.text))) doubts += DOUBTS.repeats
  const lately = before.slice(-FRESH)
  if (PRICED.test(text) && lately.some((line) => line.who === 'other' && PRICED.test(line.text))) doubts += DOUBTS.bargains
  return doubts
}
