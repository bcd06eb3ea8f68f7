/** Whether a word is one of a list's, which then is known of it. */
export const isOneOf = <T extends string>(list: readonly T[], word: string): word is T => list.some((known) => known === word)

/** The keys of a record, as its type names them. */
export const keysOf = <K extends string>(record: Readonly<Partial<Record<K, unknown>>>): K[] => Object.keys(record) as K[]

/** A record with a value for each of these keys. */
export const recordOf = <K extends string, V>(keys: readonly K[], value: (key: K) => V): Record<K, V> =>
  Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>
