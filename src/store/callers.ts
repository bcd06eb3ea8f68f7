import { MINUTE_MS } from '../domain/durations.ts'
import { inBatches } from '../domain/in-batches.ts'
import type { Database } from './transaction.ts'

interface Caller {
  channel: string
  externalId: string
  at: Date
}

export interface Known {
  person: string
  tiedBy: string
}

interface Row extends Known {
  channel: string
  externalId: string
  heardAt: Date | null
  saidSince: number
  gone: string | null
}

const BATCH = 128
/** When somebody was heard last is written down no more often: whoever waits for an answer needs the minute, not the second. */
export const NOTE_MS = MINUTE_MS

const nameOf = ({ channel, externalId }: Pick<Caller, 'channel' | 'externalId'>): string => `${channel}/${externalId}`

/** Who is behind an id that is known already, and is still here; those who call at once are looked up together. */
export function callersOf(db: Database, town: string): (caller: Caller) => Promise<Known | null> {
  async function note(rows: readonly Row[], at: Date): Promise<void> {
    const stale = rows.filter((r) => !r.heardAt || at.getTime() - r.heardAt.getTime() > NOTE_MS || r.saidSince > 0 || r.gone !== null)
    if (stale.length === 0) return
    // In one order, so that two processes never wait for each other.
    const [channels, ids] = [stale.map((r) => r.channel), stale.map((r) => r.externalId)]
    await db.$executeRaw`
      WITH held AS (SELECT i.channel, i."externalId" FROM "Identity" i JOIN unnest(${channels}::text[], ${ids}::text[]) AS c(channel, id)
        ON i."townId" = ${town} AND i.channel = c.channel AND i."externalId" = c.id ORDER BY 1, 2 FOR UPDATE OF i)
      UPDATE "Identity" i SET "heardAt" = ${at}, "saidSince" = 0, gone = NULL FROM held
      WHERE i."townId" = ${town} AND i.channel = held.channel AND i."externalId" = held."externalId"`
  }

  return inBatches<Caller, Known | null>(BATCH, async (callers) => {
    const [channels, ids] = [callers.map((c) => c.channel), callers.map((c) => c.externalId)]
    const rows = await db.$queryRaw<Row[]>`
      SELECT DISTINCT i.channel, i."externalId", i."personId" AS person, i."tiedBy", i."heardAt", i."saidSince", i.gone
      FROM unnest(${channels}::text[], ${ids}::text[]) AS c(channel, id)
      JOIN "Identity" i ON i."townId" = ${town} AND i.channel = c.channel AND i."externalId" = c.id
      JOIN "Person" p ON p."townId" = ${town} AND p.id = i."personId" AND NOT p.gone`
    await note(rows, callers.at(-1)?.at ?? new Date(0))
    const known = new Map(rows.map((r) => [nameOf(r), { person: r.person, tiedBy: r.tiedBy }]))
    return callers.map((c) => known.get(nameOf(c)) ?? null)
  })
}
