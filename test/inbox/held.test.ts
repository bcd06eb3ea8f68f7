import { afterAll, beforeAll, expect, it } from 'vitest'
import { createClassifier } from '../../src/classify/classify.ts'
import { LISTED } from '../../src/domain/clerk-list.ts'
import { HELD } from '../../src/inbox/ask-model-later.ts'
import { openHeld } from '../../src/inbox/held.ts'
import type { Desk } from '../../src/ports/desk.ts'
import { sampleDuties } from '../../src/roster/duty-list.ts'
import { beginTrial, endTrial } from '../../src/tickets/trial.ts'
import { anOutboxTown, type OutboxTown, TOWN } from '../support/outbox.ts'

const { judge } = createClassifier({ duties: sampleDuties, places: [] })
let town: OutboxTown
const atDesk = <T>(run: (desk: Desk) => Promise<T>) => town.store.atDesk(TOWN, town.now.product, run)

beforeAll(async () => {
  town = await anOutboxTown({ groups: 1 })
})
afterAll(() => town.close())

/** What was told in the group and waits for a model. */
async function waits(id: string, text: string): Promise<void> {
  const message = { town: TOWN, channel: 'wechaty' as const, id, conversation: 'g:g0' as const, person: 'zhou' }
  await town.store.record([{ ...message, text, quote: null, photos: [], at: town.now.product }])
  await atDesk(async (desk) => {
    const heard = await desk.heard(`wechaty:${id}`)
    if (!heard) throw new Error('not kept')
    const at = heard.at
    await desk.openReport({ id, conversation: heard.conversation, person: heard.person, openedAt: at, closesAt: at })
    await desk.addToReport(id, heard, at, judge(text))
    await desk.closeReport(id, judge(text), HELD)
  })
}

it('what waited for a model when its group’s quiet week began is listed, and opens by itself once that is over', async () => {
  const text = '三社路口的路灯又不亮了'
  await waits('r1', text)
  await atDesk((desk) => beginTrial(desk, 'g0'))
  expect(await atDesk((desk) => openHeld(desk, { report: 'r1', text, local: judge(text) }))).toBeNull()
  expect(await town.prisma.report.findFirst({ where: { id: 'r1' } })).toMatchObject({ outcome: LISTED, would: 'open' })
  expect(await town.prisma.ticket.count()).toBe(0)
  await atDesk(async (desk) => {
    const group = desk.roster.groups.get('g0')
    if (group?.trial) await endTrial(desk, group, group.trial)
  })
  await waits('r2', '二社的自来水停了两天了')
  expect(await atDesk((desk) => openHeld(desk, { report: 'r2', text: '二社的自来水停了两天了', local: judge(text) }))).not.toBeNull()
})
