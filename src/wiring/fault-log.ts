const AGAIN_MS = 60_000

/** Tells a fault once a minute, however often it comes back: a database that is away fails every look. */
export function createFaultLog(
  tell: (what: string, fault: unknown) => void,
  now: () => number = Date.now,
): (what: string, fault: unknown) => void {
  const told = new Map<string, number>()
  return (what, fault) => {
    const reason = `${what.split(' ')[0]}: ${fault instanceof Error ? fault.message.slice(0, 200) : String(fault)}`
    if (now() - (told.get(reason) ?? Number.NEGATIVE_INFINITY) < AGAIN_MS) return
    if (told.size > 100) told.clear()
    told.set(reason, now())
    tell(what, fault)
  }
}

/** For node-cron: that a look takes longer than a second (the clock is moved by a month) is no news. */
export const onlyFaults = (tell: (what: string, fault: unknown) => void) => ({
  info() {},
  debug() {},
  warn() {},
  error: (fault: unknown) => tell('cron', fault),
})
