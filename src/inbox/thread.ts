import { isMeToo, isThanks } from '../classify/follow-up.ts'
import { isPlainlyChat } from '../classify/plain-chat.ts'
import { MINUTE_MS, SECOND_MS } from '../domain/durations.ts'
import { isOnRoster, type Roster } from '../domain/roster.ts'
import type { ClosedReport, Line } from '../ports/desk.ts'
import { wordsBeside } from '../reading/named-words.ts'
import { sharedWords } from './shared-words.ts'

/** A line of a conversation, looked at for whether it goes on with one matter. */
export interface Said {
  /** Null for the bot. */
  person: string | null
  /** Somebody of the roster. */
  cadre: boolean
  text: string
  at: Date
  /** It belongs to the matter. */
  inThread: boolean
}

/** The matter that is looked at. */
export interface Thread {
  /** Who told it. */
  person: string
  text: string
  /** When it was told first. */
  since: Date
  /** Between two households: the other one speaks as well. */
  between: boolean
}

/** How somebody goes on with it: with their own, or as the other side. */
export type GoesOn = 'own' | 'other-side'

/** Said so soon after it by the same person, it is more of it, whatever stands between. */
const SOON_MS = 130 * SECOND_MS
/** An answer comes at once, typed by thumbs that are no longer young. */
const ANSWER_MS = 70 * SECOND_MS
/** And to a question a little later. */
const REPLY_MS = 3 * MINUTE_MS
/** An evening: what is said the day after speaks of it by its name. */
const EVENING_MS = 3 * 60 * MINUTE_MS
/** So early in a line it is what the line says. */
const LONGEST_STATE = 8

const STICKERS = /\[[\p{Script=Han}A-Za-z]{1,6}\]|\p{Extended_Pictographic}/gu
/** Whom one thanks or wishes good night. */
const TITLES = /(?:[^\s\p{P}的了你好]?(?:网格员?|书记|主任|文书|支书|村长|社长|干部|师傅|老师|叔|婶|哥|姐|嫂|爷))+/gu
const ENDS = /[\s\p{P}了的啊呀嘛吧呢哩么哦]+$/u
/** 张网格，小吴，@书记: begins by turning to somebody of the village's office. */
const TO_OFFICE =
  /^(?:@\S+\s*)?(?:哎[,，\s]*)?(?:\p{Script=Han}{0,2}(?:网格员?|书记|主任|文书|支书|村长|社长|队长|干部|站长|镇长|乡长))[,，\s:：]/u
const QUESTION = /[?？]|[吗么没呢不]$|谁|咋|啥|几|哪|阿达|阿么/u
const OF_ONESELF = /我|俺|咱|[你恁]/u
/** 你心里明白, 我不说是谁: somebody is meant, and may answer; 你们谁家也停了 asks them all. */
const MEANS_SOMEBODY = /[你恁](?!们)|谁(?!家)|点名|隔壁/u
const HEARSAY = /听说|说是|说塌|真的假的/u
const TO_SOMEBODY = /你|那是/u

const named = wordsBeside(import.meta.url, 'thread')
const NOD = named('nod', 'whole')
const LAUGH = named('laugh')
const STATE = named('state')
const SHARED = named('shared')

/** 嗯, 谢谢, a sticker: whoever says only that tells nothing. */
export function saysNothing(text: string): boolean {
  const words = text.replace(STICKERS, '').replace(/[\s\p{P}]+/gu, '')
  const bare = words.replace(TITLES, '').replace(ENDS, '')
  const parts = text.split(/[\s\p{P}]+/u).filter((it) => it !== '')
  // 好的书记 删了: nods, and a word to it.
  const nods = parts.length > 1 && NOD.test(parts[0]?.replace(TITLES, '') ?? '') && parts.slice(1).join('').length < 3
  return nods || NOD.test(words) || NOD.test(bare) || bare.length < 2 || isPlainlyChat(text) || isThanks(text)
}

/** Whether a line goes on with a matter that was told in the same group. `before`: what was said before it, the newest first. */
export function goesOnWith(thread: Thread, line: Pick<Said, 'person' | 'cadre' | 'text' | 'at'>, before: readonly Said[]): GoesOn | null {
  const since = (other: Pick<Said, 'at'>): number => line.at.getTime() - other.at.getTime()
  if (line.at.getTime() - thread.since.getTime() > EVENING_MS || saysNothing(line.text)) return null
  const said = before.filter((b) => b.person !== null)
  const [last] = said
  if (line.person === thread.person) return tellsOn(thread, line.text, said, since) ? 'own' : null
  if (line.cadre || !last?.inThread || last.person !== thread.person) return null
  if (!thread.between || since(last) > ANSWER_MS || LAUGH.test(last.text + line.text)) return null
  const spoke = said.some((b) => b.inThread && b.person === line.person)
  return spoke || (OF_ONESELF.test(line.text) && MEANS_SOMEBODY.test(last.text)) ? 'other-side' : null
}

