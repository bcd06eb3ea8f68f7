import type { Kind } from '../domain/judgement.ts'
import type { Role } from '../domain/people.ts'
import type { EventName, Via } from '../domain/ticket.ts'

export const kindNames: Record<Kind, string> = { village: '村里事', neighbour: '邻里事', household: '户里事' }

export const BOT_NAME = '说事'

export const nobody = '匿名'
export const somebody = '有人'
/** Who has told it and wants nobody to know. */
export const unnamed = '反映人'
export const withHome = (name: string, home: string): string => (home ? `${name}（${home}）` : name)
/** Who wrote on the page behind a 说事码, as they say; to whoever has to call them. */
export const onPageAs = (name: string, phone: string | null): string => `说事码上的${name}${phone ? `，电话${phone}` : '，没留电话'}`
/** Somebody on no roster, by what they call themselves. */
export const inGroupAs = (name: string): string => `群里“${name}”`

/** How somebody told a cadre what the cadre told for them. */
export const viaWords: Record<Via, string> = { point: '说事点', phone: '电话', visit: '上门', sayday: '说事日' }

/** What each line of a ticket's history is called. */
export const eventNames: Record<EventName, string> = {
  opened: '登记',
  accepted: '接了',
  assigned: '派给',
  transferred: '转交',
  deliberated: '约议',
  progressed: '进展',
  remarked: '监督意见',
  visited: '走访',
  resolved: '办结',
  rated: '评价',
  reopened: '没修好，重新办',
  closed: '归档',
  extensionAsked: '申请延期',
  extended: '同意延期',
  extensionDenied: '没同意延期',
  waited: '挂账',
  resumed: '恢复',
  rejected: '不受理',
  merged: '并入',
  mergedFrom: '并来',
  split: '拆开',
  reclassified: '改类',
  supervised: '督办',
  withdrawn: '撤回',
  revived: '反悔，接着办',
  hidden: '不公开',
  followed: '也有这事',
  added: '补充',
  undone: '撤销',
  denied: '没有权限',
  amended: '更正',
  notMatter: '不是事',
  escalated: '往上报',
  called: '再通知',
}

export const roleNames: Record<Role, string> = {
  resident: '居民',
  keeper: '网格员',
  clerk: '村文书',
  secretary: '村支书',
  mediator: '调解员',
  duty: '镇值班',
  leader: '包村领导',
  supervisor: '村务监督',
}
