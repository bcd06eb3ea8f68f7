import type { Limit } from '../domain/duty.ts'
import { span } from './dates.ts'

export const dutyWords = {
  title: '清单',
  lead: '什么事归谁办、多久办完、要带什么。',
  search: '查找',
  searchLabel: '找一项',
  searchHint: '低保、路灯、地界',
  columns: { name: '事项', who: '谁办', when: '多久', papers: '要带什么' },
  how: '怎么办',
  whereLabel: '在哪办',
  basisLabel: '依据',
  back: '回清单',
  respond: (limit: Limit): string => `${span(limit)}内回应`,
  complete: (limit: Limit): string => `${span(limit)}内办完`,
  together: (roles: string): string => `和${roles}一起`,
  papersNone: '不用带',
  matters: '看这类事',
  topics: '分类',
  none: '清单里没有这一项。换个说法试试，或者看看下面的分类。',
  count: (n: number): string => `共${n}项`,
} as const
