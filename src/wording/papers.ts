/** In the foot of each page. */
export const pagesOf = { page: '第', of: '页，共', end: '页' } as const

/** The page from which papers are taken that a chat cannot carry. */
export const paperWords = {
  title: '打印和表格',
  record: '丈量和调解的记录',
  recordHelp: 'Word，打印好双方签字按印。',
  number: '事项',
  numberHelp: '编号，比如坪08',
  disclosure: '村务公开表',
  disclosureHelp: 'Excel，一个村一个季度一张。',
  village: '村',
  quarter: '季度',
  ledger: '台账',
  ledgerHelp: 'Excel，一类事一张表；一整年的要等得久一点。',
  period: '月份或年份',
  posters: '说事码海报',
  postersHelp: 'PDF，一个村一页，打印出来贴在村部、小卖部、车站。',
  get: '出一份',
  making: '正在做，做好了自动下载，请不要关掉这一页。',
  seconds: (n: number): string => `正在做，已经${n}秒`,
  ready: '做好了，已经下载。',
  again: '没有做成，请再试一次。',
  back: '回到打印和表格',
  none: {
    record: '这件事没有丈量和调解的记录，请看一下编号对不对。',
    disclosure: '没有找到，请从单子里选村和季度。',
    ledger: '没有找到，请从单子里选月份或年份。',
    posters: '手机还打不开这里：请先在 .env 里写 PUBLIC_URL（手机能打开的网址），再出海报。',
  },
  month: (year: number, month: number): string => `${year}年${month}月`,
  year: (year: number): string => `${year}年全年`,
  quarterOf: (year: number, quarter: number): string => `${year}年第${quarter}季度`,
  disclosureFile: (village: string, quarter: string): string => `${village}${quarter}村务公开.xlsx`,
  postersFile: '全部村说事码.pdf',
  ledgerFile: (period: string): string => `${period}台账.xlsx`,
} as const
