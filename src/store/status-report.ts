import { CONSENT, RoomConsent } from '../domain/consent.ts'
import { earlier, WEEK_MS } from '../domain/durations.ts'
import { groupIn, personIn } from '../domain/notice.ts'
import type { KeepDays } from '../domain/retention.ts'
import { type Roster, townNode } from '../domain/roster.ts'
import type { ChannelLog } from '../ports/channel-log.ts'
import type { MovableClock } from '../ports/clock.ts'
import type { DeadLetter, GroupOffice, GroupReport, StatusReport } from '../ports/operations.ts'
import { backupBookOf, backupReport } from './backup-book.ts'
import { type ChannelsHere, channelReports } from './channel-reports.ts'
import { COLUMNS } from './columns.ts'
import { goneFrom } from './gone-report.ts'
import { databaseHealth, diskFree } from './health.ts'
import { rosterOf } from './roster.ts'
import { countOf, standingOf } from './standing.ts'
import { startMarksOf } from './start-marks.ts'
import type { Database } from './transaction.ts'

const DEAD_LETTERS = 100

export interface ReportNeeds extends ChannelsHere {
  log: ChannelLog
  clock: MovableClock
  dataDir: string
  office: GroupOffice
  /** What the record says where there was no way to somebody. */
  noWay: string
  keepDays: KeepDays
}

/** All that an operator looks at, in one go. */
export async function statusReport(
  db: Database,
  town: string,
  { reach, hears, log, clock, dataDir, office, tokenSince, noWay, keepDays }: ReportNeeds,
): Promise<StatusReport> {
  const at = reach.machine()
  const row = await db.town.findUniqueOrThrow({ where: { id: town } })
  const roster = await rosterOf(db, town, row.rosterVersion)
  const since = earlier(at, WEEK_MS)
  const lost = await db.notice.findMany({
    where: {
      townId: town,
      state: 'failed',
      why: noWay,
      dueAt: { gte: new Date(clock.now().getTime() - WEEK_MS) },
      conversation: { startsWith: 'p:' },
    },
    distinct: ['conversation'],
    select: { conversation: true },
  })
  const digest = await db.notice.findFirst({
    where: { townId: town, occasion: 'digest', state: 'sent', sentAt: { not: null } },
    orderBy: { sentAt: 'desc' },
    select: { sentAt: true },
  })
  const undecided = { townId: town, state: { in: ['failed', 'unknown', 'confirm'] } }
  const standing = await standingOf(db, town, clock.now())
  const letters = await db.post.findMany({ where: undecided, orderBy: { seq: 'desc' }, take: DEAD_LETTERS })
  const bound = await db.channelGroup.findMany({ where: { townId: town }, orderBy: [{ state: 'asc' }, { firstSeenAt: 'asc' }] })
  const consents = await consentsIn(db, town)
  const { skew, ...database } = await databaseHealth(db)
  return {
    at,
    town: row.name,
    township: {
      sample: row.sample,
      people: roster.people.size,
      villages: [...roster.nodes.values()].filter((n) => n.level === 'village').length,
      duties: roster.duties.size,
    },
    channels: channelReports(await log.states(), standing.posts, { reach, hears, tokenSince }),
    gaps: await log.gaps(since),
    deadLetters: letters.map((p) => letterFrom(p, roster)),
    deadLetterCount: countOf(standing.posts.filter((p) => p.state === 'failed' || p.state === 'unknown')),
    groups: bound.map(
      (g): GroupReport => ({
        channel: COLUMNS.ChannelGroup.channel.parse(g.channel),
        externalId: g.externalId,
        name: g.name,
        group: g.groupId ? groupOn(roster, g.groupId) : null,
        hears: COLUMNS.ChannelGroup.hears.parse(g.hears),
        posts: COLUMNS.ChannelGroup.posts.parse(g.posts),
        state: COLUMNS.ChannelGroup.state.parse(g.state),
        why: g.why,
        heardAt: g.heardAt,
        consent: g.channel === 'wecom-archive' ? (consents.get(g.externalId) ?? null) : null,
      }),
    ),
    ownGroups: [...roster.groups.values()].map(({ id, name }) => ({ id, name })),
    places: [townNode(roster), ...[...roster.nodes.values()].filter((n) => n.level === 'village').map((n) => n.id)].map((id) => ({
      id,
      name: roster.nodes.get(id)?.name ?? id,
    })),
    queues: { unhandled: standing.unhandled.count, notices: standing.notices.count, work: standing.work.count },
    lastDigest: digest?.sentAt ?? null,
    unreachable: lost.length,
    untold: await db.webhookDelivery.count({ where: { townId: town, state: 'failed' } }),
    marks: await startMarksOf(db, town),
    ...(await goneFrom(db, town, keepDays)),
    trials: {
      on: await db.trial.count({ where: { townId: town, endedAt: null } }),
      over: await db.trial.count({ where: { townId: town, endedAt: { not: null } } }),
    },
    canFetchGroups: office.customerGroups !== null,
    canMakeGroup: office.makeGroup !== null,
    backup: backupReport(await backupBookOf(db).runs()),
    database,
    memory: process.memoryUsage.rss(),
    diskFree: (await diskFree(dataDir)) ?? 0,
    clockSkew: skew,
    clockMoved: clock.moved(),
  }
}

function groupOn({ groups }: Roster, id: string): GroupReport['group'] {
  const group = groups.get(id)
  return { id, name: group?.name ?? id, onTrial: (group?.trial ?? null) !== null }
}

/** By what the archive calls the group. */
async function consentsIn(db: Database, townId: string): Promise<Map<string, GroupReport['consent']>> {
  const rows = await db.channelCursor.findMany({ where: { townId, name: { startsWith: CONSENT } } })
  return new Map(
    rows.map(({ name, value }) => {
      const consent = RoomConsent.read(value)
      const agreed = consent?.agreed.length ?? 0
      return [name.slice(CONSENT.length), consent && { agreed, all: agreed + consent.without.length, at: new Date(consent.at) }]
    }),
  )
}

function letterFrom(
  post: { id: string; state: string; channel: string; conversation: string; text: string; why: string | null; writtenAt: Date },
  roster: Roster,
): DeadLetter {
  const { id, state, channel, conversation, text, why, writtenAt } = post
  const group = groupIn(conversation)
  const to = group ? roster.groups.get(group)?.name : roster.people.get(personIn(conversation) ?? '')?.name
  return {
    ...{ id, to: to ?? conversation, text: group ? text : null, why, writtenAt },
    state: COLUMNS.Post.state.extract(['failed', 'unknown', 'confirm']).parse(state),
    channel: COLUMNS.Post.channel.parse(channel),
  }
}
