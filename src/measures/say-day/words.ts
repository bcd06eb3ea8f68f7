import { momentAt, numberOfDay } from '../../domain/moments.ts'
import type { Ticket, Via } from '../../domain/ticket.ts'
import type { Venue, VenueUse } from '../../domain/venue.ts'
import { day } from '../../wording/dates.ts'
import { viaWords } from '../../wording/names.ts'
import { timeOfDay } from '../lectures/words.ts'
import type { AgendaItem, SayDay } from './facts.ts'

export const whoSaid = '这话是谁说的？回个称呼就行，比如“三社王大娘”。'
export const whatSaid = '说了什么？比如“说事点 三社王大娘说家门口的水渠堵了”。'
export const calledBack = (t: Ticket, name: string, word: string, via: Via): string =>
  `【${t.label}】记下了：${name}说“${word}”（${viaWords[via]}，您代填）。`
export const howToCallBack = (t: Ticket): string =>
  `【${t.label}】${t.through?.name ?? '报的人'}怎么说？回“回访 ${t.label} 满意”“一般”“不满意”或“没修好”，后面可以写电话或上门。`
export const notThrough = (t: Ticket): string => `【${t.label}】报的人自己会收到询问，不用代填。`

export const sayDaySheet = '说事日'
export const sayDayColumns = ['序号', '村', '日期', '时间', '地点', '议题', '另说（件）', '到场人数', '记录', '状态'] as const
export const sayDayStates: Record<SayDay['status'], string> = { planned: '已定', held: '已办', cancelled: '取消' }

type When = Pick<SayDay, 'day' | 'minute'>
const at = (d: When): Date => momentAt(numberOfDay(d.day), d.minute)
export const whenOf = (d: When, now: Date): string => `${day(at(d), now)}${timeOfDay(d.minute)}`

const GROUP_ITEMS = 6
export const withWhy = (i: AgendaItem): string => (i.why ? `${i.text}（${i.why}）` : i.text)
const agendaText = (items: readonly AgendaItem[]): string =>
  items.length === 0
    ? ''
    : `要说的：${items
        .slice(0, GROUP_ITEMS)
        .map((i) => i.text)
        .join('、')}${items.length > GROUP_ITEMS ? '等' : ''}。`

/** In the group. Private matters are not even counted here. */
export const sayDayTold = (d: SayDay, village: string, now: Date): string =>
  `${village}说事日：${whenOf(d, now)}，${d.place}。${agendaText(d.agenda)}别的事当天来说，也可以先在群里讲。`
export const sayDayEve = (d: SayDay, village: string, now: Date): string =>
  `提醒一下，${village}说事日是${whenOf(d, now)}，${d.place}。有事来坐坐。`
export const sayDayOff = (d: SayDay, village: string, now: Date): string => `原定${day(at(d), now)}的${village}说事日改天再定。`

export const why = {
  deliberation: '议着',
  overdue: (days: number): string => `超期${days}天`,
  unanswered: '还没回应',
  again: (times: number): string => `今年第${times}次`,
} as const

export const planned = (d: SayDay, village: string, now: Date): string =>
  [
    `${village}说事日定在${whenOf(d, now)}，${d.place}，会在群里说，前一天再提醒。`,
    d.agenda.length > 0 ? `议题：${d.agenda.map(withWhy).join('、')}。` : '现在没有等着议的事。',
    d.apart > 0 ? `另有${d.apart}件邻里或户里的事，不在群里说，单独约。` : '',
    '开完回“说事日 记录 到了23人 说了什么”，一件一件写成“坪07 月底修好”，会记到那件事上。',
  ]
    .filter((l) => l !== '')
    .join('\n')

export const agendaNow = (items: readonly AgendaItem[], apart: number): string =>
  items.length + apart === 0
    ? '现在没有等着议的事。'
    : `现在等着议的：${items.map(withWhy).join('、') || '没有村里事'}${apart > 0 ? `；另有${apart}件单独说` : ''}。`
export const nextOne = (d: SayDay, village: string, now: Date): string =>
  `${village}说事日：${whenOf(d, now)}，${d.place}。${agendaText(d.agenda)}`
export const noneSet = '还没有定说事日。'
export const howToPlan = '要定一次请说“说事日 12月5日上午9点 德育堂”。'
export const cancelled = '取消了，说过的群会再说一声。'
export const ask = {
  day: '定在哪天？回个日子就行，比如“12月5日”。',
  time: '几点？比如“上午9点”。',
  place: '在哪里？比如“德育堂”。',
  village: '哪个村的说事日？请带上村名，比如“说事日 坪头村 12月5日上午9点”。',
  record: (d: SayDay, village: string, now: Date): string =>
    `${village}${day(at(d), now)}的说事日开了吗？回“说事日 记录 到了23人 说了什么”，没开回“说事日 取消”。`,
} as const
export const mustBeLater = '这个时间已经过了，请换一个。'
export const nothingToRecord = '没有找到要记的说事日。'
export const recorded = (d: SayDay, village: string, matters: readonly string[]): string =>
  `${village}说事日记下了${d.attendance === null ? '' : `：到了${d.attendance}人`}。${matters.length > 0 ? `${matters.join('、')}的结果也记到了那件事上。` : ''}`
export const monthLine = (held: number, people: number): string | null => (held > 0 ? `说事日：办了${held}次，到了${people}人` : null)

const useWords: Record<VenueUse, string> = { lecture: '讲堂', mediation: '调解', sayday: '说事日' }

export const venueLine = (v: Venue, place: string): string =>
  `${place}${v.name}：${v.uses.map((u) => useWords[u]).join('、') || '村里用'}${v.address ? `，${v.address}` : ''}`
export const booked = (when: string, what: string): string => `  ${when} ${what}`
export const noVenues = '名册上还没有场所。'
export const mediationHint = (names: readonly string[]): string => `约调解可以说“议 编号 周五下午 ${names[0] ?? '德育堂'}”。`

export const made = '说事日'

/** Why it no longer waits to be told. */
export const droppedAs = '取消'

// Its pages.
export const nth = (n: number): string => `第${n}次`
export const titleOf = (village: string, d: Pick<SayDay, 'agenda'>): string =>
  `${village}说事日${d.agenda.length > 0 ? `，${d.agenda.length}件要说` : ''}`
export const itemField = (n: number): string => `要说的${n}`
export const apartField = '单独约'
export const apartCount = (n: number): string => `${n}件，不在会上说`
export const recordField = '记录'
export const nextRecord = '已经开过了，把到场人数和说了什么记下来'
export const nextHold = (when: string): string => `${when}开`
export const eventWords: Readonly<Record<string, string>> = { planned: '定下', held: '记下结果', cancelled: '取消' }

export const inCalendar = (village: string, place: string): string => `${village}说事日，${place}`
