import { describe, expect, it } from 'vitest'
import { Duty } from '../../src/domain/duty.ts'
import { sampleTownship } from '../../src/roster/sample.ts'

const township = sampleTownship()
const people = new Map(township.people.map((p) => [p.id, p]))
const villageGroups = township.groups.filter((g) => g.kind === 'village')
const membersOf = (members: readonly string[]) => members.flatMap((id) => people.get(id) ?? [])

describe('the sample township', () => {
  it.each([
    ['town', 1],
    ['village', 28],
    ['she', 151],
    ['ten', 408],
  ])('has the right number of nodes at level %s', (level, count) => {
    expect(township.grid.filter((n) => n.level === level)).toHaveLength(count)
  })

  it('is the same every time', () => {
    expect(sampleTownship()).toEqual(township)
  })

  it('gives every town and village a short name of its own', () => {
    const shorts = township.grid.flatMap((n) => (n.level === 'town' || n.level === 'village' ? [n.short] : []))
    expect(new Set(shorts).size).toBe(29)
    expect(shorts.every((short) => short?.length === 1)).toBe(true)
  })

  it('has a keeper on each ten-household node', () => {
    const kept = township.people.flatMap((p) => p.roles.filter((r) => r.role === 'keeper').map((r) => r.grid))
    expect(new Set(kept)).toEqual(new Set(township.grid.filter((n) => n.level === 'ten').map((n) => n.id)))
    expect(kept).toHaveLength(408)
  })

  it.each(['secretary', 'clerk', 'mediator', 'supervisor', 'leader'])('has one %s for each village', (role) => {
    const places = township.people.flatMap((p) => p.roles.filter((r) => r.role === role && r.grid.startsWith('V')).map((r) => r.grid))
    expect(places.toSorted()).toEqual(township.grid.filter((n) => n.level === 'village').map((n) => n.id))
  })

  it.each(villageGroups.map((g) => [g.name, g] as const))(
    '%s has residents of several households, all cadres and one stranger',
    (_, group) => {
      const members = membersOf(group.members)
      const residents = members.filter((p) => p.roles.some((r) => r.role === 'resident'))
      expect(residents.length).toBeGreaterThanOrEqual(8)
      expect(new Set(residents.map((p) => p.household)).size).toBeGreaterThanOrEqual(6)
      expect(members.filter((p) => !p.onRoster)).toHaveLength(1)
      const cadres = township.people.filter((p) =>
        p.roles.some((r) => r.role !== 'resident' && (r.grid === group.grid || r.grid.startsWith(`${group.grid}-`))),
      )
      expect(cadres.every((p) => group.members.includes(p.id))).toBe(true)
      expect(new Set(members.map((p) => p.name)).size).toBe(members.length)
    },
  )

  it('never gives two people one telephone number', () => {
    const phones = township.people.flatMap((p) => p.phone ?? [])
    expect(new Set(phones).size).toBe(phones.length)
  })

  it('knows the people whom the examples name', () => {
    const rolesOf = (name: string) => township.people.filter((p) => p.name === name).flatMap((p) => p.roles)
    expect(rolesOf('李建国')).toEqual([{ role: 'keeper', grid: 'V01-S3-T1' }])
    expect(rolesOf('王芳')).toEqual([{ role: 'mediator', grid: 'V01' }])
    expect(rolesOf('李小燕')).toEqual([{ role: 'clerk', grid: 'V01' }])
    expect(rolesOf('赵强')).toEqual([{ role: 'duty', grid: 'jifeng' }])
  })
})

describe('the duty list', () => {
  it.each(township.duties.map((d) => [d.code, d] as const))('%s is filled in', (_, duty) => {
    expect(Duty.safeParse(duty).error).toBeUndefined()
    expect(new Set(duty.words).size).toBe(duty.words.length)
    expect(duty.words.length).toBeGreaterThanOrEqual(6)
    for (const text of [duty.procedure, duty.papers, duty.where, duty.basis]) expect(text).not.toBe('')
  })

  it('has at least sixty duties with codes of their own over three kinds', () => {
    expect(new Set(township.duties.map((d) => d.code)).size).toBe(township.duties.length)
    expect(township.duties.length).toBeGreaterThanOrEqual(60)
    expect(new Set(township.duties.map((d) => d.kind)).size).toBe(3)
  })
})
