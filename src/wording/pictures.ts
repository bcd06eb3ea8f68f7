export const trendWords = { opened: '新', done: '办好' }
export const trendTitle = (place: string, days: number): string => `${place} 近${days}个工作日`
/** What the file is called in a chat. */
export const pictureNames = { trend: '走势.png', card: '卡片.png', sketch: '草图.png' } as const
export const sketchWords = { metres: (n: number): string => `${n}米`, north: '北', northUnknown: '方向没有测' }
