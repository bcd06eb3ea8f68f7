import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { HOUR_MS, later, MINUTE_MS } from '../../src/domain/durations.ts'
import { defaultSettings } from '../../src/domain/settings.ts'
import type { Opened } from '../../src/store/connect.ts'
import { officeDoorOf } from '../../src/store/office.ts'
import { createStore } from '../../src/store/store.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { openDatabase } from '../support/keys.ts'

const START = new Date('2026-11-25T09:00:00+08:00')
let fresh: FreshDatabase
let database: Opened
let machine = START
let tokens = 0

beforeAll(async () => {
  fresh = await freshDatabase({ sample: true })
  database = openDatabase({ url: fresh.url, connections: 3 })
})
afterAll(async () => {
  await database.close()
  await fresh.close()
})

const clock = { machine: () => machine, newToken: () => `token-${++tokens}` }
const doorOf = () => officeDoorOf(database.prisma, { town: () => 'jifeng', now: () => START, calendar: chineseCalendar(), ...clock })
const outfit = { calendar: chineseCalendar(), settings: defaultSettings, newId: () => `id-${++tokens}` }
const storeAt = (address: string | null) => createStore(database.prisma, { ...outfit, office: { ...clock, address: () => address } })

/** A link to the office page for somebody who holds an office, and who that is. */
const link = () =>
  storeAt('https://office.example').atDesk('jifeng', START, async (desk) => {
    const person = [...desk.roster.people.values()].find((p) => p.roles.some((r) => r.role === 'clerk'))
    const address = await desk.linkTo(person?.id ?? '', '/office/matters')
    return { person: person?.id ?? '', token: address?.split('/in/')[1] ?? '' }
  })
const after = (ms: number): void => {
  machine = later(machine, ms)
}

describe('the door of the office page', () => {
  it('gives no link where no telephone reaches this program', async () => {
    expect(await storeAt(null).atDesk('jifeng', START, (desk) => desk.linkTo('P0018', '/office'))).toBeNull()
  })

  it('keeps nothing that opens it', async () => {
    const { token } = await link()
    const rows = JSON.stringify(await database.prisma.officeLink.findMany())
    expect(rows).not.toContain(token)
  })

  it('opens half an hour long, and once', async () => {
    const { token } = await link()
    after(31 * MINUTE_MS)
    expect(await doorOf().linkOf(token)).toBeNull()
    expect(await doorOf().enter(token)).toBeNull()
    const again = await link()
    expect(await doorOf().enter(again.token)).toMatchObject({ path: '/office/matters' })
    expect(await doorOf().enter(again.token)).toBeNull()
  })

  it('closes after twelve hours in which nothing was asked for, and a page that only watches asks for nothing', async () => {
    const { token, person } = await link()
    const { session = '' } = (await doorOf().enter(token)) ?? {}
    after(11 * HOUR_MS)
    expect((await doorOf().viewer(session))?.person.id).toBe(person)
    after(11 * HOUR_MS)
    expect((await doorOf().viewer(session, true))?.person.id).toBe(person)
    after(2 * HOUR_MS)
    expect(await doorOf().viewer(session)).toBeNull()
  })

  it('closes after three days in any case, and with a roster that does not name the person', async () => {
    const { token } = await link()
    const { session = '' } = (await doorOf().enter(token)) ?? {}
    for (let n = 0; n < 8; n++) {
      after(9 * HOUR_MS)
      if (n < 7) expect(await doorOf().viewer(session)).not.toBeNull()
    }
    expect(await doorOf().viewer(session)).toBeNull()
    const { token: fresher, person } = await link()
    const { session: second = '' } = (await doorOf().enter(fresher)) ?? {}
    await storeAt(null).atDesk('jifeng', START, (desk) => desk.markGone(person))
    expect(await doorOf().viewer(second)).toBeNull()
  })
})
