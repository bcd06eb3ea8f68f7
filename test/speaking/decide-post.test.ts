import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Decision } from '../../src/ports/operations.ts'
import { decidePost } from '../../src/speaking/decide-post.ts'
import { sealer } from '../support/keys.ts'
import { anOutboxTown, bind, inGroup, notice, type OutboxTown, START, TOWN } from '../support/outbox.ts'

let town: OutboxTown

beforeEach(async () => {
  town = await anOutboxTown({ sandbox: false })
  await bind(town, 'g0', 'wecom-robot')
})
afterEach(() => town.close())

const reach = () => ({ open: new Set(['wecom-robot'] as const), sandbox: false, machine: () => town.now.machine })
const decide = async (decision: Decision, n = 0): Promise<boolean> => {
  const id = (await town.posts())[n]?.id ?? ''
  return town.outbox.within(TOWN, START, (speech) => decidePost(speech, id, decision, reach()))
}
const states = async () => (await town.posts()).map((p) => p.state)
const unknown = () => town.answer(() => ({ outcome: 'unknown', why: 'timeout' }))
const fine = () => town.answer(() => ({ outcome: 'sent', externalId: null }))

describe('a person’s word on what nobody knows to have been said', () => {
  beforeEach(async () => {
    unknown()
    await town.notify([notice('a', inGroup(0))])
    await town.work()
  })

  it('was sent', async () => {
    expect(await decide('was-sent')).toBe(true)
    expect([await states(), await town.noticeState('a'), town.said.length]).toEqual([['sent'], 'sent', 1])
    expect(await decide('resend')).toBe(false)
  })

  it('is said once more', async () => {
    fine()
    expect(await decide('resend')).toBe(true)
    expect(await town.noticeState('a')).toBe('claimed')
    await town.work()
    expect([await states(), await town.noticeState('a'), town.said.length]).toEqual([['sent'], 'sent', 2])
  })

  it('is given up', async () => {
    expect(await decide('give-up')).toBe(true)
    await town.work()
    expect([await states(), await town.noticeState('a'), town.said.length]).toEqual([['dropped'], 'failed', 1])
  })
})

it('says the rest of a text whose beginning was read', async () => {
  town.answer((post) =>
    post.text.startsWith('（2/3）') ? { outcome: 'content-fault', why: '40058' } : { outcome: 'sent', externalId: null },
  )
  await town.notify([notice('a', inGroup(0), '坪头村的路灯今天修好了。'.repeat(150))])
  await town.work()
  expect(await states()).toEqual(['sent', 'failed', 'dropped'])
  fine()
  await decide('resend', 1)
  await town.work()
  expect(town.said.map((p) => p.text.slice(0, 5))).toEqual(['（1/3）', '（2/3）', '（2/3）', '（3/3）'])
  expect(await town.noticeState('a')).toBe('sent')
})

it('goes by the robot that took the place of the one that was removed', async () => {
  town.answer(() => ({ outcome: 'group-gone', why: '93000' }))
  await town.notify([notice('a', inGroup(0))])
  await town.work()
  expect([await states(), await decide('resend')]).toEqual([['failed'], false])
  await town.store.atDesk(TOWN, START, (desk) => desk.setRobot('g0', { id: 'new', sealed: sealer.close('key') }))
  fine()
  expect(await decide('resend')).toBe(true)
  await town.work()
  expect(town.said.at(-1)).toMatchObject({ externalId: 'new' })
})
