import { afterAll, beforeAll, expect, it } from 'vitest'
import { castOf } from '../../scripts/half-year/cast.ts'
import { outcomeOf } from '../../scripts/half-year/outcome.ts'
import { replay } from '../../scripts/half-year/replay.ts'
import { rowsOf } from '../../scripts/half-year/report.ts'
import { SMALL } from '../../scripts/half-year/source.ts'
import { atDesk } from '../support/desk.ts'
import { startTown, type Town } from '../support/town.ts'

let town: Town

beforeAll(async () => {
  town = await startTown({ REPORT_WINDOW_SECONDS: '0' })
})
afterAll(() => town.close())

it('arrives at a half-year’s figures from single events', async () => {
  const year = Number((await town.advance('PT0S')).slice(0, 4)) + 1
  const cast = await castOf(town)
  await replay({ township: town, cast, year, plan: SMALL, progress: () => {} })
  const outcome = await atDesk(town.databaseUrl, (desk) => outcomeOf(desk, year, SMALL.months))
  for (const { what, expected, counted } of rowsOf(SMALL, outcome)) expect(`${what} ${counted}`).toBe(`${what} ${expected}`)
  await town.tell(cast.leader.id, '月报 2月')
  await town.settle()
  expect(await town.lastWord(cast.leader.id)).toContain('信访：登记 1，办结 1；1–2月办结 2（去年同期3，少33.3%）')
}, 600_000)
