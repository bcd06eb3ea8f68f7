import { expect, it } from 'vitest'
import { isOnlyThanks } from '../../src/reading/thanks.ts'

it.each(['好了麻烦你了', '好的好的谢谢您，辛苦了', '辛苦您麻烦你了', '好了好了，知道了', '好的，我先忙去了', '太好了', '了解了谢谢'])(
  '%s tells nothing of any matter',
  (text) => {
    expect(isOnlyThanks(text)).toBe(true)
  },
)

it.each(['好了', '修好了', '7号好了，麻烦你了', '谢谢，灯亮了', ''])('“%s” is no mere thanks', (text) => {
  expect(isOnlyThanks(text)).toBe(false)
})

it('does not lose itself in what is said over and over', () => {
  for (const word of ['好', '谢', '谢你', '好了']) expect(isOnlyThanks(`${word.repeat(200)}修`)).toBe(false)
})
