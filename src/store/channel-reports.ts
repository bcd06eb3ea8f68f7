import { CHANNELS, type ChannelName } from '../domain/capability.ts'
import type { ChannelState } from '../ports/channel-log.ts'
import type { ChannelReport } from '../ports/operations.ts'
import type { Reach } from '../ports/speech.ts'
import type { Standing } from '../ports/standing.ts'
import { countOf } from './standing.ts'

export interface ChannelsHere {
  reach: Reach
  /** What is set up and only hears. */
  hears: ReadonlySet<ChannelName>
  tokenSince(channel: ChannelName): Date | null
}

const earliest = (dates: readonly (Date | null)[]): Date | null =>
  dates.reduce((first, date) => (first === null || (date !== null && date < first) ? date : first), null)

/** Every way of speaking, as it stands and with what waits for it. */
export const channelReports = (
  states: readonly ChannelState[],
  posts: Standing['posts'],
  { reach, hears, tokenSince }: ChannelsHere,
): ChannelReport[] =>
  CHANNELS.filter((c) => c !== 'by-hand').map((channel) => {
    const state = states.find((s) => s.channel === channel)
    const waiting = posts.filter((p) => p.channel === channel && (p.state === 'waiting' || p.state === 'sending'))
    return {
      channel,
      open: reach.open.has(channel) || hears.has(channel),
      upSince: state?.upSince ?? null,
      stoppedUntil: state?.stoppedUntil ?? null,
      why: state?.why ?? null,
      heardAt: state?.heardAt ?? null,
      saidAt: state?.saidAt ?? null,
      qr: state?.qr ?? null,
      tokenSince: tokenSince(channel),
      waiting: countOf(waiting),
      oldest: earliest(waiting.map((p) => p.oldest)),
    }
  })
