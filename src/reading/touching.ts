import { wordsBeside } from './named-words.ts'

const said = wordsBeside(import.meta.url, 'touching')

/**
 * What touches an expression of time and belongs to one, but was not read with it: 一两周半, 大大大后天, 周一二三. Whoever acts on
 * half of what was said acts on another day.
 */

const NUMERAL = '[0-9零〇○一二两俩三仨四五六七八九十廿卅百千]'
/** 三社, 两户: the number of something else. */
const OF_OTHER = `(?:${NUMERAL}|[多几])+\\s?(?:社|组|队|村|户|家|人|口|[个名位][^月星礼周工半]|[吨斤根袋盏辆台车方桶件样趟遍次号]|米|公里|里|亩|万|块|元)`
/** 一起, 一定: no number. */
const NO_NUMBER = '一(?:起|早|定|块|并|直|同|下|样|切|些|般|律|家|到|来)|千万'
const CLOCK = `${NUMERAL}+\\s?(?:点|时(?!间))|\\d{1,2}[:：]\\d{2}`
const PART_OF_DAY = '凌晨|清早|清晨|早上|早晨|上午|中午|正午|下午|午后|后晌|傍晚|晚上|晚饭|夜里|半夜|上下午|一早|[早晚](?!稻|点名)'
/** What may stand right behind, and then again nothing of time. */
const GLUE = said('glue', 'start')

const FREE_BEHIND = new RegExp(`^(?:${CLOCK}|${PART_OF_DAY}|${OF_OTHER}|${NO_NUMBER})`, 'u')
const TIME_BEHIND = new RegExp(
  [
    `^(?:${NUMERAL}|[半几旬号多余](?!少|点|谢)`,
    '天(?![气晴黑亮冷热好塌然水])|日(?![常期子])|月(?!饼|老|亮)|年(?![纪轻货夜审检])|周(?=[一二三四五六日天末内半0-9]|$|[\\s，,。])|星期|礼拜',
    '初(?![步审稿期中高级])|底(?![下子层])|末|中旬|[上下]旬|个(?=月|星期|礼拜|周|工作|半|多|$|\\s)|[-~～—–./](?=\\S)|前后|[前后]|大(?=后|前))',
  ].join('|'),
  'u',
)

/** The end of what touches an expression from behind; its own end where nothing does. */
export function touchedUntil(text: string, end: number): number {
  const behind = text.slice(end)
  if (behind === '' || FREE_BEHIND.test(behind)) return end
  const glue = GLUE.exec(behind)?.[0] ?? ''
  const rest = behind.slice(glue.length)
  if (glue !== '' && FREE_BEHIND.test(rest)) return end
  return TIME_BEHIND.test(rest) ? end + glue.length + (RUN_ON.exec(rest)?.[0].length ?? 1) : end
}
const RUN_ON = new RegExp(`^(?:${NUMERAL}|[半几旬号多余天日月年周星期礼拜初底末中上下个大前后./~～—–-])+`, 'u')

const FREE_BEFORE = said('free-before', 'end')
const TIME_BEFORE = new RegExp(
  `(?:${NUMERAL}|[半几第每年月周日天号旬初正腊冬闰历大外前后昨今明上下本这那个余底末星礼]|\\d[.:：/]|[\\d日号天月周][-~～—–]|闰)$`,
  'u',
)
const RUN_UP = new RegExp(`(?:${NUMERAL}|[半几第每年月周日天号旬初正腊冬闰历大外前后昨今明上下本这那个余底末./:~～—–-])+$`, 'u')

/** The beginning of what touches an expression from before. */
export function touchedFrom(text: string, at: number): number {
  const before = text.slice(0, at)
  if (before === '' || FREE_BEFORE.test(before) || OTHER_BEFORE.test(before) || !TIME_BEFORE.test(before)) return at
  return at - (RUN_UP.exec(before)?.[0].length ?? 1)
}
/** 明天上 of 上三社, 一个 … */
const OTHER_BEFORE = said('other-before', 'end')
