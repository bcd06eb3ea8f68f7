import { describe, expect, it } from 'vitest'
import { gatewayClock } from '../../../src/channels/wechaty/gateway-clock.ts'

const MINUTE = 60_000
const COLLECT = 30_000
const START = new Date('2026-11-24T02:00:00Z').getTime()

type Told = readonly [secondsAfterLogin: number, minutesBehind: number]

/** What becomes of messages that come so long after the login and say that they are so old; no pause takes any time. */
async function hear(told: readonly Told[]): Promise<{ heard: boolean[]; said: (number | null)[]; behind: number }> {
  let at = START
  const said: (number | null)[] = []
  const clock = gatewayClock({
    now: () => new Date(at),
    collect: COLLECT,
    pause: async () => true,
    tell: (ms) => said.push(ms && ms / MINUTE),
  })
  const heard: boolean[] = []
  for (const [seconds, minutes] of told) {
    at = START + seconds * 1000
    const moment = new Date(at - minutes * MINUTE)
    clock.saw(moment)
    const isOld = moment.getTime() + clock.behind() < START - 2 * MINUTE
    heard.push(!isOld || (await clock.isOfNow(moment, new Date(START))))
  }
  return { heard, said, behind: clock.behind() / MINUTE }
}

describe('a gateway’s clock', () => {
  it.each<[string, readonly Told[], boolean[], number]>([
    ['that is right', [[40, 0]], [true], 0],
    [
      'that is a minute behind',
      [
        [40, 1],
        [60, 1],
      ],
      [true, true],
      0,
    ],
    [
      'that is three hours behind',
      [
        [40, 180],
        [50, 180],
        [90, 180],
      ],
      [true, true, true],
      180,
    ],
    ['that is eight hours behind, by a wrong zone', [[31, 480]], [true], 480],
    ['that is years behind', [[40, 60 * 24 * 400]], [true], 60 * 24 * 400],
    [
      'of which nothing is known right after the login: what is old may be history',
      [
        [5, 180],
        [6, 200],
      ],
      [false, false],
      0,
    ],
    [
      'that is known to be right, and something old comes',
      [
        [40, 0],
        [50, 60],
      ],
      [true, false],
      0,
    ],
    [
      'that is known to be right, by what it told long ago',
      [
        [40, 0],
        [40 + 11 * 60, 180],
      ],
      [true, true],
      180,
    ],
    [
      'that was behind and is put right',
      [
        [40, 180],
        [50, 0],
      ],
      [true, true],
      0,
    ],
    [
      'that falls behind further',
      [
        [40, 60],
        [41, 60],
        [700, 180],
      ],
      [true, true, true],
      180,
    ],
    [
      'that is ahead',
      [
        [40, -180],
        [50, -180],
      ],
      [true, true],
      0,
    ],
  ])('%s', async (_what, told, heard, behind) => {
    const found = await hear(told)
    expect([found.heard, found.behind]).toEqual([heard, behind])
  })

  it('is told of while it is behind, and when it is no longer', async () => {
    expect(
      (
        await hear([
          [40, 180],
          [50, 180],
          [60, 0],
        ])
      ).said,
    ).toEqual([180, 180, null])
  })

  it('is not thought behind by a history that comes late: its messages are of many moments', async () => {
    const pauses: (() => void)[] = []
    const clock = gatewayClock({
      now: () => new Date(START + 60_000),
      collect: COLLECT,
      pause: () => new Promise((done) => pauses.push(() => done(true))),
      tell: () => {},
    })
    const old = [60, 90, 200].map((minutes) => clock.isOfNow(new Date(START - minutes * MINUTE), new Date(START)))
    for (const end of pauses) end()
    expect(await Promise.all(old)).toEqual([false, false, false])
  })

  it('does not keep what is old waiting once something of this moment comes', async () => {
    const clock = gatewayClock({
      now: () => new Date(START + 60_000),
      collect: COLLECT,
      pause: () => new Promise(() => {}),
      tell: () => {},
    })
    const old = clock.isOfNow(new Date(START - 60 * MINUTE), new Date(START))
    clock.saw(new Date(START + 60_000))
    expect(await old).toBe(false)
  })
})
