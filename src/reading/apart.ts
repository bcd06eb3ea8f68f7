import { withoutEdges } from './marks.ts'

const EDGE = '[\\s，,、。；;：:]'

/** The line without what was taken out of it. */
export const without = (text: string, from: number, to: number): string =>
  withoutEdges(`${text.slice(0, from).trimEnd()} ${text.slice(to).trimStart()}`).replace(/ {2,}/gu, ' ')

/** What stands by itself in a line, wherever that is, and the line without it: parts may be said in any order. */
export function takeApart(text: string, form: string): { found: readonly (string | undefined)[]; rest: string } | null {
  const found = new RegExp(`(?<=^|${EDGE})(?:${form})(?=$|${EDGE})`, 'u').exec(text)
  return found && { found: [...found], rest: without(text, found.index, found.index + found[0].length) }
}

/** Where the parts of a line begin. */
export const beginnings = (text: string): number[] => [
  ...new Set([0, ...[...text.matchAll(new RegExp(`${EDGE}+`, 'gu'))].map((gap) => gap.index + gap[0].length)]),
]
