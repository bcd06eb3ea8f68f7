import { leftHashOf } from '../../src/domain/history.ts'
import { JsonObject } from '../../src/store/columns.ts'
import type { Bent } from '../../src/store/histories.ts'
import { keptHash, toldHash } from '../../src/store/kept-hash.ts'
import type { Transaction } from '../../src/store/transaction.ts'
import type { dice } from '../measure/invented-matters.ts'

type Dice = ReturnType<typeof dice>

/** A line of either log, as the database holds it. */
export interface Line {
  log: 'ticket' | 'chronicle'
  townId: string
  subject: string
  n: number
  at: Date
  what: string
  byId: string | null
  note: string | null
  data: unknown
  hash: Uint8Array
  erasedBy: string | null
}

/** What was done, and the places of which one has to be named. */
export interface Bend {
  how: string
  at: (Pick<Bent, 'log' | 'subject'> & { /** Null: anywhere in that history. */ n: number | null })[]
}

const TABLE = { ticket: '"TicketEvent"', chronicle: '"ChronicleLine"' } as const
const SUBJECT = { ticket: '"ticketId"', chronicle: 'subject' } as const
const whole = (line: Line) => `${TABLE[line.log]} WHERE "townId" = $1 AND ${SUBJECT[line.log]} = $2 AND n = $3`
const key = (line: Line) => [line.townId, line.subject, line.n]
const place = ({ log, subject, n }: Line) => ({ log, subject, n })

/** One bit of one character; never what a text cannot hold. */
function flipText(text: string, { below }: Dice): string {
  for (;;) {
    const at = below(text.length)
    const code = text.charCodeAt(at) ^ (1 << below(16))
    const bent = text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1)
    if (code !== 0 && bent.isWellFormed()) return bent
  }
}

/** One bit of one byte. */
function flipByte(hash: Uint8Array, { below }: Dice): Uint8Array {
  const at = below(hash.length)
  const bit = 1 << below(8)
  return hash.map((byte, i) => (i === at ? byte ^ bit : byte))
}

/** One bit of one value in what a line carries along; where it carries nothing, something. */
function flipWithin(data: unknown, luck: Dice): unknown {
  if (typeof data === 'string' && data !== '') return flipText(data, luck)
  if (typeof data === 'number') return data ^ (1 << luck.below(30))
  if (Array.isArray(data) && data.length > 0) {
    const at = luck.below(data.length)
    return data.map((it, i) => (i === at ? flipWithin(it, luck) : it))
  }
  const names = data !== null && typeof data === 'object' ? Object.entries(data) : []
  if (names.length === 0) return { bent: 1 }
  const at = luck.below(names.length)
  return Object.fromEntries(names.map(([name, it], i) => [name, i === at ? flipWithin(it, luck) : it]))
}

const flipTime = (at: Date, { below }: Dice) => new Date(Number(BigInt(at.getTime()) ^ (1n << BigInt(below(40)))))

/** The database would refuse a second line of the same number. */
function otherSubject(line: Line, lines: readonly Line[], luck: Dice): string {
  for (;;) {
    const subject = flipText(line.subject, luck)
    if (!lines.some((l) => l.log === line.log && l.subject === subject && l.n === line.n)) return subject
  }
}

async function flip(tx: Transaction, line: Line, lines: readonly Line[], luck: Dice): Promise<Bend> {
  const text = (it: string | null) => (it ? flipText(it, luck) : 'x')
  const column = luck.of(['at', 'what', 'byId', 'note', 'data', 'hash', 'townId', 'subject'] as const)
  const bent = {
    at: () => flipTime(line.at, luck),
    what: () => text(line.what),
    byId: () => text(line.byId),
    note: () => text(line.note),
    data: () => JSON.stringify(flipWithin(line.data, luck)),
    hash: () => flipByte(line.hash, luck),
    townId: () => text(line.townId),
    subject: () => otherSubject(line, lines, luck),
  }[column]()
  const name = column === 'subject' ? SUBJECT[line.log] : `"${column}"`
  const type = { at: '::timestamptz', data: '::jsonb' }[column as string] ?? ''
  await tx.$executeRawUnsafe(`UPDATE ${whole(line).replace(' WHERE', ` SET ${name} = $4${type} WHERE`)}`, ...key(line), bent)
  return { how: `a bit of ${column}`, at: [place(line)] }
}

