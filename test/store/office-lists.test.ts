import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dice, inventMatters } from '../../scripts/measure/invented-matters.ts'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { nodesWithin } from '../../src/domain/grid.ts'
import { readSearch } from '../../src/domain/matter-search.ts'
import { type Person, ROLES, type Role } from '../../src/domain/people.ts'
import { type Roster, reachOf } from '../../src/domain/roster.ts'
import { defaultSettings } from '../../src/domain/settings.ts'
import { sightOf } from '../../src/domain/sight.ts'
import type { Ticket } from '../../src/domain/ticket.ts'
import type { MatterPlace, MatterQuery, OfficeLists, Seen } from '../../src/ports/office-lists.ts'
import { sampleTownship } from '../../src/roster/sample.ts'
import { createStore } from '../../src/store/store.ts'
import { rowOf } from '../../src/store/ticket-row.ts'
import { applyTownship } from '../../src/store/township.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { openDatabase } from '../support/keys.ts'

const now = new Date('2026-11-25T09:00:00+08:00')
const OWN = 'V01'
const FOREIGN = 'V02'
const TOWN = 'jifeng'
const EVERYTHING: MatterQuery = {
  ...{ terms: [], state: 'all', place: null, stage: null, kind: null, duty: null, owner: null },
  ...{ late: false, repeated: null, opened: null, due: null },
}

let database: FreshDatabase
let close: () => Promise<void>
let roster: Roster
let matters: Ticket[]
const followed = new Map<string, string[]>()
let atLists: <T>(ask: (lists: OfficeLists) => Promise<T>) => Promise<T>

/** One of each role over a village, a part of it and the town, in a town of matters that lie in three villages; some hold two offices. */
const READERS: readonly (readonly [name: string, roles: readonly (readonly [Role, string])[]])[] = [
  ...ROLES.flatMap((role) => [OWN, TOWN].map((grid) => [`${role} of ${grid}`, [[role, grid]]] as const)),
  ...(['mediator', 'supervisor', 'leader'] as const).map((role) => [`${role} of a 社`, [[role, 'V01-S1']]] as const),
  ['keeper of ten households', [['keeper', 'V01-S3-T1']]],
  [
    'supervisor who is mediator as well',
    [
      ['supervisor', OWN],
      ['mediator', OWN],
    ],
  ],
  [
    'clerk here, resident there',
    [
      ['clerk', OWN],
      ['resident', FOREIGN],
    ],
  ],
  [
    'leader of two villages',
    [
      ['leader', OWN],
      ['leader', FOREIGN],
    ],
  ],
  ['nobody', []],
]

beforeAll(async () => {
  database = await freshDatabase()
  const opened = openDatabase({ url: database.url, connections: 4 })
  close = opened.close
  await applyTownship(opened.prisma, sampleTownship(), { sample: true, replaceSample: false })
  const store = createStore(opened.prisma, { calendar: chineseCalendar(), settings: defaultSettings, newId: randomUUID })
  roster = await store.atDesk(TOWN, now, async (desk) => desk.roster)
  // Most of it in two villages, so that every case stands there.
  const few = { ...roster, nodes: new Map([...roster.nodes].filter(([id]) => /^(?:V01|V02|V03|jifeng)/u.test(id))) }
  matters = inventMatters(few, 220, now, { livelyPercent: 60 })
  await opened.prisma.ticket.createMany({ data: matters.map((t) => rowOf(TOWN, t)) })
  const { of, chance } = dice(3)
  const people = [...roster.people.keys()]
  for (const t of matters) if (chance(20)) followed.set(t.id, [of(people), ...(chance(30) ? ['reader'] : [])])
  await opened.prisma.follower.createMany({
    data: [...followed].flatMap(([ticketId, ids]) =>
      ids.map((personId) => ({ townId: TOWN, ticketId, household: personId, personId, at: now })),
    ),
  })
  atLists = (ask) => store.atDesk(TOWN, now, (desk) => ask(desk.lists))
}, 60_000)
afterAll(async () => {
  await close()
  await database.close()
})

/** Somebody with these roles, who is in some matters as owner, reporter or the one they are about. */
const readerWith = (roles: readonly (readonly [Role, string])[], id: string): Person => ({
  ...{ id, name: '读者', phone: null, household: null, onRoster: true },
  roles: roles.map(([role, grid]) => ({ role, grid })),
})

