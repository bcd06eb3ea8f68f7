import { type NumberKind, replaceNumbers } from './personal-numbers.ts'

/** What stands in the place of what was taken out; plain Chinese, so that the sentence still reads. */
const PHONE = '某电话'
const PAPER = '某证件号'
const CARD = '某卡号'
const NUMBER = '某号码'
const ACCOUNT = '某账号'
const PLATE = '某车牌'
const LINK = '某链接'
const PERSON = '某某'

/** What masking leaves behind. */
export const MASKED = new RegExp([PHONE, PAPER, CARD, NUMBER, ACCOUNT, PLATE, LINK, PERSON].join('|'), 'u')

const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦柳邢岳齐梅莫庄辛管祝左涂谷祁耿牟卜詹苗凌纪靳盛童欧甄项曲裴席卫屈鲍覃霍翁隋植甘景薄包司柏宁柯阮桂闵强柴华冉房边'
/** Surnames that stand in hardly any other word: those alone may be known without a title behind them. */
const PLAIN_SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱郭罗宋郑韩冯董萧曹袁邓傅沈彭吕苏卢蒋蔡贾魏薛阎潘杜戴汪姜姚谭廖邹熊陆郝崔邱秦侯邵孟尹贺龚樊陶翟倪俞聂邢耿'
const TITLES =
  '支书|书记|主任|村长|文书|会计|社长|队长|组长|网格员|调解员|镇长|乡长|局长|老师|医生|大夫|师傅|老板|大爷|大妈|大娘|大叔|大婶|大哥|大嫂|大姐|婶子?|叔|伯|嫂子?|奶奶|爷爷|老汉|寡妇|先生|女士|同志'
/** Words that begin like a name and are none. */
const NO_NAME =
  '(?!王[母者]|张[贴开口嘴望罗扬挂]|杨[树柳梅桃]|黄[土泥昏豆瓜河牛色金芪]|周[围末边一二三四五六日天年期转到岁]|李子|陈[旧年述列放]|赵钱|胡[乱说同子来]|孙[子女辈儿]|朱红|罗[列马]|宋代|郑重|苏[打州]|戴[着上]|姜[汤片水]|陆[续地路]|熊[孩猫]|秦岭|陶瓷|鲁莽)'
const SPEAKS = '家|说|把|和|跟|欠|打|骂|拿|他|她|不|给|是|将|占|借|在|让|叫|的'

const RUN = /(?<![\d.])\+?\d(?:[ \t\-—–·.]{0,2}\d){6,}[Xx]?/gu
const SPOKEN = /[零〇一二三四五六七八九幺]/u
const SPOKEN_RUN = /[\d零〇一二三四五六七八九幺]{7,}/gu
const DATE = /^(?:19|20)\d{2}[-./—–· ]?(?:0?[1-9]|1[0-2])[-./—–· ]?(?:0?[1-9]|[12]\d|3[01])$/u
const MONEY = /^ ?(?:元|块|万|亩|斤|公斤|吨|平方)/u

const WORD_FOR: Record<NumberKind, string> = { mobile: PHONE, landline: PHONE, paper: PAPER, card: CARD, plate: PLATE }

/** What is left: longer than anything that is told, and no date and no sum, is somebody's number of some kind. Sums and dates are told apart by what stands around them. */
function numberWord(run: string, behind: string): string {
  const digits = run.replace(/[^\dXx]/gu, '')
  if (DATE.test(run) || (digits.length < 11 && MONEY.test(behind))) return run
  if (/^\d{17}[\dXx]$/u.test(digits) && /^\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])/u.test(digits)) return PAPER
  if (/^\d{15}$/u.test(digits) && /^\d{8}(?:0[1-9]|1[0-2])/u.test(digits)) return PAPER
  if (/^(?:86)?1[3-9]\d{9}$/u.test(digits) || /^(?:0\d{9,11}|[48]00\d{7})$/u.test(digits)) return PHONE
  if (digits.length >= 12) return CARD
  return digits.length <= 8 ? PHONE : NUMBER
}

const ACCOUNTS = /(?:微信|[Vv][Xx]?信?|wx|QQ|qq|扣扣|抖音|支付宝)(?:账?号码?|[：:]|是|[ \t]){0,3}[A-Za-z0-9][A-Za-z0-9_-]{4,}/gu
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu
const URLS = /(?:https?:\/\/|www\.)[^\s\p{Script=Han}，。）)]+/giu

/** A name with a title keeps the title: whether a complaint is about a cadre is told by it. */
const TITLE = '某'

/** Behind a surname; what was masked before is no name. */
const NAME = '(?:(?!某)\\p{Script=Han}){1,2}'

const PERSONS: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`[${SURNAMES}](?:(?![村社组镇县乡队的了在某])\\p{Script=Han}){0,2}?(?:${TITLES})`, 'gu'), TITLE],
  [new RegExp(`(?<=名叫|叫做?|姓名[：: ]?|户主[：: ]?|联系人[：: ]?|我是)[${SURNAMES}]${NAME}(?![\\p{Script=Han}])`, 'gu'), PERSON],
  [new RegExp(`[老小阿][${PLAIN_SURNAMES}](?![\\p{Script=Han}]{0,1}(?:村|庄|沟|湾|坪))`, 'gu'), PERSON],
  [new RegExp(`${NO_NAME}[${PLAIN_SURNAMES}](?![庄家湾沟])${NAME}(?=${SPEAKS})(?<![的是在了和跟把给让不])`, 'gu'), PERSON],
  [new RegExp(`[${SURNAMES}]${NAME}(?=[，,：: ]{0,2}${PHONE})`, 'gu'), PERSON],
]
const TITLE_AT_END = new RegExp(`(?:${TITLES})$`, 'u')

/** The names of a roster, found at any place of a text. Names of one character stand in too many words. */
function finderOf(names: Iterable<string>): (text: string) => string {
  const byFirst = new Map<string, string[]>()
  for (const name of names) {
    const [first] = name
    if (first === undefined || name.length < 2) continue
    byFirst.set(first, [...(byFirst.get(first) ?? []), name])
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length)
  return (text) => {
    let out = ''
    for (let at = 0; at < text.length; ) {
      const here = text[at] ?? ''
      const name = byFirst.get(here)?.find((n) => text.startsWith(n, at))
      out += name ? PERSON : here
      at += name?.length ?? 1
    }
    return out
  }
}

/**
 * Takes out of a text what tells who somebody is, before it leaves the township or is learnt from: telephone, identity and
 * bank numbers, accounts, plates and links; the roster's names wherever they stand; other names where the words around them
 * show that they are names. A person on no roster, named in passing, may stay.
 */
export function maskFor(names: Iterable<string>): (text: string) => string {
  const withoutRoster = finderOf(names)
  return (text) => {
    // Signs that cannot be seen would hide a number from the rules below.
    const plain = text.normalize('NFKC').replace(/\p{Cf}/gu, '')
    const numbered = replaceNumbers(plain, ({ kind }) => WORD_FOR[kind])
      .replace(URLS, LINK)
      .replace(MAIL, ACCOUNT)
      .replace(ACCOUNTS, ACCOUNT)
      .replace(RUN, (run: string, at: number, whole: string) => numberWord(run, whole.slice(at + run.length)))
      .replace(SPOKEN_RUN, (run) => (SPOKEN.test(run) ? PHONE : run))
    let named = withoutRoster(numbered)
    for (const [form, word] of PERSONS)
      named = named.replace(form, (whole) => (word === TITLE ? `${TITLE}${TITLE_AT_END.exec(whole)?.[0] ?? ''}` : word))
    return named
  }
}
