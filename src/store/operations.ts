import type { SeenGroup } from '../ports/channel-desk.ts'
import type { Desk } from '../ports/desk.ts'
import type { Operations } from '../ports/operations.ts'
import type { Store } from '../ports/store.ts'
import { decidePost } from './decide-post.ts'
import { type ReportNeeds, statusReport } from './status-report.ts'
import type { Database } from './transaction.ts'

interface Needs extends ReportNeeds {
  store: Pick<Store, 'atDesk'>
  bindGroup(desk: Desk, seen: SeenGroup, grid: string): Promise<unknown>
  /** Null when the address is none. */
  closeRobot(address: string): { id: string; sealed: string } | null
}

/** The operator's side of one town. */
export function operationsOf(db: Database, town: string, needs: Needs): Operations {
  const { store, clock, reach } = needs
  const atDesk = <T>(run: (desk: Desk) => Promise<T>) => store.atDesk(town, clock.now(), run)
  const unbound = async (desk: Desk, channel: string, externalId: string) =>
    (await desk.unboundGroups()).find((g) => g.channel === channel && g.externalId === externalId) ?? null
  return {
    report: () => statusReport(db, town, needs),
    decide: (id, decision) => db.$transaction((tx) => decidePost(tx, town, id, decision, { reach, now: clock.now() })),
    bind: (channel, externalId, grid) =>
      atDesk(async (desk) => {
        const seen = await unbound(desk, channel, externalId)
        if (!seen || !desk.roster.nodes.has(grid)) return false
        await needs.bindGroup(desk, seen, grid)
        return true
      }),
    refuse: (channel, externalId) =>
      atDesk(async (desk) => {
        const seen = await unbound(desk, channel, externalId)
        if (seen) await desk.bindGroup(seen, null)
        return seen !== null
      }),
    setRobot: (group, address) =>
      atDesk(async (desk) => {
        const robot = needs.closeRobot(address)
        if (!robot || !desk.roster.groups.has(group)) return false
        await desk.setRobot(group, robot)
        return true
      }),
  }
}
