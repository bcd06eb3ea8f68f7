import { besidesNoName, isOnlyNoName, wantsNoName } from '../classify/anonymous.ts'
import { isPlainlyChat } from '../classify/plain-chat.ts'
import { LEFT } from '../domain/clerk-list.ts'
import { DAY_MS, later } from '../domain/durations.ts'
import { dayOf } from '../domain/moments.ts'
import { toPerson } from '../domain/notice.ts'
import { isCadre } from '../domain/people.ts'
import type { Desk, OpenReport } from '../ports/desk.ts'
import { isCourtesy } from '../reading/courtesy.ts'
import { beingLookedAt, hello, isItAMatter, notUnderstood, sayIt, sayItUnnamed } from '../wording/receipts.ts'

/** 我想问个事: says that something is coming. */
const ANNOUNCES =
  /^(?:那个|哎|喂|您好|你好|请问|领导|同志|师傅|老师|在吗|在不在|麻烦|[,，。\s])*(?:我|俺|额)?(?:这)?(?:想|要|得)?(?:给你们?|跟你们?|向你们?|和你)?(?:麻烦)?(?:问|说|反映|报|讲|咨询|打听|请教|了解)(?:上)?(?:一?个|一?下|一?件|点|几个|几件|两件|一哈)?(?:事情?|问题|话)?(?:行吗|可以吗|能行吗|哈|啊|呢|吗|嘛|[,，。？?])*$|^(?:我)?(?:有|还有)(?:一?个|一?件|点|几句)?(?:事情?|问题|话)(?:想?(?:给|跟|向)?(?:你们?)?(?:问|说|反映|讲)(?:一?下|一哈|上)?)?[,，。？?啊呢]*$/u
/** 不要让人知道是我, 我想问个事: what is to be told is still to come. */
export const announces = (text: string): boolean => isOnlyNoName(text) || ANNOUNCES.test(besidesNoName(text))
/** Fewer characters report nothing. */
const TELLS = 7

/** 。。。 and 👍 say nothing. */
const ANYTHING = /[\p{L}\p{N}?？]/u

/** Whoever has work here is told of each line that it was not understood, so that nobody takes it for done. */
function said(desk: Pick<Desk, 'now' | 'roster'>, { id, person }: OpenReport, text: string): { key: string; text: string } {
  const speaker = desk.roster.people.get(person)
  return speaker && isCadre(speaker) && ANYTHING.test(text) && !isCourtesy(text)
    ? { key: `hello:${id}`, text: notUnderstood }
    : { key: `hello:${person}:${dayOf(desk.now)}`, text: hello }
}

/** The clerk is asked about it: who told it to the bot alone reads that somebody looks. */
export const tellAsked = (desk: Pick<Desk, 'notify'>, { id, person }: OpenReport): Promise<unknown> =>
  desk.notify([{ key: `asked:${id}`, to: toPerson(person), ticket: null, occasion: 'hello', text: beingLookedAt, answer: true }])

/**
 * Who writes to the bot alone and was not understood is never greeted away: what announces a matter is waited for, what may
 * report something is asked back, and the rest is told once a day what the bot is there for.
 */
export async function answerAlone(
  desk: Pick<Desk, 'now' | 'notify' | 'ask' | 'roster'>,
  report: OpenReport,
  text: string,
): Promise<string> {
  const answer = { to: toPerson(report.person), ticket: null, answer: true }
  const sayThen = wantsNoName(text) ? sayItUnnamed : sayIt
  if (announces(text)) await desk.notify([{ ...answer, key: `say-it:${report.id}`, occasion: 'say-it', text: sayThen }])
  else if (text.length >= TELLS && !isPlainlyChat(text)) {
    const id = `is-it:${report.id}`
    const question = { id, person: report.person, what: 'typo', ticket: null, data: { say: `登记 ${text}` } } as const
    await desk.ask(question, later(desk.now, DAY_MS))
    await desk.notify([{ ...answer, key: id, occasion: 'is-it', text: isItAMatter }])
  } else await desk.notify([{ ...answer, ...said(desk, report, text), occasion: 'hello' }])
  return LEFT
}
