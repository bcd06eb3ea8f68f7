import { afterAll, beforeAll, expect, it } from 'vitest'
import { archiveEar } from '../../../src/channels/archive/connect.ts'
import { openFileLibrary } from '../../../src/channels/archive/library/file.ts'
import { qyApi } from '../../../src/channels/wecom/qyapi.ts'
import { CHANNEL_KINDS } from '../../../src/domain/capability.ts'
import { leasesOf } from '../../../src/store/channel-log.ts'
import { cursorsOf } from '../../../src/store/cursors.ts'
import { errandsOf } from '../../../src/store/errands.ts'
import { roomMembersOf } from '../../../src/store/room-members.ts'
import { wantedMediaOf } from '../../../src/store/wanted-media.ts'
import { type ArchiveFolder, archiveFolder, talkOf } from '../../support/archived.ts'
import { markOf } from '../../support/keys.ts'
import { type Ears, openEars } from '../../support/listening.ts'
import { anOutboxTown, type OutboxTown, TOWN } from '../../support/outbox.ts'
import { type PlatformCall, xmlCall } from '../../support/wecom-callback.ts'

const HOUR = 3_600_000
const WAIT = { timeout: 20_000 }
const ROOM = 'wrPingtou'
const keys = { token: 'QDG6eK', aesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C', receiveId: 'ww01' }

let town: OutboxTown
let folder: ArchiveFolder
let ears: Ears
let ear: ReturnType<typeof archiveEar>

beforeAll(async () => {
  town = await anOutboxTown({ groups: 1, sandbox: false })
  folder = archiveFolder()
  await town.prisma.channelGroup.create({
    data: {
      ...{ townId: TOWN, channel: 'wecom-archive', externalId: ROOM, groupId: 'g0', state: 'bound', firstSeenAt: town.now.machine },
      ...(CHANNEL_KINDS['wecom-archive'].group ?? { hears: 'polled', posts: 'none', mentions: false, perMinute: 1 }),
    },
  })
  const served = () => TOWN
  const machine = () => town.now.machine
  ear = archiveEar(
    {
      library: openFileLibrary(folder.folder),
      api: qyApi({ apiBase: 'http://127.0.0.1:9/', corpId: 'ww01', secret: 's', callMs: 500, now: machine }),
      ...{ contacts: null, members: roomMembersOf(town.prisma, served, () => town.identities) },
      ...{ cursors: cursorsOf(town.prisma, served), leases: leasesOf(town.prisma), errands: errandsOf(town.prisma, served) },
      ...{ wanted: wantedMediaOf(town.prisma, served), log: town.log, names: [], mark: markOf, hearsVoices: false, isServed: () => true },
      diary: { info: () => {}, warn: () => {}, fault: (what, thrown) => void town.faults.push(`${what} ${thrown}`) },
      ...{ holder: 'one', machine },
    },
    // It looks once when it starts, and would look again after an hour.
    { look: HOUR, backOff: [HOUR], refused: HOUR, tell: HOUR, photos: HOUR, members: HOUR },
  )
  ears = await openEars(town, { corpId: 'ww01', app: keys }, { archive: ear })
  await ear.start(town.hearing)
})
afterAll(async () => {
  await ears.close()
  await ear.close()
  await town.close()
  folder.close()
  expect([...town.faults, ...ears.faults]).toEqual([])
})

const notify = xmlCall('/wecom/app', keys, {
  FromUserName: 'sys',
  CreateTime: '1',
  MsgType: 'event',
  AgentID: '2000004',
  Event: 'msgaudit_notify',
})
const post = async ({ url, body }: PlatformCall) => (await ears.server.inject({ method: 'POST', url, payload: body })).statusCode
const heard = async () => (await town.prisma.message.findMany({ where: { channel: 'wecom-archive' } })).map((m) => m.text)

it('reads on when the platform calls that there is something, and not when anybody else does', async () => {
  await expect.poll(async () => (await town.log.states()).find((s) => s.channel === 'wecom-archive')?.upSince, WAIT).toBeTruthy()
  folder.write(talkOf('a1', 'LiMin', ROOM, town.now.machine, '大家晚上好'))
  const forged = notify.url.replace(/msg_signature=[0-9a-f]+/u, `msg_signature=${'0'.repeat(40)}`)
  expect(await post({ ...notify, url: forged })).not.toBe(200)
  expect(await heard()).toEqual([])
  expect(await post(notify)).toBe(200)
  await expect.poll(heard, WAIT).toEqual(['大家晚上好'])
})
