import { type Kind, SENSITIVITIES, type Sensitivity } from '../domain/judgement.ts'
import { DANGER_WORDS, EVIDENCE } from './lexicon.ts'
import type { Reading } from './local-model.ts'
import { everyday } from './look-for-danger.ts'

const CADRE =
  '(?:村支书|支书|书记|村主任|主任|村长|文书|会计|村干部|镇干部|乡干部|干部|网格员|社长|队长|组长|村委会?|村两委|村上的人|调解员|镇长|乡长|局长|护林员|驻村(?:的|干部|队长)?|包村|当官的|领导班子|协警|水管员|妇女主任|头头|民警|院长|校长|站长|队长|书记)'
const WRONG =
  '(?:贪|收(?:了|过|我|老百姓)?.{0,6}(?:钱|礼|红包|好处|烟酒)|吃拿卡要|索要|克扣|私分|不公|偏心|偏袒|优亲|徇私|包庇|骂|打(?:人|了|我)|(?:说话|态度).{0,6}(?:差|不好|恶劣|难听|冷|横|凶|蛮)|乱收费|挪用|侵占|霸占|强占|占(?:了)?(?:集体|公家)|不作为|乱作为|推诿|欺上瞒下|假公济私|黑(?:心|社会|恶)|截留|套取|虚报|冒领|揣(?:进|到)|装(?:进|到)?自己|吞(?:了)?|亲戚|自家人|自己人|不给(?:我们?)?(?:办|盖章|签字|开)|推三阻四|推来推去|刁难|为难|欺负|报复|威胁|拉票|贿选|内定|一手遮天|一个人说了算|私自|偷卖|拿去自己|挡着不让|走后门|不干人事|请吃饭|睁一只眼|好处|截(?:下|了)|别声张|吓唬|扇(?:了)?我|不给开|不给办|拖着不办|翻白眼|花了)'

interface SensitivityRule {
  sensitivity: Sensitivity
  says: RegExp
  unless?: RegExp
  /** Kinds it can be true of; absent: all. */
  only?: readonly Kind[]
}

