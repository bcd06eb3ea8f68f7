import { expect, it } from 'vitest'
import { isStorable, storable } from '../../src/domain/storable.ts'

it.each([
  ['NUL', '路\u0000灯', '路灯'],
  ['the first half of a character', '路灯\ud83d', '路灯'],
  ['the second half', '\udca1路灯', '路灯'],
])('%s is dropped', (_what, text, kept) => {
  expect(storable(text)).toBe(kept)
  expect([isStorable(text), isStorable(kept)]).toEqual([false, true])
})

it('whole characters beyond the first plane stay', () => {
  expect(storable('𠮷祥村💡👨‍👩‍👧')).toBe('𠮷祥村💡👨‍👩‍👧')
})

it('plain data is cleaned however deep, bytes and moments stay what they are', () => {
  const at = new Date(0)
  const bytes = new Uint8Array([0, 1])
  const told = { text: 'a\u0000', quote: { text: ['\ud83d'] }, at, photos: [{ name: '\u0000b', bytes }], seq: 7n, none: null }
  expect(storable(told)).toEqual({ text: 'a', quote: { text: [''] }, at, photos: [{ name: 'b', bytes }], seq: 7n, none: null })
})
