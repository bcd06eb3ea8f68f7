import { setTimeout as sleep } from 'node:timers/promises'
import type { House } from './house.ts'
import type { Talkers } from './talkers.ts'

const PATIENCE_MS = 300_000

/** What became of what was acknowledged. */
export interface Kept {
  acknowledged: number
  lost: number
  'never handled': number
  'given up': number
  'matters told': number
  'matters of which nothing came': number
  tickets: number
  'doubled tickets': number
}

const NONE_LEFT = `SELECT (SELECT count(*) FROM "Message" WHERE "handledAt" IS NULL AND "personId" IS NOT NULL)::int AS lines,
  (SELECT count(*) FROM "Report" WHERE "closedAt" IS NULL)::int AS reports`

/** When all of it is handled and each window has ended, as far as they ever do. */
export async function judgeKept(house: House, address: string, { acknowledged, matters }: Talkers): Promise<Kept> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(200)) {
    await fetch(`${address}/sandbox/api/settle`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })
    const [left] = await house.rows<{ lines: number; reports: number }>(NONE_LEFT)
    if (left?.lines === 0 && left.reports === 0) break
  }
  const count = async (sql: string, values: unknown[] = []): Promise<number> => {
    const [row] = await house.rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`, values)
    return row?.n ?? -1
  }
  const [all, told] = [[...acknowledged], [...matters]]
  const idless = `unnest($1::text[]) AS told(id) WHERE NOT EXISTS (SELECT 1 FROM "Message" m WHERE m.channel = 'sandbox' AND m.id = told.id`
  return {
    acknowledged: all.length,
    lost: await count(`${idless})`, [all]),
    'never handled': await count('"Message" WHERE "handledAt" IS NULL AND "personId" IS NOT NULL'),
    'given up': await count(`"Notice" WHERE occasion = 'unread'`),
    'matters told': told.length,
    'matters of which nothing came': await count(
      `${idless} AND EXISTS (SELECT 1 FROM "TicketMessage" t WHERE t."townId" = m."townId" AND t.seq = m.seq))`,
      [told],
    ),
    tickets: await count('"Ticket"'),
    'doubled tickets': await count('(SELECT seq FROM "TicketMessage" GROUP BY "townId", seq HAVING count(*) > 1) AS twice'),
  }
}

export const isKept = (kept: Kept): boolean =>
  kept.lost + kept['never handled'] + kept['given up'] + kept['matters of which nothing came'] + kept['doubled tickets'] === 0
