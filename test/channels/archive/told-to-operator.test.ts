import { afterAll, beforeAll, expect, it } from 'vitest'
import { archiveEar } from '../../../src/channels/archive/connect.ts'
import type { Fetched } from '../../../src/channels/archive/library.ts'
import { qyApi } from '../../../src/channels/wecom/qyapi.ts'
import { leasesOf } from '../../../src/store/channel-log.ts'
import { cursorsOf } from '../../../src/store/cursors.ts'
import { errandsOf } from '../../../src/store/errands.ts'
import { roomMembersOf } from '../../../src/store/room-members.ts'
import { wantedMediaOf } from '../../../src/store/wanted-media.ts'
import { markOf } from '../../support/keys.ts'
import { anOutboxTown, type OutboxTown, TOWN } from '../../support/outbox.ts'

const WAIT = { timeout: 20_000 }
let town: OutboxTown
beforeAll(async () => {
  town = await anOutboxTown({ groups: 1 })
})
afterAll(() => town.close())

it.each([
  [301_052, '会话内容存档的使用期到了，请续费（301052，从11月24日 10:00起）'],
  [301_053, '会话内容存档还没有开通，请在管理后台开通（301053，从11月24日 10:00起）'],
  [301_042, '这台机器的 IP 不在“会话内容存档”的可信 IP 里，请在管理后台加上（301042，从11月24日 10:00起）'],
])('%i is told in plain words with the day it was first seen, until it is over', async (code, why) => {
  const served = () => TOWN
  const answers: Fetched = { outcome: 'refused', code }
  let answer: Fetched = answers
  const machine = () => town.now.machine
  const ear = archiveEar(
    {
      library: { fetch: async () => answer, media: async () => ({ outcome: 'too-big' }), close: async () => {} },
      api: qyApi({ apiBase: 'http://127.0.0.1:9/', corpId: 'ww01', secret: 's', callMs: 500, now: machine }),
      ...{ contacts: null, members: roomMembersOf(town.prisma, served, () => town.identities) },
      ...{ cursors: cursorsOf(town.prisma, served), leases: leasesOf(town.prisma), errands: errandsOf(town.prisma, served) },
      ...{ wanted: wantedMediaOf(town.prisma, served), log: town.log, names: [], mark: markOf, hearsVoices: false, isServed: () => true },
      diary: { info: () => {}, warn: () => {}, fault: (what, thrown) => void town.faults.push(`${what} ${thrown}`) },
      ...{ holder: String(code), machine },
    },
    { look: 20, backOff: [0], refused: 0, tell: 3_600_000, photos: 60_000, members: 3_600_000 },
  )
  const said = async () => (await town.log.states()).find((s) => s.channel === 'wecom-archive')?.why
  const first = town.now.machine
  await ear.start(town.hearing)
  await expect.poll(said, WAIT).toBe(why)
  // Seen again later it is still of the first day.
  town.now.machine = new Date(first.getTime() + 30 * 60_000)
  await expect.poll(said, WAIT).toBe(why)
  answer = { outcome: 'lines', lines: [] }
  await expect.poll(said, WAIT).toBe(null)
  await ear.close()
  town.now.machine = first
  expect(town.faults).toEqual([])
})
