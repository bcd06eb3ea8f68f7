import { day } from '../../wording/dates.ts'
import { sayLabels } from '../../wording/labels.ts'
import { type Bearing, confirmBy, type Figure, type Measurement, type Mediation, muOf, type SurveyFault } from './facts.ts'

const head = (label: string): string => `【${label}】`
const metres = (n: number): string => n.toFixed(2)

/** 200.00平方米，合0.300亩. */
export const areaWords = (area: number): string => `${area.toFixed(2)}平方米，合${muOf(area).toFixed(3)}亩`

/** 闭合差0.05米（1/1200）: what was measured twice, and its share of the way around. */
export function closingWords(figure: Figure): string {
  if (figure.closing === null) return '没有复测，算不出闭合差'
  if (figure.closing < 0.005) return '闭合差0.00米'
  return `闭合差${metres(figure.closing)}米（1/${Math.round(figure.perimeter / figure.closing)}）`
}

export const sideName = (i: number, count: number): string => `${String.fromCharCode(65 + i)}${String.fromCharCode(65 + ((i + 1) % count))}`

const word = (who: string, w: Measurement['first']): string =>
  w ? `${who}${w.agrees ? '认可' : '不认可'}${w.said ? `：${w.said}` : ''}` : `${who}还没表态`
export const wordsOfBoth = (m: Measurement): string => `${word('甲方', m.first)}；${word('乙方', m.second)}`

export const measured = (label: string, m: Measurement): string =>
  [
    `${head(label)}${sayLabels.measurement(m.number)}：${m.figure.sides.map((s, i) => `${sideName(i, m.figure.sides.length)} ${metres(s)}`).join('，')}（米）。`,
    `周长${metres(m.figure.perimeter)}米，面积${areaWords(m.figure.area)}。${closingWords(m.figure)}。${m.figure.closing === null ? '再量一条对角线，或回到起点再量一次，就能核对。' : ''}`,
    m.present.length > 0 ? `在场：${m.present.join('、')}。` : '',
    m.first || m.second ? `${wordsOfBoth(m)}。` : '',
  ]
    .filter((line) => line !== '')
    .join('\n')

/** As 四至 names the sides. */
export const FACES: Readonly<Record<string, Bearing>> = { 北: 'north', 东: 'east', 南: 'south', 西: 'west' }

export const sketchTitle = (label: string, m: Measurement): string => `${label} 丈量草图（${sayLabels.measurement(m.number)}）`
export const sketchLines = (m: Measurement): string[] => [
  `面积${areaWords(m.figure.area)}`,
  closingWords(m.figure),
  ...(m.disputed.length > 0 ? [`粗虚线是有争议的边：${m.disputed.join('、')}`] : []),
]

const faults: Record<SurveyFault, (at: string) => string> = {
  'too-few': () => '至少要三个角、三条边。',
  'too-many': () => '角太多了，最多三十个。大块地请分开量。',
  'not-a-length': () => '有一条边长不对，长度要大于零。',
  'same-corner': (at) => `${at}角和别的角是同一个点，请再看一下读数。`,
  'diagonals-wanted': (at) => `这块地还要量${at}条从A角出发的对角线，不然定不了形状。`,
  'no-triangle': (at) => `${at}三条边围不成三角形：两边加起来不比第三边长，请重量。`,
  'crosses-itself': () => '这样连起来边会交叉，请按绕一圈的顺序报角。',
  flat: () => '这些点在一条线上，围不成地。',
  'too-far': () => '有一个数大得不像一块地，请再看一下单位，要用米。',
  'does-not-close': (at) => `复测差了${at}米，超过周长的五十分之一，请重量。`,
}
export const refused = (label: string, fault: SurveyFault, at: string): string => `${head(label)}${faults[fault](at)}`

export const howToMeasure = (label: string): string =>
  `${head(label)}怎么量的？报边长：“边长 20 10 20 10 对角 22.4”；报角点：“坐标 0,0 20,0 20,10 0,10”（沿基线几米,离基线几米）。后面可以加“四至 AB李家 BC村道 争议 AB”。`
export const whoWasThere = (label: string): string => `${head(label)}谁在场？比如“甲方周德福 乙方李晓东 村支书王永明”。`
export const whatDoTheySay = (label: string): string =>
  `${head(label)}双方怎么说？回“丈量 ${label} 甲方认可”“丈量 ${label} 乙方不认可 原因”。`
export const wordNoted = (label: string, m: Measurement): string =>
  `${head(label)}记下了。${wordsOfBoth(m)}。${m.status === 'agreed' ? `可以写协议：“调解协议 ${label} 书面 内容”。` : ''}`
export const nothingMeasured = (label: string): string => `${head(label)}还没有丈量记录。`
export const notYours = (label: string): string => `${head(label)}丈量和调解要由经手的干部来记。`

