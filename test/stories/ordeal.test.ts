import { expect, it } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { runOrdeal } from '../support/ordeal.ts'

it('brings every notice to an end through a platform half of whose calls fail', { timeout: 300_000 }, async () => {
  const database = await freshDatabase()
  const report = await runOrdeal(database.url, { notices: 200, groups: 10, people: 4, seed: 7 })
  await database.close()
  expect(report).toMatchObject({ undecided: 0, deadWithoutReason: 0, duplicates: 0, untrue: 0, outOfOrder: 0 })
  expect(report.sent + report.dead + report.unknown).toBe(200)
  expect(report.callsThatFailed / report.calls).toBeGreaterThan(0.4)
  expect(report.mostInAMinute).toBeLessThanOrEqual(20)
  expect(report.unknown).toBeGreaterThan(0)
})
