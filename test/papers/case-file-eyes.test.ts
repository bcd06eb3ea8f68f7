import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sightOf } from '../../src/domain/sight.ts'
import { caseFileOf } from '../../src/papers/case-file/of-label.ts'
import type { Paper } from '../../src/papers/paper.ts'
import type { Desk } from '../../src/ports/desk.ts'
import { at, openRows, type Rows, TOWN } from '../digest/rows.ts'
import { deskAt, person, settle } from '../digest/township.ts'

const PHONE = '13900001234'
const REPORTER = '周大爷'
const OTHER = '郑老三'
const WORDS = `${REPORTER}说${OTHER}家的事，打${PHONE}，身份证620123198803072416`

/** One of each: public, between neighbours, at home, with no name, of violence, about a cadre, about the mediator. */
const MATTERS = {
  坪01: {},
  坪02: { kind: 'neighbour', duty: 'N-BOUND' },
  坪03: { kind: 'household' },
  坪04: { hidden: true },
  坪05: { kind: 'household', sensitivity: 'violence' },
  坪06: { sensitivity: 'cadre', aboutIds: ['secretary'] },
  坪07: { kind: 'neighbour', aboutIds: ['mediator'] },
} as const
const READERS = ['mayor', 'near', 'secretary', 'mediator', 'clerk', 'watcher', 'keeper', 'far', 'resident', 'neighbour'] as const

let rows: Rows
let desk: Desk
beforeAll(async () => {
  rows = await openRows()
  await settle(rows)
  const add = async (id: string, name: string, role: string, gridId: string) => {
    await rows.prisma.person.create({ data: { townId: TOWN, id, name, position: 90 } })
    await rows.prisma.personRole.create({ data: { townId: TOWN, personId: id, role, gridId } })
  }
  await add('keeper', '冯小满', 'keeper', 'a')
  await add('far', '秦远', 'secretary', 'b')
  await add('neighbour', OTHER, 'resident', 'a')
  await rows.prisma.person.update({ where: { townId_id: { townId: TOWN, id: 'resident' } }, data: { phone: PHONE } })
  for (const [label, more] of Object.entries(MATTERS)) {
    await rows.ticket(label, {
      ...more,
      aboutIds: [...('aboutIds' in more ? more.aboutIds : [])],
      reporterId: 'resident',
      ownerId: 'clerk',
      text: WORDS,
    })
    await rows.event(label, 'opened', at('11-24 09:00'))
    await rows.event(label, 'progressed', at('11-24 10:00'), { byId: 'clerk', note: WORDS })
  }
  desk = await deskAt(rows, at('11-24 12:00'))
})
afterAll(() => rows.close())

/** Everything a paper says. */
const saidIn = (paper: Paper): string => JSON.stringify(paper, (key, value: unknown) => (key === 'bytes' ? undefined : value))

describe.each(Object.keys(MATTERS))('the file of %s', (label) => {
  it.each(READERS)('shows %s no more than they may see', async (id) => {
    const reader = person(desk, id)
    const ticket = (await desk.tickets({ ids: [label] }))[0]
    if (!ticket) throw new Error(`no ${label}`)
    const file = await caseFileOf(desk, reader, label)
    expect(file !== null).toBe(sightOf(desk.roster, reader, ticket, []) === 'all')
    if (!file) return
    const said = saidIn(file.paper)
    // Whoever has it, whoever told it, and of violence whoever is called at once.
    const owns = id === 'clerk' || id === 'resident' || (label === '坪05' && ['mayor', 'near', 'secretary'].includes(id))
    expect(said).not.toContain('620123198803072416')
    expect(said.includes(PHONE)).toBe(owns)
    if (ticket.hidden && !owns) expect(said).not.toContain(REPORTER)
    if (id === 'watcher' || id === 'keeper') expect(said).not.toMatch(new RegExp(`${REPORTER}|${OTHER}`, 'u'))
    else expect(said).toContain(OTHER)
  })
})

it('names nobody who wanted no name in the office’s own copy either, and no numbers', async () => {
  const said = saidIn((await caseFileOf(desk, null, '坪04'))?.paper ?? ({} as Paper))
  expect(said).toContain('反映人')
  expect(said).not.toMatch(new RegExp(`${REPORTER}|${PHONE}`, 'u'))
})
