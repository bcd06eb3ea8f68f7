import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { consentsOf } from '../../../src/channels/archive/consent.ts'
import { openFileLibrary } from '../../../src/channels/archive/library/file.ts'
import { type Looked, readOn } from '../../../src/channels/archive/read-on.ts'
import { qyApi } from '../../../src/channels/wecom/qyapi.ts'
import { createClassifier } from '../../../src/classify/classify.ts'
import { CHANNEL_KINDS } from '../../../src/domain/capability.ts'
import { listUp } from '../../../src/inbox/list-up.ts'
import { sampleDuties } from '../../../src/roster/duty-list.ts'
import { leasesOf } from '../../../src/store/channel-log.ts'
import { cursorsOf } from '../../../src/store/cursors.ts'
import { errandsOf } from '../../../src/store/errands.ts'
import { type ArchiveFolder, archiveFolder, talkOf, wm } from '../../support/archived.ts'
import { markOf } from '../../support/keys.ts'
import { anOutboxTown, type OutboxTown, TOWN } from '../../support/outbox.ts'
import { type Qyapi, startQyapi } from '../../support/qyapi.ts'

const ROOM = 'wrPingtou'
const ZHOU = wm('Zhou')
const MUTE = wm('Mute')
const { judge } = createClassifier({ duties: sampleDuties, places: [] })
const LAMP = '三社路口的路灯又不亮了'

let town: OutboxTown
let folder: ArchiveFolder
let qyapi: Qyapi
const consent = new Map<string, 'Agree' | 'Disagree'>()
const diary: string[] = []
let hearsVoices = true
let seen = 0
let before = 0n

const noted = (_fields: object, what: string) => void diary.push(what)
const cursors = () => cursorsOf(town.prisma, () => TOWN)
async function look(): Promise<Looked> {
  const machine = () => town.now.machine
  const api = qyApi({ apiBase: qyapi.base, corpId: 'ww01', secret: 'secret-1', callMs: 2000, now: machine })
  const looked = await readOn({
    ...{ library, hearing: town.hearing, consents: consentsOf({ api, cursors: cursors(), mark: markOf, machine }), cursors: cursors() },
    ...{
      leases: leasesOf(town.prisma),
      holder: 'one',
      errands: errandsOf(town.prisma, () => TOWN),
      names: ['说事'],
      hearsVoices,
      machine,
    },
    diary: { info: noted, warn: noted, fault: (what) => void diary.push(what) },
  })
  await town.settle()
  return looked
}
let library = openFileLibrary('/nowhere')

beforeAll(async () => {
  town = await anOutboxTown({ channel: 'wecom-app', groups: 1, sandbox: false })
  qyapi = await startQyapi()
  qyapi.serve.set('msgaudit/check_room_agree', (body) => ({
    errcode: 0,
    agreeinfo: body.roomid === ROOM ? [...consent].map(([id, agree_status]) => ({ exteranalopenid: id, agree_status })) : [],
  }))
  folder = archiveFolder()
  library = openFileLibrary(folder.folder)
  await town.prisma.channelGroup.create({
    data: {
      ...{ townId: TOWN, channel: 'wecom-archive', externalId: ROOM, groupId: 'g0', state: 'bound', firstSeenAt: town.now.machine },
      ...(CHANNEL_KINDS['wecom-archive'].group ?? { hears: 'polled', posts: 'none', mentions: false, perMinute: 1 }),
    },
  })
  for (const [personId, externalId] of [
    ['clerk', 'LiMin'],
    ['duty', 'ZhaoQiang'],
  ] as const)
    await town.prisma.identity.create({
      data: { townId: TOWN, channel: 'wecom-app', externalId, personId, tiedBy: 'roster', tiedAt: town.now.machine },
    })
})
afterAll(async () => {
  await town.close()
  await qyapi.close()
  folder.close()
})
beforeEach(async () => {
  const now = new Date(town.now.machine.getTime() + 20 * 60_000)
  Object.assign(town.now, { product: now, machine: now })
  consent.set(ZHOU, 'Agree')
  seen = town.said.length
  before = (await town.prisma.message.aggregate({ _max: { seq: true } }))._max.seq ?? 0n
  await look()
})
afterEach(() => {
  expect(town.faults).toEqual([])
  // No word and no name of anybody.
  expect(diary.join('\n')).not.toMatch(/\p{Script=Han}/u)
})

