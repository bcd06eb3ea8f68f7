import { describe, expect, it } from 'vitest'
import { type BulletinItem, choosePost } from '../../src/measures/bulletin/facts.ts'

const item = (id: string, more: Partial<BulletinItem> = {}): BulletinItem => ({
  ...{ id, group: 'g', occasion: 'policy', text: '医保缴费到12月底', from: '2026-11-25', until: null, gentle: false, picture: null },
  ...more,
})
const card = { name: '卡片.png', tells: { kind: 'card' as const, heading: '榜样', name: '张某', lines: [], foot: '' } }

describe('a group’s one collected post of the day', () => {
  it.each([
    [
      'notices before exemplars before spirit',
      [item('s', { occasion: 'spirit' }), item('e', { occasion: 'exemplar' }), item('p')],
      'p e s',
    ],
    ['no more than three', [item('a'), item('b'), item('c'), item('d')], 'a b c'],
    ['nothing gentle beside bad news', [item('s', { occasion: 'spirit', gentle: true }), item('p')], 'p'],
    ['one picture', [item('a', { picture: card }), item('b', { picture: card }), item('c')], 'a c'],
    ['not too long to be read', [item('a', { text: '长'.repeat(400) }), item('b', { text: '长'.repeat(200) }), item('c')], 'a c'],
    ['a long one by itself', [item('a', { text: '长'.repeat(900) })], 'a'],
  ])('holds %s', (_name, waiting, chosen) => {
    expect(
      choosePost(waiting, true)
        .map((i) => i.id)
        .join(' '),
    ).toBe(chosen)
  })

  it('has what is gentle on a calm day', () => {
    expect(choosePost([item('s', { occasion: 'spirit', gentle: true })], false)).toHaveLength(1)
  })
})
