// npm run plan: the plan of the house in figures, counted from its own files.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { COMMANDS } from '../src/orders/index.ts'
import { cyclesOf, namedOutside, ownImportsOf, roomOf, sourceFiles, unusedExports, wingFolders } from '../test/support/imports.ts'
import { passedBySentence } from './measure/stations.ts'

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

/** The rooms of which test/architecture.test.ts says what they may import. */
const rooms = readFileSync(join(root, 'test', 'architecture.test.ts'), 'utf8')
  .split('const MAY')[1]
  ?.split('\n}\n')[0]
  ?.matchAll(/^ {2}'?([\w./-]+)'?: \[/gmu)
const known = new Set([...(rooms ?? [])].map(([, room]) => room))

const median = (counts: readonly number[]): number => counts.toSorted((a, b) => a - b)[counts.length >> 1] ?? 0
const holding = (words: string): string[] => files.filter((f) => text.get(f)?.includes(words))
/** Here the same characters are words that are said or a column's title, and name no order. */
const onlySays = (f: string): boolean => /^wording\/|^roster\/|\/words[\w-]*\.ts$/u.test(f)
/** An order's own file, its name on the list of orders and of names, and whoever else calls it by name. */
const placesOfOrder = median(COMMANDS.map(({ name }) => holding(`'${name}'`).filter((f) => !onlySays(f)).length + 1))
const MOVES = 'tickets/moves/'
/** A move's own file and who imports it: the list. */
const placesOfMove = median(
  files
    .filter((f) => f.startsWith(MOVES) && /defineMove\(/u.test(text.get(f) ?? ''))
    .map((f) => 1 + importersOf(f).filter((i) => i.startsWith(MOVES)).length),
)
/** A measure's folder, its line in the list, and the files outside of the measures that name it as well. */
const placesOfMeasures = wingFolders().map((wing) => 2 + namedOutside(wing).length)

function importersOf(file: string): string[] {
  return files.filter((f) => ownImportsOf(f).includes(file))
}

const passed = await passedBySentence()

const figures: [string, number | string][] = [
  ['files in src', files.length],
  ['lines in src', [...text.values()].reduce((n, s) => n + lines(s), 0)],
  ['lines of a file, median', middle],
  ['import cycles, types counted', cyclesOf(files).length],
  ['regular expressions in orders, reading, classify', count(REGEX, inRooms('orders', 'reading', 'classify'))],
  ['phrases and frames that are data', dataLines()],
  ['parameters that are the whole desk', count(/\bdesk: Desk\b/gu)],
  ['steps of orders that are handed the whole call', count(/[\w}]: Call\b/gu, inRooms('orders', 'measures'))],
  ['casts', [...text.values()].reduce((n, s) => n + castsIn(s), 0)],
  ['homes of DAY_MS', count(/\bconst DAY_MS\b/gu)],
  ['files outside the architecture test', files.filter((f) => !known.has(roomOf(f))).length],
  ['exports nobody imports', unusedExports().length],
  ["files that a resident's sentence runs through until its ticket is written", passed.files.length],
  ['of these the stations: they decide, and hold it while they wait', passed.stations.length],
  ['times it is judged', passed.judged],
  ['places touched for an order, as most are', placesOfOrder],
  ['places touched for a move', placesOfMove],
  ['places touched for a measure: its folder, its line, and who else outside of measures names it', median(placesOfMeasures)],
  ['measures of which nobody else does', `${placesOfMeasures.filter((n) => n === 2).length}/${placesOfMeasures.length}`],
  [
    'of all measures those that ask the store for more than cases, by a line more in measures/stores.ts',
    files.filter((f) => /^measures\/[\w-]+\/store\.ts$/u.test(f)).length,
  ],
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
for (const station of passed.stations) console.log(`         a station: ${station}`)
for (const cycle of cyclesOf(files)) console.log(`         a cycle: ${cycle.map((f) => relative('.', f)).join(', ')}`)
