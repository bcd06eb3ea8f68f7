import { conversationIn } from '../domain/notice.ts'
import type { Place } from '../ports/store.ts'
import type { Transaction } from './transaction.ts'

const nameOf = ({ town, conversation }: Place): string => `handle:${town}:${conversation}`

/** Takes what no other process has in hand: a lock that ends with the transaction. */
export async function taken(tx: Transaction, what: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ got: boolean }[]>`SELECT pg_try_advisory_xact_lock(hashtextextended(${what}, 0)) AS got`
  return row?.got ?? false
}

/** What is said in a conversation, and what is put together there, is one transaction's business at a time. */
export const takeTurn = (tx: Transaction, place: Place): Promise<boolean> => taken(tx, nameOf(place))

/** The same for whoever cannot come again: waits until what is in hand there is written. */
export async function awaitTurn(tx: Transaction, place: Place): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${nameOf(place)}, 0))`
}

/** Which of these reports nobody else has in hand; one that is gone is nobody's. */
export async function turnsOfReports(tx: Transaction, town: string, ids: readonly string[]): Promise<(id: string) => boolean> {
  const rows = await tx.$queryRaw<{ id: string; conversation: string }[]>`
    SELECT id, conversation FROM "Report" WHERE "townId" = ${town} AND id = ANY(${[...ids]}::text[])`
  const busy = new Set<string>()
  for (const conversation of new Set(rows.map((r) => r.conversation)))
    if (!(await takeTurn(tx, { town, conversation: conversationIn(conversation) }))) busy.add(conversation)
  const away = new Set(rows.filter((r) => busy.has(r.conversation)).map((r) => r.id))
  return (id) => !away.has(id)
}
