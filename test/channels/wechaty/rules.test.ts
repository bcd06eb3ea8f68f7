import { describe, expect, it } from 'vitest'
import { decide, wasMissed } from '../../../src/channels/wechaty/decide.ts'
import { isPuppets } from '../../../src/channels/wechaty/guard.ts'
import { isCut, outcomeOf, whyOf } from '../../../src/channels/wechaty/outcome.ts'
import { bucketsOf, pauseBefore } from '../../../src/channels/wechaty/pace.ts'
import { roomQueues } from '../../../src/channels/wechaty/queues.ts'
import { plainly } from '../../../src/channels/wechaty/redact.ts'
import { isTimeToRest } from '../../../src/channels/wechaty/rest.ts'
import { withoutQuote } from '../../../src/channels/without-quote.ts'
import { withoutMention } from '../../../src/domain/bot-name.ts'
import { type Level, takeToken } from '../../../src/domain/bucket.ts'

const at = (time: string) => new Date(`2026-11-24T${time}Z`)

describe('what becomes of a message', () => {
  const message = { id: 'm1', self: false, kind: 7, at: at('10:00:05') }
  it.each([
    ['said after the login', {}, 'hear'],
    ['a picture', { kind: 6 }, 'hear'],
    ['said a minute before the login, for clocks differ', { at: at('09:59:00') }, 'hear'],
    ['said an hour before the login', { at: at('09:00:00') }, 'old'],
    ['years old', { at: new Date('2020-01-01') }, 'old'],
    ['without a date', { at: null }, 'hear'],
    ['with a date that cannot be', { at: new Date(0) }, 'hear'],
    ['our own', { self: true }, 'echo'],
    ['our own and old', { self: true, at: at('01:00:00') }, 'echo'],
    ['told twice', { id: 'known' }, 'repeat'],
    ['a voice', { kind: 2 }, 'hear'],
    ['a card', { kind: 3 }, 'hear'],
    ['a recall', { kind: 13 }, 'unread'],
    ['of no known kind', { kind: 0, text: 'x' }, 'unread'],
    ['of no known kind, in WeChat’s own words', { kind: 0, text: '<msg><appmsg><title>接</title><type>57</type></appmsg></msg>' }, 'hear'],
  ])('%s', (_name, more, decision) => {
    expect(decide({ ...message, ...more }, { loginAt: at('10:00:00'), seen: new Set(['known']) })).toBe(decision)
  })
  it.each([
    ['in the gap', at('09:30:00'), true],
    ['just before it, for clocks differ', at('08:59:00'), true],
    ['long before it', at('08:00:00'), false],
    ['nobody knows when', null, false],
  ])('an old one %s', (_name, said, missed) => {
    expect(wasMissed(said, at('09:00:00'))).toBe(missed)
  })
})

describe('the pace', () => {
  it.each([
    ['the first word', null, 0.5, 0],
    ['at once, at the least', at('10:00:00'), 0, 3000],
    ['at once, at the most', at('10:00:00'), 1, 5000],
    ['two seconds later', at('09:59:58'), 0.5, 2000],
    ['long after', at('09:00:00'), 1, 0],
    ['with the clock set back', at('11:00:00'), 1, 5000],
  ])('%s', (_name, saidAt, chance, ms) => {
    expect(pauseBefore(at('10:00:00'), saidAt, chance)).toBe(ms)
  })

  /** Speaks whenever there is a token, for this many hours; the moments it spoke, in ms. */
  function spoken(hours: number): number[] {
    const buckets = bucketsOf({ to: 'group', externalId: 'R1', perMinute: 12 })
    const levels = new Map<string, Level>()
    const moments: number[] = []
    for (let now = 0; now < hours * 3_600_000; ) {
      const taken = buckets.map((b) => takeToken(b, levels.get(b.name) ?? null, new Date(now)))
      const waits = taken.flatMap((t) => ('waitUntil' in t ? [t.waitUntil.getTime()] : []))
      if (waits.length > 0) now = Math.max(...waits)
      else {
        moments.push(now)
        for (const [i, t] of taken.entries()) if ('level' in t) levels.set(buckets[i]?.name ?? '', t.level)
      }
    }
    return moments
  }
  it('is at most twelve in a room in any minute, and four hundred in any day', () => {
    const moments = spoken(60)
    const most = (ms: number) => Math.max(...moments.map((from) => moments.filter((m) => m >= from && m < from + ms).length))
    expect(most(60_000)).toBeLessThanOrEqual(12)
    expect(most(24 * 3_600_000)).toBeLessThanOrEqual(400)
    expect(moments.length).toBeGreaterThan(600)
  })
})

describe('a rest for the memory', () => {
  const GB = 1024 ** 3
  it.each([
    ['at three at night', '2026-11-24T19:00:00Z', 1.2 * GB, 21, true],
    ['in the daytime', '2026-11-24T03:00:00Z', 3 * GB, 21, false],
    ['with little in it', '2026-11-24T19:00:00Z', 0.4 * GB, 21, false],
    ['twice in one night', '2026-11-24T20:00:00Z', 1.2 * GB, 1, false],
  ])('%s', (_name, now, bytes, hours, rests) => {
    expect(isTimeToRest(new Date(now), { bytes, loginAt: new Date(Date.parse(now) - hours * 3_600_000) })).toBe(rests)
  })
})

