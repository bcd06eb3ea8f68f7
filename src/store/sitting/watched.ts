import type { Transaction } from '../transaction.ts'

const READS = /^(?:find|count|aggregate|groupBy)/u

/** What is about to be asked: of a table, or of nobody knows which. */
export interface Asked {
  table: string | null
  writes: boolean
}

/** The same transaction for everything else: `before` runs ahead of each of its statements. */
export function watched(tx: Transaction, before: (asked: Asked) => Promise<void>): Transaction {
  const first =
    (of: object, call: (...args: unknown[]) => unknown, asked: Asked) =>
    async (...args: unknown[]) => {
      await before(asked)
      return call.apply(of, args)
    }
  const rows = (table: string, of: object): object =>
    new Proxy(of, {
      get: (target, name) => {
        const call: unknown = Reflect.get(target, name)
        return typeof call === 'function' && typeof name === 'string'
          ? first(target, call.bind(target), { table, writes: !READS.test(name) })
          : call
      },
    })
  const tables = new Map<string, object>()
  return new Proxy(tx, {
    get: (target, name) => {
      const it: unknown = Reflect.get(target, name)
      if (typeof name !== 'string') return it
      if (typeof it === 'function') return first(target, it.bind(target), { table: null, writes: true })
      if (typeof it !== 'object' || it === null) return it
      const known = tables.get(name) ?? rows(name, it)
      tables.set(name, known)
      return known
    },
  })
}
