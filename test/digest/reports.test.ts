import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { monthReport, statistics, weekReport } from '../../src/digest/index.ts'
import type { Person } from '../../src/domain/people.ts'
import type { Desk } from '../../src/ports/desk.ts'
import { at, openRows, type Rows } from './rows.ts'
import { deskAt, person, settle } from './township.ts'

let rows: Rows
beforeAll(async () => {
  rows = await openRows()
  await settle(rows)
})
beforeEach(() => rows.clear())
afterAll(() => rows.close())

async function told(report: (desk: Desk, reader: Person) => Promise<string>, reader: string, now: string) {
  const desk = await deskAt(rows, at(now))
  return report(desk, person(desk, reader))
}

/** A lamp told and mended on the same day. */
const mended = (day: string, more = {}) => ({
  openedAt: at(`${day} 09:00`),
  respondBy: at(`${day} 18:00`),
  respondedAt: at(`${day} 10:00`),
  completeBy: at(`${day} 18:00`),
  resolvedAt: at(`${day} 11:00`),
  endedAt: at(`${day} 12:00`),
  status: 'closed',
  satisfaction: 'good',
  ...more,
})

describe('the month', () => {
  it('says that last year has no record rather than nothing', async () => {
    await rows.ticket('坪01', mended('11-10'))
    await rows.ticket('坪02', mended('11-11', { satisfaction: null, kind: 'neighbour', duty: 'N-BOUND' }))
    expect(await told(monthReport, 'mayor', '11-24 17:40')).toMatchInlineSnapshot(`
      "鸡峰镇 2026年11月月报
      新 2：村里1，邻里1
      办好 2：村里1，邻里1
      首次回应 2/2 按时，100%
      办结 2/2 按时，100%
      满意 1，一般 0，不满意 0，满意率100%，没回 1
      事项去年同期没有记录
      事项：地界1、路灯1"
    `)
  })

  it('stands beside the same month of last year', async () => {
    for (const id of ['1', '2', '3']) await rows.ticket(`坪0${id}`, mended(`2025-10-1${id}`))
    await rows.ticket(
      '坪04',
      mended('2025-10-20', {
        resolvedAt: at('2025-10-21 11:00'),
        endedAt: at('2025-10-22 11:00'),
        satisfaction: null,
        kind: 'household',
        duty: 'H-OTHER',
      }),
    )
    for (const id of ['5', '6', '7', '8', '9']) await rows.ticket(`坪0${id}`, mended(`10-1${id}`))
    await rows.ticket('河01', mended('10-13', { villageId: 'b', duty: 'V-WATER', satisfaction: 'fair' }))
    await rows.ticket('河02', {
      villageId: 'b',
      duty: 'V-WATER',
      openedAt: at('10-14 09:00'),
      respondBy: at('10-15 18:00'),
      completeBy: at('10-23 18:00'),
      ownerId: 'clerk',
    })
    await rows.ticket('林02', {
      villageId: 'c',
      openedAt: at('10-14 09:00'),
      status: 'waiting',
      respondedAt: at('10-14 09:30'),
      waitingUntil: at('12-20 09:00'),
      waitingSince: at('10-15 09:00'),
    })
    expect(await told((desk, reader) => monthReport(desk, reader, '2026-10'), 'mayor', '11-24 17:40')).toMatchInlineSnapshot(`
      "鸡峰镇 2026年10月月报
      新 8（去年4，多100%）：村里8（去年3），户里0（去年1）
      办好 6（去年4，多50%）：村里6（去年3），户里0（去年1）
      首次回应 7/8 按时，87.5%（去年4/4，100%）
      办结 6/6 按时，100%（去年3/4，75%）
      满意 5，一般 1，不满意 0，满意率83.3%，没回 0（去年满意率100%）
      各村：坪头村 新5 办好5；河湾村 新2 办好1；林口村 新1
      事项：路灯6、自来水2
      反复：坪头村路灯今年第5次"
    `)
  })

  it('has no rate against nothing', async () => {
    await rows.ticket('坪00', mended('2025-03-10'))
    await rows.ticket('坪01', mended('10-10'))
    const text = await told((desk, reader) => monthReport(desk, reader, '2026-10'), 'mayor', '11-24 17:40')
    expect(text).toMatchInlineSnapshot(`
      "鸡峰镇 2026年10月月报
      新 1（去年0）：村里1（去年0）
      办好 1（去年0）：村里1（去年0）
      首次回应 1/1 按时，100%（去年没有）
      办结 1/1 按时，100%（去年没有）
      满意 1，一般 0，不满意 0，满意率100%，没回 0（去年没有人回）
      事项：路灯1"
    `)
    expect(text).not.toMatch(/NaN|Infinity/)
  })

  it('tells of an empty month', async () => {
    expect(await told(monthReport, 'mayor', '11-24 17:40')).toMatchInlineSnapshot(`
      "鸡峰镇 2026年11月月报
      没有新的事。
      事项去年同期没有记录"
    `)
  })

  it('leaves out what is about the reader', async () => {
    await rows.ticket('坪01', mended('11-10', { aboutIds: ['near'] }))
    expect(await told(monthReport, 'near', '11-24 17:40')).toContain('没有新的事')
    expect(await told(monthReport, 'mayor', '11-24 17:40')).toContain('新 1')
  })
})

