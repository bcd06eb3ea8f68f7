import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CHANNEL_KINDS, type ChannelName } from '../../src/domain/capability.ts'
import { keysOf } from '../../src/domain/one-of.ts'
import { type Circumstances, WAYS, type Way, type WayName, waysFor } from '../../src/domain/ways.ts'

const town: Circumstances = {
  groups: ['customer'],
  residents: true,
  company: true,
  government: false,
  archive: false,
  publicName: true,
  count: 28,
}
const openTo = (more: Partial<Circumstances>) =>
  waysFor({ ...town, ...more })
    .filter((it) => it.lacks.length === 0)
    .map(({ way, advised }) => (advised ? way : `(${way})`))
    .join(' ')

describe('the ways that are open to a township', () => {
  it.each<[string, Partial<Circumstances>, string]>([
    ['residents are members', { groups: ['internal'] }, 'app bot robot form (wechaty)'],
    ['only cadres are in the groups', { groups: ['internal'], residents: false }, 'app bot robot kf form (wechaty)'],
    ['members, no address from outside', { groups: ['internal'], publicName: false }, 'bot robot (wechaty)'],
    ['residents by WeChat', {}, 'app mass kf form (wechaty)'],
    ['the archive is paid for', { archive: true }, 'app archive mass kf form (wechaty)'],
    ['a government’s company', { government: true }, 'app reports mass kf form (wechaty)'],
    ['both kinds', { groups: ['internal', 'customer'], archive: true }, 'app archive bot robot mass kf form (wechaty)'],
    ['WeChat groups and no company', { groups: ['wechat'], company: false }, 'form (wechaty)'],
    ['WeChat groups beside a company', { groups: ['wechat'] }, 'app kf form (wechaty)'],
    ['no groups, nothing', { groups: ['none'], company: false, publicName: false }, ''],
  ])('%s', (_what, more, ways) => expect(openTo(more)).toBe(ways))

  it('says what the others lack', () => {
    const closed = waysFor({ ...town, publicName: false }).filter((it) => it.lacks.length > 0)
    expect(closed.map(({ way, lacks }) => `${way}: ${lacks}`)).toEqual([
      'app: publicName',
      'archive: archive',
      'reports: government,publicName',
      'kf: publicName',
      'form: publicName',
    ])
  })
})

it.each<[WayName, ChannelName]>([
  ['archive', 'wecom-archive'],
  ['bot', 'wecom-bot'],
  ['robot', 'wecom-robot'],
  ['mass', 'wecom-mass'],
  ['wechaty', 'wechaty'],
])('%s hears and posts as its channel %s does', (way, channel) => {
  const { hears, posts }: Way = WAYS[way]
  expect(CHANNEL_KINDS[channel].group).toMatchObject({ hears, posts })
})

describe('the operator’s page', () => {
  const page = readFileSync(resolve(import.meta.dirname, '../../.github/operating.md'), 'utf8')
  const rows = page
    .split('\n')
    .slice(page.split('\n').findIndex((line) => line.startsWith('| way |')) + 2)
    .map((line) => line.split('|').map((cell) => cell.trim()))
  const rowOf = (way: WayName) => rows.find((cells) => cells[1]?.includes(`\`${way}\``)) ?? []
  const GROUPS = { internal: 'internal', customer: 'customer', wechat: 'WeChat', none: 'no group' }
  const HEARS = { all: 'everything', polled: 'everything, polled', mention: '@', reported: 'reports', none: 'nothing' }
  const POSTS = { auto: 'by itself', confirm: 'somebody taps', none: 'nothing' }
  const COSTS = { none: 'nothing of its own', seats: 'a seat for each member', seller: "a seller's price" }
  const NEEDS = { company: 'company', publicName: 'https name', government: "government's company", archive: 'archive bought' }

  it.each(keysOf<WayName>(WAYS))('tells of %s what the data says', (way) => {
    const { groups, hears, posts, costs, needs }: Way = WAYS[way]
    const [, , where, heard, posted, cost, needed] = rowOf(way)
    expect([where, heard, posted, cost]).toEqual([
      groups.length === 4 ? 'any' : groups.map((g) => GROUPS[g]).join(', '),
      HEARS[hears],
      POSTS[posts],
      COSTS[costs],
    ])
    for (const need of needs) expect(needed).toContain(NEEDS[need])
  })
})
