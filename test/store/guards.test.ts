import { afterAll, beforeAll, expect, it } from 'vitest'
import { COLUMNS } from '../../src/store/columns.ts'
import { openFresh } from '../support/keys.ts'

let opened: Awaited<ReturnType<typeof openFresh>>

beforeAll(async () => {
  opened = await openFresh()
})
afterAll(() => opened.close())

const byName = (lists: [string, string[]][]) => Object.fromEntries(lists.map(([name, words]) => [name, words.sort()]))

it('knows the same words in the database and in the types', async () => {
  const checks = await opened.prisma.$queryRaw<{ name: string; says: string }[]>`
    SELECT conname AS name, pg_get_constraintdef(oid) AS says FROM pg_constraint
    WHERE contype = 'c' AND connamespace = 'public'::regnamespace`
  const inDatabase = checks.map(({ name, says }): [string, string[]] => [name, [...says.matchAll(/'([^']*)'/gu)].map((m) => m[1] ?? '')])
  const inTypes = Object.entries(COLUMNS).flatMap(([table, columns]) =>
    Object.entries(columns).map(([column, words]): [string, string[]] => [`${table}_${column}_words`, [...words.options]]),
  )
  expect(byName(inDatabase)).toEqual(byName(inTypes))
})

it('keeps what belongs to a ticket from standing without it, within one town', async () => {
  const keys = await opened.prisma.$queryRaw<{ says: string }[]>`
    SELECT pg_get_constraintdef(oid) AS says FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`
  expect(keys.map((k) => k.says.startsWith('FOREIGN KEY ("townId", '))).toEqual(Array(keys.length).fill(true))
  const orphan = { townId: 't', ticketId: 'nowhere', household: 'h', personId: 'p', at: new Date() }
  await expect(opened.prisma.follower.create({ data: orphan })).rejects.toThrow()
})

it('refuses a word that no type knows', async () => {
  const group = { townId: 't', channel: 'wechaty', externalId: 'x', hears: 'all', posts: 'auto', mentions: false, perMinute: 1 }
  const write = (state: string) => opened.prisma.channelGroup.create({ data: { ...group, state, firstSeenAt: new Date() } })
  await expect(write('perhaps')).rejects.toThrow()
  await write('asked')
})