/** By the one function that rights stand in; what is seen in outline only where an office reaches. */
function sightsOf(reader: Person): Map<Ticket, 'all' | 'outline'> {
  const reach = reachOf(
    roster,
    reader.roles.filter((r) => r.role !== 'resident'),
  )
  return new Map(
    matters.flatMap((t) => {
      const sight = sightOf(roster, reader, t, followed.get(t.id) ?? [])
      return sight === 'none' || (sight === 'outline' && !reach.includes(t.village)) ? [] : [[t, sight] as const]
    }),
  )
}

async function wholeList(lists: OfficeLists, reader: Person, query: MatterQuery): Promise<{ rows: Seen[]; counts: number[] }> {
  const rows: Seen[] = []
  const counts: number[] = []
  for (let after: MatterPlace | null = null, more = true; more; ) {
    const page = await lists.matters(reader, query, after)
    expect(page.before).toBe(rows.length)
    rows.push(...page.rows)
    counts.push(page.count)
    after = page.next
    more = after !== null
  }
  return { rows, counts }
}

const ids = (tickets: Iterable<{ id: string }>): string[] => [...tickets].map((t) => t.id).sort()

describe.each(READERS)('for a %s', (_name, roles) => {
  // Whose offices they are is nobody in the roster, and somebody who is in the matters themselves.
  const asSomebody = () => matters.find((t) => t.owner && t.about.length === 0 && t.coOwners.length > 0)?.owner ?? 'reader'
  const whole = (sights: ReadonlyMap<Ticket, string>) => [...sights].filter(([, sight]) => sight === 'all').map(([t]) => t)

  it('lists what they may see, as far as they may see it, and counts nothing else', async () => {
    for (const id of ['reader', asSomebody()]) {
      const reader = readerWith(roles, id)
      const sights = sightsOf(reader)
      const { rows, counts } = await atLists((lists) => wholeList(lists, reader, EVERYTHING))
      expect(ids(rows.map((r) => r.ticket))).toEqual(ids(sights.keys()))
      expect(rows.filter((r) => r.sight !== [...sights].find(([t]) => t.id === r.ticket.id)?.[1])).toEqual([])
      expect(rows.filter((r) => r.sight === 'outline' && ('title' in r.ticket || 'text' in r.ticket || 'owner' in r.ticket))).toEqual([])
      expect(new Set(counts)).toEqual(new Set([sights.size]))
    }
  })

  it('finds by words, person, duty, owner and 社 only what they see whole', async () => {
    const reader = readerWith(roles, asSomebody())
    const sights = sightsOf(reader)
    const all = whole(sights)
    const search = (q: string) => readSearch(roster, q)
    const [first] = all
    const someone = matters.find((t) => t.reporter !== null && !t.hidden && !all.includes(t))
    const name = roster.people.get(someone?.reporter ?? '')?.name ?? '王芳'
    const peopleCalled = new Set([...roster.people.values()].filter((p) => p.name.includes(name)).map((p) => p.id))
    const isNamed = (t: Ticket) => {
      const mayKnow = !t.hidden || [t.owner, t.reporter, t.through?.person].includes(reader.id)
      const plain = [t.owner, t.supervisor, ...t.coOwners]
      return [...plain, ...(mayKnow ? [t.reporter, t.through?.person ?? null] : [])].some((id) => id !== null && peopleCalled.has(id))
    }
    const she = new Set(nodesWithin(roster.nodes, 'V01-S1'))
    const lists: readonly (readonly [Partial<MatterQuery>, readonly Ticket[]])[] = [
      [{ terms: search('密语') }, all],
      [{ terms: search('密语 路灯') }, all.filter((t) => `${t.title}${t.text}`.includes('路灯'))],
      [{ terms: search(name) }, all.filter(isNamed)],
      [{ duty: first?.duty ?? 'V-LAMP' }, all.filter((t) => t.duty === (first?.duty ?? 'V-LAMP'))],
      [{ owner: 'nobody' }, all.filter((t) => t.owner === null)],
      [{ place: 'V01-S1' }, all.filter((t) => she.has(t.place))],
    ]
    for (const [asked, expected] of lists) {
      const found = await atLists((l) => l.matters(reader, { ...EVERYTHING, ...asked }, null))
      expect(found.count, JSON.stringify(asked)).toBe(expected.length)
      expect(found.rows.filter((r) => r.sight !== 'all')).toEqual([])
    }
    // The word of a matter that is not theirs finds nothing.
    const hidden = matters.filter((t) => !all.includes(t)).slice(0, 2)
    for (const t of hidden) {
      const own = t.text.match(/密语\d+/u)?.[0] ?? ''
      const expected = all.filter((it) => it.text.includes(own))
      expect((await atLists((l) => l.matters(reader, { ...EVERYTHING, terms: search(own) }, null))).count).toBe(expected.length)
    }
  })

  it('finds by number, village, kind, state and dates whatever they see at all', async () => {
    const reader = readerWith(roles, 'reader')
    const sights = [...sightsOf(reader).keys()]
    const isLive = (t: Ticket) => t.status === 'open' || t.status === 'waiting'
    const day = { from: new Date('2026-11-27T00:00:00+08:00'), to: new Date('2026-11-28T00:00:00+08:00') }
    const due = (t: Ticket) => t.waiting?.until ?? t.completeBy
    const lists: readonly (readonly [Partial<MatterQuery>, readonly Ticket[]])[] = [
      [{ terms: readSearch(roster, '坪02') }, sights.filter((t) => t.village === OWN && t.number === 2)],
      [{ terms: readSearch(roster, '坪头村2号') }, sights.filter((t) => t.village === OWN && t.number === 2)],
      [{ terms: readSearch(roster, '2') }, sights.filter((t) => t.number === 2)],
      [{ place: FOREIGN }, sights.filter((t) => t.village === FOREIGN)],
      [{ kind: 'neighbour' }, sights.filter((t) => t.kind === 'neighbour')],
      [{ state: 'now' }, sights.filter((t) => isLive(t) || t.status === 'resolved')],
      [{ late: true }, sights.filter((t) => t.status === 'open' && t.completeBy < now)],
      [{ due: day }, sights.filter((t) => isLive(t) && due(t) >= day.from && due(t) < day.to)],
    ]
    for (const [asked, expected] of lists)
      expect((await atLists((l) => l.matters(reader, { ...EVERYTHING, ...asked }, null))).count, JSON.stringify(asked)).toBe(
        expected.length,
      )
  })

  it('shows on each day of the calendar what they may see, and counts nothing else', async () => {
    const reader = readerWith(roles, 'reader')
    const month = { from: new Date('2026-11-01T00:00:00+08:00'), to: new Date('2026-12-01T00:00:00+08:00') }
    const live = [...sightsOf(reader)].filter(([t]) => t.status === 'open' || t.status === 'waiting')
    const inMonth = live.filter(([t]) => {
      const due = t.waiting?.until ?? t.completeBy
      return due >= month.from && due < month.to
    })
    const days = await atLists((l) => l.dueDays(reader, month, { most: 3, place: null }))
    expect(days.reduce((sum, d) => sum + d.count, 0)).toBe(inMonth.length)
    const foreign = await atLists((l) => l.dueDays(reader, month, { most: 3, place: FOREIGN }))
    expect(foreign.reduce((sum, d) => sum + d.count, 0)).toBe(inMonth.filter(([t]) => t.village === FOREIGN).length)
    expect(days.every((d) => d.first.length === Math.min(3, d.count))).toBe(true)
    expect(days.reduce((sum, d) => sum + d.late, 0)).toBe(inMonth.filter(([t]) => t.status === 'open' && t.completeBy < now).length)
  })
})

