/** The page from which papers are taken that a chat cannot carry. */
export const paperWords = {
  title: '打印和表格',
  back: '回到运行情况',
  record: '丈量和调解的记录（Word）',
  number: '编号，比如坪08',
  disclosure: '村务公开表（Excel）',
  village: '村',
  quarter: '季度，比如2026Q4',
  ledger: '台账（Excel）',
  period: '年份或月份，比如2026或2026-11',
  get: '出一份',
  none: '没有找到，请看一下写得对不对。',
  disclosureFile: (village: string, quarter: string): string => `${village}${quarter}村务公开.xlsx`,
  ledgerFile: (period: string): string => `${period}台账.xlsx`,
} as const
