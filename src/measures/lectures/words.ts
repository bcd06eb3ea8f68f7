import { maskPersonal } from '../../domain/mask.ts'
import { momentAt, numberOfDay } from '../../domain/moments.ts'
import { day } from '../../wording/dates.ts'
import type { Lecture, Series } from './facts.ts'

export const seriesNames: Record<Series, string> = { law: '法治大讲堂', moral: '道德大讲堂' }
export const lectureSheet = '大讲堂'
export const lectureColumns = [
  '序号',
  '月份',
  '讲堂',
  '日期',
  '时间',
  '地点',
  '主讲',
  '题目',
  '到场人数',
  '记录',
  '照片（张）',
  '状态',
] as const

/** 下午3点, 上午9点半. */
export function timeOfDay(minute: number): string {
  const hour = Math.floor(minute / 60)
  const rest = minute % 60
  const part = hour < 12 ? '上午' : hour < 18 ? '下午' : '晚上'
  const past = rest === 0 ? '' : rest === 30 ? '半' : `${rest}分`
  return hour === 12 ? `中午12点${past}` : `${part}${hour > 12 ? hour - 12 : hour}点${past}`
}

type When = Pick<Lecture, 'day' | 'minute'>
const at = (l: When): Date => momentAt(numberOfDay(l.day), l.minute)
export const whenOf = (l: When, now: Date): string => `${day(at(l), now)}${timeOfDay(l.minute)}`

const what = (l: Lecture): string => `${seriesNames[l.series]}：${l.topic}`

/** In the groups. */
export const lectureTold = (l: Lecture, now: Date): string => `${what(l)}。${whenOf(l, now)}，${l.place}，${l.speaker}主讲。欢迎来听。`
export const lectureEve = (l: Lecture, now: Date): string =>
  `提醒一下，${whenOf(l, now)}，${seriesNames[l.series]}在${l.place}，${l.speaker}讲${l.topic}。`
export const lectureMoved = (l: Lecture, now: Date): string => `${seriesNames[l.series]}改到${whenOf(l, now)}，${l.place}，题目不变。`
export const lectureOff = (l: Lecture, now: Date): string => `原定${day(at(l), now)}的${seriesNames[l.series]}不办了，时间再定。`

/** To whoever plans. */
export const planned = (l: Lecture, now: Date): string =>
  `第${l.number}场记下了：${what(l)}，${whenOf(l, now)}，${l.place}，${l.speaker}主讲。会在群里说，前一天再提醒。要改回“讲堂 改到 日期”，不办回“讲堂 取消”。`
export const moved = (l: Lecture, now: Date): string => `第${l.number}场改到${whenOf(l, now)}，会在群里说。`
export const cancelled = (l: Lecture): string => `第${l.number}场取消了，说过的群会再说一声。`
export const recorded = (l: Lecture): string =>
  `第${l.number}场${seriesNames[l.series]}记下了：${l.attendance === null ? '' : `到了${l.attendance}人`}${l.note ? `，${maskPersonal(l.note)}` : ''}${l.photos.length > 0 ? `，照片${l.photos.length}张` : ''}。`

export const ask = {
  series: '是法治讲堂还是道德讲堂？回“法治”或“道德”。',
  day: '哪天讲？回个日子就行，比如“11月27日”。',
  time: '几点开始？比如“下午3点”。',
  place: '在哪里讲？比如“德育堂”。',
  speaker: '谁来讲？比如“张法官”。',
  topic: '讲什么？说个题目就行，比如“土地承包”。',
  people: '到了多少人？写个数，最少是0，比如“讲堂 到了56人”。',
  attendance: (l: Lecture, now: Date): string =>
    `${day(at(l), now)}的${seriesNames[l.series]}（${l.topic}）办了吗？到了多少人？回“讲堂 到了56人”，也可以写上记录；没办回“讲堂 取消”。`,
} as const

export const notPlanned = '没有找到要记的讲堂。回“讲堂”看安排。'
export const mustBeLater = '这个时间已经过了，请换一个。'
export const past = (l: Lecture): string => `第${l.number}场已经办过了。`
export const nextOnes = (lectures: readonly Lecture[], now: Date): string =>
  lectures.length === 0
    ? '最近没有安排讲堂，定了会在群里说。'
    : lectures.map((l) => `${whenOf(l, now)} ${what(l)}，${l.place}，${l.speaker}主讲`).join('\n')
export const howToPlan = '要安排请说“讲堂 法治 11月27日下午3点 德育堂 主讲张法官 土地承包”。'

/** To the office on the twentieth. */
export const stillMissing = (month: number, series: readonly Series[]): string =>
  `${month}月的${series.map((s) => seriesNames[s]).join('和')}还没安排。请回“讲堂 ${series[0] === 'moral' ? '道德' : '法治'} 日期 地点 主讲谁 题目”。`

/** A line of the leaders' day and month. */
export const missingLine = (month: number, series: readonly Series[]): string | null =>
  series.length > 0 ? `宣讲：${month}月${series.map((s) => seriesNames[s]).join('、')}还没安排` : null

export function monthLine(lectures: readonly Lecture[], missing: readonly Series[]): string | null {
  const held = (['law', 'moral'] as const).flatMap((s) => {
    const ones = lectures.filter((l) => l.series === s && l.status === 'held')
    const people = ones.reduce((sum, l) => sum + (l.attendance ?? 0), 0)
    return ones.length > 0 ? [`${seriesNames[s]}${ones.length}场${people}人`] : []
  })
  const planned = lectures.filter((l) => l.status === 'planned').length
  const parts = [
    ...held,
    ...(planned > 0 ? [`已定${planned}场`] : []),
    ...(missing.length > 0 ? [`${missing.map((s) => seriesNames[s]).join('、')}没有`] : []),
  ]
  return parts.length > 0 ? `宣讲：${parts.join('，')}` : null
}

export const stateWords: Record<Lecture['status'], string> = { planned: '已定', held: '已办', cancelled: '取消' }
export const missingRow = '还没办'

export const made = '讲堂'

/** Why something no longer waits to be told. */
export const droppedAs = { moved: '改期', off: '取消' } as const

// Its pages.
export const nth = (n: number): string => `第${n}场`
export const titleOf = what
export const speakerField = '主讲'
export const noteField = '记录'
export const photosField = '照片'
export const photoCount = (n: number): string => `${n}张`
export const nextRecord = '已经讲过了，把到场人数记下来'
export const nextHold = (when: string): string => `${when}开讲`
export const eventWords: Readonly<Record<string, string>> = { planned: '定下', moved: '改期', held: '记下到场', cancelled: '取消' }

export const inCalendar = (l: Lecture): string => `${seriesNames[l.series]}：${l.topic}`
