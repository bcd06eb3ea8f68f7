import { readLoosely } from './verdict-loosely.ts'

/** What somebody who was asked 办好了吗 says: 满意, 一般, 不满意, or that it is not done at all. */
export type Verdict = 'good' | 'fair' | 'poor' | 'again'

export interface VerdictSaid {
  verdict: Verdict
  /** Words about the thing itself or a rating; what else people say to each other (好, 行, 👍) counts only where the bot is spoken to. */
  plain: boolean
  /** What it says besides: 一般吧，灯还是暗. */
  note: string
}

const LONGEST = 40
/** What is longer and does not begin with the answer tells something else. */
const STORY = 18
const BUT = /^(?:就是|但是?|不过|只是|可是|可就是|美中不足)/u
const SIGNS = /[\s，,。.、；;!！~～…—-]+/u
const STICKER = /\[(?:强|OK|ok|好的|赞|鼓掌|玫瑰|握手|抱拳|胜利|愉快|微笑|呲牙|爱心|合十)\]/gu
const GOOD_SIGN = /👍|👌|🆗|💯|\[(?:强|OK|ok|好的|赞|鼓掌|胜利)\]/u
const ANY_SIGN = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f)+/gu
const QUESTION = /[?？]|[吗么]$|[了好]没(?:有)?$|(?<!不)(?:咋|怎么)|(?<!没)啥(?![也都])|什么|哪个|谁|多少|((?!错)\p{Script=Han})不\1/u
/** What people add to a rating; among many people anything else behind it is talk: 一般 情况下不会. */
const ADDED = /^(?:就是|但是?|不过|只是|可是|因为|昨|今|又|还|刚|到现在|很快|等了|效果|再)/u
const P = '[啊呀呢哩咧哦噢嘛吧啦呗哈嗷哟的]*'

const THANKS =
  /^(?:太|真|真是|多|非常|十分|那|就|也|给|让)*(?:谢+|感谢|多谢|谢谢|辛苦|麻烦|劳烦|费心|操心)(?:了|您|你|们|大家|各位|村上|村里|支书|书记|文书|主任|师傅|干部|领导|政府|党|网格员|\p{Script=Han}{0,3}(?:支书|书记|主任|师傅|叔|哥|姐))*[啊呀哦啦哈的]*$|^(?:给|为)(?:你们?|您|大家|村上|村里|支书|干部)?(?:点个?赞|添麻烦了?)[啊呀哦啦哈]*$/u

const SUBJECT =
  '(?:(?:我家|我们|我们这|咱们?|这边|这里|村里|门口|家里|那个|这个)*的?(?:路灯|太阳能灯|灯泡?|自来水|水管|水龙头|水|电|路|桥|网络?|宽带|信号|垃圾箱?|下水道?|水渠|渠|电视|变压器|管子|井盖)?)'
const WHEN = '(?:已|这回|这下|这次|现在|今天|今晚|昨晚|昨天|早上|晚上|刚才|刚刚|终于|总算|已经|都|又|也|就|倒是|确实|是)*'
const VERBS = '(?:修|弄|办|换|清|清理|处理|解决|收拾|搞|拉|铺|补|疏通|接|装|整)'

interface Sense {
  form: RegExp
  verdict: Verdict
  plain: boolean
}

const whole = (words: string): RegExp => new RegExp(`^(?:${words})${P}$`, 'iu')

/** A rating said aloud; it outweighs what is told beside it. */
const RATINGS: readonly Sense[] = [
  {
    form: whole('(?:我|很|非常|十分|特别|一点(?:儿)?|都|也)*不(?:太|大|是很|怎么|咋|很)?满意|(?:说|谈)不上满意'),
    verdict: 'poor',
    plain: true,
  },
  { form: whole('(?:我|很|非常|十分|挺|太|特别|都|还是|比较|基本|满意)*满意(?:得很|的很|极了|了)?'), verdict: 'good', plain: true },
  { form: whole('(?:也?就|算|还|感觉)?(?:一般般?|一般化|凑合|还凑合|还行|马马虎虎|勉强|不好不坏)(?:了)?'), verdict: 'fair', plain: true },
  {
    form: whole('(?:也?就|算)?(?:还可以|还算可以|还算行|还过得去|过得去|差不多|就那样|就那个样子?|那样|能凑合)(?:了)?'),
    verdict: 'fair',
    plain: false,
  },
  {
    form: whole('不(?:咋|怎么|咋么|甚)样|差(?:得很|劲|评)|太差|不好|不太好|糊弄人?|糊弄事|应付(?:人|差事)?|不像话'),
    verdict: 'poor',
    plain: false,
  },
]

