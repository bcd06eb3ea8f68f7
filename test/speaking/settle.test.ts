import { describe, expect, it } from 'vitest'
import type { Settled } from '../../src/ports/outbox.ts'
import type { KnownWay } from '../../src/ports/speech.ts'
import { doubted } from '../../src/speaking/settle.ts'
import { openWays } from '../../src/speaking/ways.ts'

const NOW = new Date('2026-11-24T02:00:00Z')
const inSeconds = (n: number) => new Date(NOW.getTime() + n * 1000)
const waiting = (seconds: number, doubt?: true): Settled => ({
  ...{ state: 'waiting', retryAt: inSeconds(seconds), why: '-1', counted: true },
  ...(doubt && { doubt }),
})

describe('a doubt whether a try was read', () => {
  it.each([
    ['leaves what failed unknown', { channel: 'wecom-robot', doubt: true }, { state: 'failed', why: 'w' }, 'unknown'],
    ['says nothing elsewhere', { channel: 'wecom-robot', doubt: true }, { state: 'elsewhere', why: 'w', gone: false }, 'unknown'],
    ['is over where the platform no longer compares', { channel: 'wecom-app', doubt: true }, waiting(60), 'unknown'],
    ['counts from the try that raised it', { channel: 'wecom-app', doubt: false }, waiting(60, true), 'unknown'],
    ['lasts while it still does', { channel: 'wecom-app', doubt: true }, waiting(4), 'waiting'],
    ['lasts where repeats are dropped for good', { channel: 'wecom-kf', doubt: true }, waiting(60), 'waiting'],
    ['does not touch what was sent', { channel: 'wecom-app', doubt: true }, { state: 'sent', externalId: null }, 'sent'],
  ] as const)('%s', (_, post, outcome, state) => {
    expect(doubted(post, outcome, NOW).state).toBe(state)
  })
})

describe('the ways that are open', () => {
  const way = (channel: KnownWay['channel'], more: Partial<KnownWay> = {}): KnownWay => ({
    ...{ channel, externalId: channel, posts: 'auto', owner: null, heardAt: NOW, saidSince: 0, asked: false },
    ...more,
  })
  const reach = {
    open: new Set(['wecom-app', 'wecom-bot', 'wecom-kf', 'wecom-mass', 'wecom-robot'] as const),
    sandbox: false,
    machine: () => NOW,
  }
  const open = (known: KnownWay[], group: boolean) => openWays(known, group, reach).map((w) => w.channel)

  it('go to a group by a program before a person has to tap', () => {
    expect(open([way('by-hand', { posts: 'confirm' }), way('wecom-mass', { posts: 'confirm' }), way('wecom-robot')], true)).toEqual([
      ...['wecom-robot', 'wecom-mass', 'by-hand'],
    ])
  })

  it('go to a person where they spoke last, but to the AI bot only where it was asked alone', () => {
    expect(open([way('wecom-bot'), way('wecom-app')], false)).toEqual(['wecom-app', 'wecom-bot'])
    expect(open([way('wecom-bot', { asked: true }), way('wecom-app')], false)).toEqual(['wecom-bot', 'wecom-app'])
  })

  it('end with customer service after two days or five messages, and with a channel that is not set up', () => {
    const old = new Date(NOW.getTime() - 49 * 3_600_000)
    expect(open([way('wecom-kf', { heardAt: old }), way('wecom-kf', { saidSince: 5 }), way('wechaty')], false)).toEqual([])
    expect(open([way('wecom-kf', { saidSince: 4 })], false)).toEqual(['wecom-kf'])
  })
})
