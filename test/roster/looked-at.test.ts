import { expect, it } from 'vitest'
import type { Township } from '../../src/domain/township.ts'
import { sampleTownship } from '../../src/roster/sample.ts'
import { workbookBytes } from '../../src/roster/write.ts'
import { workbooksOf } from '../../src/wiring/workbooks.ts'
import { smallTownship } from './small-township.ts'

/** A desk drawer with one township in it, and a workbook of another on the desk. */
async function desk(active: { township: Township; sample: boolean } | null) {
  const it = { active, now: new Date('2026-11-24T01:00:00Z') }
  const workbooks = workbooksOf({
    store: {
      active: async () => it.active,
      openMatters: async () => [],
      async apply(township) {
        it.active = { township, sample: false }
      },
    },
    applied: async () => {},
    now: () => it.now,
  })
  await workbooks.look('good.xlsx', await workbookBytes(smallTownship(), { exampleOnly: false }))
  return { it, workbooks, id: workbooks.last()?.id ?? '' }
}

it('applies what was looked at, once', async () => {
  const { it: drawer, workbooks, id } = await desk(null)
  expect(await workbooks.apply('another', false)).toBe('gone')
  expect(await workbooks.apply(id, false)).toBe('applied')
  expect(drawer.active?.township).toEqual(smallTownship())
  expect(await workbooks.apply(id, false)).toBe('gone')
})

it('lets the sample go only after somebody has said so', async () => {
  const { it: drawer, workbooks, id } = await desk({ township: sampleTownship(), sample: true })
  expect(await workbooks.apply(id, false)).toBe('sample-asked')
  expect(drawer.active?.sample).toBe(true)
  expect(await workbooks.apply(id, true)).toBe('applied')
})

it('shows anew what would change where the township has changed meanwhile', async () => {
  const before = { ...smallTownship(), people: smallTownship().people.map((p) => ({ ...p, phone: null })) }
  const { it: drawer, workbooks, id } = await desk({ township: before, sample: false })
  drawer.active = { township: { ...before, households: [] }, sample: false }
  expect(await workbooks.apply(id, false)).toBe('changed')
  expect(drawer.active.township.households).toEqual([])
  expect(await workbooks.apply(workbooks.last()?.id ?? '', false)).toBe('applied')
})

it('forgets after an hour what stands in it', async () => {
  const { it: drawer, workbooks, id } = await desk(null)
  drawer.now = new Date('2026-11-24T02:00:01Z')
  expect(workbooks.last()).toBeNull()
  expect(await workbooks.apply(id, false)).toBe('gone')
})

it.each([
  ['nothing of the kind', new Uint8Array([1, 2, 3]), 'nothing.xlsx 不是能打开的 .xlsx 表格，请用 Excel 或 WPS 另存为 .xlsx 再试。'],
  ['too much', new Uint8Array(20 * 1024 * 1024 + 1), 'nothing.xlsx 太大了（最多20MB），请只留要导入的表，照片和别的表删掉再试。'],
])('says what it cannot read: %s', async (_, bytes, why) => {
  const { workbooks } = await desk(null)
  await workbooks.look('nothing.xlsx', bytes)
  expect(workbooks.last()?.seen).toEqual({ is: 'unreadable', why: [why] })
})
