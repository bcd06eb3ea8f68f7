import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Conversation, toGroup, toPerson } from '../../src/domain/notice.ts'
import type { Township } from '../../src/domain/township.ts'
import { waysTo } from '../../src/speaking/ways.ts'
import { identitiesOf } from '../../src/store/identities.ts'
import { speechOf } from '../../src/store/speech.ts'
import { applyTownship, loadTownship } from '../../src/store/township.ts'
import { strangerName } from '../../src/wording/channels.ts'
import { smallTownship } from '../roster/small-township.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { openDatabase } from '../support/keys.ts'

const NOW = new Date('2026-11-24T02:00:00Z')
const REACH = { open: new Set(['wecom-app', 'wecom-bot', 'wecom-robot'] as const), sandbox: false, machine: () => NOW }
let database: FreshDatabase
let opened: ReturnType<typeof openDatabase>
const prisma = () => opened.prisma
const apply = (township: Township) => applyTownship(prisma(), township, { sample: false, replaceSample: false })
const withAccount = (account: string | null): Township => {
  const small = smallTownship()
  return { ...small, people: small.people.map((p) => (p.id === 'P3' ? { ...p, account } : p)) }
}
let count = 0
const identities = () => identitiesOf(prisma(), 'town', () => String(++count), strangerName)
const hear = (externalId: string) => identities().personBehind({ channel: 'wecom-bot', externalId, name: '某人', phone: null }, NOW)
const ways = (conversation: Conversation) =>
  waysTo(
    speechOf(prisma(), 'town', NOW, () => Promise.reject(new Error('no desk'))),
    conversation,
    REACH,
  )

beforeEach(async () => {
  database = await freshDatabase()
  opened = openDatabase({ url: database.url })
})
afterEach(async () => {
  await opened.close()
  await database.close()
})

it('reaches whoever has an account in the workbook, and says so when it is read back', async () => {
  await apply(withAccount('TangShun'))
  expect(await ways(toPerson('P3'))).toMatchObject([{ channel: 'wecom-app', externalId: 'TangShun' }])
  expect(await loadTownship(prisma(), 'town')).toMatchObject({
    people: expect.arrayContaining([expect.objectContaining({ id: 'P3', account: 'TangShun' })]),
  })
  expect(await hear('tangshun')).toBe('P3')
  await apply(withAccount(null))
  expect((await loadTownship(prisma(), 'town')).people.map((p) => p.account)).toEqual([null, null, null, null])
})

it('makes the stranger who spoke under an account the person of the workbook', async () => {
  await apply(smallTownship())
  const stranger = await hear('TangShun')
  await prisma().message.create({
    data: { townId: 'town', channel: 'wecom-bot', id: 'm1', conversation: toPerson(stranger), personId: stranger, text: '在吗', at: NOW },
  })
  await apply(withAccount('TangShun'))
  expect(await hear('TangShun')).toBe('P3')
  expect(await prisma().message.findFirst({ where: { id: 'm1' } })).toMatchObject({ personId: 'P3', conversation: toPerson('P3') })
})

it('loses no bound group, no stranger and no group that came by 绑定', async () => {
  await apply(smallTownship())
  const stranger = await hear('somebody')
  await identities().joined('G1', stranger)
  const bound = {
    townId: 'town',
    channel: 'wecom-robot',
    hears: 'none',
    posts: 'auto',
    mentions: true,
    perMinute: 20,
    state: 'bound',
    firstSeenAt: NOW,
  }
  await prisma().channelGroup.create({ data: { ...bound, externalId: 'r1', groupId: 'G1' } })
  await prisma().chatGroup.create({ data: { townId: 'town', id: 'beside', name: '东坡二群', kind: 'village', gridId: 'V1', position: -1 } })
  await prisma().channelGroup.create({ data: { ...bound, externalId: 'r2', groupId: 'beside' } })
  await apply(withAccount('TangShun'))
  expect(await ways(toGroup('G1'))).toMatchObject([{ externalId: 'r1' }])
  expect(await ways(toGroup('beside'))).toMatchObject([{ externalId: 'r2' }])
  expect(await prisma().chatGroup.findFirst({ where: { id: 'beside' } })).toMatchObject({ gone: false })
  expect(await hear('somebody')).toBe(stranger)
  expect(await prisma().groupMember.count({ where: { groupId: 'G1', personId: stranger } })).toBe(1)
  // None of it is the workbook's.
  expect((await loadTownship(prisma(), 'town')).groups.map((g) => g.id)).toEqual(['G1'])
})
