import { MINUTE_MS } from '../domain/durations.ts'
import type { Judgement } from '../domain/judgement.ts'
import { groupIn } from '../domain/notice.ts'
import type { Desk, Heard, OpenReport } from '../ports/desk.ts'
import { closeWork } from '../ports/due-work.ts'
import { windowOf } from './assemble.ts'
import { NOTHING, waitsForWords, wordsOf } from './photo-waiting.ts'
import { plainLine, type Read, textOfReport } from './report-text.ts'

/** Whoever names the photo may do so much later; who only speaks of the same thing does it at once. */
const NAMED_MINUTES = 30
const AT_ONCE_MINUTES = 5
/** So likely a line tells of something, though nobody would take it up by itself. */
const TELLS = 0.5
const NAMES = /照片|相片|图片|(?:这|那|上面|前面|刚)(?:张|个)?图|(?:刚才?|上头|上面|前面|他|她)[^,，。]{0,3}(?:发|拍)的/u
const ONLY_ASKS = /[?？]$|(?:哪|啥|谁|吗|么|咋了)[^,，。]{0,3}$/u

/** Whose photo these words of another person are about: by quote, by name, or because they tell of the same thing right after it. */
function photoMeant(desk: Pick<Desk, 'now' | 'roster'>, waiting: readonly OpenReport[], heard: Heard, read: Read): OpenReport | null {
  const words = plainLine(heard.text)
  const quoted = waiting.find((r) => r.messages.some((m) => m.id === heard.quote))
  if (quoted) return quoted
  const within = (r: OpenReport, minutes: number) =>
    desk.now.getTime() - (r.messages.at(-1)?.at ?? r.openedAt).getTime() <= minutes * MINUTE_MS
  const line = read(words)
  if (NAMES.test(words)) return waiting.findLast((r) => within(r, NAMED_MINUTES)) ?? null
  if (line.kind !== 'village' || line.matter < TELLS) return null
  const topic = (judgement: Judgement) => desk.roster.duties.get(judgement.duty ?? '')?.topic
  return waiting.findLast((r) => within(r, AT_ONCE_MINUTES) && wordsOf(r) !== '' && topic(read(wordsOf(r), true)) === topic(line)) ?? null
}

type PhotoDesk = Pick<Desk, 'now' | 'roster' | 'settings' | 'addToReport' | 'addDue'>

/** The words of a photo said by somebody else of the group: the report is still the sender's. False where they are about none. */
export function wordsForPhoto(desk: PhotoDesk, open: readonly OpenReport[], heard: Heard, read: Read): Promise<true> | false {
  const words = plainLine(heard.text)
  if (groupIn(heard.conversation) === null || words === '' || ONLY_ASKS.test(words)) return false
  const { danger, hint, matter, outcome } = read(words)
  if (danger || hint || (outcome === 'leave' && matter < NOTHING)) return false
  const waiting = open.filter((r) => r.person !== heard.person && r.messages.some((m) => m.photos.length > 0) && waitsForWords(r))
  const photo = photoMeant(desk, waiting, heard, read)
  return photo !== null && addWords(desk, photo, heard, read)
}

async function addWords(desk: PhotoDesk, photo: OpenReport, heard: Heard, read: Read): Promise<true> {
  const messages = [...photo.messages, heard]
  const judgement = read(textOfReport({ messages }, read))
  const closesAt = windowOf(desk, heard.at, messages, judgement)
  await desk.addToReport(photo.id, heard, closesAt, judgement)
  await desk.addDue(closeWork(photo.id, closesAt))
  return true
}
