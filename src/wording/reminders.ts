import { day } from './dates.ts'

export interface OnMyHands {
  label: string
  short: string
}

/** One message a morning with all of a person's: what is late, what is due, what is new; then the rest as a number. */
export function morningList(mine: {
  late: OnMyHands[]
  today: OnMyHands[]
  tomorrow: OnMyHands[]
  unanswered: OnMyHands[]
  half: OnMyHands[]
  rest: number
}): string {
  const name = (list: OnMyHands[]) => list.map((t) => `${t.label} ${t.short}`).join('、')
  const total = mine.late.length + mine.today.length + mine.tomorrow.length + mine.unanswered.length + mine.half.length + mine.rest
  const parts = [
    mine.late.length > 0 ? `超期${mine.late.length}（${name(mine.late)}）` : '',
    mine.today.length > 0 ? `今天到期${mine.today.length}（${name(mine.today)}）` : '',
    mine.tomorrow.length > 0 ? `明天到期${mine.tomorrow.length}（${name(mine.tomorrow)}）` : '',
    mine.unanswered.length > 0 ? `还没接${mine.unanswered.length}（${name(mine.unanswered)}）` : '',
    mine.half.length > 0 ? `时间过半${mine.half.length}（${name(mine.half)}）` : '',
    mine.rest > 0 ? `${total > mine.rest ? '其余' : ''}${mine.rest}件不急` : '',
  ].filter((p) => p !== '')
  return `早上好，您手上有${total}件：${parts.join('，')}。回“待办”看全部。`
}

export const overdueInGroup = (label: string, short: string, owner: string | null): string =>
  owner
    ? `【${label}】${short}的事还没办完，${owner}在跟，进展会发在这里。`
    : `【${label}】${short}的事还没办完，正在找人负责，进展会发在这里。`

export const overdueForSecretary = (label: string, short: string, days: number, owner: string | null): string =>
  `【${label}】${short}超期${days}天，${owner ? `在${owner}手上` : '还没人接'}。可回“转 ${label} 姓名”“延期 ${label} 三天 原因”“挂账 ${label} 日期 原因”。`

export const unansweredForSecretary = (label: string, short: string, owner: string | null): string =>
  `【${label}】${short}还没人回应${owner ? `，派给了${owner}` : '，也没有责任人'}。可回“派 ${label} 姓名”。`

export const overdueForLeader = (label: string, short: string, days: number, why: string): string =>
  `【${label}】${short}超期${days}天：${why}。需要您定：“督办 ${label}”或“挂账 ${label} 日期 原因”。`

export const gap = (from: Date, now: Date): string =>
  `说事停过一段时间（${day(from, now)}起），有些话过时了没有再发。请看一下“待办”，要紧的请打电话。`

/** A message that could not be handled, to somebody who can read it. */
export const couldNotRead = (who: string, text: string): string => `${who}的这句话没处理好，请看一看：“${text}”。要登记请回“登记”加这句话。`

export const mergedPost = (village: string, opened: readonly string[], done: readonly string[], other: readonly string[]): string => {
  const parts = [
    opened.length > 0 ? `新登记${opened.length}件（${opened.join('、')}）` : '',
    done.length > 0 ? `办好${done.length}件（${done.join('、')}）` : '',
    other.length > 0 ? `有进展${other.length}件（${other.join('、')}）` : '',
  ].filter((p) => p !== '')
  return `今天${village}：${parts.join('，')}。`
}
