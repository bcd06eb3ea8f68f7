import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { isBurst, usualOf } from '../../src/measures/early-warning/facts.ts'
import { warningLines } from '../../src/measures/early-warning/verbs.ts'
import { earlyWarningWing } from '../../src/measures/early-warning/wing.ts'
import { agendaOf } from '../../src/measures/say-day/verbs.ts'
import { at, openRows, type Rows } from '../digest/rows.ts'
import { deskAt, person, settle } from '../digest/township.ts'

let rows: Rows
beforeAll(async () => {
  rows = await openRows()
  await settle(rows)
})
beforeEach(() => rows.clear())
afterAll(() => rows.close())

const NOW = at('11-24 12:00')
let n = 0
const told = (duty: string, day: string, more: Parameters<Rows['ticket']>[1] = {}) => {
  n += 1
  const kind = duty.startsWith('N-') ? 'neighbour' : 'village'
  return rows.ticket(`t${n}`, { duty, kind, openedAt: at(`${day} 09:00`), status: 'closed', ...more })
}
const linesFor = async (id: string) => {
  const desk = await deskAt(rows, NOW)
  return warningLines(desk, person(desk, id))
}

describe('what comes again and again', () => {
  it('is told with its days, and with the 社 where that is the same', async () => {
    for (const day of ['03-02', '09-10', '10-30', '11-20']) await told('V-WATER', day, { placeId: day === '03-02' ? 'a' : 's3' })
    await rows.prisma.gridNode.createMany({
      data: [{ townId: 'town', id: 's3', parentId: 'a', level: 'she', name: '三社', aliases: [], position: 9 }],
    })
    expect(await linesFor('near')).toEqual(['坪头村自来水：今年第4次（三社3次），3月2日、9月10日、10月30日、11月20日'])
  })

  it.each([
    ['two times', ['10-01', '11-20'], {}],
    ['long ago', ['03-02', '04-10', '05-30'], {}],
    ['last year', ['2025-11-01', '2025-12-01', '2025-12-20'], {}],
    ['a matter about the reader', ['09-10', '10-30', '11-20'], { aboutIds: ['near'] }],
    ['a matter nobody may speak of', ['09-10', '10-30', '11-20'], { sensitivity: 'cadre' }],
  ])('is not %s', async (_name, days, more) => {
    for (const day of days) await told('V-WATER', day, more)
    expect(await linesFor('near')).toEqual([])
  })
})

describe('what is suddenly often', () => {
  it('is told beside what is usual; private matters by their kind alone', async () => {
    await told('V-LAMP', '06-01')
    for (const day of ['09-05', '09-20', '10-10', '10-30']) await told('V-WASTE', day, { villageId: day > '10' ? 'a' : 'b' })
    for (const day of ['11-19', '11-22', '11-23', '11-24']) await told('V-WASTE', day)
    for (const day of ['11-20', '11-21', '11-24']) await told('N-BOUND', day)
    expect(await linesFor('near')).toEqual([
      '坪头村垃圾：7天4件，平常7天0.2件',
      '坪头村邻里事：7天3件，平常7天0件',
      '坪头村垃圾：今年第6次，最近11月19日、11月22日、11月23日、11月24日',
    ])
    const desk = await deskAt(rows, NOW)
    expect((await earlyWarningWing.dayLines?.(desk, person(desk, 'near')))?.map((l) => l.text)).toEqual([
      '苗头：坪头村垃圾7天4件（平常7天0.2件）；坪头村邻里事7天3件（平常7天0件）',
    ])
  })

  it('is several villages at once for whoever has them all', async () => {
    for (const village of ['a', 'b', 'c']) await told('V-ROAD', '11-10', { villageId: village })
    expect(await linesFor('mayor')).toEqual(['道路：30天里3个村都报，坪头村、河湾村、林口村'])
    expect(await linesFor('near')).toEqual([])
  })

  it.each([
    [3, 1, true],
    [3, 1.2, false],
    [2, 0, false],
    [4, null, false],
    [5, null, true],
  ])('%i where %s is usual: %s', (count, usual, burst) => {
    expect(isBurst(count, usual)).toBe(burst)
  })

  it.each([
    [6, 12, 0.5],
    [6, 40, 0.5],
    [6, 3, 2],
    [6, 1, null],
  ])('%i before in %i weeks on record is %s a week', (before, weeks, usual) => {
    expect(usualOf(before, weeks)).toBe(usual)
  })
})

describe('an agenda', () => {
  it('is what is late, unanswered, under deliberation or coming again; private matters are only counted', async () => {
    const open = { status: 'open', ownerId: 'clerk' }
    await told('V-LAMP', '11-10', { ...open, completeBy: at('11-18 18:00'), respondedAt: at('11-10 10:00') })
    await told('V-ROAD', '11-20', { ...open, respondBy: at('11-23 18:00') })
    await told('V-WASTE', '11-24', { ...open, stage: 'deliberation' })
    await told('V-WATER', '11-24', { ...open, respondBy: at('11-26 18:00') })
    await told('N-BOUND', '11-10', { ...open, completeBy: at('11-18 18:00') })
    await told('V-LAMP', '11-01', { ...open, completeBy: at('11-18 18:00'), aboutIds: ['secretary'] })
    const desk = await deskAt(rows, NOW)
    const { items, apart } = await agendaOf(desk, 'a', person(desk, 'secretary'))
    expect(items.map((i) => `${i.text.split(' ')[1]} ${i.why}`)).toEqual(['路灯 超期4天', '道路 还没回应', '垃圾 议着'])
    expect(apart).toBe(1)
  })
})