async function renumber(tx: Transaction, line: Line, { below }: Dice): Promise<Bend> {
  const n = line.n ^ (1 << (4 + below(20)))
  await tx.$executeRawUnsafe(`UPDATE ${whole(line).replace(' WHERE', ' SET n = $4 WHERE')}`, ...key(line), n)
  return { how: 'a bit of n', at: [place(line)] }
}

async function remove(tx: Transaction, line: Line): Promise<Bend> {
  await tx.$executeRawUnsafe(`DELETE FROM ${whole(line)}`, ...key(line))
  return { how: 'a line removed', at: [place(line)] }
}

/** All that the two say changes place, their hashes with it. */
async function exchange(tx: Transaction, one: Line, other: Line): Promise<Bend> {
  const put = (to: Line, from: Line) =>
    tx.$executeRawUnsafe(
      `UPDATE ${whole(to).replace(' WHERE', ' SET at = $4, what = $5, "byId" = $6, note = $7, data = $8::jsonb, hash = $9 WHERE')}`,
      ...key(to),
      ...[from.at, from.what, from.byId, from.note, JSON.stringify(from.data), from.hash],
    )
  await put(one, other)
  await put(other, one)
  return { how: 'two exchanged', at: [place(one), place(other)] }
}

async function behead(tx: Transaction, line: Line, luck: Dice): Promise<Bend> {
  const head = `"HistoryHead" WHERE "townId" = $1 AND log = $2 AND subject = $3`
  if (luck.chance(50)) await tx.$executeRawUnsafe(`DELETE FROM ${head}`, line.townId, line.log, line.subject)
  else
    await tx.$executeRawUnsafe(
      `UPDATE ${head.replace(' WHERE', ' SET hash = $4 WHERE')}`,
      ...[line.townId, line.log, line.subject, flipByte(line.hash, luck)],
    )
  return { how: 'the head of a history', at: [{ ...place(line), n: null }] }
}

/** A line is bent and says that an erasure did it: an invented one, or one that is on record and took nothing from this line so. */
async function pretend(tx: Transaction, line: Line, lines: readonly Line[], luck: Dice): Promise<Bend> {
  const real = lines.flatMap(({ erasedBy }) => erasedBy ?? [])
  const erasure = luck.chance(30) || real.length === 0 ? `E${luck.below(1000)}` : luck.of(real)
  const left = { at: line.at, what: line.what, by: line.byId, note: `改过${luck.below(1000)}`, data: JsonObject.parse(line.data) }
  await tx.$executeRawUnsafe(
    `UPDATE ${whole(line).replace(' WHERE', ' SET note = $4, "erasedBy" = $5, "leftHash" = $6 WHERE')}`,
    ...[...key(line), left.note, erasure, keptHash(leftHashOf(line.subject, line.n, toldHash(line.hash), erasure, left))],
  )
  return { how: 'a pretended erasure', at: [place(line)] }
}

/** An erasure is gone from the record, or is said to be of another time. */
async function unrecord(tx: Transaction, line: Line, lines: readonly Line[], luck: Dice): Promise<Bend> {
  const erased = lines.filter((l) => l.erasedBy !== null)
  if (erased.length === 0) return remove(tx, line)
  const { townId, erasedBy } = luck.of(erased)
  const record = `"Erasure" WHERE "townId" = $1 AND id = $2`
  if (luck.chance(50)) await tx.$executeRawUnsafe(`DELETE FROM ${record}`, townId, erasedBy)
  else await tx.$executeRawUnsafe(`UPDATE ${record.replace(' WHERE', ` SET at = at - interval '1 year' WHERE`)}`, townId, erasedBy)
  return { how: 'the record of an erasure', at: erased.filter((l) => l.erasedBy === erasedBy).map(place) }
}

/** Bends one thing that was not to be bent, with every guard of the database off. */
export async function bend(tx: Transaction, lines: readonly Line[], luck: Dice): Promise<Bend> {
  const line = luck.of(lines)
  switch (luck.of(['flip', 'flip', 'flip', 'n', 'remove', 'remove', 'exchange', 'exchange', 'head', 'pretend', 'unrecord'] as const)) {
    case 'flip':
      return flip(tx, line, lines, luck)
    case 'n':
      return renumber(tx, line, luck)
    case 'remove':
      return remove(tx, line)
    case 'exchange':
      return exchange(tx, line, luck.of(lines.filter((l) => l.log === line.log && toldHash(l.hash) !== toldHash(line.hash))))
    case 'head':
      return behead(tx, line, luck)
    case 'pretend':
      return pretend(tx, line, lines, luck)
    case 'unrecord':
      return unrecord(tx, line, lines, luck)
  }
}
