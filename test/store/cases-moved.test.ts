import pg from 'pg'
import { expect, it } from 'vitest'
import { migrate, readMigrations } from '../../src/database/migrate.ts'
import type { Case, CaseKind } from '../../src/domain/case.ts'
import { ALARMS } from '../../src/measures/alarm/facts.ts'
import { TOLD } from '../../src/measures/enforcement/facts.ts'
import { FOUND } from '../../src/measures/hazard/facts.ts'
import { LECTURES } from '../../src/measures/lectures/facts.ts'
import { NOTICES } from '../../src/measures/policy/facts.ts'
import { SAY_DAYS } from '../../src/measures/say-day/facts.ts'
import { PLANS } from '../../src/measures/spirit/facts.ts'
import { freshDatabase } from '../support/database.ts'

const BEFORE = `
INSERT INTO "Lecture" VALUES ('t', 'l1', 3, 'law', '2026-11-27', 900, '德育堂', '张法官', '土地承包', 'p', '{v}', 'held', 56, '很好', '[]');
INSERT INTO "Lecture" VALUES ('t', 'l2', 4, 'moral', '2026-12-01', 900, '德育堂', '李老师', '孝老', 'p', '{v,w}', 'undone', NULL, '', '[]');
INSERT INTO "SayDay" ("townId", id, "villageId", day, minute, place, "byId", agenda, apart, state, attendance, record)
  VALUES ('t', 's1', 'v', '2026-12-05', 540, '说事室', 'p', '[{"ticket":null,"text":"水费","why":""}]', 1, 'planned', NULL, '');
INSERT INTO "PolicyNotice" ("townId", id, number, "byId", text, groups, state, at, "decidedById", "decidedAt")
  VALUES ('t', 'n1', 7, 'p', '缴医保', '{g}', 'approved', '2026-11-20T09:00+08:00', 'q', '2026-11-20T10:00+08:00');
INSERT INTO "Alarm" VALUES ('t', 'a1', 'p', '大雨', '{g}', '2026-08-01T09:00+08:00', '2026-08-01T18:00+08:00');
INSERT INTO "Alarm" VALUES ('t', 'a2', 'p', '大风', '{g}', '2026-11-24T09:00+08:00', NULL);
INSERT INTO "HazardFound" VALUES ('t', 'T1', 'p', '2026-11-02T09:00+08:00');
INSERT INTO "EnforcementFigure" ("townId", code, month, count, "byId", at) VALUES ('t', 'publicOrder', '2026-10', 2, 'p', '2026-11-01T09:00+08:00');
INSERT INTO "SpiritPlan" VALUES ('t', 14);
`

it('keeps what had a table of its own when it moves in with the cases', async () => {
  const { url, close } = await freshDatabase({ as: '' })
  const all = readMigrations()
  const moving = all.findIndex((m) => m.name.endsWith('_cases'))
  await migrate(url, all.slice(0, moving))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(BEFORE)
  await migrate(url, all)
  const { rows } = await client.query<{ measure: string; status: string; whole: unknown }>(
    'SELECT measure, status, whole FROM "MeasureCase" ORDER BY measure, number',
  )
  const of = <T extends Case>({ measure, shape }: CaseKind<T>) =>
    rows.filter((r) => r.measure === measure && r.status !== 'undone').map((r) => shape.parse(r.whole))
  expect(of(LECTURES)).toMatchObject([
    {
      id: 'l1',
      number: 3,
      status: 'held',
      day: '2026-11-27',
      minute: 900,
      speaker: '张法官',
      villages: ['v'],
      attendance: 56,
      note: '很好',
    },
  ])
  expect(rows.filter((r) => r.status === 'undone')).toHaveLength(1)
  expect(of(SAY_DAYS)).toMatchObject([{ number: 1, village: 'v', day: '2026-12-05', agenda: [{ text: '水费' }], apart: 1 }])
  expect(of(NOTICES)).toMatchObject([
    { number: 7, status: 'approved', groups: ['g'], decidedBy: 'q', openedAt: new Date('2026-11-20T09:00+08:00') },
  ])
  expect(of(ALARMS)).toMatchObject([
    { status: 'over', text: '大雨', endedAt: new Date('2026-08-01T18:00+08:00') },
    { status: 'running', text: '大风', endedAt: null },
  ])
  expect(of(FOUND)).toMatchObject([{ ticket: 'T1', by: 'p', status: 'found' }])
  expect(of(TOLD)).toMatchObject([{ day: '2026-10', by: 'p', figures: [{ code: 'publicOrder', count: 2 }] }])
  expect(of(PLANS)).toMatchObject([{ everyDays: 14 }])
  const counters = await client.query<{ measure: string; last: number }>('SELECT measure, last FROM "CaseCounter" ORDER BY 1')
  expect(counters.rows.find((c) => c.measure === 'lecture')?.last).toBe(4)
  await client.end()
  await close()
})
