import { afterAll, describe, expect, it } from 'vitest'
import { runBacklog } from '../support/archive-backlog.ts'
import { compiler, needsCompiler } from '../support/archive-stand-in.ts'
import { anOutboxTown } from '../support/outbox.ts'

describe.skipIf(!compiler)(`five days of talk in the archive${needsCompiler}`, () => {
  const making = anOutboxTown({ channel: 'wecom-robot', groups: 3, sandbox: false })
  afterAll(async () => (await making).close())

  it('are caught up in order, once each, without a word of any other chat, and nothing old is acted on', async () => {
    const town = await making
    const report = await runBacklog(town, { messages: 2000, photos: 6, groups: 3, answerMs: 3000, backOffMs: 100, patienceMs: 90_000 })
    expect(report).toMatchObject({ lost: 0, twice: 0, outOfOrder: 0, leaks: 0, staleTickets: 0, photosFetched: 6 })
    expect(report.tickets).toBeGreaterThan(0)
    expect(report.lateToldOf).toBe(report.heard - 12)
    expect(town.faults).toEqual([])
  })
})
