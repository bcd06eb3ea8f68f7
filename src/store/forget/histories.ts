import { type ChainedEvent, leftHashOf } from '../../domain/history.ts'
import { storable } from '../../domain/storable.ts'
import { chronicleOf } from '../cases.ts'
import { asJson, JsonObject } from '../columns.ts'
import type { ChronicleLine, TicketEvent } from '../generated/client.ts'
import { keptHash, toldHash } from '../kept-hash.ts'
import type { Transaction } from '../transaction.ts'
import type { Erasing } from './erasing.ts'
import { markOf } from './with-erasures.ts'

/** A line of a history as it is to stand from now on. */
export interface Left {
  table: 'TicketEvent' | 'ChronicleLine'
  subject: string
  n: number
  hash: string
  event: ChainedEvent
}

type Line = Pick<TicketEvent | ChronicleLine, 'n' | 'at' | 'what' | 'byId' | 'note' | 'data' | 'hash'>

function without(of: Erasing, line: Line, how: (text: string) => string, keepsName: boolean): ChainedEvent | null {
  const data = JsonObject.parse(line.data)
  const event = { at: line.at, what: line.what, by: line.byId, note: line.note, data }
  const left: ChainedEvent = {
    ...event,
    by: line.byId === of.person && !keepsName ? of.nobody : line.byId,
    note: line.note && how(line.note),
    data: JsonObject.parse(of.redact.json(data, how)),
  }
  return JSON.stringify(left) === JSON.stringify(event) ? null : left
}

/** Which lines of which histories are to say less, and what they are left with. Nothing is written. */
export async function historiesWithout(of: Erasing): Promise<Left[]> {
  const { tx, town, own, near, person, served, onConsent, redact } = of
  const left: Left[] = []
  const mine = new Set(own)
  const events = await tx.ticketEvent.findMany({
    where: { townId: town, OR: [{ ticketId: { in: [...own, ...near] } }, ...(person === '' ? [] : [{ byId: person }])] },
  })
  for (const e of events) {
    const theirs = mine.has(e.ticketId)
    // What they did in office stays theirs; what others wrote in others' matters loses only their words.
    const event = without(of, e, theirs || e.byId === person ? redact.own : redact.elsewhere, served && !theirs)
    if (event) left.push({ table: 'TicketEvent', subject: e.ticketId, n: e.n, hash: toldHash(e.hash), event })
  }
  const lines = await tx.chronicleLine.findMany({
    where: { townId: town, OR: onConsent.map((m) => ({ subject: { startsWith: `${m}:` } })) },
  })
  for (const l of person === '' ? [] : lines) {
    if (l.byId !== person && !JSON.stringify(l.data).includes(person)) continue
    const event = without(of, l, redact.own, false)
    if (event) left.push({ table: 'ChronicleLine', subject: l.subject, n: l.n, hash: toldHash(l.hash), event })
  }
  return left
}

/**
 * The chain goes on over the old hashes; the erasure, which must be on record already, answers for what is left, by a history of
 * its own that is chained like every other.
 */
export async function rewrite(tx: Transaction, town: string, erasure: { id: string; at: Date }, lines: readonly Left[]): Promise<void> {
  await tx.$executeRaw`SELECT set_config('shuoshi.erasure', ${erasure.id}, true)`
  const left: string[] = []
  for (const { table, subject, n, hash, event: wanted } of lines) {
    const event = { ...wanted, note: storable(wanted.note), data: storable(wanted.data) }
    const leftHash = leftHashOf(subject, n, hash, erasure.id, event)
    const data = { byId: event.by, note: event.note, data: asJson(event.data), erasedBy: erasure.id, leftHash: keptHash(leftHash) }
    left.push(leftHash)
    if (table === 'TicketEvent') await tx.ticketEvent.update({ where: { townId_ticketId_n: { townId: town, ticketId: subject, n } }, data })
    else await tx.chronicleLine.update({ where: { townId_subject_n: { townId: town, subject, n } }, data })
  }
  await tx.$executeRaw`SELECT set_config('shuoshi.erasure', '', true)`
  const mark = { at: erasure.at, what: 'erased', by: null, note: null, data: { left } }
  if (left.length > 0) await chronicleOf(tx, town).append(markOf(erasure.id), [mark])
}
