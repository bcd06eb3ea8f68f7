import { day } from './dates.ts'

const on = (name: string, now: Date): string => day(new Date(`${name}T12:00:00+08:00`), now)
/** 11月30日（周一）, or 11月30日（周一）到12月2日（周三）. */
const span = (since: string, until: string, now: Date): string =>
  since === until ? on(since, now) : `${on(since, now)}到${on(until, now)}`

export const leaveNoted = (until: string, deputy: string, count: number, now: Date): string =>
  `记下了，您请假到${on(until, now)}，${deputy}代。${count > 0 ? `手上${count}件先转给${deputy}，回来自动转回。` : ''}`
export const leavePlanned = (since: string, until: string, deputy: string, now: Date): string =>
  `记下了，您${span(since, until, now)}请假，${deputy}代。到那天再把手上的事转给${deputy}，不休了回“销假”。`
export const leaveBegan = (until: string, deputy: string, count: number, now: Date): string =>
  `今天起您请假到${on(until, now)}，${count > 0 ? `手上${count}件转给${deputy}了，回来自动转回` : `${deputy}代`}。`
export const nobodyStandsIn = '您今天起请假，可原来说好代办的人也不在。请说一声谁来代，比如“请假到周五 小李代”。'
export const leaveEnded = (count: number): string => (count > 0 ? `欢迎回来，${count}件转回给您了。回“待办”看。` : '欢迎回来。')
export const leaveUnplanned = (since: string, until: string, now: Date): string => `好，${span(since, until, now)}的假不请了。`
export const notOnLeave = '您现在没有请假。'
export const askLeaveAgain = '还要请假请再说一次，比如“请假到周五 小李代”'
export const leaveUntilWhen = '到哪天？回个日子就行，比如“周五”。'
export const whoIsDeputy = '谁来代？比如“请假到周五 小李代”。'
export const deputyAway = (name: string, until: string, now: Date): string => `${name}也请假到${on(until, now)}，请换一个人代。回名字就行。`
export const deputised = (who: string, until: string, count: number, now: Date): string =>
  `${who}请假到${on(until, now)}，请您代办${count > 0 ? `，手上${count}件先转给您` : ''}。回“待办”看。`
export const deputyPlanned = (who: string, since: string, until: string, now: Date): string =>
  `${who}${span(since, until, now)}请假，到时请您代办，那天再告诉您。`
export const deputyNoMore = (who: string): string => `${who}不请假了，不用您代了，手上的事已转回。`
export const deputyNotNeeded = (who: string): string => `${who}不请假了，不用您代了。`
