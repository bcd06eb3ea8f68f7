import { isDeepStrictEqual } from 'node:util'
import { conversationIn, groupIn, personIn } from '../../domain/notice.ts'
import type { Deed, Deeds, StoredRow } from '../../ports/deeds.ts'
import type { Desk } from '../../ports/desk.ts'
import type { Transaction } from '../transaction.ts'
import { ASIDE, deleteRow, insertRow, KEYS, readRows, type Table, updateRow } from './tables.ts'

const isTable = (name: string): name is Table => name in KEYS

const ofColumns = (row: StoredRow, of: StoredRow): StoredRow => Object.fromEntries(Object.keys(of).map((c) => [c, row[c]]))

/** A case is found to have moved on by its version, so an undoing raises it like any other change. */
function raised(table: Table, row: StoredRow, after: StoredRow | null): StoredRow {
  if (table !== 'MeasureCase') return row
  const version = Number(after?.version ?? row.version) + 1
  const whole = row.whole ?? after?.whole
  return { ...row, version, ...(typeof whole === 'object' && { whole: { ...whole, version } }) }
}

export function takeBackOf(tx: Transaction, town: string, now: Date, desk: Pick<Desk, 'append' | 'chronicle' | 'suppress'>) {
  const stored = async ({ table, key }: Deed['rows'][number]): Promise<StoredRow | null> =>
    isTable(table) ? ((await readRows(tx, town, table, [key]))[0] ?? null) : null

  async function restore({ table, key, before, after }: Deed['rows'][number], why: string): Promise<void> {
    if (!isTable(table)) return
    if (before && !after) return insertRow(tx, table, before)
    if (before) return updateRow(tx, town, table, key, raised(table, before, after))
    const aside = ASIDE[table]
    return aside ? updateRow(tx, town, table, key, raised(table, aside(now.toISOString(), why), after)) : deleteRow(tx, town, table, key)
  }

  const saidOf = ({ notices }: Deed) =>
    tx.notice.findMany({
      where: { townId: town, key: { in: notices.map((n) => n.key) }, state: { in: ['sent', 'claimed'] } },
      orderBy: { seq: 'asc' },
    })

  const deeds: Pick<Deeds, 'fateOf' | 'takeBack'> = {
    async fateOf(deed) {
      const said = await saidOf(deed)
      if (said.some((n) => groupIn(n.conversation) !== null && n.ticketId === null)) return 'told'
      for (const row of deed.rows) {
        const is = await stored(row)
        if (row.table === 'BulletinItem' && is?.state === 'told' && row.after?.state !== 'told') return 'told'
        if (!isDeepStrictEqual(row.before && row.after && is ? ofColumns(is, row.after) : is, row.after)) return 'changed'
      }
      const tickets = await tx.ticket.findMany({
        where: { townId: town, id: { in: deed.tickets.map((t) => t.id) } },
        select: { id: true, version: true },
      })
      const versions = new Map(tickets.map((t) => [t.id, t.version]))
      if (deed.tickets.some((t) => versions.get(t.id) !== t.version)) return 'changed'
      return 'as-left'
    },
    async takeBack(deed, by, words, why) {
      await desk.suppress({ keys: deed.notices.map((n) => n.key) }, why)
      for (const row of deed.rows.toReversed()) await restore(row, why)
      const undone = { at: now, what: 'undone' as const, by, note: words }
      for (const { subject, data } of deed.lines) {
        const back = 'before' in data && 'after' in data ? { ...data, before: data.after, after: data.before } : {}
        await desk.chronicle.append(subject, [{ ...undone, data: back }])
      }
      for (const ticket of deed.noted) await desk.append(ticket, [{ ...undone, data: {} }])
      await tx.town.update({ where: { id: town }, data: { rosterVersion: { increment: 1 } } })
      const undoneWords = new Map(deed.notices.map((n) => [n.key, n.undone]))
      return (await saidOf(deed))
        .filter((n) => personIn(n.conversation) !== null && personIn(n.conversation) !== by)
        .map((n) => ({ to: conversationIn(n.conversation), ticket: n.ticketId, text: n.text, undone: undoneWords.get(n.key) ?? null }))
    },
  }
  return deeds
}
