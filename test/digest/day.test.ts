import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dayDigest, dayPicture, monthPicture, weekPicture } from '../../src/digest/index.ts'
import { ReportPicture } from '../../src/domain/picture.ts'
import { at, openRows, type Rows } from './rows.ts'
import { deskAt, person, settle } from './township.ts'

const NOW = at('11-24 17:40')
let rows: Rows
beforeAll(async () => {
  rows = await openRows()
  await settle(rows)
})
beforeEach(() => rows.clear())
afterAll(() => rows.close())

async function digest(reader: string, now = NOW) {
  const desk = await deskAt(rows, now)
  return dayDigest(desk, person(desk, reader))
}

const old = at('10-14 09:00')
const complaint = {
  kind: 'household',
  duty: 'H-OTHER',
  sensitivity: 'cadre',
  aboutIds: ['secretary'],
  ownerId: 'near',
  title: '反映分地不公',
}

describe('the day told to a leader', () => {
  it('is silent when there is nothing', async () => {
    expect(await digest('mayor')).toBeNull()
  })

  it('is silent while everything is in hand and nothing is new', async () => {
    await rows.ticket('坪01', { openedAt: at('11-20 09:00'), ownerId: 'clerk', respondedAt: at('11-20 10:00') })
    expect(await digest('mayor')).toBeNull()
  })

  it('puts first what needs a decision, then the day, then the trend', async () => {
    await rows.ticket('坪07', {
      openedAt: at('11-05 09:00'),
      completeBy: at('11-13 18:00'),
      respondBy: at('11-06 18:00'),
      respondedAt: at('11-05 10:00'),
      ownerId: 'clerk',
    })
    await rows.event('坪07', 'progressed', at('11-10 09:00'), { note: '等配件' })
    await rows.ticket('河11', {
      villageId: 'b',
      duty: 'V-WATER',
      stage: 'deliberation',
      openedAt: at('11-10 09:00'),
      ownerId: 'mediator',
      respondedAt: at('11-10 10:00'),
    })
    await rows.event('河11', 'deliberated', at('11-12 09:00'), { byId: 'mediator' })
    await rows.event('河11', 'deliberated', at('11-18 09:00'), { byId: 'mediator' })
    await rows.ticket('坪12', { ...complaint, respondBy: at('11-25 18:00') })
    await rows.ticket('林02', {
      villageId: 'c',
      duty: 'V-COLLECT',
      openedAt: old,
      status: 'waiting',
      waitingUntil: at('12-20 09:00'),
      waitingSince: old,
      respondedAt: old,
    })
    const closed = { status: 'closed', resolvedAt: at('11-24 11:00'), endedAt: at('11-24 12:00'), respondedAt: at('11-24 10:00') }
    await rows.ticket('坪08', { ...closed, kind: 'neighbour', duty: 'N-BOUND', satisfaction: 'good' })
    await rows.ticket('坪09', { ...closed })
    await rows.ticket('林03', { ...closed, villageId: 'c', satisfaction: 'fair' })
    await rows.ticket('河12', { villageId: 'b' })
    expect(await digest('mayor')).toMatchInlineSnapshot(`
      "鸡峰镇 11月24日（周二）
      要您定：
      1 坪07 路灯超期7天，等配件 → 督办 坪07
      2 坪头村村支书被反映一件，已避开本人 → 待定 2
      3 河11 自来水议了两次没成 → 议 河11 镇里
      今天：新 5（村里3 邻里1 户里1），办好 3
      现在：超期 1，挂账 1
      首次回应 3/3 按时，办结 3/3 按时；满意 1，一般 1，不满意 0，没回 1
      各村：坪头村 新3 办好2 现超期1；林口村 新1 办好1；河湾村 新1
      最久：林02 承包地 41天，挂账到12月20日（周日）；坪07 路灯 19天
      反复：3个村都报路灯"
    `)
  })

  it('covers a weekend on Monday', async () => {
    await rows.ticket('坪01', { openedAt: at('11-20 19:00'), ownerId: 'clerk' })
    await rows.ticket('坪02', {
      openedAt: at('11-22 10:00'),
      ownerId: 'clerk',
      respondedAt: at('11-22 11:00'),
      resolvedAt: at('11-22 12:00'),
      status: 'resolved',
    })
    expect(await digest('mayor', at('11-23 17:40'))).toMatchInlineSnapshot(`
      "鸡峰镇 11月23日（周一）
      上次日报后：新 2（村里2），办好 1
      首次回应 1/1 按时，办结 1/1 按时"
    `)
  })

  it('names a private matter by number and kind alone', async () => {
    const late = { openedAt: old, completeBy: at('11-04 18:00'), ownerId: 'mediator', respondedAt: old }
    await rows.ticket('坪08', { ...late, kind: 'neighbour', duty: 'N-BOUND', title: '和邻家的地界' })
    await rows.ticket('坪09', { ...late, sensitivity: 'illness', title: '病了没人管' })
    await rows.ticket('坪10', { ...late, hidden: true })
    for (const id of ['坪08', '坪09', '坪10']) await rows.event(id, 'progressed', at('11-10 09:00'), { note: '老刘不同意' })
    const text = await digest('mayor')
    expect(text).toMatchInlineSnapshot(`
      "鸡峰镇 11月24日（周二）
      要您定：
      1 坪08 邻里事超期14天 → 督办 坪08
      2 坪09 村里事超期14天 → 督办 坪09
      3 坪10 村里事超期14天 → 督办 坪10
      现在：超期 3
      最久：坪08 邻里事 41天；坪09 村里事 41天"
    `)
    expect(text).not.toMatch(/地界|病|路灯|王芳|老刘/)
  })

  it('tells a leader of one village about that village alone', async () => {
    await rows.ticket('坪01')
    await rows.ticket('河01', { villageId: 'b' })
    expect(await digest('near')).toMatchInlineSnapshot(`
      "坪头村 11月24日（周二）
      今天：新 1（村里1）"
    `)
  })

  it('tells the town also what no village could be found for', async () => {
    await rows.ticket('鸡01', { villageId: 't' })
    expect(await digest('mayor')).toContain('新 1')
    expect(await digest('near')).toBeNull()
  })

  it('holds more decisions than a phone shows back for 待定', async () => {
    for (let i = 10; i < 20; i++)
      await rows.ticket(`坪${i}`, { openedAt: old, completeBy: at('11-04 18:00'), ownerId: 'clerk', respondedAt: old })
    expect(await digest('mayor')).toContain('还有4件，回“待定”看全部')
  })

  it('counts the fourth time and three villages', async () => {
    for (const [i, day] of ['03-02', '06-03', '11-04', '11-24'].entries())
      await rows.ticket(`坪0${i}`, {
        duty: 'V-WATER',
        openedAt: at(`${day} 09:00`),
        status: 'resolved',
        resolvedAt: at(`${day} 12:00`),
        respondedAt: at(`${day} 10:00`),
      })
    for (const villageId of ['a', 'b', 'c']) await rows.ticket(`灯${villageId}`, { villageId })
    expect(await digest('mayor')).toContain('反复：坪头村自来水今年第4次；3个村都报路灯')
  })

  it('leaves out what is about the reader', async () => {
    await rows.ticket('坪12', { ...complaint, aboutIds: ['near'] })
    expect(await digest('near')).toBeNull()
    expect(await digest('mayor')).toContain('新 1')
  })
})

