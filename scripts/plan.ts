// npm run plan: the plan of the house in figures, counted from its own files.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { cyclesOf, sourceFiles } from '../test/support/imports.ts'

const root = resolve(import.meta.dirname, '..')
const files = sourceFiles()
const text = new Map(files.map((f) => [f, readFileSync(join(root, 'src', f), 'utf8')]))
const lines = (s: string): number => s.split('\n').length - 1
const count = (pattern: RegExp, where: (file: string) => boolean = () => true): number =>
  files.filter(where).reduce((sum, f) => sum + [...(text.get(f) ?? '').matchAll(pattern)].length, 0)
const inRooms =
  (...rooms: string[]) =>
  (f: string) =>
    rooms.some((r) => f.startsWith(`${r}/`))
const migrations = readdirSync(join(root, 'prisma', 'migrations'), { recursive: true, encoding: 'utf8' }).filter((f) =>
  /\.(sql|prisma)$/u.test(f),
)
const sizes = files.map((f) => lines(text.get(f) ?? '')).sort((a, b) => a - b)
const middle = sizes[sizes.length >> 1] ?? 0

/** A regular expression literal, as far as a line of prose and a division are not taken for one. */
const REGEX = /(?<=[=(,:;?&|!>[{}\s])\/(?![/*\s])(?:\\.|\[(?:\\.|[^\]\n])*\]|[^/\\\n[])+\/[dgimsuvy]*(?=[\s.,;)\]}])|new RegExp\(/gu

const figures: [string, number | string][] = [
  ['files in src', files.length],
  ['lines in src', [...text.values()].reduce((n, s) => n + lines(s), 0)],
  ['lines of a file, median', middle],
  ['import cycles, types counted', cyclesOf(files).length],
  ['regular expressions in orders, reading, classify', count(REGEX, inRooms('orders', 'reading', 'classify'))],
  ['phrases and frames that are data', dataLines()],
  ['parameters that are the whole desk', count(/\bdesk: Desk\b/gu)],
  ['casts', [...text.values()].reduce((n, s) => n + castsIn(s), 0)],
  ['homes of DAY_MS', count(/\bconst DAY_MS\b/gu)],
  ['lines in prisma/migrations', migrations.reduce((n, f) => n + lines(readFileSync(join(root, 'prisma', 'migrations', f), 'utf8')), 0)],
]

/** `as` behind a value, and not in a comment, a string or an import. */
function castsIn(source: string): number {
  const code = source
    .replace(/\/\*[\s\S]*?\*\/|(?<![:'])\/\/[^\n]*|^(?:im|ex)port [^;]*? from [^\n]*$/gmu, '')
    .replace(/'[^'\n]*'|`[^`]*`/gu, "''")
  return [...code.matchAll(/[\w)\]}'] as (?!const\b)[\w{[(]/gu)].length
}

function dataLines(): number {
  const all = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.txt'))
  return all.reduce(
    (n, f) =>
      n +
      readFileSync(join(root, 'src', f), 'utf8')
        .split('\n')
        .filter((l) => l.trim() !== '' && !l.startsWith('#')).length,
    0,
  )
}

for (const [what, n] of figures) console.log(`${String(n).padStart(7)}  ${what}`)
for (const cycle of cyclesOf(files)) console.log(`         a cycle: ${cycle.map((f) => relative('.', f)).join(', ')}`)