const say = (from: string, what: object | string, { room = ROOM, ago = 5, id = randomUUID() as string } = {}) => {
  folder.write(talkOf(id, from, room, new Date(town.now.machine.getTime() - ago * 1000), what))
  return id
}
const heard = () => town.prisma.message.findMany({ where: { personId: { not: null }, seq: { gt: before } }, orderBy: { seq: 'asc' } })
const words = async () => (await heard()).map((m) => m.text)
const toldTo = (externalId: string) =>
  town.said
    .slice(seen)
    .filter((p) => p.externalId === externalId)
    .map((p) => p.text)

describe('what is heard', () => {
  it('opens a matter, in the order in which it was said', async () => {
    say(ZHOU, `@说事 ${LAMP}`)
    say('LiMin', '大家晚上好')
    expect(await look()).toMatchObject({ read: { late: null } })
    expect(await words()).toEqual([LAMP, '大家晚上好'])
    expect(await town.prisma.ticket.findMany({ select: { label: true, text: true } })).toEqual([{ label: '坪01', text: LAMP }])
    // Read again from the same place it is heard once.
    await town.prisma.channelCursor.deleteMany({ where: { name: 'archive' } })
    await cursors().write('archive', JSON.stringify({ seq: 0, since: '2026-11-01T00:00:00.000Z', late: null, unopened: null }))
    await look()
    expect(await words()).toEqual([LAMP, '大家晚上好'])
  })

  it.each([
    [
      'a place',
      { msgtype: 'location', location: { title: '水塔', address: '坪头村二社', longitude: 107.1, latitude: 34.3, zoom: 15 } },
      '[位置] 坪头村二社，水塔',
    ],
    ['a link', { msgtype: 'link', link: { title: '医保通知', description: '县里发的' } }, '[链接] 医保通知，县里发的'],
    ['a film', { msgtype: 'video', video: { sdkfileid: 'v' } }, '[视频]'],
    ['words with marks', { msgtype: 'markdown', info: { content: '今天停电' } }, '今天停电'],
  ])('is %s', async (_, what, text) => {
    say(ZHOU, what)
    await look()
    expect(await words()).toEqual([text])
  })

  it('is a quote, tied to what it quotes though both came at once', async () => {
    const id = say(ZHOU, '四社水渠堵了浇不上地')
    say('LiMin', '这是一条引用/回复消息：\n"周大爷：\n四社水渠堵了浇不上地"\n------\n我去看看')
    await look()
    expect((await heard()).map((m) => [m.text, m.quoteId])).toEqual([
      ['四社水渠堵了浇不上地', null],
      ['我去看看', `wecom-archive:${id}`],
    ])
  })

  it('is words with pictures, whose bytes are not fetched', async () => {
    const item = [
      { type: 'text', content: JSON.stringify({ content: '二社桥栏杆断了' }) },
      { type: 'image', content: JSON.stringify({ sdkfileid: 'file-of-bridge', md5sum: 'x', filesize: 9 }) },
    ]
    const id = say(ZHOU, { msgtype: 'mixed', mixed: { item } })
    await look()
    expect((await heard()).map((m) => [m.id, m.text, m.photos])).toEqual([
      [id, '二社桥栏杆断了', []],
      [`${id}#1`, '', [{ id: expect.any(String), name: `${id}#1` }]],
    ])
    expect(await town.prisma.wantedMedia.findMany({ select: { fileId: true } })).toContainEqual({ fileId: 'file-of-bridge' })
    expect(await town.prisma.photo.count()).toBe(0)
  })

  it('is a voice, as an errand', async () => {
    const id = say(ZHOU, { msgtype: 'voice', voice: { sdkfileid: 'file-of-voice', play_length: 3 } })
    await look()
    expect(await heard()).toEqual([])
    expect(await town.prisma.channelErrand.findFirst({ where: { what: 'archive-voice' } })).toMatchObject({
      body: { id, file: 'file-of-voice' },
    })
  })

  it('is that somebody spoke, where nobody can listen or it was too long ago: the clerk reads it with the list', async () => {
    hearsVoices = false
    const voice = { msgtype: 'voice', voice: { sdkfileid: 'file-of-another', play_length: 3 } }
    say(ZHOU, voice)
    await look()
    expect(await words()).toEqual(['[语音]'])
    expect(toldTo('LiMin')).toEqual([])
    await town.store.atDesk(TOWN, town.now.product, (desk) => listUp(desk, judge, town.now.product))
    await town.settle()
    expect(toldTo('LiMin')).toEqual([expect.stringMatching(/^“群g0”有1段语音这里听不了：居民（未认） \d+:\d+。请到群里听一听/u)])
    hearsVoices = true
    say(ZHOU, voice, { ago: 1000 })
    await look()
    expect((await words()).at(-1)).toBe('[语音]')
    expect(toldTo('ZhaoQiang').at(-1)).toContain('：[语音]')
  })

  it('is a message that is taken back: its words go, the clerk is asked', async () => {
    const id = say(ZHOU, '五社自来水停了三天')
    await look()
    folder.write({
      ...talkOf(randomUUID(), ZHOU, ROOM, town.now.machine, { msgtype: 'revoke', revoke: { pre_msgid: id } }),
      action: 'recall',
    })
    await look()
    expect(await words()).toEqual(['[已撤回]'])
    expect(toldTo('LiMin').at(-1)).toContain('撤回了，原话已隐去')
  })
})

