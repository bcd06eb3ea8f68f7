import { DAY_MS, earlier, HOUR_MS, later, SECOND_MS } from '../domain/durations.ts'
import { waitAfter } from '../domain/webhook.ts'
import type { ClaimedDelivery, Delivered, Deliveries } from '../ports/deliveries.ts'
import type { Desk } from '../ports/desk.ts'
import { deliveryWhy as why } from '../wording/api.ts'
import { type Answer, type CallFault, callOut } from './call-out.ts'
import { requestOf } from './request.ts'
import { signed } from './sign.ts'
import type { Telling } from './telling.ts'

export interface TellNeeds {
  deliveries: Deliveries
  atDesk<T>(town: string, run: (desk: Pick<Desk, 'roster' | 'requests'>) => Promise<T>): Promise<T>
  /** Machine time. */
  machine(): Date
  privateToo: boolean
  /** Where programs reach this one; null: photos are not told of. */
  publicUrl: string | null
  fault(what: string, thrown: unknown): void
  withinMs?: number
}

const WITHIN_MS = 10 * SECOND_MS
const AT_ONCE = 8
/** Longer than a call may take, so that nobody else takes what is still in hand. */
const HOLD_MS = 60 * SECOND_MS
const ANSWER_BYTES = 4096
const KEEP_DAYS = 30
const GONE = 410

/** What is told of it now; null where the key sees it no more. */
async function bodyOf({ atDesk, publicUrl }: Pick<TellNeeds, 'atDesk' | 'publicUrl'>, d: ClaimedDelivery): Promise<string | null> {
  return atDesk(d.town, async ({ roster, requests }) => {
    const [seen] = await requests.matters(d.key, { ids: [d.ticket], limit: 1 })
    if (!seen) return null
    const telling: Telling = {
      type: `request.${d.event}`,
      timestamp: d.at.toISOString(),
      data: requestOf(roster, seen, { base: publicUrl, extensions: true }),
    }
    return JSON.stringify(telling)
  })
}

const wordsFor = (fault: CallFault): string => (typeof fault === 'string' ? why[fault] : why.unreachable(fault.code))

/** What the other side's answer means. */
function outcomeOf(answer: Answer | { fault: CallFault }, attempts: number, now: Date): Delivered {
  if ('status' in answer && answer.status >= 200 && answer.status < 300) return { state: 'sent', code: answer.status }
  if ('fault' in answer && answer.fault === 'cut') return { state: 'waiting', retryAt: now, code: null, why: why.cut }
  const code = 'status' in answer ? answer.status : null
  const reason =
    'fault' in answer
      ? wordsFor(answer.fault)
      : answer.status >= 300 && answer.status < 400
        ? why.redirected(answer.status)
        : answer.status === GONE
          ? why.gone
          : why.answered(answer.status)
  const wait = code === GONE ? null : waitAfter(attempts)
  return wait === null ? { state: 'failed', code, why: reason } : { state: 'waiting', retryAt: later(now, wait), code, why: reason }
}

export interface ChangeTeller {
  /** Tells what is due; resolves when all of it is settled. */
  work(): Promise<void>
  close(): Promise<void>
}

/** Tells programs of changes: each matter's in order, again and again for some two days, whatever happens to this process. */
export function createChangeTeller({ deliveries, machine, privateToo, fault, withinMs = WITHIN_MS, ...needs }: TellNeeds): ChangeTeller {
  const closing = new AbortController()
  const { signal } = closing
  let working: Promise<void> | null = null
  let forgotAt = 0

  async function tell(d: ClaimedDelivery): Promise<void> {
    const body = await bodyOf(needs, d)
    if (body === null) return deliveries.settle(d, { state: 'dropped', code: null, why: why.notSeen }, machine())
    const headers = {
      ...{ 'content-type': 'application/json; charset=utf-8', 'content-length': String(Buffer.byteLength(body)) },
      ...signed(d.secret, d.id, machine(), body),
    }
    const answer = await callOut({ url: d.url, method: 'POST', headers, body, withinMs, mostBytes: ANSWER_BYTES, privateToo, signal })
    await deliveries.settle(d, outcomeOf(answer, d.attempts, machine()), machine())
    if ('status' in answer && answer.status === GONE) await deliveries.gone(d, machine())
  }

  async function round(): Promise<void> {
    for (let more = true; more && !signal.aborted; ) {
      const claimed = await deliveries.claim(AT_ONCE, machine(), HOLD_MS)
      more = claimed.length > 0
      // What cannot be told stays in hand until it is let go, and is told then.
      await Promise.all(claimed.map((d) => tell(d).catch((thrown: unknown) => fault(`telling ${d.id}`, thrown))))
    }
  }

  /** What is long settled goes, once an hour. */
  async function forget(): Promise<void> {
    const now = machine()
    if (now.getTime() - forgotAt < HOUR_MS) return
    forgotAt = now.getTime()
    await deliveries.forget(earlier(now, KEEP_DAYS * DAY_MS))
  }

  return {
    work() {
      working ??= round()
        .then(forget)
        .catch((thrown: unknown) => fault('tellings', thrown))
        .finally(() => {
          working = null
        })
      return working
    },
    async close() {
      closing.abort()
      await working
    },
  }
}
