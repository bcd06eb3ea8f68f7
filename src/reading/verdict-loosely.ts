/** What somebody who was asked 办好了吗 says: 满意, 一般, 不满意, or that it is not done at all. */
export type Verdict = 'good' | 'fair' | 'poor' | 'again'

const LONGEST = 18
/** Speaks of looking later, of oneself, of something else. */
const ELSEWHERE =
  /看|知道|问(?!题)|在家|回家|出门|回来|回去|忙|吃|等我|我不|都是|[一二三四五六七八九十\d](?:社|组|队|号)|娃|[爸妈]|身体|病|收到$|开会|赶集|天气|昨天说/u

/** The first that stands anywhere in the words decides: what is wrong outweighs what is right. */
const SIGNS: readonly (readonly [sign: RegExp, verdict: Verdict])[] = [
  [/不.{0,3}满意/u, 'poor'],
  [/没意见/u, 'good'],
  [/凑合|勉强|马虎|将就|不算太|不是很好|一般|中不溜|就这样|没(?:啥|什么|多大)(?:变化|区别)/u, 'fair'],
  [
    /(?:没|未).{0,3}(?:修|来|管|好|亮|通|动|解决|弄|办|换|清|见|水|电|变|彻底|到|批|发|打|干|影)|都没|也没|还没|人影|又.{0,4}(?:坏|灭|停|堵|漏|断|黑|没|不)|还(?:是|在)?.{0,2}(?:坏|漏|堵|黑|停|臭|断|暗|小|浑|脏|堆|欠|不)|(?:以前|原来|之前|从前|原先)(?:一样|那样|差不多)|老样子|一半|等于没|跟没|白修|白弄|白跑|哪(?:里|儿|达).{0,2}(?:好|修|亮|通)|黑灯瞎火|胡说|更(?:严重|厉害|差|小|不)|越修越|不(?:顶用|管用|顶事|起作用)/u,
    'again',
  ],
  [/太慢|慢得|态度|气人|生气|不满(?!格)|敷衍|窝火|失望|糟|很差|太差|差劲|不(?:太|咋|怎么)?(?:好|行|美|中)|糊弄|应付/u, 'poor'],
  [
    /(?:修|弄|办|换|处理|解决|收拾|清|搞|做)(?:得|的)(?:很|挺|好|真|不错|漂亮|干)|(?:修|弄|换|装|接|通|补|安|办|处理)(?:上|好|通|完|妥)|(?:拉|清|运|搬)走|(?:办|批|发|领|落实)(?:下来|到手|到账)|到账|收到(?:钱|补贴|款)|正常|亮堂|平了|宽了|干净|好用|满格|能走|能过|能用|好了$|通水|通电|通网|满意|赞|已(?:经)?(?:修|办|处理|解决)|问题(?:都)?解决/u,
    'good',
  ],
]

/** By a sign in few words, where the bot is surely spoken to; the exact reading comes first. */
export const readLoosely = (words: string): Verdict | null =>
  words.length > LONGEST || ELSEWHERE.test(words) ? null : (SIGNS.find(([sign]) => sign.test(words))?.[1] ?? null)