/** What must not be told in the group, the gravest first. */
// biome-ignore format: a table, one idea a row
const SENSITIVE: readonly SensitivityRule[] = [
  { sensitivity: 'child', says: /猥亵|性侵|强奸|虐待(孩子|儿童|娃)|(孩子|娃|小孩|学生|孙(子|女)).{0,10}(没人(管|养|照看)|被(打|欺负|骗|关)|打伤|不(肯)?上学|自残|走失|抑郁|辍学)|(孩子|娃|学生|小孩).{0,6}打伤|校园(欺凌|霸凌)|留守.{0,6}(没人|欺负)|扒(了)?.{0,2}裤|脱(了|她|他)?.{0,2}裤|(女学生|女娃|女童).{0,8}(宿舍|屋里|摸)|摸(女|她们|小女)/u },
  { sensitivity: 'petition', says: /上访(?!谈)|信访|联名(?!款)|联合签名|(按|盖).{0,2}(红)?手(印|指)|越级|进京|去北京(告|找)|(集体|一起|大伙|都|几十(户|人)|一车).{0,6}(去|到|上).{0,6}(县|市|省|镇)(里|上)?.{0,4}(政府|讨|要|告|找|说理|坐)|(包|雇|租)(了)?.{0,3}(车|大巴).{0,10}(县|市|省|政府|北京)|横幅|静坐|(睡|躺|坐|跪)(在|到)?.{0,6}(高速|铁路|马路|路上|工地|推土机|政府|大门)|堵(政府|镇政府|县政府|大门|高速|工地)|告到(省|中央|底)|不给(个)?说法/u },
  { sensitivity: 'cadre', says: new RegExp(`${CADRE}[^。!?\\n]{0,20}?${WRONG}|(?:告|举报|反映|投诉)(?:我们?村?的?)?${CADRE}|${WRONG}[^。!?\\n]{0,6}(?:村支书|村主任|村干部|文书|社长)`, 'u'), unless: /(找|请|让|叫|麻烦)(村支书|支书|书记|村主任|主任|村长|文书|村干部|网格员|社长|队长)(来|去|帮|给|调解|看|评|反映)?.{0,8}(隔壁|邻居|对门)/u },
  { sensitivity: 'cadre', says: /(村委会|村里|学校|中心校|镇上|村集体|村上).{0,16}(截留|克扣|挪用|贪污|私分|私吞|侵吞|不愿(意)?(补偿|发)|扣(下|着)(了)?(补偿|补贴))|官商|贪污|行贿|受贿|保护伞|(两本|假)账|值班.{0,12}(麻将|打牌|喝酒|睡)|空着?手.{0,6}(进不|办不)|穷人.{0,6}(进不|办不|不理)|账(本|目|面)?.{0,8}(两样|对不上|不一样|有鬼|有问题|做了手脚)|(替|给)(他|她|支书|主任|校长|站长|领导)(们)?(家)?.{0,4}(白干|种地|收麦|收庄稼|盖房|干活)|(选举|换届|投票).{0,12}(送|发|塞|给).{0,8}(面|油|烟|酒|米|钱|红包|东西)|(送|发|塞).{0,8}(面|油|烟|酒|米|钱|红包).{0,10}(选|票)/u },
  { sensitivity: 'crime', says: /(贩|吸|卖|制|种)(毒|粉|大烟)|罂粟|(聚众|开设?|窝点|天天|地下)[^。]{0,5}赌|赌(场|窝|局)|耍大钱|非法集资|传销|拐卖|嫖|卖淫|藏(有)?枪|土枪|盗(窃|墓|伐)|谁偷|就是他偷|举报.{0,8}(赌|毒|偷|黑|骗)|黑社会|恶势力|杀人|死猪肉|盗墓|人贩|放(?:账|印子|高利)|别说是我(?:说|讲)|偷.{1,5}(?:一伙|的那|的是)|逃犯|骰子|牌九|推筒子|炸金花|押(?:注|宝)|[二三四五]分利|利滚利|高利贷|(?:媳妇|娃|孩子|婴儿).{0,8}(?:买(?:来|的|回)|来路不明)|(?:吃|吸|抽)(?:了|完)?.{0,4}(?:兴奋|发飘|上瘾|上头)|电(?:鱼|猫子)|炸鱼|下套(?:子)?.{0,4}(?:麂|野)|地下钱庄|洗钱|帮信|跑分|(?:骗|诈)(?:走|光|去|了).{0,8}(?:钱|款|存|万|养老)|(?:钱|款|养老).{0,8}(?:骗|诈)(?:走|光|去|了)|转(?:了|过去).{0,8}(?:钱|款|万|块).{0,12}(?:拉黑|联系不上|不见)/u, unless: /丈夫|老公|离婚|欠.{0,2}赌债/u },
  { sensitivity: 'illness', says: /癌|肿瘤|瘤|白血病|尿毒症|透析|化疗|放疗|红斑狼疮|肝硬化|乙肝|丙肝|肺气肿|脑膜炎|心脏病|糖尿病|痴呆|帕金森|截肢|自闭|脑瘫|精神(病|分裂|失常|残疾|有病)|疯|抑郁|自闭|艾滋|肝炎|肺结核|尘肺|瘫|偏瘫|癫痫|羊癫疯|脑梗|脑(出|溢)血|中风|卧(病|床)|病(倒|危|重)|重病|大病|生病|有病|患病|病在床|康复|植物人|残疾|生活不能自理|不能自理|怀孕|流产|打掉|(断|锯|截|没)(了)?.{0,5}(腿|胳膊|脚|手指|指头)|假肢|失明|眼底|(眼睛?|快|都)(看不见|瞎)|失聪|耳聋|聋哑|哮喘|高血压|血糖|尿失禁|又犯(病|了)|犯(了)?病|精神不(好|正常)|脑子(不清|有病|坏)|神志|傻(儿子|女儿|兄弟|娃)|呆傻|智障|智力|手术|住院|化验|查出(来)?|长了(个)?(东西|瘤)|病历|病重|病得|没几天/u, only: ['household'] },
  { sensitivity: 'family', only: ['household'],
    says: /离婚|离异|分居|不同(意)?(床|居)|出轨|外遇|小三|野女人|婚外|感情|赡养|不孝|不养|抚养|监护|改姓|婆媳|公婆|后妈|继父|亲生|私生|未婚生|养女|养子|遗产|彩礼|吵(架|闹)|赌博|闹矛盾|发生矛盾|跑了|离家出走|不信任|过不下去|撵出|赶出|低保|五保|特困|救助|救济|揭不开锅|困难|没钱|没(有)?生活来源|欠(了)?一屁股|没人(管|照顾|养|赡养)|孤寡|失独|单亲|养老人|家务事|丧葬费|抚恤金|(存折|银行卡|工资卡).{0,8}(拿走|收走|不给|密码)|不认(我|爹|娘|爸|妈)|断绝关系|抱养|入赘|招女婿|上门女婿/u },
]

