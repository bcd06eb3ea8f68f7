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

const inHands = (owner: string | null): string => (owner ? `在${owner}手上` : '还没人接')

export const overdueForSecretary = (label: string, short: string, days: number, owner: string | null): string =>
  `【${label}】${short}超期${days}天，${inHands(owner)}。可回“转 ${label} 姓名”“延期 ${label} 三天 原因”“挂账 ${label} 日期 原因”。`

export const unansweredForSecretary = (label: string, short: string, owner: string | null): string =>
  `【${label}】${short}还没人回应${owner ? `，派给了${owner}` : '，也没有责任人'}。可回“派 ${label} 姓名”。`

export const overdueForLeader = (label: string, short: string, days: number, owner: string | null): string =>
  `【${label}】${short}超期${days}天，${inHands(owner)}。需要您定：“督办 ${label}”或“挂账 ${label} 日期 原因”。`

/** To the leader who supervises it: each delay. */
export const overdueForSupervisor = (label: string, short: string, days: number, owner: string | null): string =>
  `【${label}】督办的${short}过了您定的日子${days}天，${inHands(owner)}。可回“督办 ${label} 新日期”。`

export const extensionStillAsked = (label: string, short: string, who: string, until: Date, now: Date): string =>
  `【${label}】${short}，${who}想延到${day(until, now)}，还等您定。回“同意 ${label}”或“不同意 ${label}”。`

export const gap = (from: Date, now: Date): string =>
  `说事停过一段时间（${day(from, now)}起），有些话过时了没有再发。请看一下“待办”，要紧的请打电话。`

/** Work that is due and keeps failing, to somebody who can see to it. */
export const couldNotDo = (label: string | null): string =>
  `${label ? `【${label}】` : ''}有一件到时该做的事没做成，会一直再试。请让维护的人看看运行日志。`

/** A message that could not be handled, to somebody who can read it. */
export const couldNotRead = (who: string, text: string): string => `${who}的这句话没处理好，请看一看：“${text}”。要登记请回“登记”加这句话。`

/** Why a notice has no post of its own: for the record. */
export const together = (n: number): string => `并成一条，共${n}件`

/** Several posts of a group as one. `days`: how long ago the oldest of it fell due. */
export const mergedPost = (
  village: string,
  days: number,
  { opened, closed, late, other }: Record<'opened' | 'closed' | 'late' | 'other', readonly string[]>,
): string => {
  const parts = [
    opened.length > 0 ? `新登记${opened.length}件（${opened.join('；')}）` : '',
    closed.length > 0 ? `办好${closed.length}件（${closed.join('、')}）` : '',
    late.length > 0 ? `还没办完${late.length}件，都在跟（${late.join('、')}）` : '',
    other.length > 0 ? `有进展${other.length}件（${other.join('、')}）` : '',
  ].filter((p) => p !== '')
  const since = days === 0 ? '今天' : days === 1 ? '昨天到今天' : '这几天'
  return `${since}${village}：${parts.join('，')}。`
}
