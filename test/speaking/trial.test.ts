import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { toGroup, toPerson } from '../../src/domain/notice.ts'
import { decidePost } from '../../src/speaking/decide-post.ts'
import { beginTrial, endTrial } from '../../src/tickets/trial.ts'
import { anOutboxTown, bind, inGroup, notice, type OutboxTown, TOWN } from '../support/outbox.ts'
import '../support/seed.ts'

let town: OutboxTown
const group = 'g0'
const atDesk = <T>(run: Parameters<typeof town.store.atDesk<T>>[2]) => town.store.atDesk(TOWN, town.now.product, run)
const begin = () => atDesk((desk) => beginTrial(desk, group))
const reach = () => ({ open: new Set(['wecom-robot'] as const), sandbox: false, machine: () => town.now.machine })
const later = (seconds: number) => {
  town.now.machine = new Date(town.now.machine.getTime() + seconds * 1000)
}
const inThatGroup = () => town.said.filter((p) => p.to === 'group' && p.externalId === `ext-${group}`)
let keys = 0

beforeAll(async () => {
  town = await anOutboxTown()
  for (const n of [0, 1]) await bind(town, `g${n}`, 'wecom-robot')
})
afterAll(async () => {
  expect(town.faults).toEqual([])
  await town.close()
})

it('does not send what was on its way when the quiet week begins, nor again what failed', { timeout: 30_000 }, async () => {
  town.answer(() => ({ outcome: 'retry', patience: 'long', why: 'away' }))
  await town.notify([notice('on-its-way', inGroup(0)), notice('elsewhere', inGroup(1))])
  await town.work()
  await town.notify([notice('failed', inGroup(0))])
  await town.tell()
  await begin()
  const posts = await town.posts()
  expect(posts.map((p) => p.state).sort()).toEqual(['dropped', 'dropped', 'waiting'])
  await town.prisma.post.updateMany({ where: { state: 'dropped' }, data: { state: 'failed' } })
  for (const post of posts.filter((p) => p.state === 'dropped'))
    expect(await town.outbox.within(TOWN, town.now.product, (speech) => decidePost(speech, post.id, 'resend', reach()))).toBe(false)
  town.answer(() => ({ outcome: 'sent', externalId: null }))
  later(3600)
  await town.work()
  expect(town.said.map((p) => p.text)).toContain('elsewhere')
  expect(inThatGroup().filter((p) => p.text === 'failed')).toEqual([])
})

const drafts = fc.array(
  fc.record({
    occasion: fc.constantFrom(
      'opened',
      'receipt',
      'call',
      'overdue',
      'closed',
      'reply',
      'alarm',
      'bulletin',
      'policy',
      'bound',
      'all-clear',
      'resolve:group',
    ),
    urgent: fc.boolean(),
    answer: fc.boolean(),
    aside: fc.boolean(),
    minutes: fc.integer({ min: 0, max: 3 * 24 * 60 }),
  }),
  { minLength: 1, maxLength: 6 },
)

it('says nothing in the group, whatever the occasion, however urgent, at whatever hour', { timeout: 60_000 }, async () => {
  await begin()
  town.said.length = 0
  await fc.assert(
    fc.asyncProperty(drafts, async (list) => {
      for (const { occasion, urgent, answer, aside, minutes } of list) {
        const more = { occasion: occasion as 'reply', urgent, answer, ...(aside && { aside: toPerson('zhou') }) }
        keys += 1
        await town.notify([notice(`n${keys}`, toGroup(group), `n${keys}`, more)])
        town.now.product = new Date(town.now.product.getTime() + minutes * 60_000)
        later(minutes * 60)
        await town.work()
      }
      expect(inThatGroup()).toEqual([])
    }),
    { numRuns: 15 },
  )
  const rows = await town.prisma.notice.findMany({ where: { key: { startsWith: 'n' } } })
  expect(rows.filter((r) => r.state === 'due')).toEqual([])
  expect(new Set(rows.map((r) => r.why))).toEqual(new Set(['先听一周，群里不说话']))
})

it('speaks again from the word on that ends it, and only of what is new', { timeout: 30_000 }, async () => {
  await atDesk(async (desk) => {
    const known = desk.roster.groups.get(group)
    if (known?.trial) await endTrial(desk, known, known.trial)
  })
  town.now.product = new Date('2026-12-09T02:00:00Z')
  await town.notify([notice('new', toGroup(group))])
  await town.work()
  expect(inThatGroup().map((p) => p.text)).toContain('new')
  expect(inThatGroup().filter((p) => /^n\d/u.test(p.text))).toEqual([])
})
