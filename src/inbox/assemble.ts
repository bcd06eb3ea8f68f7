import type { Judgement } from '../domain/judgement.ts'
import type { Desk, Heard, OpenReport } from '../ports/desk.ts'
import { textOf } from '../tickets/is-matter.ts'

const SECOND_MS = 1000
const DAY_MS = 24 * 60 * 60_000

export const closeWork = (report: string, at: Date) => ({
  key: `close-report:${report}`,
  job: 'close-report',
  at,
  ticket: null,
  data: { report },
})

/** A line that is by itself surely another matter than what was said so far ends the report before it. */
const isAnotherMatter = (sofar: Judgement, line: Judgement, openAt: number): boolean =>
  sofar.kind !== 'none' &&
  line.kind !== 'none' &&
  sofar.matter >= openAt &&
  line.matter >= openAt &&
  line.duty !== null &&
  sofar.duty !== line.duty

/**
 * Lines and photos of one person in one conversation within a window are one report; what others say in between does not
 * break it. The window starts anew with each line. Returns the report that this line ended early, if it did.
 */
export async function addLine(
  desk: Desk,
  heard: Heard,
  judge: (text: string) => Judgement,
): Promise<{ ended: OpenReport | null; report: OpenReport; atOnce: boolean }> {
  const mine = (await desk.openReports(heard.conversation)).find((r) => r.person === heard.person) ?? null
  const line = judge(heard.text)
  const sofar = mine && textOf(mine) !== '' ? judge(textOf(mine)) : null
  const ended = mine && sofar && isAnotherMatter(sofar, line, desk.settings.openAt) ? mine : null
  // A photo without a word waits a day for its words.
  const onlyPhotos = heard.text.trim() === '' && (ended || !mine || textOf(mine) === '')
  const window = desk.settings.reportWindowSeconds * SECOND_MS
  const closesAt = new Date(desk.now.getTime() + (onlyPhotos ? DAY_MS : window))
  const report: OpenReport =
    mine && !ended
      ? { ...mine, closesAt, messages: [...mine.messages, heard] }
      : { id: desk.newId(), conversation: heard.conversation, person: heard.person, openedAt: desk.now, closesAt, messages: [heard] }
  if (!mine || ended) await desk.openReport(report)
  await desk.addToReport(report.id, heard, closesAt)
  await desk.addDue(closeWork(report.id, closesAt))
  if (onlyPhotos)
    await desk.addDue({
      key: `photo-words:${report.id}`,
      job: 'photo-words',
      at: new Date(desk.now.getTime() + window),
      ticket: null,
      data: { report: report.id },
    })
  return { ended, report, atOnce: judge(textOf(report)).danger !== null }
}