/**
 * From here on what was learnt keeps a matter out of the group by itself: low, because a secret told is told for good. Of 549
 * plain matters of a village it hid some twenty.
 */
const PROBABLE: Record<Kind, number> = { village: 0.08, neighbour: 0.1, household: 0.07 }
/** Thieves, swindlers and whoever tips rubbish into the river are spoken of aloud in a village. */
const A_CRIME = 0.25
/** These belong to a family; in a matter of the village they are only words. */
const OF_A_FAMILY: readonly Sensitivity[] = ['illness', 'family', 'violence', 'selfharm']

/** Sure enough to make a matter of what else would pass for talk: people whisper of such things. */
const CERTAIN = 0.35
const SOME_SIGN = 0.1
const TALK_FOR_CERTAIN = 0.92
const TOO_SHORT_TO_WHISPER = 8

const sumOf = (learnt: Record<Sensitivity, number>, of: readonly Sensitivity[]) => of.reduce((n, s) => n + learnt[s], 0)

/** Whether a text that passes for talk tells something delicate all the same: sooner where its words say so. */
export function isWhispered(text: string, { sensitivities, kinds }: Pick<Reading, 'sensitivities' | 'kinds'>): boolean {
  if (text.length < TOO_SHORT_TO_WHISPER || kinds.none >= TALK_FOR_CERTAIN) return false
  const learnt = sumOf(sensitivities, SENSITIVITIES)
  return learnt >= CERTAIN || (learnt >= SOME_SIGN && saidSensitivity(text, 'village') !== null)
}

/** The words of the lexicon that keep a matter quiet though nobody is in danger now: violence only where it is a family's. */
const OF_THE_LEXICON = ['selfharm', 'violence'] as const

function fromLexicon(text: string, kind: Kind): Sensitivity | null {
  const said = everyday(text)
  for (const danger of OF_THE_LEXICON) {
    const words = DANGER_WORDS.find((w) => w.danger === danger)
    if (!words || (danger === 'violence' && kind !== 'household')) continue
    const told = words.cut ? said.replace(words.cut, ' ') : said
    if (words.unless?.test(told)) continue
    const blow = danger === 'violence' && EVIDENCE.get('hits')?.test(told)
    if (blow || words.plain.phrases?.test(told) || words.hint.phrases?.test(told)) return danger
  }
  return null
}

/** Why it must stay between the reporter and those who handle it, by its words alone. */
export const saidSensitivity = (text: string, kind: Kind): Sensitivity | null =>
  fromLexicon(text, kind) ??
  SENSITIVE.find((s) => (!s.only || s.only.includes(kind)) && s.says.test(text) && !s.unless?.test(text))?.sensitivity ??
  null

/** The same by its words, or by what was learnt. */
export function findSensitivity(text: string, kind: Kind, learnt: Record<Sensitivity, number>): Sensitivity | null {
  const said = saidSensitivity(text, kind)
  if (said) return said
  const possible = SENSITIVITIES.filter(
    (s) => (kind === 'household' || !OF_A_FAMILY.includes(s)) && (kind !== 'village' || s !== 'crime' || learnt.crime >= A_CRIME),
  )
  return sumOf(learnt, possible) >= PROBABLE[kind] ? possible.reduce((a, b) => (learnt[b] > learnt[a] ? b : a)) : null
}
