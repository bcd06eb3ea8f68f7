import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, resolve, sep } from 'node:path'

const src = resolve(import.meta.dirname, '..', '..', 'src')

/** Every file of `src` that is written by hand, as `room/file.ts`. */
export const sourceFiles = (): string[] =>
  readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith('.ts') && !f.includes(join('store', 'generated')))
    .map((f) => f.split(sep).join(posix.sep))

/** What a file imports, types counted, as it is written. */
export const importsOf = (file: string): string[] =>
  [...readFileSync(join(src, file), 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'/gu)].map((m) => m[1] ?? '')

/** The files of ours that a file imports, from `src` on. */
export const ownImportsOf = (file: string): string[] =>
  importsOf(file)
    .filter((wanted) => wanted.startsWith('.'))
    .map((wanted) => posix.normalize(posix.join(posix.dirname(file), wanted)))

/** A wing is built like the house: its facts, words, ports, orders and store are rooms of their own, whichever wing they are of. */
const WING = /^measures\/(?:[\w-]+\/(?:(facts|words|desk|orders|store)[\w-]*|(wing))|(index|define-wing)|(stores))\.ts$/u

/** The room of a file, `measures/facts` for src/measures/exemplars/facts.ts. */
export const roomOf = (file: string): string => {
  const [, part, wing, list, stores] = WING.exec(file) ?? []
  if (part) return `measures/${part}`
  if (wing || list) return 'measures/wing'
  if (stores) return 'measures/store'
  return file.includes('/') ? (file.split('/')[0] ?? '') : '.'
}

/** The wings, by their folders. */
export const wingFolders = (): string[] =>
  sourceFiles()
    .flatMap((f) => /^measures\/([\w-]+)\/wing\.ts$/u.exec(f)?.[1] ?? [])
    .sort()

/** Who outside of the measures imports something of this wing. */
export const namedOutside = (wing: string): string[] =>
  sourceFiles()
    .filter((f) => !f.startsWith('measures/') && ownImportsOf(f).some((i) => i.startsWith(`measures/${wing}/`)))
    .sort()

/** Files that import each other in a circle, types counted; a circle a row (Tarjan's strongly connected components). */
export function cyclesOf(files: readonly string[]): string[][] {
  const known = new Set(files)
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const path: string[] = []
  const open = new Set<string>()
  const cycles: string[][] = []
  const visit = (file: string): void => {
    index.set(file, index.size)
    low.set(file, index.size - 1)
    path.push(file)
    open.add(file)
    for (const next of ownImportsOf(file).filter((f) => known.has(f))) {
      if (!index.has(next)) visit(next)
      if (open.has(next))
        low.set(
          file,
          Math.min(low.get(file) ?? 0, (index.get(next) ?? 0) < (low.get(next) ?? 0) ? (index.get(next) ?? 0) : (low.get(next) ?? 0)),
        )
    }
    if (low.get(file) !== index.get(file)) return
    const circle = path.splice(path.indexOf(file))
    for (const f of circle) open.delete(f)
    if (circle.length > 1) cycles.push(circle.sort())
  }
  for (const file of files) if (!index.has(file)) visit(file)
  return cycles
}

const IMPORT = /(?:import|export)\s+(?:type\s+)?(?:\*\s+as\s+(\w+)|\{([^}]*)\})\s+from\s+'(\.[^']+)'/gu
const VALUE = /^export (?:async )?(?:const|let|function\*?|class) (\w+)/gmu

/** Values that a file of `src` exports and no file of ours imports, as `room/file.ts name`. */
export function unusedExports(): string[] {
  const root = resolve(src, '..')
  const ours = ['src', 'test', 'scripts'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((f) => /\.(?:ts|js|mjs)$/u.test(f) && !f.includes(join('store', 'generated')))
      .map((f) => posix.join(folder, f.split(sep).join(posix.sep))),
  )
  const text = new Map(ours.map((f) => [f, readFileSync(join(root, f), 'utf8')]))
  const used = new Set<string>()
  for (const [file, said] of text) {
    const from = (wanted: string) => posix.normalize(posix.join(posix.dirname(file), wanted))
    for (const [, whole, names, wanted = ''] of said.matchAll(IMPORT)) {
      for (const name of (names ?? '').split(',')) used.add(`${from(wanted)} ${name.trim().replace(/^type\s+|\s+as\s.*$/gu, '')}`)
      if (whole) for (const [, name] of said.matchAll(new RegExp(`\\b${whole}\\.(\\w+)`, 'gu'))) used.add(`${from(wanted)} ${name}`)
    }
    for (const [, wanted = ''] of said.matchAll(/import\('(\.[^']+)'\)/gu)) used.add(from(wanted))
  }
  return sourceFiles().flatMap((file) => {
    const path = `src/${file}`
    if (used.has(path)) return []
    return [...(text.get(path) ?? '').matchAll(VALUE)].flatMap(([, name]) => (used.has(`${path} ${name}`) ? [] : [`${file} ${name}`]))
  })
}
