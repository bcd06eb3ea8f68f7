/** Names of what is known of a record, whichever measure keeps it. */
export const fields = {
  place: '地方',
  where: '在哪里',
  when: '什么时候',
  until: '最晚',
  by: '谁记的',
  text: '内容',
  attendance: '到了',
  people: (n: number): string => `${n}人`,
} as const

/** 走访：家里没人. */
export const eventNote = (note: string): string => `：${note}`