/** @H 涵洞我晓得了: what an office says of a matter speaks to its teller, or of its thing, or comes right after it. */
const isOfIt = (thread: Thread, said: Said, before: Said | undefined): boolean =>
  said.text.startsWith('@') || before?.inThread === true || sharedWords(said.text, thread.text) > 0

function tellsOn(thread: Thread, text: string, said: readonly Said[], since: (other: Said) => number): boolean {
  const [last, second] = said
  const latest = said.find((b) => b.inThread)
  const othersLast = last && !last.inThread && since(last) <= ANSWER_MS ? last : null
  // 你那是喝了酒, thrown back at a joke.
  const jests = othersLast !== null && !othersLast.cadre && LAUGH.test(othersLast.text) && TO_SOMEBODY.test(text)
  // Right after the first telling and with nobody between, it would have been told in one breath.
  const between = latest !== undefined && said.slice(0, said.indexOf(latest)).some((b) => b.person !== thread.person)
  const isFirst = latest?.person === thread.person && latest.at.getTime() - thread.since.getTime() <= SOON_MS
  const inOneBreath = isFirst && !between
  if (latest && since(latest) <= SOON_MS && !inOneBreath) return !jests
  // 明早我上去看看, said of it by whoever is there for the village, and what is said back.
  const n = said.slice(0, 3).findIndex((b) => b.person !== thread.person)
  const answered = said[n]
  if (answered?.cadre && since(answered) <= ANSWER_MS && isOfIt(thread, answered, said[n + 1])) return true
  // 阿么样了, and its answer.
  const asked = last !== undefined && last.person !== thread.person && since(last) <= REPLY_MS && QUESTION.test(last.text)
  if (asked && (last.inThread || second?.inThread)) return true
  if (TO_OFFICE.test(text)) return true
  return (STATE.test(text.slice(0, LONGEST_STATE)) && !HEARSAY.test(text)) || SHARED.test(text)
}

/** The lines before one, as they are looked at for a ticket. */
export const seenFrom = (roster: Roster, ticket: string, lines: readonly Line[]): Said[] =>
  lines.map(({ person, text, at, tickets }) => ({
    person,
    cadre: isOnRoster(roster, person),
    text,
    at,
    inThread: tickets.includes(ticket),
  }))

/** So many lines back somebody looks before they answer. */
export const LINES_BACK = 12

/** What was said on with some reports in the talk around them. */
export interface Around {
  /** The messages of it. */
  ids: string[]
  /** Somebody who was meant has answered. */
  quarrel: boolean
  /** Messages of others who have the same. */
  too: string[]
}

/** More by their teller, and by the other side of a quarrel. What stands in `others` is told of something else. */
export function saidAround(
  roster: Roster,
  own: readonly ClosedReport[],
  talk: readonly ClosedReport[],
  others: ReadonlySet<string>,
): Around {
  const [first] = own
  const around: Around = { ids: [], quarrel: false, too: [] }
  if (!first) return around
  const text = own.flatMap((r) => r.messages.map((m) => m.text)).join('\n')
  const thread = { person: first.person, text, since: first.openedAt, between: true }
  const told = new Set(own.flatMap((r) => r.messages.map((m) => m.id)))
  const seed = first.messages[0]?.seq ?? 0n
  const before: Said[] = []
  const lines = talk
    .flatMap((r) => r.messages.map((m) => ({ ...m, free: !r.taken && !others.has(r.id) })))
    .sort((a, b) => Number(a.seq - b.seq))
  for (const { id, seq, person, at, free, ...said } of lines) {
    const line = { person, cadre: isOnRoster(roster, person), text: said.text, at, inThread: told.has(id) }
    const how = !line.inThread && free && seq > seed ? goesOnWith(thread, line, before) : null
    if (how === null && free && isMeToo(said.text) && before[0]?.inThread && person !== thread.person) around.too.push(id)
    if (how !== null) {
      line.inThread = true
      around.ids.push(id)
      around.quarrel ||= how === 'other-side'
    }
    before.unshift(line)
    before.length = Math.min(before.length, LINES_BACK)
  }
  return around
}
