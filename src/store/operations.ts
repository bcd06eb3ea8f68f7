import { CHANNEL_KINDS } from '../domain/capability.ts'
import { toGroup } from '../domain/notice.ts'
import { leadersOf, townNode } from '../domain/roster.ts'
import type { SeenGroup } from '../ports/channel-desk.ts'
import type { Desk } from '../ports/desk.ts'
import type { Identities } from '../ports/identities.ts'
import type { GroupOffice, Operations } from '../ports/operations.ts'
import type { Store } from '../ports/store.ts'
import { leadersGroupMade, leadersGroupName } from '../wording/binding.ts'
import { decidePost } from './decide-post.ts'
import { type ReportNeeds, statusReport } from './status-report.ts'
import type { Database } from './transaction.ts'

interface Needs extends ReportNeeds {
  store: Pick<Store, 'atDesk'>
  bindGroup(desk: Desk, seen: SeenGroup, grid: string): Promise<unknown>
  identities: Identities
  /** Null when the address is none. */
  closeRobot(address: string): { id: string; sealed: string } | null
}

/** The operator's side of one town. */
export function operationsOf(db: Database, town: string, needs: Needs): Operations {
  const { store, clock, reach, office, identities } = needs
  const atDesk = <T>(run: (desk: Desk) => Promise<T>) => store.atDesk(town, clock.now(), run)
  const unbound = async (desk: Desk, channel: string, externalId: string) =>
    (await desk.unboundGroups()).find((g) => g.channel === channel && g.externalId === externalId) ?? null
  async function fetchGroups(list: NonNullable<GroupOffice['customerGroups']>): Promise<boolean> {
    const groups = await list()
    const can = CHANNEL_KINDS['wecom-mass'].group
    if (groups === null || can === null) return false
    for (const { chatId: externalId, name, owner } of groups) {
      await identities.groupBehind({ channel: 'wecom-mass', externalId, name, can }, reach.machine())
      const person = await identities.personBehind({ channel: 'wecom-app', externalId: owner, name: null, phone: null }, reach.machine())
      await identities.owned('wecom-mass', externalId, person)
    }
    return true
  }
  async function makeLeaders(make: NonNullable<GroupOffice['makeGroup']>): Promise<boolean> {
    const members = await atDesk(async (desk) => leadersOf(desk.roster))
    const accounts = await db.identity.findMany({ where: { townId: town, channel: 'wecom-app', personId: { in: members }, gone: null } })
    const users = [...new Set(accounts.map((a) => a.externalId))]
    if (users.length < 2) return false
    const chatId = await make(leadersGroupName, users)
    if (chatId === null) return false
    return atDesk(async (desk) => {
      const grid = townNode(desk.roster)
      const id = desk.newId()
      await desk.addGroup({ id, name: leadersGroupName, grid, kind: 'cadres' })
      await desk.setWay(id, 'wecom-appchat', chatId)
      // It shows itself to its members with its first message.
      await desk.notify([{ key: `bound:${id}`, to: toGroup(id), ticket: null, occasion: 'bound', text: leadersGroupMade }])
      return true
    })
  }
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
    async refuse(channel, externalId) {
      const where = { townId: town, channel, externalId, state: { in: ['asked', 'lost'] } }
      return (await db.channelGroup.updateMany({ where, data: { state: 'refused', groupId: null, why: null } })).count > 0
    },
    setRobot: (group, address) =>
      atDesk(async (desk) => {
        const robot = needs.closeRobot(address)
        if (!robot || !desk.roster.groups.has(group)) return false
        await desk.setRobot(group, robot)
        return true
      }),
    byHand: (group) =>
      atDesk(async (desk) => {
        if (!desk.roster.groups.has(group)) return false
        await desk.setWay(group, 'by-hand', group)
        return true
      }),
    fetchCustomerGroups:
      office.customerGroups &&
      (
        (list) => () =>
          fetchGroups(list)
      )(office.customerGroups),
    makeLeadersGroup:
      office.makeGroup &&
      (
        (make) => () =>
          makeLeaders(make)
      )(office.makeGroup),
  }
}
