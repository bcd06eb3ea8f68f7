import { CHANNEL_KINDS, CHANNELS, type ChannelName, type Posts } from '../domain/capability.ts'
import { earlier, HOUR_MS } from '../domain/durations.ts'
import { groupIn, personIn } from '../domain/notice.ts'
import type { Place } from '../ports/store.ts'
import { COLUMNS } from './columns.ts'
import type { Transaction } from './transaction.ts'

/** What this process can reach. */
export interface Reach {
  /** The channels that are set up. */
  open: ReadonlySet<ChannelName>
  /** The sandbox takes whatever has no way of its own. */
  sandbox: boolean
  /** Machine time. */
  machine(): Date
}

export const SANDBOX_ONLY: Reach = { open: new Set(), sandbox: true, machine: () => new Date() }

export interface Way {
  channel: ChannelName
  externalId: string
  posts: Posts
  /** Who taps or forwards, where that is known. */
  owner: string | null
}

/** 微信客服: within two days of the customer's last word, five messages to each. */
const KF_WINDOW_MS = 48 * HOUR_MS
const KF_MESSAGES = 5

const order = (way: Way): number => CHANNELS.indexOf(way.channel)

/** All ways to a conversation, the best first. */
export async function waysTo(tx: Transaction, { town, conversation }: Place, reach: Reach): Promise<Way[]> {
  const group = groupIn(conversation)
  const open = new Set<string>(reach.open)
  const usable = (channel: string): channel is ChannelName => channel === 'by-hand' || open.has(channel)
  if (group !== null) {
    const rows = await tx.channelGroup.findMany({ where: { townId: town, groupId: group, state: 'bound', posts: { not: 'none' } } })
    const ways = rows.flatMap(({ channel, externalId, posts, ownerId }): Way[] =>
      usable(channel) ? [{ channel, externalId, posts: COLUMNS.ChannelGroup.posts.parse(posts), owner: ownerId }] : [],
    )
    return ways.sort((a, b) => Number(a.posts !== 'auto') - Number(b.posts !== 'auto') || order(a) - order(b))
  }
  const rows = await tx.identity.findMany({
    where: { townId: town, personId: personIn(conversation) ?? '', gone: null },
    orderBy: { heardAt: { sort: 'desc', nulls: 'last' } },
  })
  const now = reach.machine()
  const since = earlier(now, KF_WINDOW_MS)
  const asked = await askedAlone(
    tx,
    town,
    rows.filter((r) => r.channel === 'wecom-bot').map((r) => r.externalId),
    now,
  )
  // Where they spoke last is where they look; but to the AI bot they may have spoken in a group only, and then it may not write first.
  const isLast = (r: { channel: string; externalId: string }) => r.channel === 'wecom-bot' && !asked.has(r.externalId)
  return rows
    .toSorted((a, b) => Number(isLast(a)) - Number(isLast(b)))
    .filter((r) => r.channel !== 'wecom-kf' || (r.heardAt !== null && r.heardAt > since && r.saidSince < KF_MESSAGES))
    .flatMap(({ channel, externalId }): Way[] => (usable(channel) ? [{ channel, externalId, posts: 'auto', owner: null }] : []))
}

/** Who has asked the AI bot something alone and may still be answered there. */
async function askedAlone(tx: Transaction, townId: string, people: readonly string[], now: Date): Promise<Set<string>> {
  if (people.length === 0) return new Set()
  const open = { townId, channel: 'wecom-bot', place: { in: [...people] }, usedAt: null, until: { gt: now } }
  return new Set((await tx.channelAnswer.findMany({ where: open, select: { place: true } })).map((a) => a.place))
}

/** Whether the place belongs to a real channel, reachable just now or not: then it is not the sandbox's. */
export async function isReal(tx: Transaction, { town, conversation }: Place): Promise<boolean> {
  const group = groupIn(conversation)
  return group !== null
    ? (await tx.channelGroup.count({ where: { townId: town, groupId: group } })) > 0
    : (await tx.identity.count({ where: { townId: town, personId: personIn(conversation) ?? '' } })) > 0
}

export const kindOf = (channel: ChannelName) => CHANNEL_KINDS[channel]
