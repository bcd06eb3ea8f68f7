import type { Desk, Heard, OpenReport } from '../ports/desk.ts'
import { plainLine } from './report-text.ts'

/** What a model took to tell one matter together with a report. */
export interface Joined {
  /** The author's own earlier lines and the report itself, as one text. */
  text: string
  /** Theirs, in the order they were said. */
  own: Heard[]
  /** What others added to it: kept with the ticket, and no words of its teller. */
  others: Heard[]
}

/** The lines as they stand now: what is being told still, or has become part of a ticket, belongs where it is. */
export async function joinLines(
  desk: Pick<Desk, 'ticketsOfMessage' | 'report' | 'heard'>,
  report: OpenReport,
  text: string,
  ids: readonly string[],
): Promise<Joined> {
  const own: Heard[] = []
  const others: Heard[] = []
  for (const id of ids) {
    const line = await desk.heard(id)
    if (!line || line.conversation !== report.conversation || report.messages.some((m) => m.id === id)) continue
    if ((await desk.ticketsOfMessage(id)).length > 0) continue
    const told = line.report ? await desk.report(line.report) : null
    if (told && !told.closed) continue
    ;(line.person === report.person ? own : others).push(line)
  }
  const words = own.map((m) => plainLine(m.text)).filter((w) => w !== '')
  return { text: [...words, text].join('\n'), own: [...own, ...report.messages], others }
}

/** What its author told of it before is not listed besides. */
export async function settleJoined(desk: Pick<Desk, 'settleReports'>, { own }: Joined, outcome: string): Promise<void> {
  await desk.settleReports([...new Set(own.flatMap((m) => m.report ?? []))], outcome)
}
