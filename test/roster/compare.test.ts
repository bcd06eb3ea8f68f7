import { describe, expect, it } from 'vitest'
import type { Township } from '../../src/domain/township.ts'
import { compareTownships } from '../../src/roster/compare.ts'
import { changeReport } from '../../src/roster/report.ts'
import { smallTownship } from './small-township.ts'

const changed = (change: (township: Township) => Township | undefined): Township => {
  const township = smallTownship()
  return change(township) ?? township
}

const inPeople = (id: string, rest: Partial<Township['people'][number]>) => (t: Township) => ({
  ...t,
  people: t.people.map((p) => (p.id === id ? { ...p, ...rest } : p)),
})

describe('comparing two townships', () => {
  it.each<[string, Township, string[]]>([
    ['nothing', smallTownship(), []],
    ['another order of rows', changed((t) => ({ ...t, people: t.people.toReversed(), grid: t.grid.toReversed() })), []],
    ['another order of members', changed((t) => ({ ...t, groups: t.groups.map((g) => ({ ...g, members: g.members.toReversed() })) })), []],
    ['a new telephone number', changed(inPeople('P2', { phone: '19900000009' })), ['person changed P2 phone']],
    ['a new role', changed(inPeople('P3', { roles: [{ role: 'keeper', grid: 'V1-S1' }] })), ['person changed P3 roles']],
    ['a new name and household', changed(inPeople('P2', { name: '韩玉云', household: 'H1' })), ['person changed P2 name+household']],
    ['somebody gone', changed((t) => ({ ...t, people: t.people.slice(0, 3) })), ['person gone P4 ']],
    ['a new group', changed((t) => ({ ...t, groups: [...t.groups, ...t.groups.map((g) => ({ ...g, id: 'G2' }))] })), ['group added G2 ']],
    ['a member less', changed((t) => ({ ...t, groups: t.groups.map((g) => ({ ...g, members: ['P1'] })) })), ['group changed G1 members']],
    [
      'another limit',
      changed((t) => ({
        ...t,
        duties: t.duties.map((d) => (d.code === 'V-LAMP' ? { ...d, complete: { amount: 3, unit: 'workingDays' as const } } : d)),
      })),
      ['duty changed V-LAMP complete'],
    ],
    [
      'a node renamed',
      changed((t) => ({ ...t, grid: t.grid.map((n) => (n.id === 'V2' ? { ...n, short: '坡' } : n)) })),
      ['grid changed V2 short'],
    ],
    ['a household moved', changed((t) => ({ ...t, households: [{ id: 'H1', grid: 'V1-S1' }] })), ['household changed H1 grid']],
    ['a room gone', changed((t) => ({ ...t, venues: [] })), ['venue gone M1 ']],
    ['no sheet of rooms, register and records', changed((t) => ({ ...t, venues: null, staff: null, records: null })), []],
    ['a record that only the chat knows', changed((t) => ({ ...t, records: [] })), []],
    [
      'another post',
      changed((t) => ({ ...t, staff: (t.staff ?? []).map((s) => ({ ...s, post: '村委会主任' })) })),
      ['staff changed P1 post'],
    ],
    ['a town renamed', changed((t) => ({ ...t, name: '大河镇' })), ['town changed town name']],
  ])('sees %s', (_, after, expected) => {
    const changes = compareTownships(smallTownship(), after)
    expect(changes.map((c) => `${c.kind} ${c.change} ${c.id} ${c.fields.join('+')}`)).toEqual(expected)
  })

  it('finds everything new where there was nothing', () => {
    const changes = compareTownships(null, smallTownship())
    expect(changes).toHaveLength(1 + 5 + 1 + 4 + 1 + 4 + 1 + 1 + 1)
    expect(changes.every((c) => c.change === 'added')).toBe(true)
  })

  it('tells the changes with the workbook’s own words', () => {
    const after = changed(inPeople('P3', { phone: '19900000003', roles: [] }))
    expect(changeReport(compareTownships(smallTownship(), { ...after, duties: after.duties.slice(1) }))).toMatchInlineSnapshot(`
      [
        "人员：变更 1",
        "事务：去掉 1",
        "  变更人员：唐顺（P3），电话、职务",
        "  去掉事务：路灯维修（V-LAMP）",
      ]
    `)
  })
})