it('stands in the order in which things are due, and keeps it when something goes in between', async () => {
  const reader = readerWith([['leader', TOWN]], 'reader')
  const first = await atLists((l) => l.matters(reader, { ...EVERYTHING, state: 'now' }, null))
  const due = first.rows.flatMap((r) => (r.sight === 'all' ? [r.ticket.waiting?.until ?? r.ticket.completeBy] : []))
  expect(due).toEqual(due.toSorted((a, b) => a.getTime() - b.getTime()))
  const second = await atLists((l) => l.matters(reader, { ...EVERYTHING, state: 'now' }, first.next))
  const [gone] = first.rows
  const { prisma, close: shut } = openDatabase({ url: database.url, connections: 1 })
  const key = { townId_id: { townId: TOWN, id: gone?.ticket.id ?? '' } }
  await prisma.ticket.update({ where: key, data: { status: 'void', endedAt: now } })
  const again = await atLists((l) => l.matters(reader, { ...EVERYTHING, state: 'now' }, first.next))
  expect(again.rows.map((r) => r.ticket.id)).toEqual(second.rows.map((r) => r.ticket.id))
  expect(again.before).toBe(first.rows.length - 1)
  await prisma.ticket.update({ where: key, data: { status: 'open', endedAt: null } })
  await shut()
})
