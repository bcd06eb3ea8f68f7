const padded = (prefix: string, n: number): string => `${prefix}${String(n).padStart(2, '0')}`

/** What the cases of the measures are called aloud: 信03, 量02. Never in a group but for what is public. */
export const sayLabels = {
  petition: (n: number): string => padded('信', n),
  measurement: (n: number): string => padded('量', n),
  mediation: (n: number): string => padded('调', n),
  exemplar: (n: number): string => padded('榜', n),
  assembly: (n: number): string => padded('议', n),
  handover: (n: number): string => padded('送', n),
} as const

/** How a date stands on the morning that speaks of it. */
export const standing = (at: { left: number } | { late: number }): string =>
  'late' in at ? `过了${at.late}个工作日` : at.left === 0 ? '今天到期' : at.left === 1 ? '明天到期' : `还有${at.left}个工作日`
