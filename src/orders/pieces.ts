import { dayEnd } from '../reading/day-words.ts'
import type { Scene } from './define-command.ts'
import { apart } from './number-apart.ts'

const LONGEST_PIECE = 3
/** What is told beyond this changes nothing of what is wanted. */
const READ_AT_MOST = 200

/** Who, when and how many stand for themselves: they differ in every line, and say nothing of the order. */
function marked(words: string, { cadreAt }: Pick<Scene, 'cadreAt'>): string {
  let line = ''
  for (let at = 0; at < words.length; ) {
    const who = cadreAt(words.slice(at))
    const [day = at] = dayEnd(words, at)
    line += who > 0 ? '人' : day > at + 1 ? '日' : words[at]
    at = who > 0 ? at + who : Math.max(day, at + 1)
  }
  return line.replace(/\d+/gu, '0').replace(/[\s"'“”‘’()《》【】,，。.;；:：、!！]+/gu, ',')
}

function runsOf(clause: string, mark: string): string[] {
  const line = `^${clause}$`
  const runs = new Set<string>()
  for (let at = 0; at < line.length; at++)
    for (let size = 1; size <= LONGEST_PIECE && at + size <= line.length; size++) runs.add(`${mark}${line.slice(at, at + size)}`)
  return [...runs]
}

/** The runs of one to three characters of a line, and those of its first and its last clause by themselves: what is wanted is said last, or first with its reasons behind. */
export function piecesOf(
  text: string,
  scene: Pick<Scene, 'cadreAt' | 'shorts'>,
): readonly [line: string[], last: string[], first: string[]] {
  const line = marked(apart(text.slice(0, READ_AT_MOST).replace(/[啦喽咯咧]/gu, '了'), scene).words, scene)
  const clauses = line.split(/[,?？]/u).filter((clause) => clause !== '')
  return [runsOf(line, ''), runsOf(clauses.at(-1) ?? '', '>'), runsOf(clauses[0] ?? '', '<')]
}
