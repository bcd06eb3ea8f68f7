/**
 * What somebody of the sample township typed to the bot, one-to-one, in the months before the first morning. `by` is a place
 * and an office, or a place and the number of a household. In the text `{-3}` stands for the third working day before that
 * morning, `{月-2}` for the month two before its own, `{坪头村 home 1}` for whoever that is, `{事 占了我家的地}` for the number of the
 * matter that this village carries with it.
 */
export interface PastOrder {
  daysBefore: number
  at: string
  by: string
  text: string
}

const DUTY = '鸡峰镇 duty'
const LEADER = '鸡峰镇 leader'

const on = (daysBefore: number, at: string, by: string, ...texts: string[]): PastOrder[] =>
  texts.map((text) => ({ daysBefore, at, by, text }))

const lectures: readonly PastOrder[] = [
  ...on(
    62,
    '09:20',
    DUTY,
    '讲堂 法治 {-57}下午3点 德育堂 主讲张法官 土地承包合同怎么签',
    '讲堂 道德 {-52}下午3点 德育堂 主讲王老师 一家人怎么说话',
  ),
  ...on(56, '09:05', DUTY, '讲堂 第1场 到了46人 讲完留下来问合同的有七八位'),
  ...on(51, '09:10', DUTY, '讲堂 第2场 到了38人 讲了三个本村的故事'),
  ...on(
    42,
    '09:30',
    DUTY,
    '讲堂 法治 {-36}下午3点 德育堂 主讲李律师 外出打工怎么留证据',
    '讲堂 道德 {-31}下午3点 德育堂 主讲周大姐 老人的话慢慢听',
  ),
  ...on(35, '09:15', DUTY, '讲堂 第3场 到了52人 发了五十份明白纸'),
  ...on(30, '09:05', DUTY, '讲堂 第4场 到了41人 几个年轻媳妇讲了自家的事'),
  ...on(
    21,
    '09:25',
    DUTY,
    '讲堂 法治 {-15}下午3点 德育堂 主讲张法官 骗子常用的几句话',
    '讲堂 道德 {-11}下午3点 德育堂 主讲王老师 红白事从简',
  ),
  ...on(14, '09:10', DUTY, '讲堂 第5场 到了63人 派出所来人演了一遍'),
  ...on(10, '09:00', DUTY, '讲堂 第6场 到了44人 三个村当场报了名'),
]

const together: readonly PastOrder[] = [
  ...on(48, '10:00', '高台村 secretary', '议事会 {-44} 村部 议题 便桥栏杆先怎么防护；垃圾清运费怎么收'),
  ...on(
    43,
    '16:40',
    '高台村 secretary',
    '议事会 议1 应到32 实到26',
    '议事会 议1 意见 1 先立牌限重，逢集有人看',
    '议事会 议1 结果 1 同意 限重牌这周立好',
  ),
  ...on(43, '16:50', '高台村 secretary', '议事会 议1 意见 2 多数愿意一户一月五块', '议事会 议1 结果 2 报村民会议'),
  ...on(27, '09:40', '老街村 secretary', '议事会 {-23} 村部 议题 街面摊位怎么摆'),
  ...on(
    22,
    '17:10',
    '老街村 secretary',
    '议事会 议2 应到40 实到31',
    '议事会 议2 意见 1 让出一条车道',
    '议事会 议2 结果 1 同意 划了线，逢集劝导',
  ),
  ...on(39, '10:10', '坪头村 secretary', '说事日 {-34}上午9点 议题 冬灌轮水；路灯谁来看护'),
  ...on(33, '11:20', '坪头村 secretary', '说事日 记录 到了27人 冬灌从上湾轮起；路灯由各社网格员看护'),
  ...on(18, '10:20', '河口村 secretary', '说事日 {-13}上午9点 议题 河堤清障出工'),
  ...on(12, '11:10', '河口村 secretary', '说事日 记录 到了35人 各社报了出工人数，月底动手'),
]

const petition = (n: number, days: readonly [number, number, number], who: string, demand: string, visit: string, verdict: string) => [
  ...on(days[0], '10:30', DUTY, `信访 登记 ${who} ${demand}`, `信访 ${n} 包案 {${LEADER}}`),
  ...on(days[0], '16:10', LEADER, `信访 ${n} 受理`),
  ...on(days[1], '15:40', LEADER, `走访记录 ${n} ${visit}`),
  ...(verdict === '' ? [] : on(days[2], '11:00', LEADER, `信访 ${n} 认定 1 ${verdict}`, `信访 ${n} 办结`)),
]
const petitions: readonly PastOrder[] = [
  ...on(64, '10:00', DUTY, '信访 补录 {杏花岭村 home 3} 修路占了地埂没补 {月-13}3日收到 {月-13}26日办结'),
  ...on(64, '10:05', DUTY, '信访 补录 {竹园村 home 1} 老账目要求公开 {月-12}6日收到 {月-12}28日办结'),
  ...on(64, '10:10', DUTY, '信访 补录 {凤山村 home 4} 退耕的钱少发了一年 {月-12}9日收到 {月-12}24日办结'),
  ...petition(4, [58, 53, 46], '{梨园村 home 2}', '征地补偿少算了两分地', '带着底册当面量了一遍', '有理 少算属实，已补齐'),
  ...petition(
    5,
    [37, 32, 25],
    '{磨盘村 home 4}',
    '危房改造名额没轮上要说法',
    '一家人都在，把评定表一条条讲了',
    '合理没依据 名额由县里统一定，标准讲清了',
  ),
  ...petition(6, [17, 11, 0], '{土门村 home 1}', '修路占了地埂没补', '到地里看了，本人愿意等量地', ''),
]