describe('the picture beside the day', () => {
  const picture = async (reader: string, now = NOW) => {
    const desk = await deskAt(rows, now)
    return ReportPicture.nullable().parse(await dayPicture(desk, person(desk, reader)))
  }
  const late = { openedAt: at('10-14 09:00'), completeBy: at('11-04 18:00'), ownerId: 'clerk', respondedAt: at('10-14 10:00') }

  it('is left out where there is nothing at all', async () => {
    expect(await picture('mayor')).toBeNull()
  })

  it('is there when nothing moves and everything is late', async () => {
    await rows.ticket('河01', { ...late, villageId: 'b' })
    await rows.ticket('河02', { ...late, villageId: 'b' })
    await rows.ticket('林01', {
      ...late,
      villageId: 'c',
      status: 'waiting',
      waitingUntil: at('12-20 09:00'),
      waitingSince: at('10-15 09:00'),
    })
    const drawn = await picture('mayor')
    expect(drawn?.figures.map((f) => `${f.word}${f.count}`)).toEqual(['在办3', '超期2', '挂账1'])
    expect(drawn?.villages?.tiles).toEqual([
      { name: '坪头村', count: 0, marked: 0 },
      { name: '河湾村', count: 2, marked: 2 },
      { name: '林口村', count: 1, marked: 0 },
    ])
  })

  it('draws the month up to today beside the same month of last year', async () => {
    await rows.ticket('坪00', { openedAt: at('2025-11-05 09:00'), status: 'closed' })
    await rows.ticket('坪01', { openedAt: at('11-03 09:00'), status: 'closed' })
    await rows.ticket('坪02')
    await rows.ticket('坪03', { status: 'merged', mergedInto: '坪02' })
    const { chart } = (await picture('mayor')) ?? {}
    expect(chart?.now.values.slice(0, 5)).toEqual([0, 0, 1, 1, 1])
    expect(chart?.now.values.slice(22)).toEqual([1, 2, null, null, null, null, null, null])
    expect(chart?.beside?.values.slice(3, 6)).toEqual([0, 1, 1])
  })

  it('has no line for a year that is not on record, and no villages for a leader of one', async () => {
    await rows.ticket('坪01')
    expect(await picture('near')).toMatchObject({ title: '坪头村 11月24日（周二）', villages: null, chart: { beside: null } })
  })

  it('shows a leader no other part of the tree', async () => {
    for (const day of ['20', '23', '24']) await rows.ticket(`河${day}`, { villageId: 'b', openedAt: at(`11-${day} 09:00`) })
    expect(await picture('near')).toBeNull()
  })
})