describe('the bot’s name', () => {
  it.each([
    ['@说事\u2005三社路口的路灯不亮了', '三社路口的路灯不亮了'],
    ['@说事 进度', '进度'],
    ['三社的水管漏了 @说事', '三社的水管漏了'],
    ['@说事，路灯坏了', '路灯坏了'],
    ['＠说事 帮助', '帮助'],
    ['@坪头 小助手\u2005帮助', '帮助'],
    ['@小李\u2005你去看一下', '@小李 你去看一下'],
    ['@说事情别急', '@说事情别急'],
    ['邮箱是a@b', '邮箱是a@b'],
    ['@说事', ''],
    ['@说事\u2005@小李\u2005 1号办好了', '@小李  1号办好了'],
  ])('%j', (text, rest) => {
    expect(withoutMention(text, ['说事', '坪头 小助手'])).toBe(rest)
  })
  it('is never a pattern', () => {
    expect(withoutMention('@a.*(b) 好', ['a.*(b)', ''])).toBe('好')
  })
})

describe('a quote in the text', () => {
  it.each([
    ['「快乐老周：三社路口的路灯不亮」\n- - - - - - - - - - - - - - -\n收到', '三社路口的路灯不亮', '收到'],
    ['「说事：【坪01】已登记：路灯。\n李建国负责」\n——————————\n办好了', '【坪01】已登记：路灯。\n李建国负责', '办好了'],
    ['“快乐老周: 水管漏了”\n------\n@说事\u2005我去', '水管漏了', '@说事\u2005我去'],
    ['「这是书名」\n不是引用', null, '「这是书名」\n不是引用'],
    ['三社的路灯不亮', null, '三社的路灯不亮'],
  ])('%j', (text, quoted, rest) => {
    expect(withoutQuote(text)).toEqual({ text: rest, quoted })
  })
})

describe('a fault', () => {
  it.each([
    ['16 UNAUTHENTICATED: Invalid Wechaty TOKEN "***"', 'refused', true, '网关不认令牌，请看 WECHATY_TOKEN'],
    ['14 UNAVAILABLE: No connection established', 'retry', true, '连不上网关，正在重连'],
    ['connect ECONNREFUSED 127.0.0.1:8788', 'retry', false, '连不上网关，正在重连'],
    ['not logged in', 'retry', false, '连不上网关，正在重连'],
    ['1 CANCELLED: Call cancelled', 'unknown', true, '连不上网关，正在重连'],
    ['4 DEADLINE_EXCEEDED', 'unknown', false, '出错（4 DEADLINE_EXCEEDED）'],
    ['no payload found for id R:1', 'unknown', false, '出错（no payload found for id R:1）'],
  ])('%s', (fault, outcome, cut, why) => {
    expect([outcomeOf(fault).outcome, isCut(fault), whyOf(fault)]).toEqual([outcome, cut, why])
  })
  it('never carries the token, whole or without its first part', () => {
    const token = 'insecure_0a1b2c3d-aaaa'
    const said = plainly(new Error(`bad "${token}"\n at 0a1b2c3d-aaaa ${'x'.repeat(500)}`), token)
    expect(said).toMatch(/^bad "\*\*\*" at \*\*\* x+$/u)
    expect(said.length).toBeLessThanOrEqual(160)
  })
  it('is the puppet’s by where it was thrown', () => {
    const thrown = (stack: string) => Object.assign(new Error('x'), { stack })
    expect(isPuppets(thrown('Error: x\n at f (/app/node_modules/@grpc/grpc-js/build/call.js:1:1)'))).toBe(true)
    expect(isPuppets(thrown('Error: x\n at f (/app/node_modules/wechaty-puppet-service/dist/a.js:1:1)'))).toBe(true)
    expect(isPuppets(thrown('Error: x\n at f (C:\\app\\node_modules\\@juzi\\wechaty\\a.js:1:1)'))).toBe(true)
    expect(isPuppets(thrown('Error: x\n at f (/app/src/speaking/deliver.ts:1:1)'))).toBe(false)
    expect(isPuppets('text')).toBe(false)
  })
})

it('keeps the order of each room, and no room waits for another', async () => {
  const faults: unknown[] = []
  const queues = roomQueues((thrown) => faults.push(thrown))
  const done: string[] = []
  const held = Promise.withResolvers<void>()
  queues.add('a', async () => {
    await held.promise
    done.push('a1')
    throw new Error('broken')
  })
  queues.add('a', async () => void done.push('a2'))
  queues.add('b', async () => {
    done.push('b1')
    held.resolve()
  })
  await queues.idle()
  expect(done).toEqual(['b1', 'a1', 'a2'])
  expect(faults).toHaveLength(1)
})