const ruler: readonly PastOrder[] = [
  ...on(
    28,
    '11:10',
    '石桥村 mediator',
    '丈量 {事 占了我家的地} 边长 20 10 20 10 对角 22.36 在场 甲方{石桥村 home 1} 乙方{石桥村 home 4}',
    '丈量 {事 占了我家的地} 甲方认可',
  ),
  ...on(
    28,
    '11:20',
    '石桥村 mediator',
    '丈量 {事 占了我家的地} 乙方认可',
    '调解记录 {事 占了我家的地} 甲方{石桥村 home 1} 乙方{石桥村 home 4} 两家都愿意按量的走',
  ),
  ...on(
    26,
    '15:30',
    '石桥村 mediator',
    '调解协议 {事 占了我家的地} 书面 界石挪回原处，地埂两家都不动',
    '议 {事 占了我家的地} 量清了，签了协议',
  ),
  ...on(24, '10:20', '石桥村 mediator', '办结 {事 占了我家的地} 界石挪回去了，两家都到场'),
  ...on(24, '18:50', '石桥村 home 1', '满意 {事 占了我家的地}'),
]

const told: readonly PastOrder[] = [
  ...on(55, '08:50', DUTY, '发通知 全镇 秋粮晾晒不要占道，看好老人娃娃'),
  ...on(55, '09:20', LEADER, '同意通知 1'),
  ...on(29, '08:55', DUTY, '发通知 全镇 医保缴费到12月25日，到村文书那里交，带上身份证'),
  ...on(29, '09:30', LEADER, '同意通知 2'),
  ...on(9, '08:45', DUTY, '发通知 全镇 护林防火，上坟不烧纸，田边不点火'),
  ...on(9, '09:15', LEADER, '同意通知 3'),
  ...on(50, '17:20', '龙潭村 secretary', '发预警 龙潭村 今晚有大雨，住在沟口河边的人往高处走'),
  ...on(50, '18:30', '龙潭村 secretary', '都到了'),
  ...on(49, '08:20', '龙潭村 secretary', '预警解除'),
]

const exemplar = (n: number, day: number, village: string, deed: string): PastOrder[] => [
  ...on(day, '19:10', `${village} home 0`, `推荐 {${village} home 3} ${deed}`),
  ...on(day, '19:40', `${village} home 3`, `榜样 ${n} 愿意`),
  ...on(day - 1, '09:30', `${village} secretary`, `榜样 ${n} 村里同意`),
  ...on(day - 2, '10:00', LEADER, `榜样 ${n} 镇里同意`),
]
const exemplars: readonly PastOrder[] = [
  ...exemplar(1, 47, '榆树湾村', '好邻居 给独居的老人挑了三年水'),
  ...exemplar(2, 38, '岩坪村', '好儿媳 照顾公婆十来年，三餐热饭'),
  ...exemplar(3, 20, '井儿沟村', '好青年 返乡带着八户种花椒'),
]

const seen: readonly PastOrder[] = [
  ...on(9, '11:20', '花庙村 clerk', '隐患 二社路口的护栏松了'),
  ...on(7, '16:30', '花庙村 secretary', '办结 {事 护栏松了} 换了立柱，重新焊牢了'),
  ...on(15, '10:40', '老街村 secretary', '移送 {事 变压器老跳闸} 12345 编号2026110417'),
]

const spirit = on(
  60,
  '09:50',
  LEADER,
  '精神 添 秋收 先把老人的地收了，再收自家的。',
  '精神 添 冬灌 水从上头过，话从心里过。',
  '精神 计划 每两周',
)

const team: readonly PastOrder[] = [
  ...on(59, '15:10', DUTY, '记培训 全体文书 {-60} 台账怎么记'),
  ...on(45, '15:00', DUTY, '记警示 全体支书 {-46} 看警示教育片'),
  ...on(30, '16:20', '坪头村 clerk', '记活动 全体网格员 {-30} 帮老人收玉米'),
  ...on(23, '15:20', DUTY, '记培训 全体调解员 {-24} 丈量和调解怎么记'),
  ...on(16, '16:00', '坪头村 secretary', '记考核 李小燕 {-16} 称职 群众回访'),
  ...on(13, '09:40', DUTY, '记体检 全体支书 {-14} 统一体检'),
]

const disclosures = ['坪头村', '河口村', '林家沟村', '岩坪村', '榆树湾村', '石桥村', '杏花岭村', '老街村'].map(
  (village, i): PastOrder => ({ daysBefore: 54, at: `16:${10 + i}`, by: `${village} clerk`, text: '村务公开 已贴' }),
)

/** In the order in which they were typed. */
export const sampleOrders: readonly PastOrder[] = [
  ...lectures,
  ...together,
  ...petitions,
  ...ruler,
  ...told,
  ...seen,
  ...exemplars,
  ...spirit,
  ...team,
  ...disclosures,
].sort((a, b) => b.daysBefore - a.daysBefore || (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
