import { day } from './dates.ts'

/** 11月27日: where there is no room for the weekday. */
const dateAlone = (date: Date, now: Date = date): string => day(date, now).replace(/（.*/u, '')

/** What a leader's picture says; its numbers are drawn. */
export const reportPictures = {
  titleOfWeek: (place: string, from: Date, to: Date): string => `${place} ${dateAlone(from, to)}到${dateAlone(to)}`,
  titleOfMonth: (place: string, year: number, month: string): string => `${place} ${year}年${month}`,
  live: '在办',
  overdue: '超期',
  waiting: '挂账',
  opened: '新',
  done: '办好',
  villagesNow: '各村在办，橙色是超期',
  villagesOpened: '各村新事，绿色是办好',
  /** 其余260个村 在办512 超期31. */
  rest: (villages: number, word: string, count: number, markedWord: string, marked: number): string =>
    `其余${villages}个村 ${word}${count} ${markedWord}${marked}`,
  courseOfMonth: (month: string): string => `${month}新事累计`,
  weeks: '近八周',
  year: (year: string): string => `${year}年每月新事`,
  thisYear: '今年',
  lastYear: '去年',
  ofYear: (year: number): string => `${year}年`,
  noLastYear: '去年没有记录',
}
/** What the file is called in a chat. */
export const pictureNames = { day: '日报.png', week: '周报.png', month: '月报.png', card: '卡片.png', sketch: '草图.png' } as const
export const sketchWords = { metres: (n: number): string => `${n}米`, north: '北', northUnknown: '方向没有测' }

/** 镇值班 赵强，电话19900000123: what is dialled stands apart from whose it is. Where several numbers stand in a line they stay in it. */
export const DIALLED = /^(?<whose>\D*?)[，,\s]*(?:电话)?\s*(?<number>\d[\d*-]{2,})$/u
