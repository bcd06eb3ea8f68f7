import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../src/settings/config.ts'

const textOf = (file: string): string => readFileSync(join(projectRoot, '.github', file), 'utf8')

/** The instructions of the container file, as pairs of a word and the rest; lines that go on are one. */
export const instructions = (): [word: string, rest: string][] =>
  textOf('Containerfile')
    .replace(/\\\n\s*/gu, '')
    .split('\n')
    .filter((line) => /^[A-Z]/u.test(line))
    .map((line) => [line.replace(/ .*$/u, ''), line.replace(/^\S+ /u, '')])

/** What of this project the image is made of. */
export const copied = (): string[] =>
  instructions().flatMap(([word, rest]) => {
    if (word !== 'COPY' || rest.includes('--from=')) return []
    return rest
      .split(' ')
      .filter((part) => !part.startsWith('--'))
      .slice(0, -1)
  })

/** A list as the last instruction of its kind gives it: ["node", "src/main.ts"]. */
export function listOf(word: 'CMD'): string[] {
  const rest = instructions().findLast(([name]) => name === word)?.[1] ?? '[]'
  const list: unknown = JSON.parse(rest)
  return Array.isArray(list) ? list.map(String) : []
}

/** The settings of the unit; of one that stands twice, the last. */
export const unit = (): Map<string, string> =>
  new Map([...textOf('shuoshi.service').matchAll(/^(\w+)=(.*)$/gmu)].map((m) => [m[1] ?? '', m[2] ?? '']))

export const UNIT = 'shuoshi.service'
/** The unit as if this copy of the project lay where it says. */
export const unitHere = (): string => textOf(UNIT).replaceAll('/opt/shuoshi', projectRoot)
