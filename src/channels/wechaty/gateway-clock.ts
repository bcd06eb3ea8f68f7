import { MINUTE_MS } from '../../domain/durations.ts'

/** What differs less is one clock; messages travel, too. */
const SAME_MS = 2 * MINUTE_MS
/** Nothing having been told of this very moment for so long, it is not known any more that it is right. */
const RIGHT_FOR_MS = 10 * MINUTE_MS

interface Needs {
  /** Machine time. */
  now(): Date
  /** While the gateway hands over what it kept, and while an old message waits for one of this moment. */
  collect: number
  /** Resolves false when everything ends meanwhile. */
  pause(ms: number): Promise<boolean>
  /** So far behind; null: no longer. */
  tell(behind: number | null): void
}

export interface GatewayClock {
  /** By how much its moments are to be taken later. */
  behind(): number
  /** Something was told with this moment. */
  saw(at: Date): void
  /** Whether what looks long past is of this moment, told by a clock that is behind. */
  isOfNow(at: Date, loginAt: Date): Promise<boolean>
  /** Another login, perhaps to another gateway. */
  anew(): void
}

/**
 * After a login gateways hand over days of history, which is told and not acted upon. One whose clock is hours behind tells all of
 * its messages so, and nobody would ever be heard. What is old and comes long after the login, while nothing comes that is of
 * this moment, is no history: and all of it is old by the same span.
 */
export function gatewayClock({ now, collect, pause, tell }: Needs): GatewayClock {
  let behind = 0
  let rightAt: Date | null = null
  let lately: { came: number; lag: number }[] = []
  let woken = Promise.withResolvers<void>()
  const isRight = () => rightAt !== null && now().getTime() - rightAt.getTime() < RIGHT_FOR_MS
  const lagOf = (at: Date) => now().getTime() - at.getTime()
  return {
    behind: () => behind,
    saw(at) {
      const lag = lagOf(at)
      if (lag >= SAME_MS) {
        if (behind > 0) tell(behind)
        return
      }
      rightAt = now()
      if (behind > 0) tell(null)
      behind = 0
      woken.resolve()
      woken = Promise.withResolvers<void>()
    },
    async isOfNow(at, loginAt) {
      if (isRight() || now().getTime() - loginAt.getTime() < collect) return false
      lately = [...lately.filter(({ came }) => now().getTime() - came <= 2 * collect), { came: now().getTime(), lag: lagOf(at) }]
      await Promise.race([pause(collect), woken.promise])
      const lags = lately.map(({ lag }) => lag)
      if (isRight() || Math.max(...lags) - Math.min(...lags) > SAME_MS) return false
      behind = Math.min(...lags)
      tell(behind)
      return true
    },
    anew() {
      behind = 0
      rightAt = null
      lately = []
    },
  }
}
