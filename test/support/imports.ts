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

/** A wing is built like the house: its facts, words, ports and orders are rooms of their own, whichever wing they are of. */
const WING = /^measures\/(?:[\w-]+\/(?:(facts|words|desk|orders)[\w-]*|(wing))|(index|define-wing))\.ts$/u

/** The room of a file, `measures/facts` for src/measures/exemplars/facts.ts. */
export const roomOf = (file: string): string => {
  const [, part, wing, list] = WING.exec(file) ?? []
  if (part) return `measures/${part}`
  if (wing || list) return 'measures/wing'
  return file.includes('/') ? (file.split('/')[0] ?? '') : '.'
}

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
