// The program without its types. Node would strip them anew at each start, and in each thread, with a parser that then stays in memory: some
// 15 MB at rest and a fifth of the start. `node scripts/stripped.mjs` strips them once, which scripts/setup.mjs sees to; with
// `--import=./scripts/stripped.mjs` the program is read from there. Each text lies under the hash of what it was stripped from, so what has
// changed since is stripped by Node, as ever. Plain JavaScript, for it is what reads everything else.
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { registerHooks, stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(import.meta.dirname, '..')
const cache = join(root, 'node_modules', '.cache', 'shuoshi', 'stripped')
const sources = new URL('../src/', import.meta.url).href

const nameOf = (source) => `${createHash('sha256').update(process.versions.amaro).update(source).digest('hex')}.js`

if (import.meta.main) {
  mkdirSync(cache, { recursive: true })
  const known = new Set(readdirSync(cache))
  for (const path of globSync('src/**/*.ts', { cwd: root })) {
    const source = readFileSync(join(root, path), 'utf8')
    const name = nameOf(source)
    if (known.delete(name)) continue
    // Half a text must never be run.
    writeFileSync(join(cache, `${name}.new`), stripTypeScriptTypes(source))
    renameSync(join(cache, `${name}.new`), join(cache, name))
  }
  for (const left of known) rmSync(join(cache, left))
  utimesSync(cache, new Date(), new Date())
} else {
  registerHooks({
    load(url, context, next) {
      if (!url.startsWith(sources) || !url.endsWith('.ts')) return next(url, context)
      const stripped = join(cache, nameOf(readFileSync(fileURLToPath(url), 'utf8')))
      return existsSync(stripped) ? { format: 'module', source: readFileSync(stripped, 'utf8'), shortCircuit: true } : next(url, context)
    },
  })
}
