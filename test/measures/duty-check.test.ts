import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { monthOf } from '../../src/domain/span.ts'
import { checkDuties, dutyFigures } from '../../src/measures/duties/verbs.ts'
import { dutiesWing } from '../../src/measures/duties/wing.ts'
import { checkUp } from '../../src/measures/duties/words.ts'
import { at, openRows, type Rows } from '../digest/rows.ts'
import { deskAt, person, settle } from '../digest/township.ts'

let rows: Rows
beforeAll(async () => {
  rows = await openRows()
  await settle(rows)
  const done = (id: string, resolved: string, satisfaction: string | null = null) =>
    rows.ticket(id, {
      ...{ openedAt: at('2026-06-01 09:00'), completeBy: at('2026-06-10 18:00'), status: 'closed', resolvedAt: at(resolved) },
      ...{ endedAt: at(resolved), satisfaction },
    })
  await done('1', '2026-06-09 09:00', 'good')
  await done('2', '2026-06-20 09:00', 'fair')
  await done('3', '2026-06-21 09:00')
  await rows.ticket('4', { duty: 'V-WASTE', sensitivity: 'cadre', openedAt: at('2026-06-02 09:00') })
  await rows.ticket('5', { duty: 'V-WATER', openedAt: at('2026-06-03 09:00'), villageId: 'b' })
})
afterAll(() => rows.close())

describe('the duty list looked over', () => {
  it('counts each line, without what only the file of a case may tell', async () => {
    const desk = await deskAt(rows, at('11-24 12:00'))
    const figures = await dutyFigures(desk, person(desk, 'mayor'), monthOf('2026-06'))
    const of = (code: string) => figures.find((f) => f.duty === code)
    expect(of('V-LAMP')).toEqual({ duty: 'V-LAMP', opened: 3, done: 3, onTime: 1, good: 1, fair: 1, poor: 0, none: 1 })
    expect(of('V-WASTE')?.opened).toBe(0)
    expect((await dutyFigures(desk, person(desk, 'near'), monthOf('2026-06'))).find((f) => f.duty === 'V-WATER')?.opened).toBe(0)
  })

  it('says what has no owner, what never occurs and what is always late', async () => {
    const desk = await deskAt(rows, at('11-24 12:00'))
    expect(checkUp(await checkDuties(desk, person(desk, 'mayor')))).toMatchInlineSnapshot(`
      "清单共73项。
      没有责任人：河湾村、林口村缺村文书，33项没有直接的责任人；河湾村、林口村缺村支书，8项没有直接的责任人；坪头村、河湾村、林口村缺网格员，6项没有直接的责任人；坪头村、河湾村、林口村缺镇值班，3项没有直接的责任人；河湾村、林口村缺调解员，20项没有直接的责任人。
      没发生的：5个月没发生过68项：道路维修、桥涵维修、塌方落石清理、灌溉水渠、供电、电线杆线隐患、垃圾清运、污水排水、公厕改厕、宽带和手机信号、广播电视、客运班车和校车等。
      常超期：路灯维修1/3按时。可以“改清单”调时限，或加协办。"
    `)
  })

  it('says nothing of what never occurs while little is on record', async () => {
    const desk = await deskAt(rows, at('2026-06-30 12:00'))
    expect((await checkDuties(desk, person(desk, 'mayor'))).months).toBeNull()
  })

  it('stands in the ledger line by line', async () => {
    const [ledger] = dutiesWing.sheets
    const sheet = (await ledger?.rows(await deskAt(rows, at('11-24 12:00')), monthOf('2026-06'), null)) ?? []
    const lamp = sheet.find((r) => r[1] === 'V-LAMP') ?? []
    expect(lamp).toHaveLength(ledger?.columns.length ?? 0)
    expect(lamp.slice(8)).toEqual([3, 3, 1, 1, 1, 0, 1, '有村没有责任人；常超期'])
  })
})
