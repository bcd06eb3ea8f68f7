import { wordsBeside } from '../reading/named-words.ts'
import { tidy } from './tidy.ts'

const words = wordsBeside(import.meta.url, 'all-clear')

const OVER = words('over')
/** 灭不了, 还没找到, 找到了吗: nobody says that it is over. */
const NOT_OVER = words('not-over')
const LONGEST = 40

/** 人都没事，火灭了: whoever told of a danger says that it is over. */
export function isAllClear(text: string): boolean {
  const said = tidy(text)
  return said.length <= LONGEST && OVER.test(said) && !NOT_OVER.test(said)
}

/** 来水了, 灯亮了, 垃圾已经拉走了: before anybody has said 办结, by whoever told of it. */
const LATELY = '(?:已经|刚刚?|终于|又|这会儿?|现在|今天|都|全)*'
const SAID = '(?:了|咧|啦|哩)'
const END = '(?:[,。!\\s啊呀]*(?:谢|多谢|感谢|不用|不要|没事|辛苦|麻烦).*|[,。!\\s啊呀]*)$'
const backOnBy = (things: string, becomes: string): RegExp =>
  new RegExp(`^${LATELY}(?:(?:${things})${LATELY}(?:${becomes}))${SAID}${END}`, 'u')
const BACK_ON: readonly (readonly [duty: string, says: RegExp])[] = [
  ['V-WATER', backOnBy('(?:自来)?水|水?管子?', '来|通|有|不漏|修好|接好|好')],
  ['V-WATER', backOnBy('', '来水|通水|有水')],
  ['V-POWER', backOnBy('电', '来|通|有|修好|好')],
  ['V-POWER', backOnBy('', '来电|通电|有电')],
  ['V-LAMP', backOnBy('(?:那个|门口的?|路口的?)?(?:路)?灯泡?', '亮|能亮|修好|好')],
  ['V-WASTE', backOnBy('垃圾', '(?:被|叫|让)?人?(?:拉走|拉|清走|清理|清完|收走|运走|清掉)')],
  ['V-ROAD', backOnBy('(?:那段)?路面?', '通|修好|好|填平|清开|能走|能过')],
]

/** The duty whose trouble is over. */
export function backOn(text: string): string | null {
  const said = tidy(text)
  return said.length > LONGEST ? null : (BACK_ON.find(([, says]) => says.test(said))?.[0] ?? null)
}