// 人民调解
export const sittingNoted = (label: string, m: Mediation): string =>
  `${head(label)}调解记下了，第${m.record.length}次。${m.parties.length < 2 ? `双方是谁？回“调解记录 ${label} 甲方姓名 乙方姓名”。` : ''}${m.willing ? '' : '双方都愿意的话，记一句“双方愿意”。'}调解不收钱。`
export const beFirm = '话里像要动手。请马上报110和派出所（人民调解法25条），先把两家分开。'
export const refusedToTalk = (label: string): string => `${head(label)}一方不愿调解，到此为止（人民调解法17条）。${otherWays}`
const otherWays = '可以告诉双方：土地的事可以申请仲裁或镇里裁决，也可以到法院起诉。'
export const failed = (label: string): string => `${head(label)}记下了，没有调成。${otherWays}`
export const howToAgree = (label: string): string => `${head(label)}协议写了什么？比如“书面 12月10日前界石挪回原处；以后各走各的路”。`
export const whichForm = (label: string): string => `${head(label)}是书面协议还是口头协议？回“书面”或“口头”。`
/** The agreement stands as it was written; no day is guessed from it. */
export const noReminder = (words: readonly string[]): string =>
  `${words.map((w) => `“${w}”`).join('、')}没听明白是哪一天，到时不提醒。要提醒就把日子写清再发一次。`
export function agreed(label: string, m: Mediation, now: Date): string {
  const by = confirmBy(m)
  const dues = m.performances.map((p) => `${p.text}（${day(p.due, now)}前）`)
  return [
    `${head(label)}${m.agreement?.form === 'oral' ? '口头' : '书面'}协议记下了。`,
    dues.length > 0 ? `到期提醒：${dues.join('；')}。` : '',
    by ? `要法院确认的，双方${day(by, now)}前一起去申请（人民调解法33条）。` : '',
    `打印回“打印 ${label}”。`,
  ].join('')
}
export function agreedForReporter(label: string, m: Mediation, now: Date): string {
  const by = confirmBy(m)
  return `${head(label)}两家说好了，已记成协议。${by ? `要法院确认，双方${day(by, now)}前一起去申请，不收钱。` : ''}`
}
export const performed = (label: string, open: number): string =>
  `${head(label)}记下了，${open > 0 ? `还有${open}条没履行` : '协议都履行了'}。`
export const whichPerformance = (label: string, m: Mediation): string =>
  m.performances.length === 0
    ? `${head(label)}协议里没有定日子的事。`
    : `${head(label)}哪一条履行了？${m.performances.map((p, i) => `${i + 1} ${p.text}`).join('；')}。回“履行 ${label} 1”。`
export const confirmed = (label: string): string => `${head(label)}记下了，法院已确认。`
export const nothingMediated = (label: string): string => `${head(label)}还没有调解协议。`
export const nothingToPrint = (label: string): string => `${head(label)}还没有丈量和调解记录，先“丈量 ${label}”或“调解记录 ${label}”。`
export const printed = (label: string): string => `${head(label)}丈量和调解记录出好了，打印好请双方核对，签字按印。`

export const performanceLine = (label: string, text: string, when: string): string =>
  `${head(label)}协议里的“${text}”${when}。履行了回“履行 ${label}”。`
export const confirmLine = (label: string, when: string): string => `${head(label)}司法确认的申请${when}。要确认的话提醒双方一起去。`

export const monthWords = (measured: number, agreed: number, m: { agreed: number; failed: number; talking: number }): string | null => {
  const plots = measured > 0 ? `丈量 ${measured}次，双方认可 ${agreed}` : ''
  const talks = m.agreed + m.failed + m.talking > 0 ? `调解 成${m.agreed}，没成${m.failed}，还在说${m.talking}` : ''
  return [plots, talks].filter((w) => w !== '').join('；') || null
}

export const measurementSheet = {
  sheet: '丈量',
  columns: [
    '编号',
    '事项',
    '日期',
    '村',
    '角数',
    '周长（米）',
    '面积（平方米）',
    '面积（亩）',
    '闭合差（米）',
    '在场人数',
    '甲方',
    '乙方',
    '丈量人',
  ],
  decimals: { '周长（米）': 2, '面积（平方米）': 2, '面积（亩）': 3, '闭合差（米）': 2 },
} as const
export const mediationSheet = {
  sheet: '调解',
  columns: ['编号', '事项', '开始', '村', '调解员', '次数', '结果', '协议', '生效日期', '应履行', '已履行', '司法确认截止', '已确认'],
} as const
export const mediationStates: Record<Mediation['status'], string> = {
  talking: '还在说',
  agreed: '调成',
  failed: '没调成',
  refused: '一方不愿',
}
export const agreementForms = { written: '书面', oral: '口头' } as const
export const wordShort = (w: Measurement['first']): string => (w ? (w.agrees ? '认可' : '不认可') : '')

export const madeWords = { measurement: '丈量', mediation: '调解' } as const

/** 量02, as it stands on a record. */
export const MEASURED = /^量0*(\d+)$/u
