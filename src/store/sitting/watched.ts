import type { Transaction } from '../transaction.ts'

const READS = /^(?:find|count|aggregate|groupBy)/u

/** The same transaction for everything else: `before` runs ahead of each of its statements, and is told whether it may write. */
export function watched(tx: Transaction, before: (writes: boolean) => Promise<void>): Transaction {
  const first =
    (of: object, call: (...args: unknown[]) => unknown, writes: boolean) =>
    async (...args: unknown[]) => {
      await before(writes)
      return call.apply(of, args)
    }
  const table = (rows: object): object =>
    new Proxy(rows, {
      get: (target, name) => {
        const call: unknown = Reflect.get(target, name)
        return typeof call === 'function' && typeof name === 'string' ? first(target, call.bind(target), !READS.test(name)) : call
      },
    })
  const tables = new Map<string, object>()
  return new Proxy(tx, {
    get: (target, name) => {
      const it: unknown = Reflect.get(target, name)
      if (typeof name !== 'string') return it
      if (typeof it === 'function') return first(target, it.bind(target), true)
      if (typeof it !== 'object' || it === null) return it
      const known = tables.get(name) ?? table(it)
      tables.set(name, known)
      return known
    },
  })
}
