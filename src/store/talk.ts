import { Judgement } from '../domain/judgement.ts'
import { inRef, messageRef } from '../domain/message-ref.ts'
import { conversationIn } from '../domain/notice.ts'
import { TAKEN_BACK } from '../domain/shared.ts'
import { storable } from '../domain/storable.ts'
import type { Desk, Heard, OpenReport } from '../ports/desk.ts'
import { COLUMNS, PhotoRefs, VoiceRef } from './columns.ts'
import { type Message, Prisma, type Report } from './generated/client.ts'
import { keptAs } from './kept-as.ts'
import type { Transaction } from './transaction.ts'
import { awaitTurn } from './turn.ts'

type Talk = Pick<
  Desk,
  | 'openReports'
  | 'report'
  | 'openReport'
  | 'addToReport'
  | 'closeReport'
  | 'closedReports'
  | 'settleReports'
  | 'reportOutcome'
  | 'heard'
  | 'heardAlone'
  | 'recording'
  | 'writeDown'
  | 'takeBack'
  | 'linesBefore'
  | 'recentBy'
>

export const heardFrom = (row: Message): Heard => ({
  id: messageRef(row.channel, row.id),
  seq: row.seq,
  conversation: conversationIn(row.conversation),
  person: row.personId ?? '',
  text: row.text,
  quote: row.quoteId,
  photos: PhotoRefs.parse(row.photos),
  voice: VoiceRef.parse(row.voice),
  at: row.at,
  report: row.reportId,
})

export function reportsFrom(rows: readonly Report[], messages: readonly Message[]): OpenReport[] {
  const perReport = Map.groupBy(messages, (m) => m.reportId)
  return rows.map((r) => ({
    ...{ id: r.id, conversation: conversationIn(r.conversation), person: r.personId, openedAt: r.openedAt, closesAt: r.closesAt },
    closed: r.closedAt !== null,
    judgement: Judgement.nullable().catch(null).parse(r.judgement),
    messages: (perReport.get(r.id) ?? []).map(heardFrom),
  }))
}

/** A statement takes 32,767 parameters, and a busy town ends more reports in a day. */
const AT_ONCE = 10_000

async function inParts<T, R>(all: readonly T[], find: (part: T[]) => Promise<R[]>): Promise<R[]> {
  const found: R[] = []
  for (let n = 0; n < all.length; n += AT_ONCE) found.push(...(await find(all.slice(n, n + AT_ONCE))))
  return found
}

export function talkOf(tx: Transaction, town: string, now: Date): Talk {
  const filled = async (rows: Report[]): Promise<OpenReport[]> => {
    const ids = rows.map((r) => r.id)
    const messages = await inParts(ids, (part) =>
      tx.message.findMany({ where: { townId: town, reportId: { in: part } }, orderBy: { seq: 'asc' } }),
    )
    return reportsFrom(rows, messages)
  }
  const heard = async (messageId: string): Promise<Heard | null> => {
    const row = await keptAs(tx, town, inRef(messageId))
    return row?.personId ? heardFrom(row) : null
  }
  return {
    openReports: async (conversation) =>
      filled(await tx.report.findMany({ where: { townId: town, conversation, closedAt: null }, orderBy: { openedAt: 'asc' } })),
    async report(id) {
      const row = await tx.report.findUnique({ where: { townId_id: { townId: town, id } } })
      return row ? ((await filled([row]))[0] ?? null) : null
    },
    async openReport({ id, conversation, person, openedAt, closesAt }) {
      await tx.report.create({ data: { townId: town, id, conversation, personId: person, openedAt, closesAt } })
    },
    async addToReport(reportId, message, closesAt, judgement) {
      await tx.message.update({ where: { townId_seq: { townId: town, seq: message.seq } }, data: { reportId } })
      const data = { closesAt, ...(judgement && { judgement: storable(judgement) }) }
      await tx.report.update({ where: { townId_id: { townId: town, id: reportId } }, data })
    },
    async closeReport(reportId, judgement, outcome) {
      await tx.report.update({
        where: { townId_id: { townId: town, id: reportId } },
        data: { closedAt: now, outcome, ...(judgement && { judgement: storable(judgement) }) },
      })
    },
    async closedReports(since, conversation, outcomes) {
      const rows = await tx.report.findMany({
        where: {
          townId: town,
          closedAt: { gte: since },
          ...(conversation && { conversation }),
          ...(outcomes && { outcome: { in: [...outcomes] } }),
        },
        orderBy: { openedAt: 'asc' },
      })
      const reports = await filled(rows)
      const seqs = reports.flatMap((r) => r.messages.map((m) => m.seq))
      const links = await inParts(seqs, (part) =>
        tx.ticketMessage.findMany({ where: { townId: town, seq: { in: part } }, select: { seq: true } }),
      )
      const taken = new Set(links.map((l) => l.seq))
      return reports.map((report, i) => ({
        ...report,
        closedAt: rows[i]?.closedAt ?? now,
        outcome: rows[i]?.outcome ?? '',
        would: COLUMNS.Report.would.nullable().parse(rows[i]?.would ?? null),
        taken: report.messages.some((m) => taken.has(m.seq)),
      }))
    },
    async reportOutcome(id) {
      const row = await tx.report.findUnique({ where: { townId_id: { townId: town, id } } })
      return row?.outcome ?? null
    },
    async settleReports(ids, outcome) {
      await tx.report.updateMany({ where: { townId: town, id: { in: [...ids] } }, data: { outcome } })
    },
    heard,
    async heardAlone(messageId) {
      const before = await heard(messageId)
      if (!before) return null
      await awaitTurn(tx, { town, conversation: before.conversation })
      return heard(messageId)
    },
    async recording(voiceId) {
      const row = await tx.voice.findUnique({ where: { townId_id: { townId: town, id: voiceId } } })
      return row && { name: row.id, type: row.type, bytes: new Uint8Array(row.bytes) }
    },
    async writeDown(messageId, text) {
      await tx.message.updateMany({ where: { townId: town, ...inRef(messageId) }, data: { text } })
    },
    async takeBack(messageId) {
      const where = { townId: town, ...inRef(messageId) }
      const row = await tx.message.findFirst({ where })
      await tx.message.updateMany({ where, data: { text: TAKEN_BACK, photos: [], voice: Prisma.DbNull } })
      if (row?.reportId)
        await tx.report.updateMany({ where: { townId: town, id: row.reportId, closedAt: null }, data: { judgement: Prisma.DbNull } })
    },
    async linesBefore(message, since, limit) {
      const rows = await tx.message.findMany({
        where: { townId: town, conversation: message.conversation, seq: { lt: message.seq }, at: { gte: since } },
        orderBy: { seq: 'desc' },
        take: limit,
      })
      const links = await tx.ticketMessage.findMany({ where: { townId: town, seq: { in: rows.map((r) => r.seq) } } })
      return rows.map((r) => ({
        id: messageRef(r.channel, r.id),
        person: r.personId,
        text: r.text,
        at: r.at,
        report: r.reportId,
        tickets: [...new Set([...r.ticketIds, ...links.filter((l) => l.seq === r.seq).map((l) => l.ticketId)])],
      }))
    },
    async recentBy(conversation, person, since) {
      const rows = await tx.message.findMany({
        where: { townId: town, conversation, personId: person, at: { gte: since } },
        orderBy: { seq: 'desc' },
        take: 20,
      })
      return rows.map(heardFrom)
    },
  }
}
