import type { Talk, TalkLine } from '../domain/talk.ts'
import { looksLikeNotice } from './plain-chat.ts'

/** Each is what it takes away of the likelihood that a line is a new matter, in logits. */
const DOUBTS = { reply: 8, cadreAnswers: 4, answer: 3, explains: 2.5, repeats: 4, bargains: 3 } as const

/** 知道了, 我去看, 正在弄: says that somebody is at it. */
const ON_IT =
  /^(?:好|嗯|行|哦|收到|知道|明白|晓得|我(?:知道|晓得|记|来|去|问|看|给|联系|打电话|已|马上|明天|下午|一会|这就|今天)|正在|已经|马上|这就|安排|联系|下午(?:就)?(?:来|去|修)|明天(?:就)?(?:来|去|修)|等(?:一|会|下|我|明)|不要急|别急|莫急|放心)|(?:知道了|收到了|记下了|正在(?:弄|修|办|抢修|处理)|安排(?:了|人)|在路上|就来|就到|就去|去看(?:看|一下|一哈)?了?|来修|报上去了|反映上去了|联系(?:了|过|好)|修好就|通知了)/u
/** Says that somebody is at it. */
export const saysOnIt = (text: string): boolean => ON_IT.test(text)
const ASKED =
  /[?？]$|(?:吗|么|没|没有|莫|不|呢|咋|啥|谁|哪|几|多少)[啊呀呢哩的]*$|^(?:谁|哪|啥|咋|几|多少|为啥)|有没有|是不是|咋(?:了|回事|样)|怎么(?:了|回事|样)/u
const EXPLAINS =
  /^(?:听说|说是|好像|可能|应该|估计|怕是|大概|因为|那是|就是|不是|是因为|据说|人家说|通知(?:说|了)|供电所|水厂|群里说|昨天(?:通知|说))/u
const PRICED = /(?:\d|[一二两三四五六七八九十百半])+(?:块|元|毛|斤|一斤|万)|多少钱|便宜|贵|卖|买/u
const SHORT = 12
const LINES = 10
const FRESH = 3
const SHARED = 2

const pairsOf = (text: string): Set<string> => {
  const clean = text.replace(/[\s\p{P}\d]+/gu, '')
  return new Set(Array.from({ length: Math.max(0, clean.length - 1) }, (_, i) => clean.slice(i, i + 2)))
}

/** Whether two lines have words in common. */
function share(a: string, b: string): boolean {
  const there = pairsOf(b)
  return [...pairsOf(a)].filter((pair) => there.has(pair)).length >= SHARED
}

const isNews = (line: TalkLine): boolean => line.who !== 'bot' && (line.cadre || looksLikeNotice(line.text))

/** What the conversation says against a line being a matter of its own: whose answer, explanation or echo it may be. */
export function doubtsOf(text: string, { before: all, cadre }: Talk): number {
  const before = all.slice(-LINES)
  const last = before.findLast((line) => line.who !== 'same')
  const answered = before.find((line) => line.quoted) ?? last
  let doubts = 0
  if (cadre && ON_IT.test(text)) doubts += DOUBTS.reply
  if (!answered) return doubts
  if (cadre && answered.who === 'other' && !answered.cadre) doubts += DOUBTS.cadreAnswers
  if (answered === before.at(-1) && ASKED.test(answered.text.trim()) && text.length <= SHORT) doubts += DOUBTS.answer
  if (answered.who === 'other' && EXPLAINS.test(text)) doubts += DOUBTS.explains
  if (before.some((line) => line.who === 'other' && isNews(line) && share(text, line.text))) doubts += DOUBTS.repeats
  const lately = before.slice(-FRESH)
  if (PRICED.test(text) && lately.some((line) => line.who === 'other' && PRICED.test(line.text))) doubts += DOUBTS.bargains
  return doubts
}
