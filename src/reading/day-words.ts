const N = '[0-9零〇一二两三四五六七八九十]+'
const DAY = [
  '大?后天|明天|明日|今天|今晚',
  '下+个?(?:周|星期|礼拜)[一二三四五六日天末]?|(?:这个?|本)?(?:周|星期|礼拜)[一二三四五六日天末]|周末',
  '(?:这个|本|下个?)?月[底末初]|下个?月(?:\\d+[号日])?|年底|年前',
  `${N}月(?:${N}[日号]?|[底末初])`,
  `(?:大概|再)?(?:${N}|几|半) ?(?:天|个?工作日|周(?![一二三四五六日天])|个?星期(?![一二三四五六日天])|个?礼拜(?![一二三四五六日天])|个?月)`,
  '\\d{1,2}[.\\-/]\\d{1,2}',
  `${N}[日号]`,
].join('|')

const TO = '(?:往后)?(?:到|至|在|推|拖|延|缓|再)*\\s*'
const starts = new RegExp(`^${TO}(?:${DAY})`, 'u')
const holds = new RegExp(`(?:${DAY})`, 'u')
/** Nothing but the day, or a reason set apart from it: 到12月10日, 两天 等配件, but not 到25号开会. */
const alone = new RegExp(`^${TO}(?:${DAY})(?:前|之前|左右|再说|再办|再弄|吧)*(?:$|[\\s，,、。]|等|因为)`, 'u')

/** Whether words begin with a day or a span, without reading which. */
export const startsWithDay = (words: string): boolean => starts.test(words)
export const isDayAndReason = (words: string): boolean => alone.test(words)
export const holdsDay = (words: string): boolean => holds.test(words)

const here = new RegExp(`(?:到|至)?(?:${DAY})`, 'uy')
/** Where the day or the span ends that begins at a place of the text, if one does. */
export function dayEnd(text: string, at: number): number[] {
  here.lastIndex = at
  const found = here.exec(text)
  return found ? [at + found[0].length] : []
}
