export const trendWords = { opened: '新', done: '办好' }
export const trendTitle = (place: string, days: number): string => `${place} 近${days}个工作日`
/** What the file is called in a chat. */
export const pictureNames = { trend: '走势.png', card: '卡片.png' } as const
