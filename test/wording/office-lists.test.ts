import { expect, it } from 'vitest'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { matterLists, standingOf } from '../../src/wording/office-lists.ts'

const now = new Date('2026-11-25T09:00:00+08:00')
const at = (day: string, time = '18:00') => new Date(`${day}T${time}:00+08:00`)
const plain = { status: 'open', completeBy: at('2026-12-04'), endedAt: null, until: null } as const

it('says of each matter how it stands', () => {
  const calendar = chineseCalendar()
  const said = (more: Partial<Parameters<typeof standingOf>[0]>) => standingOf({ ...plain, ...more }, now, calendar)
  expect([
    said({}),
    said({ completeBy: at('2026-11-26') }),
    said({ completeBy: at('2026-11-25') }),
    said({ completeBy: at('2026-11-20') }),
    said({ completeBy: at('2026-11-25', '08:30') }),
    said({ status: 'waiting', until: at('2026-12-05') }),
    said({ status: 'resolved' }),
    said({ status: 'closed', endedAt: at('2026-11-18') }),
  ]).toMatchInlineSnapshot(`
    [
      {
        "text": "12月4日（周五）前",
        "tone": "plain",
      },
      {
        "text": "11月26日（周四）前",
        "tone": "soon",
      },
      {
        "text": "今天到期",
        "tone": "soon",
      },
      {
        "text": "超期3天",
        "tone": "late",
      },
      {
        "text": "刚超期",
        "tone": "late",
      },
      {
        "text": "挂账到12月5日（周六）",
        "tone": "plain",
      },
      {
        "text": "办完，等回话",
        "tone": "done",
      },
      {
        "text": "归档，11月18日（周三）",
        "tone": "plain",
      },
    ]
  `)
})

it('says how many were found, and which of them these are', () => {
  const { found } = matterLists
  expect([found(0, false, 1, 0), found(7, false, 1, 7), found(120, false, 51, 100), found(200, true, 1, 50)]).toMatchInlineSnapshot(`
    [
      "没有这样的事",
      "共7件",
      "共120件，这是第51到100件",
      "有200件以上，这是第1到50件",
    ]
  `)
})
