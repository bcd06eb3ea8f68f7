import { describe, expect, it } from 'vitest'
import { isPublic, publicLookup } from '../../src/api/public-address.ts'
import { signed } from '../../src/api/sign.ts'
import { changesOf, waitAfter } from '../../src/domain/webhook.ts'
import { aTicket } from '../support/a-ticket.ts'

const day = (n: number) => new Date(`2026-11-${String(n).padStart(2, '0')}T10:00:00Z`)

describe('what is told of a matter', () => {
  const open = aTicket()
  it.each([
    ['opened', null, open, ['opened']],
    ['taken on', open, aTicket({ stage: 'handling' }), ['moved']],
    ['only noted', open, aTicket({ version: 2 }), []],
    ['given another date', open, aTicket({ extensions: 1, completeBy: day(27) }), ['extended']],
    ['said to be done', aTicket({ stage: 'handling' }), aTicket({ stage: 'archive', status: 'resolved' }), ['moved']],
    ['confirmed', aTicket({ stage: 'archive', status: 'resolved' }), aTicket({ stage: 'archive', status: 'closed' }), ['closed']],
    ['not fixed after all', aTicket({ stage: 'archive', status: 'resolved' }), aTicket({ stage: 'handling' }), ['reopened']],
    ['back after its end', aTicket({ status: 'closed' }), open, ['reopened']],
    ['put off', open, aTicket({ status: 'waiting' }), []],
    ['not accepted', open, aTicket({ status: 'rejected' }), ['closed']],
    ['merged', open, aTicket({ status: 'merged' }), ['closed']],
    ['no matter at all', open, aTicket({ status: 'void' }), ['closed']],
    ['taken back', open, aTicket({ status: 'withdrawn', stage: 'archive' }), ['closed']],
  ] as const)('%s', (_, before, after, events) => expect(changesOf(before, after)).toEqual(events))
})

it('tries for some two days, at growing distances, and then no more', () => {
  const waits = Array.from({ length: 12 }, (_, n) => waitAfter(n + 1))
  const known = waits.filter((w) => w !== null)
  expect(known).toEqual([...known].sort((a, b) => a - b))
  expect(known.reduce((sum, w) => sum + w, 0) / 3_600_000).toBeGreaterThan(44)
  expect(waits.slice(known.length)).toEqual(Array(12 - known.length).fill(null))
})

it('signs as Standard Webhooks does', () => {
  // The example that their libraries are tested with.
  const headers = signed(
    'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    'msg_p5jXN8AQM9LWM0D4loKWxJek',
    new Date(1_614_265_330_000),
    '{"test": 2432232314}',
  )
  expect(headers).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  })
})

describe('addresses that nothing is sent to', () => {
  it.each([
    ...['127.0.0.1', '127.9.9.9', '10.0.0.8', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1'],
    ...['0.0.0.0', '255.255.255.255', '224.0.0.1', '198.18.0.1', '::1', '::', 'fe80::1', 'fd00::1', 'ff02::1', '::ffff:127.0.0.1'],
    ...['::ffff:7f00:1', '::127.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:db8::1', 'localhost', 'no address', ''],
  ])('%s', (address) => expect(isPublic(address)).toBe(false))
  it.each(['8.8.8.8', '114.114.114.114', '172.32.0.1', '2400:3200::1'])('but %s', (address) => expect(isPublic(address)).toBe(true))
  it('nor by a name that leads there', async () => {
    for (const all of [true, false]) {
      const fault = await new Promise((done) => publicLookup('localhost', { all }, (it) => done(it)))
      expect(fault).toMatchObject({ code: 'FORBIDDEN_ADDRESS' })
    }
  })
})
