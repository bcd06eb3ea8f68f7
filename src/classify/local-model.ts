import type { Duty } from '../domain/duty.ts'
import { KINDS, type Kind } from '../domain/judgement.ts'

export type Label = Kind | 'none'
export const LABELS: readonly Label[] = [...KINDS, 'none']

/** What speaks for which kind, with weights in logits; the list is data and each row is one idea. */
const SIGNS: readonly (readonly [says: RegExp, weights: Partial<Record<Label, number>>])[] = [
  [
    /邻居|隔壁|邻家|邻里|对门|楼上|楼下|同村|本村村民|村民[某老小大]|他家|她家|那家|别人家|人家的?|旁边(那|的)?(一)?(家|户)/u,
    { neighbour: 3.2, village: -0.8 },
  ],
  [/地界|地畔|界石|地埂|滴水|屋檐|采光|挡(住)?.{0,6}(光|窗)|占(了)?(我|我们|俺)家|宅基地被.{0,8}占|院墙|围墙/u, { neighbour: 2.4 }],
  [/(他|她|对方|邻居).{0,12}(骂|打|砸|堵|占|倒|扔|排|养)/u, { neighbour: 1.6 }],
  [/借(了)?(我|钱)|欠(我|钱|债)|还钱|不还/u, { neighbour: 1.8 }],
  [/(狗|鸡|猪|牛|羊|鸭).{0,8}(咬|吃|踩|叫|臭|吵)/u, { neighbour: 1.4 }],
  [
    /我(老公|丈夫|男人|媳妇|老婆|妻子|爸|妈|父亲|母亲|爷爷|奶奶|儿子|女儿|哥|弟|姐|妹|公公|婆婆|孩子|娃|家娃)|父母|兄弟|姐妹|夫妻|双方父母|婆媳|老伴|前夫|前妻|爹|娘/u,
    { household: 2.2, village: -0.5 },
  ],
  [/离婚|结婚|抚养|赡养|继承|遗产|遗嘱|分家|彩礼|监护|收养|同居|婚前|婚内|出轨|家暴|养老|分户/u, { household: 3.4, village: -1, none: -1 }],
  [/户口|身份证|出生证|准生证|结婚证|迁户|落户|社保卡|老年证|残疾证/u, { household: 2.8, none: -0.8 }],
  [/低保|五保|特困|救助|残疾|危房|医保|合作医疗|报销|养老保险|慢性病|大病/u, { household: 2.2, none: -0.6 }],
  [/我(家|们家)?(的)?(低保|宅基地|房子|户口|医保|养老金|残疾证|建房)/u, { household: 2, none: -0.8 }],
  [/(申请|办理?|补办).{0,10}(手续|材料|条件|证)|怎么(办理|申请)|能不能(申请|办)/u, { household: 1, none: -1.2 }],
  [/路灯|公路|道路|水泥路|村道|硬化|修路|泥巴路|坑|桥|断头路|红绿灯|斑马线|停车/u, { village: 2.4, none: -0.8 }],
  [/自来水|停水|饮水|水管|水压|水质|停电|电压|变压器|断电|电网|供电|线路/u, { village: 2.2, none: -0.6 }],
  [
    /垃圾|污水|下水道|臭味|排污|扬尘|噪音|噪声|扰民|污染|粉尘|油烟|养殖场|养猪场|采石场|砖厂|工厂|施工|工地|KTV|广场舞/u,
    { village: 2.3, none: -0.8 },
  ],
  [/信号|宽带|网络|网速|移动|电信|联通|基站/u, { village: 1.2 }],
  [/公交|班车|校车|客车|学校|教师|幼儿园|学位|医院|卫生院|卫生室|诊所/u, { village: 1.3 }],
  [/征地|征收|拆迁|补偿款|安置|征用|占地|土地流转|承包|集体|村委|村干部|村支书|村主任|选举|账目|公开|分红/u, { village: 2.5, none: -0.9 }],
  [/补贴|政策|扶贫|易地搬迁|惠农|粮补|低价收|标准是/u, { village: 1.6, none: -0.6 }],
  [/赌博|诈骗|传销|吸毒|黄赌毒|治安|偷|黑恶/u, { village: 1.8 }],
  [/灌溉|水渠|水库|河道|河堤|水沟|山塘|撂荒|野猪/u, { village: 2.2, none: -0.6 }],
  [/(坏|断|堵|漏|塌|裂|停)了|不亮|没电|没水|不通|没人(管|修|清|收)|没有人管|无人(管|处理)/u, { village: 1.2, none: -1.8 }],
  [/(希望|请求|恳请|望|要求|建议|请).{0,14}(解决|处理|重视|关注|修|管|帮|答复|安装|整治|核实|查处)/u, { village: 1.6, none: -2 }],
  [
    /(怎么办|咋办|该怎么|怎么(处理|维权|赔偿|解决)|如何(处理|维权|办)|可以(要求|起诉|告)|合法吗|犯法吗|违法吗|赔偿|有没有(权|补|办法)|什么时候(能|才|修|通|发|解决))/u,
    { none: -2.4 },
  ],
  [/(投诉|举报|反映|举报|维权|严重影响|百姓|老百姓|村民|居民|业主|出行|受不了|没法(睡|过|走|住))/u, { village: 1.2, none: -1.8 }],
  [
    /哈哈|嘻嘻|呵呵|晚安|早安|祝(你|您|大家|福)|快乐|恭喜|吃饭|睡觉|想你|爱你|亲爱|宝贝|老婆大人|加油|拜拜|好久不见|电影|游戏|考试|上课|作业|论文|火车|飞机|宿舍|女朋友|男朋友|周末|逛街|聚会|打牌|打麻将|喝酒|唱歌/u,
    { none: 2.2 },
  ],
  [/感谢|谢谢|点赞|表扬|辛苦/u, { none: 1.4 }],
  [/^(我|你|他|咱|明天|今天|昨天|晚上|下午|早上|等(会|下)|一会)/u, { none: 0.3 }],
  [
    /您(的|好).{0,10}(留言|来信|咨询|反映|诉求)|答复|回复如下|已(安排|组织|要求|督促|责令|转)|经(核实|调查|了解)|敬请谅解|我(局|镇|县|市|办|中心|司|委|街道)/u,
    { none: 4, village: -0.5 },
  ],
  [
    /(特惠|优惠|促销|折扣|活动|仅需|热线|订购|咨询电话|欢迎(致电|光临|来电)|免费领|现货|批发|诚招|招聘|急聘|月薪|出租|出售|转让|贷款|办证|彩票|中奖)/u,
    { none: 2.6 },
  ],
  [/(据|记者|报道|截至|同比|增长|亿元|万人次|会议(强调|指出)|贯彻|落实.{0,6}精神|条例|第[一二三四五六七八九十百]+条)/u, { none: 3 }],
]

