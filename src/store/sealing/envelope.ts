import type { KeyObject } from 'node:crypto'
import { closeBytes, openBytes } from '../seal.ts'
import type { Keys } from './key-ring.ts'
import type { Keeping } from './sealed-columns.ts'
import { fromSevenBits, inSevenBits } from './seven-bits.ts'

/**
 * `~t3:…`: words, sealed with key 3; `~j3:…`: JSON. `~w` and `~k`: the same in UTF-16, which takes two bytes where Chinese takes three in
 * UTF-8. Before that it was `sealed-t:3:…` and `sealed-j:3:…`, in base64, and is read for as long as no new key has replaced it.
 * Bytes begin with `sealed-b:3:`.
 */
const SEALED = /^(?:~([twjk])(\d+)|sealed-([tj]):(\d+)):/u
const NAMED = /~[twjk](\d+):|sealed-[tj]:(\d+):/gu
const isMarked = (value: string): boolean => value.startsWith('~') || value.startsWith('sealed-')
const BYTES_START = Buffer.from('sealed-b:')
const BYTES = /^sealed-b:(\d+):/u

/** Ids, days, moments and words of the product, by which SQL finds rows; but no long number. */
const IS_READABLE = /^[\w.:/@+#-]*$/u
const LONG_NUMBER = /(?<![\w-])\+?\d{7,}[Xx]?(?![\w-])/u
/** What stands by these names somebody typed, and what they type may look like an id: a file's name, somebody's in Latin letters. */
const TYPED: ReadonlySet<string> = new Set(['name', 'text', 'title', 'note', 'said', 'words', 'topic', 'reason', 'reference', 'answer'])
const isReadable = (leaf: string, by: string): boolean =>
  leaf === '' || (!TYPED.has(by) && IS_READABLE.test(leaf) && !LONG_NUMBER.test(leaf))

export const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value))

function close({ current }: Keys, kind: 't' | 'j', plain: string): string {
  const [narrow, wide] = [Buffer.from(plain), Buffer.from(plain, 'utf16le')]
  const isWide = wide.length < narrow.length
  const mark = isWide ? WIDE[kind] : kind
  return `~${mark}${current.id}:${inSevenBits(closeBytes(current.key, isWide ? wide : narrow))}`
}
const WIDE = { t: 'w', j: 'k' } as const

/** A value on its way into a column; what is nothing stays nothing, so that SQL may ask for it. */
export function sealed(keys: Keys, keeping: Keeping, value: unknown): unknown {
  if (value === null || value === undefined || value === '') return value
  if (keeping === 'bytes') return value instanceof Uint8Array ? sealedBytes(keys, value) : refused(keeping)
  if (keeping === 'text') return typeof value === 'string' ? close(keys, 't', value) : refused(keeping)
  if (keeping === 'leaves') return sealedLeaves(keys, value)
  // Prisma's own word for an empty column is no value.
  if (keeping === 'json' && !isEmpty(value)) return close(keys, 'j', JSON.stringify(value))
  return value
}

function refused(keeping: Keeping): never {
  throw new Error(`a column of ${keeping} is written in a way that cannot be sealed`)
}

const isEmpty = (value: unknown): boolean =>
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && !Array.isArray(value) && (!isPlainObject(value) || Object.keys(value).length === 0))

function sealedLeaves(keys: Keys, value: unknown, by = ''): unknown {
  if (typeof value === 'string') return isReadable(value, by) ? value : close(keys, 't', value)
  if (Array.isArray(value)) return value.map((v) => sealedLeaves(keys, v, by))
  return isPlainObject(value) ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, sealedLeaves(keys, v, k)])) : value
}

const sealedBytes = ({ current }: Keys, plain: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`sealed-b:${current.id}:`), closeBytes(current.key, plain)])

/**
 * A value on its way out, with all that is sealed inside. What bears the mark and was not sealed here (a name somebody gave themselves)
 * is what it is.
 */
export function opened(keys: Keys, value: unknown): unknown {
  if (typeof value === 'string') return isMarked(value) ? openedText(keys, value) : value
  if (value instanceof Uint8Array) return openedBytes(keys, value)
  if (Array.isArray(value)) return value.map((v) => opened(keys, v))
  return isPlainObject(value) ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, opened(keys, v)])) : value
}

function openedText(keys: Keys, value: string): unknown {
  const [mark, kind, id, oldKind, oldId] = SEALED.exec(value) ?? []
  if (mark === undefined) return value
  const body = value.slice(mark.length)
  const closed = kind === undefined ? Buffer.from(body, 'base64url') : fromSevenBits(body)
  const isWide = kind === 'w' || kind === 'k'
  const plain = tryOpen(keys.byId.get(Number(id ?? oldId)), closed)?.toString(isWide ? 'utf16le' : 'utf8')
  if (plain === undefined) return value
  return ['j', 'k'].includes(kind ?? oldKind ?? '') ? JSON.parse(plain) : plain
}

function openedBytes(keys: Keys, value: Uint8Array): Uint8Array {
  const [mark, id] = markOfBytes(value) ?? []
  return mark === undefined ? value : (tryOpen(keys.byId.get(Number(id)), value.subarray(mark.length)) ?? value)
}

const markOfBytes = (value: Uint8Array): RegExpExecArray | null =>
  BYTES_START.equals(value.subarray(0, BYTES_START.length)) ? BYTES.exec(Buffer.from(value.subarray(0, 24)).toString('latin1')) : null

function tryOpen(key: KeyObject | undefined, closed: Uint8Array): Buffer | null {
  if (!key) return null
  try {
    return openBytes(key, closed)
  } catch {
    return null
  }
}

/** The keys that a value names, for whoever has to fetch one. */
export function keysNamedIn(value: unknown): number[] {
  if (value instanceof Uint8Array) return (markOfBytes(value)?.slice(1) ?? []).map(Number)
  if (typeof value !== 'string' || !(value.includes('~') || value.includes('sealed-'))) return []
  return Array.from(value.matchAll(NAMED), ([, id, oldId]) => Number(id ?? oldId))
}

/** Whether nothing is left to do for a kept value: empty, or sealed with the key that is used now. */
export function isSealedWith({ current }: Keys, keeping: Keeping, value: unknown): boolean {
  const isBy = (text: string): boolean => {
    const [, , id, , oldId] = SEALED.exec(text) ?? []
    return Number(id ?? oldId) === current.id
  }
  if (value === null || value === '' || (keeping === 'json' && isEmpty(value))) return true
  if (keeping === 'bytes') return value instanceof Uint8Array && markOfBytes(value)?.[1] === String(current.id)
  if (keeping === 'leaves') return leavesOf(value).every(([by, leaf]) => isBy(leaf) || (!SEALED.test(leaf) && isReadable(leaf, by)))
  return typeof value === 'string' && (keeping === 'secret' ? value.startsWith(`sealed:${current.id}:`) : isBy(value))
}

/** Each with the name it stands by. */
function leavesOf(value: unknown, by = ''): [by: string, leaf: string][] {
  if (typeof value === 'string') return [[by, value]]
  if (Array.isArray(value)) return value.flatMap((v) => leavesOf(v, by))
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([k, v]) => leavesOf(v, k)) : []
}
