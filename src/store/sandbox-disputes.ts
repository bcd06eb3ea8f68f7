import type { CaseKind } from '../domain/case.ts'
import { MEASUREMENTS, MEDIATIONS } from '../measures/ruler/facts.ts'
import type { SandboxTicketWhole } from '../ports/sandbox.ts'
import type { Database } from './transaction.ts'

type Disputes = Pick<SandboxTicketWhole, 'measurements' | 'mediations'>

/** What was measured, said and agreed in one matter. */
export async function disputesOf(db: Database, townId: string, ticketId: string): Promise<Disputes> {
  const cases = async <T>({ measure, shape }: Pick<CaseKind<never>, 'measure'> & { shape: { parse(whole: unknown): T } }): Promise<T[]> => {
    const rows = await db.measureCase.findMany({
      where: { townId, measure, ticketId, status: { not: 'undone' } },
      orderBy: { number: 'asc' },
    })
    return rows.map((row) => shape.parse(row.whole))
  }
  const [measurements, mediations] = [await cases(MEASUREMENTS), await cases(MEDIATIONS)]
  return {
    measurements: measurements.map(({ number, openedAt, figure, present, first, second }) => ({
      ...{ number, present, first: wordOf(first), second: wordOf(second) },
      at: openedAt.toISOString(),
      sides: figure.sides,
      area: figure.area,
      closing: figure.closing,
    })),
    mediations: mediations.map(({ number, openedAt, status, parties, record, agreement, performances, confirmedAt }) => ({
      ...{ number, status, parties, sittings: record.length },
      at: openedAt.toISOString(),
      agreement: agreement && { form: agreement.form, text: agreement.text, at: agreement.at.toISOString() },
      performances: performances.map((p) => ({ text: p.text, due: p.due.toISOString(), done: p.done !== null })),
      confirmed: confirmedAt !== null,
    })),
  }
}

const wordOf = (word: { agrees: boolean; said: string } | null) => word && { agrees: word.agrees, said: word.said }