const AGAIN: readonly Sense[] = [
  { form: whole(`${WHEN}(?:骗人|哄人|说谎|撒谎|胡说|瞎说|假的|哄鬼|糊弄鬼)`), verdict: 'again', plain: true },
  {
    form: whole(
      `${SUBJECT}(?:根本|压根|还是|还|都|也|就|到现在|一直|明明)*(?:没有?|未|莫)(?:见|给)*(?:有?人|谁)?(?:来过?|修过?|弄过?|办过?|管过?|动过?|换过?|清过?|处理过?|解决|修好|弄好|办好|换好|清完|通|亮|变化|动静|来人)(?:了)?`,
    ),
    verdict: 'again',
    plain: true,
  },
  {
    form: whole(`${SUBJECT}${WHEN}又(?:灭|坏|停|漏|堵|断|塌|不亮|不通|黑|没水|没电|没信号|不行|满|停水|停电)(?:了|着)?`),
    verdict: 'again',
    plain: true,
  },
  {
    form: whole(
      `${SUBJECT}${WHEN}(?:还是|还|依旧|照样|照旧)(?:不亮|不通|不行|黑|漏|漏水|堵|坏|没水|没电|没信号|停水|停电|臭|脏|老样子|原样|那样|没变|没好|没修|烂|不能用|不能走)(?:的|着|得很|的很)?`,
    ),
    verdict: 'again',
    plain: true,
  },
  {
    form: whole(`${SUBJECT}(?:还是|还)(?:很|太|有点)?(?:小|暗|弱|低|浑|黄|慢|差|不稳|不大|不亮)(?:得很|的很|着)?`),
    verdict: 'again',
    plain: true,
  },
  { form: whole(`${SUBJECT}(?:不亮|不通|没亮|没通|没水|没电|黑着|漏着|堵着)(?:了)?`), verdict: 'again', plain: true },
  { form: whole('(?:还|都|也|就)?(?:没有?|没得|没好|没呢|不行|不顶事|不顶用|没用|白修了?|不中|不成)'), verdict: 'again', plain: false },
]

const GOOD: readonly Sense[] = [
  { form: whole(`${SUBJECT}${WHEN}(?:给)?(?:我)?${VERBS}(?:好|完|通|上|干净|利索|妥|定)(?:了|着)?`), verdict: 'good', plain: true },
  { form: whole(`(?:这回|这下|这次|现在|终于|总算|已经|都)+(?:都|就)?好(?:了|着)?`), verdict: 'good', plain: true },
  { form: whole('好着'), verdict: 'good', plain: true },
  {
    form: whole(
      `${SUBJECT}${WHEN}(?:都|很|挺|全)*(?:亮|亮堂|亮堂堂|通|通水|通电|来水|来电|有水|有电|有网|有信号|能走|能用|不漏|不堵|不臭|干净|出水|正常|解决)(?:得很|的很)?(?:了|着)?`,
    ),
    verdict: 'good',
    plain: true,
  },
  {
    form: whole('(?:水|电|网|信号|灯|路)(?:倒?是|已经)?(?:来|有|亮|通|恢复|大|够|好)(?:得很|的很)?(?:了|着)?'),
    verdict: 'good',
    plain: true,
  },
  { form: whole(`好着来|好了|亮了|通了|${VERBS}了`), verdict: 'good', plain: false },
  {
    form: whole(
      '(?:都|挺|很|真|太|也|还|可|那|就)*(?:好|好了|好滴|好嘞|好得很|好的很|可以|行|中|成|美|美得很|美的很|美滴很|美着|不错|嫽|嫽得很|攒劲|攒劲得很|棒|赞|没问题|没意见|没毛病|蛮好|能行|得行|对|对着|是|ok|okay|嗯+|恩|要得)(?:了)?',
    ),
    verdict: 'good',
    plain: false,
  },
]

const SENSES = [...AGAIN, ...RATINGS, ...GOOD]

