import { readCorrection } from '../classify/correction.ts'
import { turnsToAnother } from '../classify/parts.ts'
import { DAY_MS, later, SECOND_MS } from '../domain/durations.ts'
import type { Judgement } from '../domain/judgement.ts'
import type { Desk, Heard, OpenReport } from '../ports/desk.ts'
import { isOnlyDetail } from '../reading/detail.ts'
import { plainLine, textOfReport } from './report-text.ts'

export const closeWork = (report: string, at: Date) => ({
  key: `close-report:${report}`,
  job: 'close-report',
  at,
  ticket: null,
  data: { report },
})

/** 也, 还有: one more of them. */
const ONE_MORE = /也|还有|另外/u

/**
 * Whether a line begins another matter than what was said so far: by a turn said aloud (再一个), or because it is surely a
 * matter of its own at a place of its own. One story told in pieces stays one: its pieces name no other place, and the first
 * place that is named is where the story is (路灯又不亮了 / 三社路口) unless another thing is named there.
 */
function isAnotherMatter(desk: Desk, sofar: Judgement, line: Judgement, words: string): boolean {
  const sure = (j: Judgement) => j.kind !== 'none' && j.matter >= desk.settings.openAt && j.duty !== null
  if (!sure(sofar) || !sure(line)) return false
  if (turnsToAnother(words)) return true
  if (sofar.kind !== 'village' || line.kind !== 'village' || sofar.duty === line.duty || isOnlyDetail(words, line.places)) return false
  const things = desk.roster.duties.get(line.duty ?? '')?.words ?? []
  if (sofar.places.length === 0)
    return line.places.length > 0 && (ONE_MORE.test(words) || things.some((w) => w.length > 1 && words.includes(w)))
  return line.places.length > 0 && !line.places.some((p) => sofar.places.includes(p))
}

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
  const words = plainLine(heard.text)
  const told = mine ? textOfReport(mine, judge) : ''
  const corrects = readCorrection(words, (text) => judge(text).places) !== null
  const ended = mine && told !== '' && !corrects && isAnotherMatter(desk, judge(told), judge(words), words) ? mine : null
  const window = desk.settings.reportWindowSeconds * SECOND_MS
  const before = mine && !ended ? mine : null
  const messages = [...(before?.messages ?? []), heard]
  const whole = judge(textOfReport({ messages }, judge))
  // A photo without words that tell anything waits a day for them.
  const waits = messages.some((m) => m.photos.length > 0) && (whole.kind === 'none' || whole.matter < desk.settings.askAt)
  const closesAt = later(desk.now, waits ? DAY_MS : window)
  const report: OpenReport = before
    ? { ...before, closesAt, messages }
    : { id: desk.newId(), conversation: heard.conversation, person: heard.person, openedAt: desk.now, closesAt, closed: false, messages }
  if (!before) await desk.openReport(report)
  await desk.addToReport(report.id, heard, closesAt)
  await desk.addDue(closeWork(report.id, closesAt))
  if (waits && messages.every((m) => plainLine(m.text) === ''))
    await desk.addDue({
      key: `photo-words:${report.id}`,
      job: 'photo-words',
      at: later(desk.now, window),
      ticket: null,
      data: { report: report.id },
    })
  return { ended, report, atOnce: whole.danger !== null }
}
