import { describe, expect, it } from 'vitest'
import { firstSteps } from '../../src/http/start/steps.ts'
import { statusPage } from '../../src/http/status-page.ts'
import { remindersOf, troublesOf } from '../../src/http/troubles.ts'
import type { ChannelReport, GroupReport, StatusReport } from '../../src/ports/operations.ts'

const AT = new Date('2026-11-25T01:00:00Z')
const channel = (name: ChannelReport['channel'], more: Partial<ChannelReport> = {}): ChannelReport => ({
  ...{ channel: name, open: true, upSince: AT, stoppedUntil: null, why: null, consent: null, heardAt: AT, saidAt: AT, qr: null },
  ...{ tokenSince: null, waiting: 0, oldest: null, ...more },
})
const group = (state: GroupReport['state'], heardAt: Date | null = AT): GroupReport => ({
  ...{ channel: 'wechaty', externalId: 'R1', name: '坪头村便民之声', group: { id: 'G01', name: '坪头村便民之声', onTrial: false } },
  ...{ hears: 'all', posts: 'auto', state, why: null, heardAt, consent: null },
})
/** A township that has everything: imported, connected, a group that was heard. */
const aReport = (more: Partial<StatusReport> = {}): StatusReport => ({
  ...{ at: AT, town: '鸡峰镇', township: { sample: false, people: 800, villages: 28, duties: 70 } },
  ...{ channels: [channel('wecom-robot'), channel('wechaty')], groups: [group('bound')], gaps: [], deadLetters: [], deadLetterCount: 0 },
  ...{ ownGroups: [], places: [], queues: { unhandled: 0, notices: 0, work: 0 }, lastDigest: null, unreachable: 0, untold: 0 },
  ...{ kept: [], erasures: [], erasureCount: 0 },
  ...{ canFetchGroups: false, canMakeGroup: false, memory: 3e8, diskFree: 8e10, clockSkew: 0, clockMoved: false },
  backup: { at: AT, why: null, seconds: 1, bytes: 1e6, dir: '/backup', lastMade: AT, trial: null },
  ...{ marks: ['tried', 'told'], trials: { on: 1, over: 0 } },
  database: { version: '18.4', bytes: 1e7, milliseconds: 1, durable: true },
  ...more,
})
const shown = (report: StatusReport): string =>
  statusPage(report, { troubles: troublesOf(report), reminders: remindersOf(report) }, [], null)
const missing = (report: StatusReport): string[] => firstSteps(report).flatMap((step) => (step.done ? [] : [step.name]))

describe('how a township stands', () => {
  it('is well where a group is connected and nothing is wrong', () => {
    expect(shown(aReport())).toContain('一切正常')
  })

  it('is not well where nobody speaks to it: the next step is named', () => {
    const page = shown(aReport({ groups: [] }))
    expect(page).not.toContain('一切正常')
    expect(page).toMatch(/还差1步.*还没有接入群，请先接一个村的群/su)
  })

  it('begins with the township’s own workbook', () => {
    const page = shown(
      aReport({ township: { sample: true, people: 800, villages: 28, duties: 70 }, groups: [], channels: [channel('form')] }),
    )
    expect(page).toMatch(/还差3步.*请填一份本镇的表/su)
  })

  it('is told first by what is wrong, with where it is mended', () => {
    const page = shown(aReport({ groups: [group('bound'), group('lost')] }))
    expect(page).toMatch(/有1处要看.*有1个群发不进去了.*href="#groups"/su)
    expect(page).toContain('接入1个，1个发不进')
  })
})

describe('the first steps', () => {
  it.each<[string, Partial<StatusReport>, string[]]>([
    ['none is missing', {}, []],
    ['what is open by itself connects nothing', { channels: [channel('wecom-robot'), channel('form'), channel('by-hand')] }, ['channel']],
    ['what does not come up connects nothing', { channels: [channel('wechaty', { why: '连不上网关' })] }, ['channel']],
    ['a group that waits is not connected', { groups: [group('asked', null)] }, ['group']],
  ])('%s', (_, more, steps) => {
    expect(missing(aReport(more))).toEqual(steps)
  })
})

describe('a group that is heard through the archive', () => {
  const archived = (agreed: number, all: number): GroupReport => ({
    ...{ ...group('bound'), channel: 'wecom-archive', name: null, hears: 'polled', posts: 'none', consent: { agreed, all, at: AT } },
  })

  it('shows how many have agreed, when that was asked, and what to post where some have not', () => {
    const page = shown(aReport({ groups: [archived(5, 12)] }))
    expect(page).toMatch(/坪头村便民之声<\/b> <span>12位居民，5位同意了<\/span> <small>11月25日 09:00问的/u)
    expect(page).toContain('<progress max="12" value="5"')
    expect(page).toMatch(/每半小时再问一次.*<blockquote>各位邻居：/su)
  })

  it('asks for nothing where all have, and is not spoken of where nobody was asked', () => {
    expect(shown(aReport({ groups: [archived(12, 12)] }))).toMatch(/12位居民都同意了(?!.*<blockquote>)/su)
    expect(shown(aReport())).not.toContain('同不同意存档')
  })
})

it('says which group is only heard, with the button that ends it', () => {
  const quiet = { ...group('bound'), group: { id: 'G01', name: '坪头村便民之声', onTrial: true } }
  expect(shown(aReport({ groups: [quiet] }))).toMatch(/只听不说.*action="\/status\/trial\/end".*value="G01".*正式开始/su)
})
