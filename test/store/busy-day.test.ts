import { afterAll, beforeAll, expect, it } from 'vitest'
import { talkOf } from '../../src/store/talk.ts'
import { openFresh } from '../support/keys.ts'

/** More than a statement takes parameters. */
const MANY = 33_000
const MORNING = new Date('2026-11-23T00:00:00Z')
const NOON = new Date('2026-11-23T04:00:00Z')

let opened: Awaited<ReturnType<typeof openFresh>>

beforeAll(async () => {
  opened = await openFresh()
})
afterAll(() => opened.close())

it('finds what was asked about among the talk of a day that is more than a statement can hold', async () => {
  await opened.prisma.$executeRaw`
    INSERT INTO "Report" ("townId", id, conversation, "personId", "openedAt", "closesAt", "closedAt", outcome)
    SELECT 't', n::text, 'g:g0', 'zhou', ${NOON}, ${NOON}, ${NOON}, CASE n WHEN 7 THEN 'asked' ELSE 'left' END FROM generate_series(1, ${MANY}::int) n`
  const { closedReports } = talkOf(opened.prisma, 't', NOON)
  expect(await closedReports(MORNING)).toHaveLength(MANY)
  expect((await closedReports(MORNING, undefined, ['asked'])).map((r) => r.id)).toEqual(['7'])
})
