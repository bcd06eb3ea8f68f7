import type { Judgement } from '../../domain/judgement.ts'
import { storable } from '../../domain/storable.ts'
import type { Heard, OpenReport } from '../../ports/desk.ts'
import { windowKey } from '../../ports/due-work.ts'
import { rowsToSeal } from '../sealing/door.ts'
import type { Transaction } from '../transaction.ts'

/** A report as it is just now, and what of it no row says yet. */
interface Kept {
  report: OpenReport
  outcome: string | null
  isNew: boolean
  changed: { window?: true; judgement?: true; end?: true }
}

/**
 * What lines of talk write: reports, which report and which tickets a line belongs to, when its window closes, that it was handled. Kept
 * until it is written together.
 */
export class InHand {
  readonly #reports: Map<string, Kept>
  readonly #reportOf = new Map<bigint, string>()
  readonly #moved = new Set<bigint>()
  readonly #handled = new Set<bigint>()
  readonly #ticketsOf = new Map<bigint, Set<string>>()
  #attached: { ticketId: string; seq: bigint }[] = []
  /** When each window closes; null: it is closed already. */
  readonly #windows = new Map<string, Date | null>()

  constructor(reports: readonly OpenReport[]) {
    this.#reports = new Map(reports.map((report) => [report.id, { report, outcome: null, isNew: false, changed: {} }]))
  }

  report(id: string): OpenReport | null {
    return this.#reports.get(id)?.report ?? null
  }