describe('the week', () => {
  it('runs from Monday, with the month so far beside last year', async () => {
    await rows.ticket('坪00', mended('2025-11-10'))
    await rows.ticket('坪01', mended('11-22'))
    await rows.ticket('坪02', mended('11-23'))
    await rows.ticket('坪03', mended('11-24', { kind: 'household', duty: 'H-OTHER', satisfaction: null }))
    await rows.ticket('坪04', {
      openedAt: at('11-12 09:00'),
      respondedAt: at('11-12 10:00'),
      completeBy: at('11-20 18:00'),
      ownerId: 'clerk',
    })
    expect(await told(weekReport, 'mayor', '11-24 17:40')).toMatchInlineSnapshot(`
      "鸡峰镇 周报 11月23日（周一）到11月24日（周二）
      新 2（村里1 户里1）
      办好 2（村里1 户里1）
      首次回应 2/2 按时，办结 2/2 按时；满意 1，一般 0，不满意 0，没回 1
      11月至今 新 4（去年整月1）
      现在超期 1：坪04 路灯2天
      最久：坪04 路灯 12天
      反复：坪头村路灯今年第3次"
    `)
  })
})

describe('the week on its first working day', () => {
  it('is the one before, for of the new one there is nothing to tell', async () => {
    await rows.ticket('坪01', mended('11-18'))
    await rows.ticket('坪02', mended('11-16', { kind: 'neighbour', duty: 'N-BOUND' }))
    expect(await told(weekReport, 'mayor', '11-23 09:10')).toMatchInlineSnapshot(`
      "鸡峰镇 周报 11月16日（周一）到11月22日（周日）
      新 2（村里1 邻里1）
      办好 2（村里1 邻里1）
      首次回应 2/2 按时，办结 2/2 按时；满意 2，一般 0，不满意 0，没回 0
      11月至今 新 2，去年同期没有记录"
    `)
  })
})

describe('统计', () => {
  const month = async () => {
    await rows.ticket('坪01', mended('11-10'))
    await rows.ticket('坪02', mended('11-23', { status: 'resolved', endedAt: null, satisfaction: null, stage: 'archive' }))
    await rows.ticket('坪03', { stage: 'handling', completeBy: at('11-20 18:00'), respondedAt: at('11-24 09:30') })
    await rows.ticket('坪04', {
      stage: 'deliberation',
      status: 'waiting',
      waitingUntil: at('12-20 09:00'),
      waitingSince: at('11-24 10:00'),
    })
    await rows.ticket('河01', mended('11-11', { villageId: 'b' }))
  }

  it('tells a cadre of their village', async () => {
    await month()
    expect(await told(statistics, 'secretary', '11-24 17:40')).toMatchInlineSnapshot(`
      "坪头村 11月
      本月：新 4（村里4），办好 2
      首次回应 3/3 按时，办结 2/2 按时；满意 1，一般 0，不满意 0，没回 0
      现在：超期 1，挂账 1"
    `)
  })

  it('tells the oversight committee of stages and delays, and of nothing else', async () => {
    await month()
    expect(await told(statistics, 'watcher', '11-24 17:40')).toMatchInlineSnapshot(`
      "坪头村 11月
      在办：议事说事1 访事查事1 论事档事1
      现在：超期 1，挂账 1
      首次回应 3/3 按时，办结 2/2 按时"
    `)
  })

  it('has nothing for whoever holds no office', async () => {
    await month()
    expect(await told(statistics, 'resident', '11-24 17:40')).toBe('您还没有管的村，看不到数。')
  })
})
