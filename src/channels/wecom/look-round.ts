import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/durations.ts'
import { listGroups } from './customer-groups.ts'
import type { ListenNeeds } from './listen-needs.ts'
import { type Polled, pollOrders } from './resident-orders.ts'
import type { Rounds } from './rounds.ts'

const ORDERS_MS = 2 * MINUTE_MS
/** A company that has no 居民上报 today may have it tomorrow. */
const ORDERS_AGAIN_MS = 6 * HOUR_MS
const GROUPS = 'customer-groups'
const FORGET_MS = 30 * DAY_MS

/** What nothing tells of by itself: reports of residents, customer groups that changed unseen. One process of all does it. */
export function lookRound(needs: ListenNeeds, rounds: Rounds): void {
  const { apis, leases, cursors, errands, newId, machine, isServed } = needs
  const holder = newId()
  const every = (ms: number, look: () => Promise<unknown>) => rounds.every(ms, async () => isServed() && look())

  const { app, contact } = apis
  if (app) {
    let restUntil = 0
    every(ORDERS_MS, async () => {
      if (machine().getTime() < restUntil || !(await leases.take('resident-orders', holder, machine(), 2 * ORDERS_MS))) return
      const polled: Polled = await pollOrders({ ...needs, api: app })
      if (polled === 'not-there') restUntil = machine().getTime() + ORDERS_AGAIN_MS
    })
  }
  if (contact)
    every(10 * MINUTE_MS, async () => {
      const last = Date.parse((await cursors.read(GROUPS)) ?? '') || 0
      if (machine().getTime() - last < DAY_MS || !(await leases.take(GROUPS, holder, machine(), HOUR_MS))) return
      if (await listGroups({ ...needs, api: contact })) await cursors.write(GROUPS, machine().toISOString())
    })
  every(HOUR_MS, () => errands.forget(new Date(machine().getTime() - FORGET_MS)))
}
