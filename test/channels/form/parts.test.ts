import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { pagePasses } from '../../../src/channels/form/page-pass.ts'
import { addressOf } from '../../../src/channels/form/rates.ts'
import { faultsOf, NOTHING_WRITTEN } from '../../../src/channels/form/read-page.ts'
import { signerWith } from '../../../src/channels/form/signer.ts'
import { tellerPasses } from '../../../src/channels/form/teller-pass.ts'
import { DAY_MS, HOUR_MS, later, SECOND_MS } from '../../../src/domain/durations.ts'
import { newSlipCode, plainCode, readSlipLabel } from '../../../src/domain/slip.ts'

const NOW = new Date('2026-11-25T09:00:00+08:00')
const signer = signerWith('a secret of the tests alone')

describe('the pass of a page', () => {
  const passes = pagePasses(signer, randomBytes)
  const pass = passes.issue('pingtou', NOW)

  it('is an id from two seconds after the page was opened until a week after', () => {
    const read = (ms: number) => passes.read(pass, 'pingtou', later(NOW, ms))
    expect(read(SECOND_MS)).toBeNull()
    expect(read(2 * SECOND_MS)).toBe(pass.split('.')[0])
    expect(read(7 * DAY_MS + SECOND_MS)).toBeNull()
  })

  it('is none for another page, or made by somebody else', () => {
    const at = later(NOW, HOUR_MS)
    expect(passes.read(pass, 'yanping', at)).toBeNull()
    expect(pagePasses(signerWith('another'), randomBytes).read(pass, 'pingtou', at)).toBeNull()
    for (const wrong of ['', '.', pass.slice(0, -1), `${pass}.x`.replace('.', '')]) expect(passes.read(wrong, 'pingtou', at)).toBeNull()
  })
})

it('knows a cadre’s device for two hours', () => {
  const tellers = tellerPasses(signer)
  const { value } = tellers.issue('clerk-1', NOW)
  expect(tellers.read(value, later(NOW, HOUR_MS))).toBe('clerk-1')
  expect(tellers.read(value, later(NOW, 2 * HOUR_MS))).toBeNull()
  expect(tellers.read(value.replace(/^[^.]+/u, 'Y2xlcmstMg'), NOW)).toBeNull()
})

it.each([
  ['a proxy on this machine', '127.0.0.1', '1.2.3.4, 5.6.7.8', '5.6.7.8'],
  ['nobody else', '9.9.9.9', '5.6.7.8', '9.9.9.9'],
  ['itself', '127.0.0.1', undefined, '127.0.0.1'],
])('takes an address from %s', (_, ip, forwarded, address) => {
  expect(addressOf({ ip, headers: { 'x-forwarded-for': forwarded } })).toBe(address)
})

it.each([
  [{ text: '路灯不亮' }, {}],
  [{ text: ' 灯 ' }, { text: 'text' }],
  [{ text: '灯'.repeat(1001) }, { text: 'long' }],
  [{ text: '路灯不亮', phone: '139 1234-5678' }, {}],
  [{ text: '路灯不亮', phone: '+86 13912345678' }, {}],
  [{ text: '路灯不亮', phone: '0939-4121234' }, {}],
  [{ text: '路灯不亮', phone: '1391234' }, {}],
  [{ text: '路灯不亮', phone: '139123' }, { phone: 'phone' }],
  [{ text: '路灯不亮', phone: '没有' }, { phone: 'phone' }],
  [{ text: '路灯不亮', through: 'yes' as const }, { name: 'throughName' }],
])('finds in %j what is wrong', (written, faults) => {
  expect(faultsOf({ ...NOTHING_WRITTEN, ...written }, true)).toEqual(faults)
})

it.each([
  ['坪07', { number: 7, slip: false, bare: false }],
  [' 【坪07】 ', { number: 7, slip: false, bare: false }],
  ['７', { number: 7, slip: false, bare: true }],
  ['坪条03', { number: 3, slip: true, bare: false }],
  ['坪', null],
  ['一个很长的地名07', null],
])('reads the number %j', (text, read) => expect(readSlipLabel(text)).toEqual(read))

it('has codes that nobody takes for another sign, however they are typed', () => {
  const codes = Array.from({ length: 200 }, () => newSlipCode(randomBytes))
  for (const code of codes) expect(code).toMatch(/^[34679ACDEFGHJKLMNPQRTUVWXY]{4}$/u)
  expect(plainCode(' r７k q')).toBe('R7KQ')
})
