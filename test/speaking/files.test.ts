import { expect, it } from 'vitest'
import { postsOf, type Saying } from '../../src/speaking/posts.ts'

const saying = (link: string | null): Saying => ({
  ...{ town: 't', conversation: 'p:mayor', message: 'm', keys: ['k'], text: '台账出好了。', mentions: [], quote: null, expiresAt: null },
  photos: [{ id: 'f', name: '2026年11月台账.xlsx', file: { link } }],
})
const by = (channel: 'wecom-app' | 'wecom-kf' | 'wechaty', link: string | null) =>
  postsOf(saying(link), { channel, externalId: 'x', posts: 'auto', owner: null }, new Date(0)).map((p) => p.photo ?? p.text)

it('goes as a file where the application reaches somebody', () => {
  expect(by('wecom-app', 'https://a.example/in/1')).toEqual(['台账出好了。', 'f'])
})

it.each(['wecom-kf', 'wechaty'] as const)('goes as a link that works once by %s', (channel) => {
  expect(by(channel, 'https://a.example/in/1')).toEqual([
    '台账出好了。',
    '2026年11月台账.xlsx：https://a.example/in/1\n半小时内打开有效，只能用一次，请不要转给别人。',
  ])
})

it('says what is to be set up where no telephone reaches this program', () => {
  expect(by('wechaty', null)[1]).toContain('PUBLIC_URL')
})
