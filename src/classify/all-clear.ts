import { tidy } from './tidy.ts'

const OVER =
  /^(?:人|娃|老人|大家|我们)?(?:都|已经|现在)*(?:没事(?!吧|的话|吗|么)|平安|安全)|(?:^|[,。!\s])(?:人|娃|老人|老汉|现在|这会儿?)*(?:都|已经|又)?(?:没(?:大|啥|什么)?事(?:了|啦|咧)|(?:醒|缓)过来了|醒了)|(?:火|烟|明火)(?:已经|都|让人)*(?:灭|扑灭|熄)|(?:找|寻)(?:到|着|见)(?:人)?了|(?:自己)?回来了|虚惊|误会一场|(?:已经|都|现在)(?:好了|没事了|不漏了|退了|通了|处理了|解除了)|(?:警报|险情|危险)(?:已经)?解除|看错了|弄错了|误报|(?:不是|没)(?:着火|漏|塌|打架|丢|出事)|是(?:在|人家)?烧(?:炕|荒|地埂|地边|纸|灶)|(?:^|[,。!\s])(?:都|已经|全)*灭(?:掉)?(?:了|咧)|救(?:上|出|下)来了|(?:劝|拉)开了|(?:气|阀|煤气|燃气)[^,。!]{0,3}关(?:上|掉|好)?了|(?:路|车)(?:已经|都|又)?(?:通|能过|过得去)了|能过车了|(?:撤|转移|跑|搬)(?:出来|出去|走|好)了|(?:人|娃|老人|都)[^,。!]{0,4}(?:好着|安全|没大碍)|(?:是|一)个误会|在(?:他|她)?(?:同学|亲戚|舅|姑|姨|奶|外婆|外爷|邻居|伙伴|亲家)[^,。!]{0,4}(?:家|屋里|那|那里|里)(?:$|[,。!\s])|自己(?:走|跑)?回来(?:了|的|咧)|带走了|(?:水|洪水)(?:已经|都)?退了|醒(?:来|过来)(?:了|咧)|(?:套|逮|抓|拴)住了|(?:搞定|处理好|弄好)了|没(?:啥|什么|多)?大(?:事|碍)/u
/** 灭不了, 还没找到, 找到了吗: nobody says that it is over. */
const NOT_OVER = /[?？]$|(?:吗|么|没|没有)[啊呀]?$|(?:还|都)没(?!事)|没(?:找|寻|灭|救)|不是没事|灭不/u
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