const BIAS: Record<Label, number> = { village: 0, neighbour: -0.6, household: -0.4, none: 1.6 }
const DUTY_SIGN = 1.1
const LENGTH_MATTERS = 18

export interface Reading {
  probabilities: Record<Label, number>
  duty: Duty | null
  /** The words of the duty list that were found. */
  words: string[]
}

/** Which line of the duty list the words speak for most. */
export function dutyOf(text: string, duties: readonly Duty[], kind: Kind | null): { duty: Duty | null; words: string[]; score: number } {
  let best: { duty: Duty | null; words: string[]; score: number } = { duty: null, words: [], score: 0 }
  for (const duty of duties) {
    if (kind && duty.kind !== kind) continue
    const words = duty.words.filter((w) => w.length > 1 && text.includes(w))
    const score = words.reduce((n, w) => n + w.length, 0) + (text.includes(duty.short) && duty.short.length > 1 ? 2.5 : 0)
    if (score > best.score) best = { duty, words, score }
  }
  return best
}

function softmax(scores: Record<Label, number>): Record<Label, number> {
  const top = Math.max(...LABELS.map((l) => scores[l]))
  const parts = LABELS.map((l) => Math.exp(scores[l] - top))
  const sum = parts.reduce((a, b) => a + b, 0)
  const [village = 0, neighbour = 0, household = 0, none = 0] = parts.map((p) => p / sum)
  return { village, neighbour, household, none }
}

/** Reads one text without network: signs, the duty list's own words, and length. */
export function readLocally(text: string, duties: readonly Duty[]): Reading {
  const scores = { ...BIAS }
  for (const [says, weights] of SIGNS) if (says.test(text)) for (const label of LABELS) scores[label] += weights[label] ?? 0
  for (const kind of KINDS) {
    const { score } = dutyOf(text, duties, kind)
    scores[kind] += Math.min(score, 6) * 0.4 * DUTY_SIGN
  }
  if (text.length < LENGTH_MATTERS) scores.none += 0.2
  const probabilities = softmax(scores)
  const kind = KINDS.reduce((a, b) => (probabilities[b] > probabilities[a] ? b : a))
  const { duty, words } = dutyOf(text, duties, kind)
  return { probabilities, duty, words }
}
