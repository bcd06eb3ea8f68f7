import { chainHash } from '../domain/history.ts'
import { type BOT_CHANNEL, messageRef } from '../domain/message-ref.ts'
import { dayOf } from '../domain/moments.ts'
import type { Conversation } from '../domain/notice.ts'
import { storable } from '../domain/storable.ts'
import type { Ticket, TicketEvent } from '../domain/ticket.ts'
import type { DueWork } from '../ports/due-work.ts'
import { asJson } from './columns.ts'
import { keptHash } from './kept-hash.ts'
import { rowOf } from './ticket-row.ts'
import type { Transaction } from './transaction.ts'

/** A sentence of the past, heard or said. */
export interface PastWords {
  channel: 'sandbox' | typeof BOT_CHANNEL
  id: string
  conversation: Conversation
  /** Null for the bot. */
  person: string | null
  text: string
  at: Date
  tickets: readonly string[]
}

/** What became of matters that were lived one after the other in memory. */
export interface Lived {
  tickets: ReadonlyMap<string, Ticket>
  history: ReadonlyMap<string, readonly TicketEvent[]>
  /** The last number of each village. */
  numbers: ReadonlyMap<string, number>
  due: readonly DueWork[]
}

const chained = (townId: string, ticketId: string, events: readonly TicketEvent[]) => {
  let hash = ''
  return storable(events).map((e: TicketEvent, i) => {
    hash = chainHash(hash, ticketId, i + 1, e)
    return { townId, ticketId, n: i + 1, at: e.at, what: e.what, byId: e.by, note: e.note, data: asJson(e.data), hash: keptHash(hash) }
  })
}

/** Writes whole matters with their histories in a few statements: one by one they would keep a first start waiting. */
export async function writeLived(tx: Transaction, townId: string, lived: Lived): Promise<void> {
  await tx.ticket.createMany({ data: [...lived.tickets.values()].map((t) => rowOf(townId, t)) })
  await tx.ticketEvent.createMany({ data: [...lived.history].flatMap(([id, events]) => chained(townId, id, events)) })
  await tx.ticketCounter.createMany({ data: [...lived.numbers].map(([gridId, last]) => ({ townId, gridId, last })) })
  await tx.due.createMany({
    data: lived.due.map((w) => ({ townId, key: w.key, job: w.job, at: w.at, ticketId: w.ticket, data: storable(asJson(w.data)) })),
  })
}

/** Writes what was said, in the order in which it was said; what a resident told is kept with its matter. */
export async function writeWords(tx: Transaction, townId: string, words: readonly PastWords[]): Promise<void> {
  const inOrder = words.toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const rows = await tx.message.createManyAndReturn({
    data: inOrder.map(({ channel, id, conversation, person, text, at, tickets }) => ({
      ...{ townId, channel, id, conversation, personId: person, text: storable(text), at, handledAt: at },
      ticketIds: person === null ? [...tickets] : [],
    })),
    select: { seq: true, channel: true, id: true },
  })
  const seqs = new Map(rows.map((r) => [messageRef(r.channel, r.id), r.seq]))
  await tx.ticketMessage.createMany({
    data: inOrder.flatMap(({ channel, id, person, tickets }) =>
      person === null ? [] : tickets.map((ticketId) => ({ townId, ticketId, seq: seqs.get(messageRef(channel, id)) ?? 0n })),
    ),
  })
}

/** What was announced to the groups before this moment was posted on its day, and what was due is done. Answers the posts. */
export async function closePast(
  tx: Transaction,
  townId: string,
  until: Date,
): Promise<{ group: string; day: string; texts: readonly string[] }[]> {
  const today = dayOf(until)
  const items = await tx.bulletinItem.findMany({ where: { townId, state: 'waiting', fromDay: { lt: today } }, orderBy: { seq: 'asc' } })
  await tx.$executeRaw`UPDATE "BulletinItem" SET state = 'told', "toldOn" = "fromDay" WHERE "townId" = ${townId} AND state = 'waiting' AND "fromDay" < ${today}`
  await tx.due.updateMany({ where: { townId, doneAt: null, at: { lt: until } }, data: { doneAt: until, outcome: 'past' } })
  const posts = Map.groupBy(items, (i) => `${i.groupId} ${i.fromDay}`)
  return [...posts.values()].flatMap((of) => {
    const [first] = of
    return first ? [{ group: first.groupId, day: first.fromDay, texts: of.map((i) => i.text) }] : []
  })
}
