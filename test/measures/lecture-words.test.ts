import { describe, expect, it } from 'vitest'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { readLecture } from '../../src/measures/lectures/orders-line.ts'

const now = new Date('2026-11-24T09:00:00+08:00')
const venues = [{ id: 'M', name: '德育堂', grid: 'V01', uses: [], address: '' }]
const read = (text: string) => {
  const { series, day, minute, place, speaker, topic } = readLecture(text, { now, calendar: chineseCalendar() }, venues)
  return [series, day, minute, place, speaker, topic]
}

describe('a lecture in one line', () => {
  it.each([
    ['法治 11月27日下午3点 德育堂 主讲张法官 土地承包', ['law', '2026-11-27', 900, '德育堂', '张法官', '土地承包']],
    ['道德 周五上午九点半 在河口村德育堂 孝老爱亲 王老师主讲', ['moral', '2026-11-27', 570, '河口村德育堂', '王老师', '孝老爱亲']],
    [
      '法治 12月3日15:00 镇政府会议室 主讲：县法院李庭长 题目：民间借贷',
      ['law', '2026-12-03', 900, '镇政府会议室', '县法院李庭长', '民间借贷'],
    ],
    ['道德讲堂 明天晚上7点 家风家训', ['moral', '2026-11-25', 1140, null, null, '家风家训']],
    ['法治 题目土地承包 11月30日到期的合同怎么办', ['law', null, null, null, null, '土地承包 11月30日到期的合同怎么办']],
    ['道德 下周五上午九点 请王老师主讲 孝老爱亲', ['moral', '2026-12-04', 540, null, '王老师', '孝老爱亲']],
    ['下周三', [null, '2026-12-02', null, null, null, null]],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})
