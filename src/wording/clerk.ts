import { maskPersonal } from '../domain/mask.ts'
import type { Ticket } from '../domain/ticket.ts'
import { day, lately } from './dates.ts'

export const registered = (label: string, title: string): string => `【${label}】登记了：${title}。`
export const registeredFor = (t: Ticket, name: string, owner: string | null, now: Date): string =>
  `【${t.label}】替${name}记下了：${t.title}。${owner ? `${owner}负责，` : ''}${day(t.completeBy, now)}前办。有结果先告诉您，请转告${name}。`
export const notAMatter = '好的，不登记。'
export const tooLate = '这件已经处理过了。'

export interface ListedLine {
  /** It would have been registered without asking, were the group not on trial. */
  sure: boolean
  who: string
  at: Date
  words: string
}

/**
 * The clerk's list: what sounded like a matter, the likeliest first; a word answers it, or silence. Of a group on trial it also
 * says what would have been registered without asking.
 */
export function clerkList(lines: readonly ListedLine[], now: Date): string {
  const line = ({ who, at, words }: ListedLine, n: number): string => `${n} ${who} ${lately(at, now)}“${maskPersonal(words)}”`
  const sure = lines.filter((l) => l.sure)
  const unsure = lines.filter((l) => !l.sure)
  const numbered = (of: readonly ListedLine[], from: number): string[] => of.map((l, i) => line(l, from + i))
  if (sure.length === 0) return ['这几句像是有事，要登记的回编号（比如“1 3”），都不是就回“都不是”：', ...numbered(unsure, 1)].join('\n')
  return [
    '这几句像是有事，群里没说话。要登记的回编号（比如“1 3”），都不是就回“都不是”：',
    '我会登记的：',
    ...numbered(sure, 1),
    ...(unsure.length > 0 ? ['拿不准的：', ...numbered(unsure, sure.length + 1)] : []),
  ].join('\n')
}

/** Whoever must not be named. */
export const somebody = '有人'

/** `gone`: how many of the chosen had become something else meanwhile. */
export const listAnswered = (opened: readonly { label: string; title: string }[], gone: number): string => {
  if (opened.length === 0) return gone > 0 ? '这几句已经处理过了。' : '好的，都不登记。'
  return `登记了：${opened.map((t) => `${t.label} ${t.title}`).join('、')}。`
}