  open(): OpenReport[] {
    const open = [...this.#reports.values()].filter(({ report }) => !report.closed).map(({ report }) => report)
    return open.toSorted((a, b) => a.openedAt.getTime() - b.openedAt.getTime())
  }

  begin(report: OpenReport): void {
    this.#reports.set(report.id, { report, outcome: null, isNew: true, changed: {} })
  }

  add(id: string, message: Heard, closesAt: Date, judgement: Judgement | null): void {
    for (const kept of this.#reports.values())
      if (kept.report.messages.some((m) => m.seq === message.seq)) kept.report = without(kept.report, message)
    const kept = this.#reports.get(id)
    if (!kept) return
    const messages = [...kept.report.messages, { ...message, report: id }].toSorted((a, b) => Number(a.seq - b.seq))
    kept.report = { ...kept.report, closesAt, messages, ...(judgement && { judgement }) }
    kept.changed = { ...kept.changed, window: true, ...(judgement && { judgement: true }) }
    this.#reportOf.set(message.seq, id)
    this.#moved.add(message.seq)
  }

  close(id: string, judgement: Judgement | null, outcome: string): void {
    const kept = this.#reports.get(id)
    if (!kept) return
    const isAnother = judgement !== null && judgement !== kept.report.judgement
    kept.report = { ...kept.report, closed: true, ...(judgement && { judgement }) }
    kept.outcome = outcome
    kept.changed = { ...kept.changed, end: true, ...(isAnother && { judgement: true }) }
  }

  handled(seq: bigint): void {
    this.#handled.add(seq)
  }

  window(report: string, closesAt: Date | null): void {
    // What began and ended here has no row to take away.
    if (closesAt === null && this.#reports.get(report)?.isNew) this.#windows.delete(report)
    else this.#windows.set(report, closesAt)
  }

  reportOf(seq: bigint): string | undefined {
    return this.#reportOf.get(seq)
  }

  attach(ticketId: string, messages: readonly Heard[]): void {
    for (const { seq } of messages) {
      const tickets = this.#ticketsOf.get(seq) ?? new Set()
      if (!tickets.has(ticketId)) this.#attached.push({ ticketId, seq })
      this.#ticketsOf.set(seq, tickets.add(ticketId))
    }
  }

  /** Only those that were attached here. */
  ticketsOf(seq: bigint): string[] {
    return [...(this.#ticketsOf.get(seq) ?? [])]
  }

  /** In as few statements as there are kinds of it; afterwards nothing is in hand. */
  async write(tx: Transaction, townId: string, now: Date): Promise<void> {
    await this.#writeReports(tx, townId, now)
    await this.#writeLines(tx, townId, now)
    await this.#writeWindows(tx, townId)
    const attached = this.#attached
    this.#attached = []
    if (attached.length > 0) await tx.ticketMessage.createMany({ data: attached.map((a) => ({ townId, ...a })), skipDuplicates: true })
  }

  async #writeReports(tx: Transaction, townId: string, now: Date): Promise<void> {
    const rows = [...this.#reports.values()].flatMap((kept) => {
      const { report, outcome, isNew, changed } = kept
      if (!isNew && !changed.window && !changed.judgement && !changed.end) return []
      kept.isNew = false
      kept.changed = {}
      const judgement = (isNew || changed.judgement) && report.judgement ? storable(report.judgement) : null
      const closedAt = report.closed && (isNew || changed.end) ? now : null
      return {
        ...{ townId, id: report.id, conversation: report.conversation, personId: report.person },
        ...{ openedAt: report.openedAt, closesAt: report.closesAt, closedAt, outcome, judgement },
      }
    })
    if (rows.length > 0)
      await tx.$executeRaw`INSERT INTO "Report" AS r ("townId", id, conversation, "personId", "openedAt", "closesAt", "closedAt", outcome, judgement)
        SELECT "townId", id, conversation, "personId", "openedAt", "closesAt", "closedAt", outcome, judgement
        FROM jsonb_populate_recordset(NULL::"Report", ${rowsToSeal('Report', rows)}::jsonb)
        ON CONFLICT ("townId", id) DO UPDATE SET "closesAt" = EXCLUDED."closesAt", "closedAt" = COALESCE(EXCLUDED."closedAt", r."closedAt"),
          outcome = COALESCE(EXCLUDED.outcome, r.outcome), judgement = COALESCE(EXCLUDED.judgement, r.judgement)`
  }

  async #writeLines(tx: Transaction, townId: string, now: Date): Promise<void> {
    const seqs = [...new Set([...this.#moved, ...this.#handled])]
    if (seqs.length === 0) return
    const reports = seqs.map((seq) => this.#reportOf.get(seq) ?? null)
    const done = seqs.map((seq) => this.#handled.has(seq))
    await tx.$executeRaw`UPDATE "Message" m
      SET "reportId" = COALESCE(l.report, m."reportId"), "handledAt" = CASE WHEN l.done THEN ${now} ELSE m."handledAt" END
      FROM unnest(${seqs}::bigint[], ${reports}::text[], ${done}::bool[]) AS l(seq, report, done) WHERE m."townId" = ${townId} AND m.seq = l.seq`
    this.#moved.clear()
    this.#handled.clear()
  }

  async #writeWindows(tx: Transaction, townId: string): Promise<void> {
    const windows = [...this.#windows]
    this.#windows.clear()
    const open = windows.flatMap(([report, at]) => (at ? [{ report, at }] : []))
    const closed = windows.flatMap(([report, at]) => (at ? [] : [windowKey(report)]))
    const [reports, moments] = [open.map((w) => w.report), open.map((w) => w.at)]
    if (open.length > 0)
      await tx.$executeRaw`INSERT INTO "Due" ("townId", key, job, at, data)
        SELECT ${townId}, w.key, 'close-report', w.at, jsonb_build_object('report', w.report)
        FROM unnest(${reports.map(windowKey)}::text[], ${reports}::text[], ${moments}::timestamptz[]) AS w(key, report, at)
        ON CONFLICT ("townId", key) DO UPDATE SET at = EXCLUDED.at, data = EXCLUDED.data`
    if (closed.length > 0)
      await tx.$executeRaw`DELETE FROM "Due" WHERE "townId" = ${townId} AND key = ANY(${closed}::text[]) AND "doneAt" IS NULL`
  }
}

const without = (report: OpenReport, { seq }: Heard): OpenReport => ({ ...report, messages: report.messages.filter((m) => m.seq !== seq) })