describe('what is not heard', () => {
  it('is an unbound group, one-to-one talk, a robot, a sticker and what a member only passes on for us', async () => {
    await town.prisma.message.create({
      data: {
        townId: TOWN,
        channel: 'bot',
        id: 'n:post',
        conversation: 'g:g0',
        text: '坪头村今天有2件事告诉大家：清扫河道，缴医保',
        at: town.now.product,
      },
    })
    say(ZHOU, '这是别的群的秘密', { room: 'wrElsewhere' })
    say(ZHOU, '单独说的秘密', { room: '' })
    say(`wb${'r'.repeat(30)}`, '机器人的话')
    say(ZHOU, { msgtype: 'emotion', emotion: { type: 1, sdkfileid: 'e' } })
    say('LiMin', '坪头村今天有2件事告诉大家：清扫河道，缴医保')
    await look()
    expect(await words()).toEqual([])
    expect(await town.prisma.channelGroup.findMany({ where: { externalId: 'wrElsewhere' } })).toMatchObject([
      { state: 'asked', name: null, groupId: null },
    ])
    expect(town.said.slice(seen)).toEqual([])
  })

  it('is who has not agreed; asked again half an hour later they are heard', async () => {
    consent.set(MUTE, 'Disagree')
    say(MUTE, '我没有同意')
    await look()
    const asked = qyapi.asked.get('msgaudit/check_room_agree')
    consent.set(MUTE, 'Agree')
    say(MUTE, '我刚同意')
    await look()
    expect(await words()).toEqual([])
    expect(qyapi.asked.get('msgaudit/check_room_agree')).toBe(asked)
    town.now.machine = new Date(town.now.machine.getTime() + 31 * 60_000)
    town.now.product = town.now.machine
    say(MUTE, '现在同意了')
    await look()
    expect(await words()).toEqual(['现在同意了'])
  })

  it('is asked after at once when nothing is known of them, and not for every word', async () => {
    say(wm('Fresh'), '我刚进群')
    await look()
    const asked = qyapi.asked.get('msgaudit/check_room_agree')
    say(wm('Fresh'), '还没有点同意')
    await look()
    expect(qyapi.asked.get('msgaudit/check_room_agree')).toBe(asked)
    consent.set(wm('Newer'), 'Agree')
    say(wm('Newer'), '我进群就同意了')
    await look()
    expect(await words()).toEqual(['我进群就同意了'])
  })

  it('waits while nobody can say who has agreed', async () => {
    qyapi.whenever((path) => (path === 'msgaudit/check_room_agree' ? { errcode: -1 } : null))
    say(ZHOU, '一社垃圾堆了半个月')
    say(wm('New'), '我是新来的')
    expect(await look()).toBe('consent-unknown')
    expect(await words()).toEqual(['一社垃圾堆了半个月'])
    qyapi.whenever(null)
    consent.set(wm('New'), 'Default_Agree' as 'Agree')
    await look()
    expect(await words()).toEqual(['一社垃圾堆了半个月', '我是新来的'])
  })
})

it('counts what no key opens and goes on', async () => {
  folder.write(null)
  say(ZHOU, '今天天气好')
  expect(await look()).toMatchObject({ read: { unopened: { count: 1 } } })
  expect(await words()).toEqual(['今天天气好'])
})

it('keeps what comes too late, tells the duty cadre once and posts nothing of it', async () => {
  const tickets = await town.prisma.ticket.count()
  for (let i = 0; i < 25; i++) say(ZHOU, `三社变压器嗡嗡响第${i}次`, { ago: 4000 - i })
  say('LiMin', '晚上好', { ago: 3 })
  await look()
  await look()
  expect(await words()).toHaveLength(26)
  expect(await town.prisma.ticket.count()).toBe(tickets)
  const [list, ...more] = toldTo('ZhaoQiang')
  expect(list).toMatch(/^会话存档断过（.*），现在好了。这25条没有登记，请看要不要办：\n/u)
  expect(list).toContain('还有5条，请到群里看。')
  expect(more).toEqual([])
})
