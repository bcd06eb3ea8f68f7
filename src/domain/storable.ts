/** PostgreSQL keeps no NUL, and its JSON no half of a character; whatever is written with one such text fails with it, for ever. */
const LOST = /\0|\p{Surrogate}/gu

export const isStorable = (text: string): boolean => text.search(LOST) < 0

/** The same without what cannot be kept, however deep it lies in plain data. */
export function storable<T>(value: T): T
export function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(LOST, '')
  if (Array.isArray(value)) return value.map((it) => storable(it))
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, storable(it)]))
}
