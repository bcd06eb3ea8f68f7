import { CHANNEL_KINDS, type ChannelName, SANDBOX_GROUP } from '../domain/capability.ts'
import { OPEN_CHANNEL } from '../domain/open-channel.ts'
import type { ChannelDesk, SeenGroup } from '../ports/channel-desk.ts'
import { COLUMNS } from './columns.ts'
import type { ChannelGroup } from './generated/client.ts'
import { tieStranger } from './tie-stranger.ts'
import type { Transaction } from './transaction.ts'

const seenFrom = ({ channel, externalId, name, hears }: ChannelGroup): SeenGroup => ({
  channel: COLUMNS.ChannelGroup.channel.parse(channel),
  externalId,
  name,
  hears: COLUMNS.ChannelGroup.hears.parse(hears),
})

export function channelDeskOf(tx: Transaction, town: string, now: Date): ChannelDesk {
  const changed = () => tx.town.update({ where: { id: town }, data: { rosterVersion: { increment: 1 } } })
  async function put(groupId: string, channel: ChannelName, externalId: string, secret: string | null): Promise<void> {
    const key = { townId: town, channel, externalId }
    await tx.channelGroup.deleteMany({ where: { townId: town, channel, groupId } })
    const data = { groupId, secret, state: 'bound', why: null, ...(CHANNEL_KINDS[channel].group ?? SANDBOX_GROUP) }
    await tx.channelGroup.upsert({ where: { townId_channel_externalId: key }, create: { ...key, ...data, firstSeenAt: now }, update: data })
  }
  return {
    async unboundGroups() {
      const rows = await tx.channelGroup.findMany({
        where: { townId: town, state: 'asked' },
        orderBy: { heardAt: { sort: 'desc', nulls: 'last' } },
        take: 50,
      })
      return rows.map(seenFrom)
    },
    async boundTo(group) {
      return (await tx.channelGroup.findMany({ where: { townId: town, groupId: group, state: 'bound' } })).map(seenFrom)
    },
    async isTapped(group) {
      const where = { townId: town, groupId: group, state: 'bound', posts: { not: 'none' } }
      const ways = await tx.channelGroup.findMany({ where, select: { posts: true } })
      return ways.length > 0 && ways.every((w) => w.posts !== 'auto')
    },
    async addGroup({ id, name, kind, grid }) {
      // A position below zero: not a line of the township's workbook.
      await tx.chatGroup.create({ data: { townId: town, id, name, kind, gridId: grid, position: -1 } })
      await changed()
    },
    async bindGroup({ channel, externalId }, group) {
      await tx.channelGroup.update({
        where: { townId_channel_externalId: { townId: town, channel, externalId } },
        data: { groupId: group, state: group === null ? 'refused' : 'bound', why: null },
      })
    },
    setRobot: (group, { id, sealed }) => put(group, 'wecom-robot', id, sealed),
    setWay: (group, channel, externalId) => put(group, channel, externalId, null),
    async lastStranger(conversations, alsoPrivate) {
      const [row] = await tx.$queryRaw<{ id: string }[]>`
        SELECT p.id FROM "Person" p JOIN "Message" m ON m."townId" = p."townId" AND m."personId" = p.id
        WHERE p."townId" = ${town} AND NOT p."onRoster" AND p.position < 0 AND NOT p.gone
          AND m.channel <> ${OPEN_CHANNEL} AND (m.conversation = ANY(${[...conversations]}::text[]) OR (${alsoPrivate} AND m.conversation = 'p:' || p.id))
        ORDER BY m.seq DESC LIMIT 1`
      return row?.id ?? null
    },
    async tie(stranger, person) {
      await tieStranger(tx, town, stranger, person)
      await changed()
    },
  }
}
