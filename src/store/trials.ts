import { LAPSED, LISTED, ON_LIST } from '../domain/clerk-list.ts'
import { Judgement } from '../domain/judgement.ts'
import { toGroup } from '../domain/notice.ts'
import { TrialFigures } from '../domain/trial.ts'
import type { TrialDesk, TrialOnRecord, TrialReport } from '../ports/trial-desk.ts'
import { COLUMNS } from './columns.ts'
import type { Journal } from './deeds/journal.ts'
import type { Report, Trial } from './generated/client.ts'
import { ticketFrom } from './ticket-row.ts'
import type { Transaction } from './transaction.ts'

/** Put before a clerk, or still to be. */
const UNDECIDED: readonly string[] = [LISTED, ON_LIST]

const trialFrom = ({ id, groupId, since, until, endedAt, figures }: Trial): TrialOnRecord => ({
  ...{ id, group: groupId, since, until, endedAt },
  figures: TrialFigures.nullable().catch(null).parse(figures),
})

/** What was made of it names nobody and touches no home. What is gone with its words tells nothing. */
const isPlain = (read: Judgement | null): boolean => read !== null && read.sensitivity === null && read.hint === null

export function trialDeskOf(tx: Transaction, town: string, now: Date, journal: Journal): TrialDesk {
  const of = { townId: town }
  const changed = () => tx.town.update({ where: { id: town }, data: { rosterVersion: { increment: 1 } } })
  async function end(group: string): Promise<void> {
    const going = await tx.trial.findMany({ where: { ...of, groupId: group, endedAt: null }, select: { id: true } })
    const where = { ...of, groupId: group, endedAt: null }
    await journal.watch('Trial', going, () => tx.trial.updateMany({ where, data: { endedAt: now } }))
  }

  async function reportsOf(conversation: string, since: Date, until: Date): Promise<TrialReport[]> {
    const linked = await tx.$queryRaw<{ report: string; ticket: string }[]>`
      SELECT DISTINCT m."reportId" AS report, t."ticketId" AS ticket FROM "TicketMessage" t
      JOIN "Message" m ON m."townId" = t."townId" AND m.seq = t.seq
      WHERE t."townId" = ${town} AND m.conversation = ${conversation} AND m.at >= ${since} AND m.at < ${until} AND m."reportId" IS NOT NULL`
    const ticketsOf = Map.groupBy(linked, (l) => l.report)
    const rows = await tx.report.findMany({
      where: {
        ...{ ...of, conversation, openedAt: { gte: since, lt: until }, closedAt: { not: null } },
        OR: [{ would: { not: null } }, { id: { in: [...ticketsOf.keys()] } }],
      },
      orderBy: { openedAt: 'asc' },
    })
    const said = await tx.message.findMany({ where: { ...of, reportId: { in: rows.map((r) => r.id) } }, orderBy: { seq: 'asc' } })
    const words = Map.groupBy(said, (m) => m.reportId)
    const text = (r: Report): string | null => {
      const lines = (words.get(r.id) ?? []).map((m) => m.text).filter((t) => t !== '')
      return lines.length > 0 ? lines.join('，') : null
    }
    return rows.map((r) => {
      const judgement = Judgement.nullable().catch(null).parse(r.judgement)
      return {
        ...{ id: r.id, person: r.personId, at: r.openedAt, text: text(r), would: COLUMNS.Report.would.nullable().parse(r.would) },
        ...{ duty: judgement?.duty ?? null, delicate: !isPlain(judgement), undecided: UNDECIDED.includes(r.outcome ?? LAPSED) },
        tickets: (ticketsOf.get(r.id) ?? []).map((l) => l.ticket),
      }
    })
  }

  return {
    async beginTrial({ id, group, until }) {
      await end(group)
      await journal.watch('Trial', [{ id }], () => tx.trial.create({ data: { ...of, id, groupId: group, since: now, until } }))
      await changed()
    },
    async endTrial(group) {
      await end(group)
      await changed()
    },
    async stopPosts(conversation, why) {
      const where = { ...of, conversation, state: 'waiting' }
      const posts = await tx.post.findMany({ where, select: { keys: true } })
      await tx.post.updateMany({ where, data: { state: 'dropped', why } })
      const keys = { in: posts.flatMap((p) => p.keys) }
      await tx.notice.updateMany({ where: { ...of, key: keys, state: 'claimed' }, data: { state: 'suppressed', why } })
    },
    async noteWould(report, would) {
      await tx.report.update({ where: { townId_id: { ...of, id: report } }, data: { would } })
    },
    async trials() {
      return (await tx.trial.findMany({ where: of, orderBy: { since: 'desc' }, distinct: ['groupId'] })).map(trialFrom)
    },
    async trialTalk({ group, since, until }, village, why) {
      const conversation = toGroup(group)
      const heard = await tx.message.findMany({
        where: { ...of, conversation, personId: { not: null }, at: { gte: since, lt: until } },
        select: { at: true },
      })
      const reports = await reportsOf(conversation, since, until)
      const cadres = await tx.personRole.findMany({ where: { ...of, role: { not: 'resident' } }, select: { personId: true } })
      const byHand = {
        ...{ villageId: village, openedAt: { gte: since, lt: until } },
        OR: [{ source: 'noted' }, { source: 'direct', reporterId: { in: cadres.map((c) => c.personId) } }],
      }
      const rows = await tx.ticket.findMany({
        where: { ...of, OR: [{ id: { in: reports.flatMap((r) => [...r.tickets]) } }, byHand] },
        orderBy: { openedAt: 'asc' },
      })
      const unsaid = await tx.notice.count({ where: { ...of, conversation, why, dueAt: { gte: since, lt: until } } })
      return { heard: heard.map((m) => m.at), reports, tickets: rows.map(ticketFrom), unsaid }
    },
    async keepTrialFigures(trial, figures) {
      await tx.trial.update({ where: { townId_id: { ...of, id: trial } }, data: { figures } })
    },
  }
}
