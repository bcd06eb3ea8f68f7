import { readFileSync } from 'node:fs'
import { posix } from 'node:path'

const IMPORT = /^import (\{[^}]*\}|\* as \w+) from '([^']+)'\n/gmu
const EXPORT = /^export (?=(?:async )?(?:function|const|class) (\w+))/gmu
/** As a library that was made small ends. */
const EXPORT_LIST = /export\s*\{([^}]*)\};?\s*$/u

/** What stands in braces, as an object says it: `a as b` takes a and calls it b in an import, and gives it as b in an export. */
const taken = (list: string): string => list.replaceAll(/(\w+)\s+as\s+(\w+)/gu, '$1: $2')
const given = (list: string): string => list.replaceAll(/(\w+)\s+as\s+(\w+)/gu, '$2: $1')

interface Given {
  /** The module that is run for its own sake, as an absolute address. */
  entry: string
  /** The file behind an absolute address. */
  fileOf(address: string): string
}

/**
 * Modules that import each other as one script: a browser asks once instead of twenty times, and nothing is built
 * beforehand. Each becomes a function of its own, so that their names stay apart; none may import in a circle.
 */
export function joinModules({ entry, fileOf }: Given): string {
  const names = new Map<string, string>()
  const parts: string[] = []
  const add = (address: string): string => {
    const known = names.get(address)
    if (known === '') throw new Error(`${address} imports itself`)
    if (known !== undefined) return known
    names.set(address, '')
    const exported: string[] = []
    const code = readFileSync(fileOf(address), 'utf8')
      .replaceAll(IMPORT, (_, what: string, from: string) => {
        const module = add(from.startsWith('.') ? posix.join(posix.dirname(address), from) : from)
        return `const ${what.startsWith('*') ? what.slice(5) : taken(what)} = ${module}\n`
      })
      .replaceAll(EXPORT, (_, name: string) => {
        exported.push(name)
        return ''
      })
      .replace(EXPORT_LIST, (_, list: string) => {
        exported.push(given(list))
        return ''
      })
    const name = `module${parts.length}`
    names.set(address, name)
    parts.push(`const ${name} = (() => {\n${code}\nreturn { ${exported.join(', ')} }\n})()`)
    return name
  }
  add(entry)
  return parts.join('\n')
}
