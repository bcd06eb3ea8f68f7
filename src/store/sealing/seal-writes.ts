import { Prisma } from '../generated/client.ts'
import { isPlainObject } from './envelope.ts'
import type { KeyRing, Keys } from './key-ring.ts'
import { markOfWhole, marksSought } from './marks.ts'
import { marksOfTable, sealedData } from './seal-rows.ts'
import { sealedColumnsOf } from './sealed-columns.ts'

/** Every write of a sealed column, and every question about one, on its way to the database. */
export const sealedWrites = (ring: KeyRing) =>
  Prisma.defineExtension({
    query: {
      $allModels: {
        async $allOperations({ model, args, query }) {
          if (!sealedColumnsOf(model) || !isPlainObject(args)) return query(args)
          return query(sealedArgs(await ring.keys(), model, args))
        },
      },
    },
  })

const WRITTEN = ['data', 'create', 'update'] as const

function sealedArgs<T extends object>(keys: Keys, table: string, args: T): T {
  const changed: Record<string, unknown> = Object.fromEntries(Object.entries(args))
  for (const part of WRITTEN) if (changed[part] !== undefined) changed[part] = sealedData(keys, table, changed[part])
  if (changed.where !== undefined) changed.where = soughtIn(keys, table, changed.where)
  return { ...args, ...changed }
}

/** A condition on a sealed column, as one on its marks; any other would find nothing, and is a fault. */
function soughtIn(keys: Keys, table: string, where: unknown): unknown {
  if (Array.isArray(where)) return where.map((w) => soughtIn(keys, table, w))
  if (!isPlainObject(where)) return where
  const columns = sealedColumnsOf(table)
  return Object.fromEntries(
    Object.entries(where).map(([name, wanted]) => {
      if (['AND', 'OR', 'NOT'].includes(name)) return [name, soughtIn(keys, table, wanted)]
      return columns?.has(name) && !asksForNothing(wanted) && columns.get(name) !== 'leaves'
        ? byMark(keys, table, name, wanted)
        : [name, wanted]
    }),
  )
}

/** Whether there is something at all can be asked of a sealed column. */
const asksForNothing = (wanted: unknown): boolean =>
  wanted === undefined ||
  wanted === null ||
  wanted === '' ||
  (isPlainObject(wanted) && ['', null].some((nothing) => wanted.not === nothing))

function byMark(keys: Keys, table: string, column: string, wanted: unknown): [string, unknown] {
  const [mark, how] = Object.entries(marksOfTable(table)).find(([, { of }]) => of.includes(column)) ?? []
  if (mark !== undefined && how?.by === 'whole' && typeof wanted === 'string') return [mark, markOfWhole(keys, wanted)]
  if (mark !== undefined && how?.by === 'words' && isPlainObject(wanted) && typeof wanted.contains === 'string')
    return [mark, { hasEvery: marksSought(keys, wanted.contains) }]
  throw new Error(`${table}.${column} is sealed and cannot be asked for like this`)
}
