import { readShared } from '../domain/shared.ts'
import type { OpenReport } from '../ports/desk.ts'
import { plainLine } from './report-text.ts'

/** Of this little the reader makes nothing. */
export const NOTHING = 0.2
/** 这路能走么, 这咋弄, 你们看: points at what is on the photo and says nothing of it. */
const POINTS = /这|那|看|瞅|瞧|咋|能(?:走|过)|啥情况/u
const LONGEST_POINTING = 10

export const wordsOf = ({ messages }: Pick<OpenReport, 'messages'>): string =>
  messages
    .map((m) => plainLine(m.text))
    .filter((t) => t !== '')
    .join('，')

const pointsAt = (words: string): boolean => words.length <= LONGEST_POINTING && POINTS.test(words)

/** A photo without a word, or with words that only point at it: what it shows is yet to be said. */
export function waitsForWords(report: Pick<OpenReport, 'messages' | 'judgement'>): boolean {
  const words = wordsOf(report)
  if (words === '') return true
  const { judgement, messages } = report
  if (!messages.some((m) => m.photos.length > 0 || readShared(m.text) !== null)) return false
  if (judgement?.outcome === 'open' || judgement?.outcome === 'ask' || judgement?.danger) return false
  return (judgement?.matter ?? 0) < NOTHING || pointsAt(words)
}

/** Whether its author is to be asked what it shows: friends who send each other their supper are not. */
export const isToBeAsked = (report: Pick<OpenReport, 'messages'>): boolean => {
  const words = wordsOf(report)
  return words === '' || pointsAt(words)
}
