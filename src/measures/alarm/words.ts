import { day } from '../../wording/dates.ts'

export const alarmSheet = '天气预警'
export const alarmColumns = [
  '序号',
  '时间',
  '发布人',
  '发到',
  '内容',
  '户数',
  '户里自己回的',
  '网格员说到的',
  '还没回的',
  '解除时间',
] as const

/** In the group; life depends on it, so it is asked for a word. */
export const alarmInGroup = (text: string): string => `预警：${text}。看到的每户回一声“收到”。`
export const alarmForKeeper = (text: string, heads: readonly string[], all: number): string =>
  `预警：${text}。${all > 0 ? `请给您的${all}户说到：${heads.join('、')}${all > heads.length ? '等' : ''}。` : '请给您片上的住户说到。'}都说到了回“都到了”。`
export const alarmOver = '预警解除了，谢谢大家互相转告。'

/** Of villages whose groups are only heard for now. */
export const alarmUnread = (villages: string): string => `${villages}的群先听一周，群里没有发，请用大喇叭再喊一遍，或打电话。`
/** `unread`: of groups in which nothing is said for now, how else they are to be told; `audience`: of the others, null where there is none. */
export const raised = (audience: string | null, households: number, unread = ''): string =>
  `${unread}${audience === null ? '网格员已经知道了' : `已发到${audience}`}，共${households}户。半小时后告诉网格员还有谁没回，一小时后告诉村支书。回“预警情况”随时看，过去了回“预警解除”。`
export const whatAlarm = '发什么？比如“发预警 坪头村 今晚有大暴雨，住在沟口河边的人往高处走”。'
export const notYours = '发预警要由村支书、镇值班或镇领导来发，只能发到自己管的村。'
export const ended = (inGroup: boolean): string => `预警解除了，${inGroup ? '群里也说了' : '群里没有发，请网格员转告'}。`
export const noAlarm = '现在没有预警。'

export const heardIt = '好，记上了。注意安全。'
export const toldAll = (n: number): string => `好，您的${n}户都记上了。辛苦了，注意安全。`

/** Only to the keeper whose households they are, so with the numbers to call. */
export const stillToCall = (households: readonly { name: string; phone: string | null }[], all: number): string =>
  `预警：您这里还有${all}户没回：${households.map((h) => `${h.name}${h.phone ? `（${h.phone}）` : ''}`).join('、')}${all > households.length ? '等' : ''}。请打电话或上门，都说到了回“都到了”。`
export const villageStill = (village: string, left: number, all: number, by: readonly { name: string; left: number }[]): string =>
  `预警：${village}${all}户里还有${left}户没回：${by.map((k) => `${k.name}${k.left}户`).join('、')}。请打电话问一问，或用大喇叭再喊一遍。`

export const noKeeper = '没有网格员的'

export interface VillageLeft {
  name: string
  left: number
  all: number
}
export const situation = (text: string, at: Date, now: Date, villages: readonly VillageLeft[], more: number): string => {
  const sum = (pick: (v: VillageLeft) => number) => villages.reduce((n, v) => n + pick(v), 0)
  const left = sum((v) => v.left)
  const head = `${day(at, now, { time: true })}预警：${text}\n${sum((v) => v.all)}户里回了${sum((v) => v.all - v.left)}户，${left > 0 ? `还有${left}户要打电话` : '都知道了'}。`
  const rows = villages.filter((v) => v.left > 0).slice(0, more)
  return [head, ...rows.map((v) => `${v.name}：还有${v.left}户（共${v.all}户）`)].join('\n')
}
export const dayLine = (left: number, all: number): string =>
  left > 0 ? `预警：${all}户里还有${left}户没回，要打电话 → 预警情况` : `预警：${all}户都知道了`

export const made = '预警'
export const answeredInFile = (times: number): string => `预警回过：${times}次`

/** What a household answers to it. */
export const HEARD = /^(?:收到了?|已收到|知道了?|看到了|好的?收到|收到[，,]?谢谢|👌|🆗)[。.!！~～]*$/u

// Its pages.
export const nth = (n: number): string => `预警${n}`
export const stateWords = { running: '正在', over: '解除了' } as const
export const pageFields = { to: '发到', raised: '发出', over: '解除' } as const
export const nextCall = '看谁家还没回：给说事发“预警情况”'
export const eventWords: Readonly<Record<string, string>> = { raised: '发出', over: '解除' }
