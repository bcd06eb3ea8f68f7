import { by } from '../../wording/dates.ts'
import { sayLabels } from '../../wording/labels.ts'
import { type AgendaItem, ASSEMBLY_RULES, type Assembly, type Reserved } from './facts.ts'

const label = (n: number): string => sayLabels.assembly(n)
const head = (n: number): string => `【${label(n)}】`

export const reservedWords: Record<Reserved, string> = {
  allowances: '误工补贴的人员和标准',
  collectiveIncome: '集体收益的使用',
  publicWorks: '公益事业和筹资筹劳',
  landContracts: '土地承包',
  collectiveProjects: '集体经济项目',
  housePlots: '宅基地的使用',
  compensation: '征地补偿的使用分配',
  disposal: '处分集体财产',
}
export const resultWords: Record<NonNullable<AgendaItem['result']>, string> = {
  agreed: '同意',
  notAgreed: '没同意',
  toAssembly: '报村民会议定',
  later: '下次再议',
}

/** What the law wants before it may be done (arts. 21, 22, 24, 26). */
const lawWants = (items: readonly AgendaItem[]): string => {
  const reserved = items.filter((i) => i.reserved)
  if (reserved.length === 0) return ''
  const names = reserved.map((i) => `“${i.text}”（${i.reserved ? reservedWords[i.reserved] : ''}）`).join('、')
  return `${names}要村民会议定（村组法24条），议事会先商量。提前${ASSEMBLY_RULES.noticeDays}天通知，过半成年村民或三分之二的户到会、过半同意；也可以授权代表会议定，三分之二到会。`
}

export const planned = (a: Assembly, now: Date): string =>
  `${head(a.number)}议事会定在${by(a.at, now)}${a.place}，议题${a.items.length}件，会在群里说一声。${lawWants(a.items)}`
export const itemsAdded = (a: Assembly): string => `${head(a.number)}议题共${a.items.length}件。${lawWants(a.items)}`
export const presentNoted = (a: Assembly): string =>
  `${head(a.number)}${a.invited === null ? '' : `应到${a.invited}，`}实到${a.present ?? 0}。意见回“议事会 ${label(a.number)} 意见 1 …”，结果回“议事会 ${label(a.number)} 结果 1 同意”。`
export const opinionNoted = (a: Assembly, n: number): string => `${head(a.number)}第${n}件的意见记下了。`
export const resultNoted = (a: Assembly, n: number, item: AgendaItem, open: number): string =>
  `${head(a.number)}第${n}件：${item.result ? resultWords[item.result] : ''}。${open > 0 ? `还有${open}件没有结果。` : '都有结果了，会在群里说一声。'}`
export const mayNotDecide = (a: Assembly, n: number, item: AgendaItem): string =>
  `${head(a.number)}第${n}件是${item.reserved ? reservedWords[item.reserved] : ''}，议事会不能直接定，已记成“报村民会议定”（村组法24条）。`

export const whole = (a: Assembly, now: Date): string =>
  [
    `${head(a.number)}${by(a.at, now)}${a.place}${a.present === null ? '' : `，实到${a.present}`}`,
    ...a.items.map(
      (i, n) =>
        `${n + 1} ${i.text}${i.reserved ? '（要村民会议）' : ''}${i.opinion ? `。意见：${i.opinion}` : ''}${i.result ? `。${resultWords[i.result]}${i.resultText ? `：${i.resultText}` : ''}` : ''}`,
    ),
  ].join('\n')
export const listed = (rows: readonly Assembly[], now: Date): string =>
  rows.length === 0
    ? `没有要开的议事会。${how}`
    : rows.map((a) => `${label(a.number)} ${by(a.at, now)}${a.place}，议题${a.items.length}件`).join('\n')

export const announcement = (village: string, a: Assembly, topics: readonly string[], now: Date): string =>
  `${village}议事会${by(a.at, now)}在${a.place}开，说${topics.join('、')}。有话想说的可以来，也可以跟网格员说。`
export const outcome = (village: string, results: readonly string[]): string => `${village}议事会的结果：${results.join('；')}。`
export const resultShort = (topic: string, item: AgendaItem): string => `${topic}，${item.result ? resultWords[item.result] : ''}`
export const forTicket = (item: AgendaItem): string =>
  `议事会：${item.result ? resultWords[item.result] : ''}${item.resultText ? `，${item.resultText}` : ''}`

export const how = '请写“议事会 12月3日 村部 议题 水费怎么收；三社路口的灯”。'
export const whichDay = '议事会哪天开？回个日子就行，比如“12月3日”。'
export const whatTopics = (suggested: readonly string[]): string =>
  `议什么？几件用分号隔开。${suggested.length > 0 ? `等着议的有：${suggested.join('、')}。` : ''}`
export const noSuch = (n: number): string => `没有找到${label(n)}。回“议事会”看要开的。`
export const noSuchItem = (a: Assembly): string =>
  `${head(a.number)}议题只有${a.items.length}件，请写第几件，比如“议事会 ${label(a.number)} 结果 1 同意”。`
export const tomorrow = (a: Assembly, when: string): string => `${head(a.number)}议事会${when}，在${a.place}，议题${a.items.length}件。`

export const monthLine = (held: number, items: number, agreed: number, toAssembly: number): string =>
  `议事会 ${held}次，议题 ${items}：同意 ${agreed}，报村民会议 ${toAssembly}`
export const assemblySheet = {
  sheet: '议事会',
  columns: ['编号', '村', '日期', '地点', '应到', '实到', '议题', '要村民会议', '意见', '结果', '说明', '召集人'],
} as const

export const made = '议事会'

export const heldToday = '今天开'
/** Why its announcement no longer waits to be told. */
export const droppedAs = { changed: '议题变了', held: '已经开了' } as const
export const villageOffice = '村部'

// Its pages.
export const stateWords: Record<Assembly['status'], string> = { planned: '已定', held: '开了' }
export const presentField = '到会'
export const presentOf = (invited: number | null, present: number): string =>
  invited === null ? `实到${present}` : `应到${invited}，实到${present}`
export const itemField = (n: number): string => `议题${n}`
export const itemWhole = (i: AgendaItem): string =>
  [
    `${i.text}${i.reserved ? '（要村民会议）' : ''}`,
    i.opinion ? `意见：${i.opinion}` : '',
    i.result ? `${resultWords[i.result]}${i.resultText ? `：${i.resultText}` : ''}` : '还没有结果',
  ]
    .filter((part) => part !== '')
    .join('。')
export const nextHold = (when: string): string => `${when}开会`
export const nextResults = (open: number): string => `还有${open}件没有结果，把结果记下来`
export const eventWords: Readonly<Record<string, string>> = {
  planned: '定下',
  itemsAdded: '加议题',
  attended: '记下到会',
  opinion: '意见',
  result: '结果',
}

export const inCalendar = (village: string): string => `${village}议事会`
