import { afterEach, describe, expect, it } from 'vitest'
import type { ChannelName } from '../../src/domain/capability.ts'
import { toPerson } from '../../src/domain/notice.ts'
import type { SayOutcome } from '../../src/ports/channel.ts'
import type { Outbox } from '../../src/ports/outbox.ts'
import { bucketsOf } from '../../src/store/buckets.ts'
import { anOutboxTown, bind, inGroup, notice, type OutboxTown, TOWN } from '../support/outbox.ts'

let town: OutboxTown
afterEach(async () => {
  expect(town.faults).toEqual([])
  await town.close()
})

async function personBy(channel: ChannelName): Promise<void> {
  town = await anOutboxTown({ channel, groups: 1, sandbox: false })
  await town.prisma.identity.create({
    data: {
      townId: TOWN,
      channel,
      externalId: 'x/zhou',
      personId: 'zhou',
      tiedBy: 'roster',
      tiedAt: town.now.machine,
      heardAt: town.now.machine,
    },
  })
}
const later = (seconds: number) => {
  town.now.machine = new Date(town.now.machine.getTime() + seconds * 1000)
}
const state = async () => (await town.posts()).map((p) => p.state)
const DOUBT: SayOutcome = { outcome: 'retry', patience: 'short', doubt: true, why: 'cut' }
const AWAY: SayOutcome = { outcome: 'retry', patience: 'long', why: 'network' }

describe('what may have been said', () => {
  it('by the application is tried again at once, and not when the platform has forgotten it', async () => {
    await personBy('wecom-app')
    let answers: SayOutcome[] = [DOUBT, { outcome: 'sent', externalId: null }]
    town.answer(() => answers.shift() ?? AWAY)
    await town.notify([notice('a', toPerson('zhou'))])
    await town.work()
    later(2)
    await town.work()
    expect(await state()).toEqual(['sent'])
    answers = [DOUBT]
    await town.notify([notice('b', toPerson('zhou'))])
    for (const seconds of [2, 5, 16, 60, 300]) {
      await town.work()
      later(seconds)
    }
    expect(town.said.filter((p) => p.text === 'b')).toHaveLength(4)
    expect(await state()).toEqual(['sent', 'unknown'])
  })

  it.each([
    ['wecom-kf', 'sent', 1],
    ['wecom-app', 'unknown', 0],
    ['wechaty', 'unknown', 0],
  ] as const)('by %s, when the process ended in between, becomes %s', async (channel, expected, said) => {
    await personBy(channel)
    await town.notify([notice('a', toPerson('zhou'))])
    await town.tell()
    expect(await town.outbox.claim(channel, 8, town.now.machine, 1000)).toHaveLength(1)
    later(10)
    await town.delivery.work()
    expect(await state()).toEqual([expected])
    expect(town.said).toHaveLength(said)
  })
})

describe('a rate', () => {
  const bucket = { name: 'robot:x', burst: 3, perMinute: 15 }
  const took = async (tries: number, who: Pick<Outbox, 'take'> = town.outbox) =>
    (await Promise.all(Array.from({ length: tries }, () => who.take([bucket], town.now.machine)))).filter((it) => 'taken' in it).length

  it('is one for all processes, also when one has ended and begins anew', async () => {
    town = await anOutboxTown({ groups: 1 })
    expect(await took(10)).toBe(3)
    const another = bucketsOf(town.prisma)
    expect(await took(10, another)).toBe(0)
    later(8)
    expect((await Promise.all([took(5), took(5, another)])).reduce((a, b) => a + b)).toBe(2)
    await another.empty([bucket], town.now.machine, 60)
    later(59)
    expect(await took(5)).toBe(0)
    later(2)
    expect(await took(5)).toBe(1)
  })
})

describe('words of a resident in a post', () => {
  const SAID = '<@all> @所有人 [点我](https://evil.example.com/a) <a href="http://x.cn">看</a> **急** `码`\n# 大字\n> 引'

  it.each(['wecom-robot', 'wecom-bot', 'wecom-appchat', 'wecom-mass', 'wechaty'] as const)(
    'are no mention, link or tag in a group by %s',
    async (channel) => {
      town = await anOutboxTown({ channel, groups: 1, sandbox: false })
      await bind(town, 'g0', channel)
      await town.notify([notice('a', inGroup(0), SAID)])
      await town.work()
      harmless(channel)
    },
  )

  it.each(['wecom-app', 'wecom-kf', 'wecom-bot', 'wechaty'] as const)('are none one-to-one by %s', async (channel) => {
    await personBy(channel)
    await town.notify([notice('a', toPerson('zhou'), SAID)])
    await town.work()
    harmless(channel)
  })

  function harmless(channel: ChannelName): void {
    const [post] = town.said
    expect(post?.text).toContain('点我')
    expect(post?.text).not.toMatch(/[<>@]|:\/\/|example\.com|x\.cn/u)
    expect(post?.mentions).toEqual([])
    if (channel === 'wecom-bot') expect(post?.text).not.toMatch(/[*`[\]#]/u)
  }
})
