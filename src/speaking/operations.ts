import { CHANNEL_KINDS } from '../domain/capability.ts'
import { toGroup } from '../domain/notice.ts'
import { leadersOf, townNode } from '../domain/roster.ts'
import type { Clock } from '../ports/clock.ts'
import type { AtDesk, Desk } from '../ports/desk.ts'
import type { Identities } from '../ports/identities.ts'
import type { GroupOffice, Operations, StatusReport } from '../ports/operations.ts'
import type { Outbox } from '../ports/outbox.ts'
import type { Reach } from '../ports/speech.ts'
import type { Store } from '../ports/store.ts'
import { bindGroup } from '../tickets/bind-group.ts'
import { leadersGroupMade, leadersGroupName } from '../wording/binding.ts'
import { decidePost } from './decide-post.ts'

interface Needs {
  store: Pick<Store, 'atDesk'>
  outbox: Pick<Outbox, 'within'>
  clock: Clock
  reach: Reach
  office: GroupOffice
  identities: Pick<Identities, 'groupBehind' | 'personBehind' | 'owned' | 'accountsOf' | 'refused'>
  report(): Promise<StatusReport>
  /** Null when the address is none. */
  closeRobot(address: string): { id: string; sealed: string } | null
}

/** The operator's side of one town. */
export function operationsOf(town: string, needs: Needs): Operations {
  const { store, outbox, clock, reach, office, identities } = needs
  const atDesk = <T>(run: AtDesk<T>) => store.atDesk(town, clock.now(), run)
  const unbound = async (desk: Pick<Desk, 'unboundGroups'>, channel: string, externalId: string) =>
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
    const users = await identities.accountsOf('wecom-app', members)
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
    report: needs.report,
    decide: (id, decision) => outbox.within(town, clock.now(), (speech) => decidePost(speech, id, decision, reach)),
    bind: (channel, externalId, grid) =>
      atDesk(async (desk) => {
        const seen = await unbound(desk, channel, externalId)
        if (!seen || !desk.roster.nodes.has(grid)) return false
        await bindGroup(desk, seen, grid)
        return true
      }),
    refuse: identities.refused,
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
