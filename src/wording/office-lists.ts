import { type Calendar, workdaysBetween } from '../domain/calendar.ts'
import { dayNumber } from '../domain/moments.ts'
import { workdaysLate } from '../domain/overdue.ts'
import type { Outline } from '../domain/sight.ts'
import type { Status } from '../domain/ticket.ts'
import { by, day } from './dates.ts'

/** The rows of links above a list. */
export const stateNames = {
  now: '在办',
  mine: '我负责的',
  late: '超期',
  untaken: '没人接',
  waiting: '挂账',
  resolved: '等回话',
  ended: '了结的',
  all: '全部',
} as const

const statusNames: Record<Status, string> = {
  open: '在办',
  waiting: '挂账',
  resolved: '办完，等回话',
  closed: '归档',
  rejected: '不受理',
  withdrawn: '撤回了',
  merged: '并到别的事',
  void: '不是事',
}

/** How a matter stands, and whether that is late, soon or done. */
export interface Standing {
  text: string
  tone: 'late' | 'soon' | 'done' | 'plain'
}

type Stands = Pick<Outline, 'status' | 'completeBy' | 'endedAt'> & { until: Date | null }

/** 超期3天, 刚超期, 今天到期, 12月3日（周四）前, 挂账到12月5日（周六）. */
export function standingOf(t: Stands, now: Date, calendar: Calendar): Standing {
  if (t.status === 'waiting') return { text: t.until ? `挂账到${day(t.until, now)}` : statusNames.waiting, tone: 'plain' }
  if (t.status === 'resolved') return { text: statusNames.resolved, tone: 'done' }
  if (t.status !== 'open') return { text: `${statusNames[t.status]}${t.endedAt ? `，${day(t.endedAt, now)}` : ''}`, tone: 'plain' }
  if (t.completeBy < now) {
    const days = workdaysLate(t.completeBy, now, calendar)
    return { text: days > 0 ? `超期${days}天` : '刚超期', tone: 'late' }
  }
  if (dayNumber(t.completeBy) === dayNumber(now)) return { text: '今天到期', tone: 'soon' }
  const left = workdaysBetween(now, t.completeBy, calendar)
  return { text: `${by(t.completeBy, now)}前`, tone: left <= 1 ? 'soon' : 'plain' }
}

export const matterLists = {
  title: '找事',
  search: '查找',
  searchLabel: '找什么',
  searchHint: '词、编号、地方、姓名',
  filters: '筛选',
  show: '看结果',
  columns: { label: '编号', title: '什么事', place: '地方', owner: '谁在办', standing: '到期' },
  fields: {
    place: '地方',
    stage: '环节',
    kind: '类别',
    owner: '谁在办',
    opened: '什么时候报的',
    again: '只看反复出现的',
  },
  any: '不限',
  me: '我',
  nobody: '没人负责',
  thisMonth: '这个月',
  lastMonth: '上个月',
  thisYear: '今年',
  lastYear: '去年',
  again: '反复出现',
  due: (on: string): string => `${on}到期`,
  duty: (name: string): string => `事项：${name}`,
  remove: (what: string): string => `去掉：${what}`,
  outline: (kind: string): string => `${kind}，内容不公开`,
  notTold: '不公开',
  noOwner: '还没人负责',
  found: (count: number, more: boolean, from: number, to: number): string => {
    const all = more ? `有${count}件以上` : `共${count}件`
    return count === 0 ? '没有这样的事' : count <= to && from === 1 ? all : `${all}，这是第${from}到${to}件`
  },
  order: '先到期的排在前面',
  none: '没有找到。少写几个字，或者去掉几个条件试试。',
  nothing: '这里现在没有事。',
  next: '下一页',
  first: '回到第一页',
} as const
