import { afterAll, beforeAll, expect, it } from 'vitest'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import type { Judgement } from '../../src/domain/judgement.ts'
import { defaultSettings } from '../../src/domain/settings.ts'
import { hearOpinion } from '../../src/inbox/hear-opinion.ts'
import type { Desk } from '../../src/ports/desk.ts'
import { sampleTownship } from '../../src/roster/sample.ts'
import type { Opened } from '../../src/store/connect.ts'
import { createStore } from '../../src/store/store.ts'
import { applyTownship } from '../../src/store/township.ts'
import { openTicket } from '../../src/tickets/open-ticket.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { openDatabase } from '../support/keys.ts'

const NOW = new Date('2026-11-24T10:00:00+08:00')
const local: Judgement = {
  kind: 'village',
  duty: 'V-LAMP',
  places: ['三社'],
  danger: null,
  hint: null,
  hazard: false,
  sensitivity: null,
  title: '三社路灯不亮',
  reason: '提到路灯',
  confidence: 0.6,
  matter: 0.8,
  outcome: 'open',
  evidence: ['路灯'],
  asks: false,
  version: 'local-1',
}
const model: Judgement = { ...local, confidence: 0.9, version: 'classify.v1 m' }

let fresh: FreshDatabase
let database: Opened
let ids = 0
beforeAll(async () => {
  fresh = await freshDatabase()
  database = openDatabase({ url: fresh.url })
  await applyTownship(database.prisma, sampleTownship(), { sample: true, replaceSample: false })
})
afterAll(async () => {
  await database.close()
  await fresh.close()
})

const at = <T>(moment: Date, run: (desk: Desk) => Promise<T>): Promise<T> =>
  createStore(database.prisma, { calendar: chineseCalendar(), settings: defaultSettings, newId: () => `id${++ids}` }).atDesk(
    'jifeng',
    moment,
    run,
  )

/** A ticket of the local reader's, asked about; what became of the opinion that comes so many seconds later. */
async function opinion(said: Partial<Judgement>, seconds: number, text = '三社的路灯又不亮了') {
  const call = `judge:${++ids}`
  const ticket = await at(NOW, async (desk) => {
    await desk.beginCall({ id: call, person: 'p', asked: 'classify.v1 m' }, { perDay: 99, perPerson: 99 })
    return openTicket(desk, { judgement: local, reporter: null, village: 'V01', text, source: 'group', messages: [], group: null })
  })
  const asked = { call, report: 'r', ticket: ticket.id, text, local, askedAt: NOW }
  await at(new Date(NOW.getTime() + seconds * 1000), (desk) => hearOpinion(desk, asked, { judgement: { ...model, ...said } }))
  const row = await database.prisma.modelCall.findFirstOrThrow({ where: { id: call } })
  const after = await at(NOW, (desk) => desk.ticket(ticket.id))
  const notices = await database.prisma.notice.findMany({ where: { ticketId: ticket.id, occasion: { startsWith: 'amend' } } })
  return { before: ticket, after, outcome: row.outcome, told: notices.map((n) => n.conversation) }
}

it('within a minute amends kind, duty, owner and deadlines', async () => {
  const { before, after, outcome, told } = await opinion({ kind: 'household', duty: 'H-DIBAO', title: '低保停' }, 59)
  expect(outcome).toMatch(/^amended: kind, duty/u)
  expect(after).toMatchObject({ kind: 'household', duty: 'H-DIBAO' })
  expect(after?.completeBy).not.toEqual(before.completeBy)
  expect(told).toContain(`p:${after?.owner}`)
})

it('later than a minute is dropped, and that is on record', async () => {
  const { before, after, outcome, told } = await opinion({ kind: 'household', duty: 'H-DIBAO', title: '低保停' }, 61)
  expect(outcome).toBe('late')
  expect(after).toEqual(before)
  expect(told).toEqual([])
})

it('that it is a complaint takes it away from whom it is about, and from his ears', async () => {
  const { before, after, told } = await opinion({ sensitivity: 'cadre' }, 5, '李建国该修的路灯又不亮了')
  const keeper = [...(await at(NOW, async (desk) => desk.roster)).people.values()].find((p) => p.name === '李建国')
  expect(before.owner).toBe(keeper?.id)
  expect(after?.about).toEqual([keeper?.id])
  expect(after?.owner).not.toBe(keeper?.id)
  expect(after?.sensitivity).toBe('cadre')
  expect(told).not.toContain(`p:${keeper?.id}`)
})