describe('the pictures beside the week and the month', () => {
  const done = { status: 'closed', resolvedAt: at('11-19 15:00') }

  it('show eight weeks, and what each village brought', async () => {
    await rows.ticket('坪01', { openedAt: at('11-18 09:00'), ...done })
    await rows.ticket('河01', { villageId: 'b', openedAt: at('11-17 09:00') })
    await rows.ticket('河02', { villageId: 'b', openedAt: at('09-30 09:00') })
    const desk = await deskAt(rows, at('11-20 17:40'))
    const week = ReportPicture.parse(await weekPicture(desk, person(desk, 'mayor')))
    expect(week.chart.labels).toEqual('9/28 10/5 10/12 10/19 10/26 11/2 11/9 11/16'.split(' '))
    expect(week.title).toBe('鸡峰镇 11月16日到11月20日')
    expect(week.chart.beside?.values).toEqual([1, 0, 0, 0, 0, 0, 0, 2])
    expect(week.chart.now.values.at(-1)).toBe(1)
    expect(week.villages?.tiles.map((t) => `${t.name}${t.count}${t.marked}`)).toEqual(['坪头村11', '河湾村10', '林口村00'])
  })

  it('show the year by months beside the year before, months to come left open', async () => {
    await rows.ticket('坪00', { openedAt: at('2025-12-05 09:00'), status: 'closed' })
    await rows.ticket('坪01', { openedAt: at('10-18 09:00'), status: 'closed', resolvedAt: at('11-02 15:00') })
    await rows.ticket('坪02', { openedAt: at('11-03 09:00') })
    const desk = await deskAt(rows, NOW)
    const month = ReportPicture.parse(await monthPicture(desk, person(desk, 'mayor'), '2026-10'))
    expect(month.title).toBe('鸡峰镇 2026年10月')
    expect(month.figures.map((f) => `${f.word}${f.count}`)).toEqual(['新1', '办好0'])
    expect(month.chart.now.values.slice(8)).toEqual([0, 1, 1, null])
    expect(month.chart.beside?.values.slice(10)).toEqual([0, 1])
  })
})
