import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { keysOf } from '../../src/domain/one-of.ts'
import { RETENTION } from '../../src/domain/retention.ts'

const root = join(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')

/** Every column that can hold a word or an id, as the schema names them. */
function columns(): string[] {
  const models = read('prisma/schema.prisma').matchAll(/^model (\w+) \{(.*?)^\}/gmsu)
  return [...models].flatMap(([, table, body = '']) =>
    [...body.matchAll(/^ {2}(\w+)\s+(?:String|Json|Bytes)/gmu)].flatMap(([, name]) => (name === 'townId' ? [] : [`${table}.${name}`])),
  )
}

/** Which kinds kept.txt gives to each. */
function keptColumns(): Map<string, string[]> {
  const lines = read('test/store/kept.txt')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const rules = lines.flatMap((line) => {
    const [table = '', all = ''] = line.split(':')
    return all.split(';').map((rule) => [table, ...rule.split('=').map((side) => side.trim().split(' '))] as const)
  })
  return new Map(rules.flatMap(([table, names = [], kinds = []]) => names.map((name): [string, string[]] => [`${table}.${name}`, kinds])))
}

it('is said of every column how long it stays, or why it has no days', () => {
  const all = columns()
  const kept = keptColumns()
  expect(all.filter((column) => !kept.has(column))).toEqual([])
  expect([...kept.keys()].filter((column) => !all.includes(column))).toEqual([])
  const reasons = [...read('.github/privacy.md').matchAll(/^\| \*\*(\w+)\*\* \|/gmu)].map(([, word]) => word ?? '')
  const known = new Set<string>([...keysOf(RETENTION), ...reasons, 'nobody'])
  expect([...kept].filter(([, kinds]) => !kinds.every((kind) => known.has(kind)))).toEqual([])
  // A kind of which nothing is left is no kind.
  expect([...known].filter((kind) => ![...kept.values()].flat().includes(kind))).toEqual([])
})
