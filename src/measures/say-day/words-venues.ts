import type { Venue, VenueUse } from '../../domain/venue.ts'

const useWords: Record<VenueUse, string> = { lecture: '讲堂', mediation: '调解', sayday: '说事日' }

export const venueLine = (v: Venue, place: string): string =>
  `${place}${v.name}：${v.uses.map((u) => useWords[u]).join('、') || '村里用'}${v.address ? `，${v.address}` : ''}`
export const booked = (when: string, what: string): string => `  ${when} ${what}`
export const noVenues = '名册上还没有场所。'
export const mediationHint = (names: readonly string[]): string => `约调解可以说“议 编号 周五下午 ${names[0] ?? '德育堂'}”。`
