import type { ApiKey } from '../domain/api-key.ts'
import { DAY_MS, earlier, later } from '../domain/durations.ts'
import { STATUSES } from '../domain/ticket.ts'
import { isEnded } from '../domain/webhook.ts'
import type { Desk } from '../ports/desk.ts'
import type { MatterQuery } from '../ports/requests.ts'
import { apiErrors } from '../wording/api.ts'
import type { AskedRequests } from './asked.ts'
import { Refused } from './refused.ts'
import { requestOf } from './request.ts'
import type { Request } from './shapes.ts'

/** The specification's: 90 days, or the first thousand. */
const SPAN_MS = 90 * DAY_MS
const MOST = 1000

/** One end alone is ninety days from it; none are the last ninety. */
function spanOf({ start_date, end_date }: AskedRequests, now: Date): { from: Date; to: Date } | null {
  const to = end_date ? new Date(end_date) : start_date ? later(new Date(start_date), SPAN_MS) : now
  const from = start_date ? new Date(start_date) : earlier(to, SPAN_MS)
  return from <= to && to.getTime() - from.getTime() <= SPAN_MS ? { from, to } : null
}

function queryOf(asked: AskedRequests, now: Date): MatterQuery | Refused {
  if (asked.service_request_id) return { ids: asked.service_request_id, limit: MOST }
  const span = spanOf(asked, now)
  if (!span) return new Refused(400, apiErrors.days)
  const { status, service_code: services } = asked
  const statuses = STATUSES.filter((s) => status?.includes(isEnded({ status: s }) ? 'closed' : 'open'))
  return { ...span, limit: MOST, ...(services && { services }), ...(status && { statuses }) }
}

/** GET requests: what the key sees of what is asked for, newest first. */
export async function listRequests(
  { now, roster, requests }: Pick<Desk, 'now' | 'roster' | 'requests'>,
  key: ApiKey,
  asked: AskedRequests,
  base: string,
): Promise<Request[] | Refused> {
  const query = queryOf(asked, now)
  if (query instanceof Refused) return query
  return (await requests.matters(key, query)).map((seen) => requestOf(roster, seen, { base, extensions: asked.extensions }))
}
