import { afterAll, beforeAll, expect, it } from 'vitest'
import { bendHistories } from '../../scripts/prove/history.ts'
import { tellHistories } from '../../scripts/prove/told-histories.ts'
import { checkHistories } from '../../src/store/histories.ts'
import { openFresh } from '../support/keys.ts'

let opened: Awaited<ReturnType<typeof openFresh>>

beforeAll(async () => {
  opened = await openFresh()
  await tellHistories(opened.prisma, 8)
})
afterAll(() => opened.close())

it('names the place where a history was bent, whatever was done to it', async () => {
  const { missed, falseAlarms, lines, kinds } = await bendHistories(opened.prisma, 80)
  expect({ missed, falseAlarms }).toEqual({ missed: [], falseAlarms: 0 })
  expect(lines).toBeGreaterThan(20)
  expect([...kinds.keys()]).toEqual(expect.arrayContaining(['a pretended erasure', 'the record of an erasure']))
  expect(kinds.size).toBeGreaterThan(7)
})

it('keeps the head of each history from going', async () => {
  const { prisma } = opened
  const before = await prisma.historyHead.findMany()
  expect(await checkHistories(prisma)).toMatchObject({ histories: before.length, bent: [] })
  await expect(prisma.historyHead.deleteMany()).rejects.toThrow('append-only')
})
