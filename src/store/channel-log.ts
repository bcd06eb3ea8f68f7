import type { ChannelName } from '../domain/capability.ts'
import { later } from '../domain/durations.ts'
import type { ChannelLog, Leases } from '../ports/channel-log.ts'
import { COLUMNS } from './columns.ts'
import type { Database } from './transaction.ts'

/** A channel that is busy need not write down each of its seconds. */
const NOTE_MS = 5000

/** A lease that runs several times longer than any was ever taken for was taken by a clock that was wrong. */
const NO_LEASE = 3

export function channelLogOf(db: Database): ChannelLog {
  const noted = new Map<string, number>()
  const isNews = (what: string, at: Date): boolean => {
    if (Math.abs(at.getTime() - (noted.get(what) ?? 0)) < NOTE_MS) return false
    noted.set(what, at.getTime())
    return true
  }
  const put = async (
    channel: ChannelName,
    data: {
      upSince?: Date | null
      stoppedUntil?: Date | null
      why?: string | null
      heardAt?: Date
      saidAt?: Date
      aliveAt?: Date
      qr?: string | null
    },
  ) => {
    // Two processes may be the first to write it down at once.
    await db.channelState.createMany({ data: [{ channel }], skipDuplicates: true })
    await db.channelState.update({ where: { channel }, data })
  }
  return {
    up: (channel, at) => put(channel, { upSince: at, stoppedUntil: null, why: null, qr: null }),
    down: (channel, why) => put(channel, { upSince: null, why, qr: null }),
    scan: (channel, qr, why) => put(channel, { upSince: null, why, qr }),
    note: (channel, why) => put(channel, { why }),
    alive: (channel, aliveAt) => put(channel, { aliveAt }),
    async heard(channel, at) {
      if (isNews(`heard ${channel}`, at)) await put(channel, { heardAt: at })
    },
    async said(channel, at) {
      if (isNews(`said ${channel}`, at)) await put(channel, { saidAt: at, stoppedUntil: null, why: null })
    },
    async stop(channel, why, until) {
      noted.delete(`said ${channel}`)
      await put(channel, { why, stoppedUntil: until })
    },
    async gap({ channel, from, to, why }) {
      await db.channelGap.create({ data: { channel, since: from, until: to, why } })
    },
    async states() {
      const rows = await db.channelState.findMany({ orderBy: { channel: 'asc' } })
      return rows.map((r) => ({ ...r, channel: COLUMNS.ChannelState.channel.parse(r.channel) }))
    },
    async gaps(since) {
      const rows = await db.channelGap.findMany({ where: { until: { gte: since } }, orderBy: { until: 'desc' }, take: 100 })
      return rows.map((r) => ({ channel: COLUMNS.ChannelGap.channel.parse(r.channel), from: r.since, to: r.until, why: r.why }))
    },
  }
}

export const leasesOf = (db: Database): Leases => ({
  async take(name, holder, now, ms) {
    const until = later(now, ms)
    const got = await db.$executeRaw`
      INSERT INTO "Lease" (name, holder, until) VALUES (${name}, ${holder}, ${until})
      ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
      WHERE "Lease".holder = excluded.holder OR "Lease".until < ${now} OR "Lease".until > ${later(now, NO_LEASE * ms)}`
    return got > 0
  },
  async release(name, holder) {
    await db.lease.deleteMany({ where: { name, holder } })
  },
})
