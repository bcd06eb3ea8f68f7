import type { PoliceMatter } from '../domain/police-matter.ts'

interface Row {
  matter: PoliceMatter
  says: RegExp
  unless?: RegExp
}

/** Lessons, notices, news, films, the far past and what befell somebody at a workplace far away are no reports. */
const NOT_NOW =
  /宣传|演练|讲座|讲堂|谨防|防范|防止|预防|提高警惕|提醒|注意防|反诈|通知|公告|新闻|电影|电视|小说|抖音|去年|前年|那年|以前|当年|听说|哈哈|开玩笑|(?:我们|咱们?|他们|人家)?(?:厂里?|工地|公司|单位|车间|宿舍|老板那|同事|网友)[^,，。]{0,4}有(?:个|人|一个|几个)/u

/** The fixed list, by what people say of each. A township may ask for another line; nothing else decides. */
// biome-ignore format: a table, one idea a row
const ROWS: readonly Row[] = [
  { matter: 'weapons', says: /(?:藏|有|拿着?|买了?)(?:土枪|猎枪|火枪|枪支|雷管|炸药)|私藏.{0,4}枪/u },
  { matter: 'drugs', says: /(?:吸|贩|卖|种|制)(?:着|了)?(?:毒|大烟|罂粟|冰毒|白粉)|毒贩|种了?(?:一片|几棵)?罂粟/u, unless: /农药|消毒|中毒/u },
  { matter: 'gambling', says: /(?:聚众|聚在.{0,8}|开(?:着|了)?|设|地下|天天|夜夜|一伙人?.{0,6})(?:赌博|赌钱|赌场|赌局|耍大钱|推牌九|诈金花|炸金花)|赌(?:得|的)很大|赌博窝/u, unless: /赌气|打赌|赌债|老公|丈夫|离婚/u },
  { matter: 'fraud', says: /(?:被|让|遭|叫)(?:人|网上|电话)?.{0,6}(?:诈骗|骗(?:了|走|去)|电信诈骗)|骗(?:走|去|了)(?:我|我家|老人|我妈|我爸|他|她|人家)?.{0,10}(?:钱|元|块|万|养老金)|(?:刷单|中奖|冒充|假装|自称|网贷|投资).{0,12}(?:骗|转账|转钱|转了|汇款|打钱|打款)|(?:转|汇|打|刷|存|借|贷|投)(?:账|款|钱|出|过|给|走|进)?.{0,8}(?:被|叫人|让人)(?:给)?骗|(?:[\d一二两三四五六七八九十几]+(?:多)?(?:块|元|万|千|百)|钱|存款|养老金|彩礼|积蓄).{0,6}(?:被|叫人?|让人?)(?:给)?骗|骗(?:了|走|去)?.{0,6}(?:[\d一二两三四五六七八九十几]+(?:多)?(?:块|元|万|千|百))|(?:让|叫|要)(?:我们?|他|她|老人|我妈|我爸)?(?:转钱|转账|汇款|打钱|打款).{0,10}(?:转了|汇了|打了|打过去|转过去|没了)|集资.{0,6}(?:跑了|跑路)/u, unless: /会不会|是不是诈骗|怎么防/u },
  { matter: 'theft', says: /(?:被|让|叫|遭)(?:人|小偷|贼)?(?:给)?偷(?:了|走|去|光)?|偷(?:走|了)(?:我|我家|咱|他|她|村里|集体|人家|的)|(?:进|来|抓(?:到|住)?|有|遭)(?:了)?(?:小偷|贼)|(?:家|店|圈|院)里?(?:进|遭)(?:了)?贼|盗(?:走|窃|伐)(?:了)?|撬(?:了|开)(?:我|我家|门|锁)/u, unless: /偷懒|偷偷|偷看|偷工减料|偷税|防盗|路灯|太阳能灯|井盖|护栏|变压器|电缆|水表/u },
  { matter: 'drunkDriving', says: /(?:酒驾|醉驾|酒后(?:开|骑)|喝(?:了|醉)酒?(?:还)?(?:开|骑)(?:着)?(?:车|摩托|三轮)|喝(?:了|多)酒?.{0,4}(?:开车|骑车|骑摩托|开三轮))/u, unless: /别|不要|不能|严禁|禁止/u },
]

/** Which of them a report is about, or null. Each sentence is looked at by itself. */
export function policeMatterOf(text: string): PoliceMatter | null {
  for (const sentence of text.split(/[。!！?？\n;；]/u)) {
    if (NOT_NOW.test(sentence)) continue
    const found = ROWS.find((r) => r.says.test(sentence) && !r.unless?.test(sentence))
    if (found) return found.matter
  }
  return null
}
