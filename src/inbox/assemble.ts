import { putRight, readCorrection } from '../classify/correction.ts'
import { turnsToAnother } from '../classify/parts.ts'
import { DAY_MS, later, MINUTE_MS, SECOND_MS } from '../domain/durations.ts'
import type { Judgement } from '../domain/judgement.ts'
import { groupIn } from '../domain/notice.ts'
import { readShared } from '../domain/shared.ts'
import type { Desk, Heard, OpenReport } from '../ports/desk.ts'
import { closeWork } from '../ports/due-work.ts'
import { isOnlyDetail } from '../reading/detail.ts'
import { isToBeAsked, NOTHING, waitsForWords } from './photo-waiting.ts'
import { plainLine, type Read, tellsOf, textOfReport } from './report-text.ts'

/** What is no matter yet may become one with the next line: hints are told over minutes, with others between. */
const STORY_MINUTES = 3
/** And no story goes on for ever. */
const LONGEST_STORY_MINUTES = 12
/** Words that come so long after a photo may still be its words. */
const PHOTO_MINUTES = 30

/** 还有 … 也. */
const ALSO = /^[,，。\s]*还有[^,，。]*也/u
/** 也, 还有: one more of them. */
const ONE_MORE = /也|还有|另外/u

/**
 * Whether a line begins another matter than what was said so far: by a turn said aloud (再一个), or because it is surely a
 * matter of its own at a place of its own. One story told in pieces stays one: its pieces name no other place, and the first
 * place that is named is where the story is (路灯又不亮了 / 三社路口) unless another thing is named there.
 */
function isAnotherMatter(desk: Pick<Desk, 'roster'>, sofar: Judgement, line: Judgement, words: string): boolean {
  const sure = (j: Judgement) => j.outcome === 'open' && j.duty !== null
  if (!sofar.duty || !sure(line)) return false
  // 还有垃圾箱也满了 is another thing; 还有三社也没水 more of the same.
  if (turnsToAnother(words)) return line.duty !== sofar.duty || !ALSO.test(words)
  if (!sure(sofar)) return false
  if (sofar.kind !== 'village' || line.kind !== 'village' || sofar.duty === line.duty || isOnlyDetail(words, line.places)) return false
  const things = desk.roster.duties.get(line.duty ?? '')?.words ?? []
  if (sofar.places.length === 0)
    return line.places.length > 0 && (ONE_MORE.test(words) || things.some((w) => w.length > 1 && words.includes(w)))
  return line.places.length > 0 && !line.places.some((p) => sofar.places.includes(p))
}

/** 不是三社 是四社: of what its author is telling, and no beginning. */
function corrects(mine: OpenReport, words: string, read: Read): boolean {
  const correction = readCorrection(words, (text) => read(text).places)
  return correction !== null && putRight(textOfReport(mine, read), correction, (text) => read(text).places, tellsOf(read)) !== null
}

/** Whether the line ends what its author was saying before: another matter, or nothing was being told and time has passed. */
function endsBefore(desk: Pick<Desk, 'roster' | 'settings'>, mine: OpenReport, heard: Heard, line: Judgement, read: Read): boolean {
  const words = plainLine(heard.text)
  const sofar = mine.judgement
  if (!sofar || corrects(mine, words, read)) return false
  const last = mine.messages.at(-1)?.at ?? mine.openedAt
  const silent = heard.at.getTime() - last.getTime()
  if (silent >= desk.settings.reportWindowSeconds * SECOND_MS) {
    if (sofar.matter < NOTHING || heard.at.getTime() - mine.openedAt.getTime() > LONGEST_STORY_MINUTES * MINUTE_MS) return true
  }
  return isAnotherMatter(desk, sofar, line, words)
}

/** The words of a photo come right after it, or some minutes later if they tell something. */
function isForPhoto({ settings }: Pick<Desk, 'settings'>, photo: OpenReport, heard: Heard, line: Judgement): boolean {
  const silent = heard.at.getTime() - (photo.messages.at(-1)?.at ?? photo.openedAt).getTime()
  return silent < settings.reportWindowSeconds * SECOND_MS || (silent < PHOTO_MINUTES * MINUTE_MS && line.matter >= NOTHING)
}

export interface Line {
  /** What this line ended early. */
  ended: OpenReport | null
  report: OpenReport
  judgement: Judgement
}

/**
 * Lines and photos of one person in one conversation within a window are one report; what others say in between does not
 * break it. The window starts anew with each line, and is longer while what was told is only hinted at. It counts from when the line was
 * said: what waited for a database that was away is put together as if it had not.
 */
export async function addLine(
  desk: Pick<Desk, 'roster' | 'settings' | 'newId' | 'openReport' | 'addToReport' | 'addDue'>,
  heard: Heard,
  mine: OpenReport | null,
  line: Judgement,
  read: Read,
): Promise<Line> {
  const waits = mine !== null && waitsForWords(mine)
  const joins = mine !== null && (waits ? isForPhoto(desk, mine, heard, line) : !endsBefore(desk, mine, heard, line, read))
  const before = joins ? mine : null
  const ended = joins || waits ? null : mine
  const messages = [...(before?.messages ?? []), heard]
  const judgement = before ? read(textOfReport({ messages }, read)) : line
  const closesAt = windowOf(desk, heard.at, messages, judgement)
  const report: OpenReport = before
    ? { ...before, closesAt, judgement, messages }
    : {
        ...{ id: desk.newId(), conversation: heard.conversation, person: heard.person, openedAt: heard.at },
        ...{ closesAt, closed: false, judgement, messages },
      }
  if (!before) await desk.openReport(report)
  await desk.addToReport(report.id, heard, closesAt, judgement)
  await desk.addDue(closeWork(report.id, closesAt))
  if (waitsForWords(report) && isToBeAsked(report))
    await desk.addDue({
      key: `photo-words:${report.id}`,
      job: 'photo-words',
      at: later(heard.at, desk.settings.reportWindowSeconds * SECOND_MS),
      ticket: null,
      data: { report: report.id },
    })
  return { ended, report, judgement }
}

/** A photo without words that tell anything waits a day for them; a hint waits some minutes for the next. */
export function windowOf({ settings }: Pick<Desk, 'settings'>, last: Date, messages: readonly Heard[], judgement: Judgement): Date {
  const isTold = judgement.outcome === 'open' || judgement.outcome === 'ask'
  const window = settings.reportWindowSeconds * SECOND_MS
  if (
    messages.some((m) => m.photos.length > 0 || readShared(m.text) !== null) &&
    !isTold &&
    waitsForWords({ messages: [...messages], judgement })
  )
    return later(last, DAY_MS)
  const alone = groupIn(messages[0]?.conversation ?? '') === null
  return later(last, isTold || alone || window === 0 ? window : Math.max(window, STORY_MINUTES * MINUTE_MS))
}
