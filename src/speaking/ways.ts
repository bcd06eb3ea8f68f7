import { CHANNEL_KINDS, CHANNELS, type ChannelName, type Posts } from '../domain/capability.ts'
import { earlier, HOUR_MS } from '../domain/durations.ts'
import { type Conversation, groupIn } from '../domain/notice.ts'
import type { KnownWay, Reach, Speech } from '../ports/speech.ts'

export const SANDBOX_ONLY: Reach = { open: new Set(), sandbox: true, machine: () => new Date() }

/** How something comes to a conversation: by which channel, under which id, and whether a person has to tap or forward. */
export type Way = Pick<KnownWay, 'channel' | 'externalId' | 'posts' | 'owner'>

/** How a conversation is spoken to just now: in the sandbox, over a channel, or not at all. */
export type Route = { by: 'sandbox' } | { by: 'way'; way: Way } | { by: 'none' }

export const postsBy = (route: Route): Posts => (route.by === 'way' ? route.way.posts : route.by === 'none' ? 'none' : 'auto')

/** 微信客服: within two days of the customer's last word, five messages to each. */
const KF_WINDOW_MS = 48 * HOUR_MS
const KF_MESSAGES = 5

const order = (way: Way): number => CHANNELS.indexOf(way.channel)

/** The ways that are open just now, the best first. Pure. */
export function openWays(known: readonly KnownWay[], toGroup: boolean, reach: Reach): Way[] {
  const usable = (channel: ChannelName): boolean => channel === 'by-hand' || reach.open.has(channel)
  const ways = known.filter((w) => usable(w.channel) && w.posts !== 'none')
  if (toGroup) return ways.toSorted((a, b) => Number(a.posts !== 'auto') - Number(b.posts !== 'auto') || order(a) - order(b))
  const since = earlier(reach.machine(), KF_WINDOW_MS)
  // Where they spoke last is where they look; but to the AI bot they may have spoken in a group only, and then it may not write first.
  const isLast = (w: KnownWay) => w.channel === 'wecom-bot' && !w.asked
  return ways
    .filter((w) => w.channel !== 'wecom-kf' || (w.heardAt !== null && w.heardAt > since && w.saidSince < KF_MESSAGES))
    .toSorted((a, b) => Number(isLast(a)) - Number(isLast(b)))
}

/** No way leads into a group on trial, whoever wants to say something there again. */
export const waysTo = async (speech: Pick<Speech, 'known' | 'isOnTrial'>, to: Conversation, reach: Reach): Promise<Way[]> =>
  (await speech.isOnTrial(to)) ? [] : openWays(await speech.known(to, reach.machine()), groupIn(to) !== null, reach)

export async function routeTo(speech: Speech, to: Conversation, reach: Reach): Promise<Route> {
  const [way] = await waysTo(speech, to, reach)
  if (way) return { by: 'way', way }
  return reach.sandbox && !(await speech.isReal(to)) ? { by: 'sandbox' } : { by: 'none' }
}

export const kindOf = (channel: ChannelName) => CHANNEL_KINDS[channel]
