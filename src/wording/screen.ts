import { dayOf, minuteOf } from '../domain/moments.ts'
import { STAGES, type Stage } from '../domain/ticket.ts'
import { day } from './dates.ts'
import { stageNames } from './office-pages.ts'

/** What the order 大屏 answers. */
export const screenLink = {
  sent: (address: string): string =>
    `大屏：${address}\n在大厅的电脑上打开就行，自己会更新，只有数，没有谁家的事。链接给错了人，回“大屏 换”，旧的就不能用了。`,
  renewed: (address: string): string => `换好了，旧的不能用了。新的大屏：${address}`,
  noAddress: '大厅的电脑现在还打不开大屏，请镇里管机器人的人设好 PUBLIC_URL（别的电脑能打开的网址）。',
} as const

const clock = (at: Date): string => {
  const minute = Math.floor(minuteOf(at))
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
}

export const screenWords = {
  title: (town: string): string => `${town}说事`,
  moment: (now: Date): string => `${day(now)} ${clock(now)}`,
  today: '今天',
  now: '现在',
  opened: '新来',
  done: '办好',
  live: '在办',
  overdue: '超期',
  waiting: '挂账',
  onTime: '按时办结',
  noneYet: '–',
  villages: '各村',
  villagesHint: '大的是在办，橙色是超期',
  finished: '办好的事',
  nothingDone: '这几天还没有办好的事。',
  sentence: (place: string, what: string | null): string => `${place}${what ? `，${what}的事办好了` : '，一件村里的事办好了'}`,
  when: (at: Date, now: Date): string => (dayOf(at) === dayOf(now) ? clock(at) : day(at, now).replace(/（.*/u, '')),
  course: (month: string, opened: number): string => `${month}新事 ${opened}`,
  flow: '五步办理',
  gone: '这个大屏链接不能用了',
  goneHint: '请镇领导给机器人发“大屏”，会收到现在能用的链接。',
} as const

/** 来事接事 and the others, in their order. */
export const stageFlow: readonly (readonly [stage: Stage, name: string])[] = STAGES.map((s) => [s, stageNames[s]])
