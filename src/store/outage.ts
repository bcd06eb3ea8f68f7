import { z } from 'zod'

/** As the client tells of what its driver met. */
const OfDriver = z.object({ meta: z.object({ driverAdapterError: z.object({ cause: z.object({ kind: z.string() }).loose() }) }) })
const Coded = z.object({ code: z.string() })
const State = z.object({ originalCode: z.string() })

/** No connection, no room or no memory left, going down or starting, a fault of the system below. */
const STATES = /^(?:08|53|57P|58)/u
const KINDS = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections'])
/** Not reached, too slow, closed; no connection or no transaction to be had; a transaction that is gone. */
const CODES = new Set(['P1001', 'P1008', 'P1017', 'P2024', 'P2028'])
/** The driver has no code for these. */
const WORDS = /not queryable|Connection terminated|timeout exceeded when trying to connect|\bE(?:CONN|PIPE|TIMEDOUT)/u

/** Whether it is the database that cannot work just now, and not what was asked of it that cannot be done. */
export function isOutage(fault: unknown): boolean {
  const driver = OfDriver.safeParse(fault).data?.meta.driverAdapterError.cause
  const state = State.safeParse(driver).data?.originalCode
  if (state !== undefined) return STATES.test(state)
  if (driver) return KINDS.has(driver.kind)
  const code = Coded.safeParse(fault).data?.code
  return (code !== undefined && CODES.has(code)) || (fault instanceof Error && WORDS.test(fault.message))
}
