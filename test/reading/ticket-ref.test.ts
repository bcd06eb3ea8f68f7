import { expect, it } from 'vitest'
import { allRefs, ticketRef } from '../../src/reading/ticket-ref.ts'

const shorts = [
  { short: '坪', villageName: '坪头村' },
  { short: '河', villageName: '河湾村' },
  { short: '林', villageName: '林家村' },
]
const verbs = ['办结', '接', '转', '挂账', '延期']

it.each([
  ['7', null, 7, ''],
  ['07', null, 7, ''],
  ['七', null, 7, ''],
  ['7号', null, 7, ''],
  ['7 号 换了灯泡', null, 7, '换了灯泡'],
  ['#7', null, 7, ''],
  ['第7件', null, 7, ''],
  ['坪7', '坪', 7, ''],
  ['坪07', '坪', 7, ''],
  ['坪零七', '坪', 7, ''],
  ['坪头7号', '坪', 7, ''],
  ['坪头村 7 号', '坪', 7, ''],
  ['【坪07】', '坪', 7, ''],
  ['【河11】已经好了', '河', 11, '已经好了'],
  ['7号弄完了', null, 7, '弄完了'],
  ['七搞定', null, 7, '搞定'],
  ['07好了 换的新灯', null, 7, '好了 换的新灯'],
  ['办结 7 换了灯泡', null, 7, '换了灯泡'],
  ['办结7，换了灯泡', null, 7, '换了灯泡'],
  ['接坪12', '坪', 12, ''],
  ['挂账 7 12月10日 等钱', null, 7, '12月10日 等钱'],
  ['延期 7 两天 等配件', null, 7, '两天 等配件'],
])('finds the ticket in %s', (text, village, number, rest) => {
  expect(ticketRef(text, shorts, verbs)).toEqual({ village, number, rest })
})

it.each([
  '三社路口的路灯不亮',
  '7天没来水了',
  '3个人打架',
  '12月10日',
  '10号前办好',
  '7号楼漏水',
  '一直没水',
  '两家吵架',
  '林三娃家的地',
  '办结',
  '河三社塌方',
  '12.10',
  '十户联防',
  '0',
  '3月没发工资',
  '5块钱',
  '119',
])('finds none in %s', (text) => {
  const found = ticketRef(text, shorts, verbs)
  // A bare number is one; whether there is such a ticket is for the desk to say.
  expect(text === '119' ? found?.number : found).toBe(text === '119' ? 119 : null)
})

it.each([
  [
    '12 到 7',
    [
      [null, 12],
      [null, 7],
    ],
  ],
  [
    '合并 12 到 7',
    [
      [null, 12],
      [null, 7],
    ],
  ],
  [
    '合并12到7',
    [
      [null, 12],
      [null, 7],
    ],
  ],
  [
    '合并坪12和坪07',
    [
      ['坪', 12],
      ['坪', 7],
    ],
  ],
  [
    '【坪12】和【河07】是一件',
    [
      ['坪', 12],
      ['河', 7],
    ],
  ],
  ['三社路口7天没灯', []],
])('finds every ticket in %s', (text, refs) => {
  expect(allRefs(text, shorts).map((r) => [r.village, r.number])).toEqual(refs)
})
