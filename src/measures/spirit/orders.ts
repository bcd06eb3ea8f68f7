import { privately } from '../../orders/answer.ts'
import { askFor } from '../../orders/ask-for.ts'
import { type CallOf, type Command, LEADERS, type Reply } from '../../orders/define-command.ts'
import { takeApart } from '../../reading/apart.ts'
import { caseRef } from '../../reading/case-ref.ts'
import { readDayCount } from '../../reading/limit.ts'
import { LEAST_DAYS, LONGEST_TEXT, OCCASIONS, type Occasion, TEXTS } from './facts.ts'
import { addText, changeText, libraryOf, planOf, setPlan } from './verbs.ts'
import * as say from './words.ts'

declare module '../../domain/order-name.ts' {
  interface OrderNames extends Record<'精神', true> {}
}

const VERBS = /^(添|加|新增|改|停用?|用|启用|计划)(?:[\s，,：:]+|(?=\d|每|停)|$)/u
/** 3 停用, 春耕 添 …, 每10天 计划. */
const VERB_APART = '添|加|新增|改|停用?|启用|用|计划'
const RESTS = /^(?:停|不发|暂停)/u
const WEEKS: readonly (readonly [word: RegExp, days: number])[] = [
  [/每天/u, 1],
  [/每?(?:两|2|二)(?:周|个?星期)/u, 14],
  [/每?(?:三|3)(?:周|个?星期)/u, 21],
  [/每?个?月/u, 30],
  [/每?一?(?:周|个?星期)/u, 7],
]

/** 春耕 …: the time of the year it is for, where one stands before it. */
function occasionIn(text: string): { occasion: Occasion; text: string } {
  for (const occasion of OCCASIONS) {
    const { name, also } = say.occasionWords[occasion]
    const word = [name, ...also].find((w) => text.startsWith(w) && /^[\s，,：:]/u.test(text.slice(w.length)))
    if (word) return { occasion, text: text.slice(word.length).replace(/^[\s，,：:]+/u, '') }
  }
  return { occasion: 'any', text }
}

const daysIn = (text: string): number | null =>
  readDayCount(text.replace(/每/gu, ' '))?.days ?? WEEKS.find(([word]) => word.test(text))?.[1] ?? null

async function add(call: CallOf<'ask' | 'cases' | 'newId' | 'now'>, rest: string): Promise<Reply[]> {
  if (rest === '') return askFor(call, '精神 添 %s', say.whatText)
  const { occasion, text } = occasionIn(rest)
  if (text.length > LONGEST_TEXT) return privately(say.tooLong(LONGEST_TEXT))
  await libraryOf(call.desk)
  return privately(say.added(await addText(call.desk, call.spoken.person, occasion, text)))
}

async function change(call: CallOf<'ask' | 'cases' | 'now'>, verb: string, rest: string): Promise<Reply[]> {
  const { desk, spoken } = call
  const ref = caseRef(rest.replace(/^(第?\d+)句/u, '$1号'), ['第'])
  const text = ref && (await desk.cases(TEXTS).byNumber(ref.number))
  if (!ref || !text) return privately(say.noSuch(ref?.number ?? 0))
  if (/^停/u.test(verb)) return privately(say.stopped(await changeText(desk, spoken.person, text, { status: 'stopped' })))
  if (/用$/u.test(verb)) return privately(say.resumed(await changeText(desk, spoken.person, text, { status: 'inUse' })))
  if (ref.rest === '') return askFor(call, `精神 改 ${ref.number} %s`, say.whatText)
  const said = occasionIn(ref.rest)
  if (said.text.length > LONGEST_TEXT) return privately(say.tooLong(LONGEST_TEXT))
  const occasion = said.occasion === 'any' ? text.occasion : said.occasion
  return privately(say.changed(await changeText(desk, spoken.person, text, { text: said.text, occasion })))
}

async function plan(call: CallOf<'cases' | 'newId' | 'now'>, rest: string): Promise<Reply[]> {
  const { desk } = call
  if (rest === '') return privately(say.plan(await planOf(desk)))
  const days = RESTS.test(rest) ? null : daysIn(rest)
  if (days === null && !RESTS.test(rest)) return privately(say.howPlan)
  const everyDays = days === null ? null : Math.max(days, LEAST_DAYS)
  await setPlan(desk, call.spoken.person, everyDays)
  return privately(days !== null && days < LEAST_DAYS ? say.leastDays(LEAST_DAYS) : say.plan(everyDays))
}

/** What is to be done with the library or one of its texts, before or behind what it is done with. */
function verbIn(text: string): { said: string; words: string } | null {
  const first = VERBS.exec(text)
  if (RESTS.test(text) && /计划$/u.test(text)) return { said: '计划', words: text }
  if (first) return { said: first[1] ?? '', words: text.slice(first[0].length).trim() }
  const taken = takeApart(text, VERB_APART)
  // Behind a text of many words it is one of them.
  const isOrder = taken !== null && /^(?:第?\d+[号条句]?(?:\s|$)|每|\p{Script=Han}{2,4}\s)/u.test(taken.rest)
  return isOrder ? { said: taken.found[0] ?? '', words: taken.rest } : null
}

/** 精神: the library of short texts and its plan, in the leaders' hands. */
export const spirit: Command = {
  name: '精神',
  also: ['鸡峰精神', '精神短句'],
  for: LEADERS,
  ticket: 'none',
  fits: (words, _scene, apart) => apart && (VERBS.test(words) || verbIn(words) !== null),
  example: '精神',
  help: '发给各群的短句和计划',
  async run(call, { rest }) {
    const { desk } = call
    const verb = verbIn(rest)
    if (!verb) return privately(say.library(await libraryOf(desk), await planOf(desk)))
    const { said, words } = verb
    if (said === '计划') return plan(call, words)
    return /^[添加新]/u.test(said) ? add(call, words) : change(call, said, words)
  },
}
