import type { Ticket } from '../../domain/ticket.ts'
import { day } from '../../wording/dates.ts'

export const hazardSheet = '隐患'
export const hazardColumns = [
  ...['序号', '编号', '发现日期', '村', '地方', '隐患', '谁发现的', '责任人', '应办结时间'],
  ...['状态', '办结时间', '处理结果'],
] as const

const whatHazard = '在哪里、什么隐患？比如“隐患 三社路口 电线垂下来了”。'
export const found = (t: Ticket, owner: string | null, now: Date): string =>
  `【${t.label}】隐患记下了：${t.title}。${owner ? `${owner}负责` : '正在找人负责'}，${day(t.completeBy, now)}前处理。`
export const openOnes = (rows: readonly { ticket: Ticket; place: string; owner: string | null }[], now: Date): string =>
  rows.length === 0
    ? `没有还没处理的隐患。${whatHazard}`
    : rows
        .map(
          ({ ticket: t, place, owner }) =>
            `${t.label} ${place}${t.title}，${owner ?? '还没人'}负责，${t.completeBy < now ? '已超期' : `${day(t.completeBy, now)}前`}`,
        )
        .join('\n')
/** `left` is what is still there now: null of a month that is over. */
export const monthLine = (foundCount: number, done: number, left: number | null): string | null =>
  foundCount + (left ?? 0) > 0 ? `隐患：发现${foundCount}处，处理好${done}处${left === null ? '' : `，还有${left}处`}` : null

export const made = '隐患'

/** In the list of the pages. */
export const foundBy = (name: string): string => `${name}看到的`