/** 来水了来水了, 亮是亮了. */
const once = (clause: string): string => (/^(.{2,8}?)\1+$/u.exec(clause)?.[1] ?? clause).replace(/^(.)(?:倒)?是\1了/u, '$1了')

/**
 * The answer to 办好了吗 by its sense, in one clause or several; null where these words answer nothing, or not surely: a
 * question, thanks alone, or words beside the answer that are about something else.
 */
export function readVerdict(text: string): VerdictSaid | null {
  const words = text.replace(STICKER, (s) => (GOOD_SIGN.test(s) ? '👍' : ''))
  if (words.length > LONGEST || QUESTION.test(words)) return null
  const clauses = words
    .replace(ANY_SIGN, '，')
    .split(SIGNS)
    .filter((c) => c !== '')
  const told = clauses.filter((c) => !THANKS.test(c)).flatMap(withoutThanks)
  if (told.length === 0) return clauses.length === 0 && GOOD_SIGN.test(words) ? { verdict: 'good', plain: false, note: '' } : null
  const exact = readClauses(told, text.trim())
  if (exact) return exact
  const verdict = readLoosely(told.join('，'))
  return verdict && { verdict, plain: false, note: verdict === 'good' ? '' : text.trim() }
}

function readClauses(told: readonly string[], text: string): VerdictSaid | null {
  const senses = told.map((clause) => SENSES.find(({ form }) => form.test(once(clause))))
  const rating = senses.findIndex((s) => s !== undefined && RATINGS.includes(s))
  const found = senses[rating] ?? senses.find((s) => s && AGAIN.includes(s)) ?? senses.find((s) => s !== undefined)
  if (!found) return null
  if (RATINGS.includes(found)) {
    const belongs = told.every((clause, i) => senses[i] !== undefined || ADDED.test(clause))
    const others = told.filter((_, i) => senses[i] !== found)
    return rating === 0 || belongs ? { verdict: found.verdict, plain: found.plain && belongs, note: others.join('，') } : null
  }
  if (found.verdict === 'again') {
    // 没人管 at the end of another story is no answer; 还是没修，晚上没法走 is one.
    const leads = senses[0]?.verdict === 'again' || senses.every((s) => s !== undefined)
    if (!leads && text.length > STORY) return null
    return { verdict: 'again', plain: leads && senses.some((s) => s?.verdict === 'again' && s.plain), note: text }
  }
  const unknown = told.filter((_, i) => senses[i] === undefined)
  // 亮了，就是有点暗: done, and something is left to be wished for.
  if (unknown.length > 0)
    return senses[0] && unknown.every((clause) => BUT.test(clause))
      ? { verdict: 'fair', plain: found.plain, note: unknown.join('，') }
      : null
  return { verdict: 'good', plain: senses.some((s) => s?.plain ?? false), note: '' }
}

/** 修好了谢谢村上 in one breath. */
function withoutThanks(clause: string): string[] {
  const found = /^(.{1,20}?)((?:太|真|非常|多)?(?:谢谢|感谢|多谢|谢了|辛苦|麻烦).*)$/u.exec(clause)
  return found?.[1] && THANKS.test(found[2] ?? '') ? [found[1]] : [clause]
}

/** What a few words about a thing speak of, and what a matter about that thing says. */
const THINGS: readonly (readonly [said: RegExp, told: RegExp])[] = [
  [/灯|亮|灭|黑/u, /灯|亮|黑|照明/u],
  [/水/u, /水|管|渠|井|龙头/u],
  [/电(?!视)/u, /电|跳闸|变压器/u],
  [/路(?!灯)|桥/u, /路(?!灯)|桥|坑|护栏/u],
  [/网|信号|宽带|电视/u, /网|信号|宽带|电视|基站/u],
  [/垃圾|臭/u, /垃圾|臭|卫生|粪|厕/u],
]

/** 灯换好了 is of a lamp, and of nothing that no lamp is in. */
export const tellsOf = (words: string, matter: string): boolean => THINGS.some(([said, told]) => said.test(words) && told.test(matter))

/** 来水了 is no word about a lamp; words that name no thing may be about any. */
export function mayBeAbout(words: string, matter: string): boolean {
  const named = THINGS.filter(([said]) => said.test(words))
  return named.length === 0 || named.some(([, told]) => told.test(matter))
}
