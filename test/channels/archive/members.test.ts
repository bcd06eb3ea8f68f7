import { afterAll, beforeAll, expect, it } from 'vitest'
import { consentsOf } from '../../../src/channels/archive/consent.ts'
import { lookAtMembers } from '../../../src/channels/archive/members.ts'
import { qyApi } from '../../../src/channels/wecom/qyapi.ts'
import { CHANNEL_KINDS } from '../../../src/domain/capability.ts'
import { RoomConsent } from '../../../src/domain/consent.ts'
import { cursorsOf } from '../../../src/store/cursors.ts'
import { roomMembersOf } from '../../../src/store/room-members.ts'
import { wm } from '../../support/archived.ts'
import { markOf } from '../../support/keys.ts'
import { anOutboxTown, type OutboxTown, TOWN } from '../../support/outbox.ts'
import { type Qyapi, startQyapi } from '../../support/qyapi.ts'

let town: OutboxTown
let qyapi: Qyapi
const api = () => qyApi({ apiBase: qyapi.base, corpId: 'ww01', secret: 'secret-1', callMs: 2000, now: () => town.now.machine })
const members = () =>
  roomMembersOf(
    town.prisma,
    () => TOWN,
    () => town.identities,
  )
const look = () => lookAtMembers({ api: api(), contacts: api(), members: members() })
const isIn = async (groupId: string) =>
  (await town.prisma.groupMember.findMany({ where: { groupId }, orderBy: { personId: 'asc' } })).map((m) => m.personId)

beforeAll(async () => {
  town = await anOutboxTown({ groups: 2, sandbox: false })
  qyapi = await startQyapi()
  const at = town.now.machine
  for (const [externalId, groupId] of [
    ['wrInternal', 'g0'],
    ['wrCustomers', 'g1'],
  ] as const)
    await town.prisma.channelGroup.create({
      data: {
        ...{ townId: TOWN, channel: 'wecom-archive', externalId, groupId, state: 'bound', firstSeenAt: at },
        ...(CHANNEL_KINDS['wecom-archive'].group ?? { hears: 'polled', posts: 'none', mentions: false, perMinute: 1 }),
      },
    })
  await town.prisma.person.create({ data: { townId: TOWN, id: 'wang', name: '王婶', position: 9 } })
  for (const [channel, externalId, personId] of [
    ['wecom-app', 'LiMin', 'clerk'],
    ['wecom-archive', wm('Zhou'), 'zhou'],
    ['wecom-archive', wm('Wang'), 'wang'],
  ] as const)
    await town.prisma.identity.create({ data: { townId: TOWN, channel, externalId, personId, tiedBy: 'cadre', tiedAt: at } })
  const before = ['wang', 'secretary'].map((personId) => ({ townId: TOWN, groupId: 'g1', personId }))
  await town.prisma.groupMember.deleteMany({})
  await town.prisma.groupMember.createMany({ data: before })
})
afterAll(async () => {
  await town.close()
  await qyapi.close()
})

it('whom the town knows comes and goes with the platform’s list; nobody else is written down', async () => {
  const people = await town.prisma.person.count()
  qyapi.serve.set('msgaudit/groupchat/get', ({ roomid }) =>
    roomid === 'wrInternal' ? { errcode: 0, members: [{ memberid: 'LiMin' }, { memberid: 'Nobody' }] } : { errcode: 301_059 },
  )
  const list = ['LiMin', wm('Zhou'), wm('New')].map((userid) => ({ userid }))
  qyapi.serve.set('externalcontact/groupchat/get', () => ({ errcode: 0, group_chat: { name: '', owner: 'LiMin', member_list: list } }))
  await look()
  expect(await isIn('g0')).toEqual(['clerk'])
  // 孙立 stands in it by the workbook, and has never been heard there.
  expect(await isIn('g1')).toEqual(['clerk', 'secretary', 'zhou'])
  expect(await town.prisma.person.count()).toBe(people)
})

it('what cannot be asked stays as it was', async () => {
  qyapi.whenever(() => ({ errcode: -1 }))
  await look()
  qyapi.whenever(() => ({ cut: 'before' }))
  await look()
  qyapi.whenever(null)
  expect(await isIn('g1')).toEqual(['clerk', 'secretary', 'zhou'])
})

it('a bound group is asked after at once, and again half an hour later while somebody has not agreed', async () => {
  let agree_status = 'Disagree'
  qyapi.serve.set('msgaudit/check_room_agree', () => ({ errcode: 0, agreeinfo: [{ exteranalopenid: wm('Zhou'), agree_status }] }))
  const cursors = cursorsOf(town.prisma, () => TOWN)
  const consents = consentsOf({ api: api(), cursors, mark: markOf, machine: () => town.now.machine })
  const ask = async (minutes: number) => {
    town.now.machine = new Date(town.now.machine.getTime() + minutes * 60_000)
    await consents.look(await members().rooms())
    const read = RoomConsent.read(await cursors.read('consent:wrCustomers'))
    return [qyapi.asked.get('msgaudit/check_room_agree'), read?.agreed.length, read?.without.length]
  }
  expect(await ask(0)).toEqual([2, 0, 1])
  agree_status = 'Agree'
  expect(await ask(29)).toEqual([2, 0, 1])
  expect(await ask(1)).toEqual([4, 1, 0])
  // All have agreed: it is not asked every half hour any more.
  expect(await ask(31)).toEqual([4, 1, 0])
})
