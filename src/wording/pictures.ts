/** What a leader's picture says; its numbers are drawn. */
export const reportPictures = {
  titleOfWeek: (place: string, from: string, to: string): string => `${place} ${from}到${to}`,
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
