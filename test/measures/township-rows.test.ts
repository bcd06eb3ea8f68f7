import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { brokenAt } from '../../src/domain/history.ts'
import { defaultSettings } from '../../src/domain/settings.ts'
import type { Township } from '../../src/domain/township.ts'
import { rememberImport } from '../../src/measures/index.ts'
import { chronicleOf } from '../../src/store/cases.ts'
import { activeTownship, applyTownship } from '../../src/store/township.ts'
import { smallTownship } from '../roster/small-township.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { openDatabase } from '../support/keys.ts'

let database: FreshDatabase
let db: ReturnType<typeof openDatabase>['prisma']
let close: () => Promise<void>
const outfit = { calendar: chineseCalendar(), settings: defaultSettings, newId: () => 'id' }
const apply = (township: Township) =>
  applyTownship(db, township, { sample: false, replaceSample: false }, { outfit, remember: rememberImport, run: async () => {} })

beforeAll(async () => {
  database = await freshDatabase()
  const opened = openDatabase({ url: database.url, connections: 2 })
  db = opened.prisma
  close = opened.close
  await apply(smallTownship())
})
afterAll(async () => {
  await close()
  await database.close()
})

describe('an import', () => {
  it('brings rooms, register and records, and gives them back', async () => {
    expect((await activeTownship(db))?.township).toEqual(smallTownship())
  })

  it('leaves what its workbook has no sheet for, and takes no record away', async () => {
    await apply({ ...smallTownship(), venues: null, staff: null, records: [] })
    expect((await activeTownship(db))?.township).toEqual(smallTownship())
  })

  it('leaves a history of each duty it changes, whole and never to be changed', async () => {
    const duties = smallTownship().duties.map((d) =>
      d.code === 'V-LAMP' ? { ...d, owner: 'clerk' as const, complete: { amount: 3, unit: 'workingDays' as const } } : d,
    )
    await apply({ ...smallTownship(), duties })
    await apply({ ...smallTownship(), duties })
    const lines = await chronicleOf(db, 'town').of('duty:V-LAMP')
    expect(lines.map((l) => l.data)).toEqual([
      { field: 'owner', before: '网格员', after: '村文书' },
      { field: 'complete', before: '7个工作日', after: '3个工作日' },
    ])
    expect(brokenAt('duty:V-LAMP', lines)).toBeNull()
    await expect(db.chronicleLine.updateMany({ data: { note: '改' } })).rejects.toThrow()
    await expect(db.chronicleLine.deleteMany()).rejects.toThrow()
  })
})

describe('a sample that retires for a real township of its id', () => {
  it('takes what the measures wrote along', async () => {
    await db.town.update({ where: { id: 'town' }, data: { sample: true } })
    await applyTownship(db, smallTownship(), { sample: false, replaceSample: true })
    expect(await db.chronicleLine.count()).toBe(0)
    expect((await activeTownship(db))?.township).toEqual(smallTownship())
  })
})
