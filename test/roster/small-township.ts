import type { RosterPerson, Township } from '../../src/domain/township.ts'
import { sampleDuties } from '../../src/roster/duty-list.ts'

const person = (id: string, name: string, rest: Partial<RosterPerson> = {}): RosterPerson => ({
  id,
  name,
  phone: null,
  household: null,
  roles: [],
  onRoster: true,
  account: null,
  ...rest,
})

/** A township small enough that every row of its workbook is known by number. */
export const smallTownship = (): Township => ({
  id: 'town',
  name: '小河镇',
  grid: [
    { id: 'town', parentId: null, level: 'town', name: '小河镇', short: '镇', aliases: [] },
    { id: 'V1', parentId: 'town', level: 'village', name: '东坡村', short: '东', aliases: [] },
    { id: 'V2', parentId: 'town', level: 'village', name: '西坡村', short: '西', aliases: ['老西坡'] },
    { id: 'V1-S1', parentId: 'V1', level: 'she', name: '一社', short: null, aliases: [] },
    { id: 'V1-S1-T1', parentId: 'V1-S1', level: 'ten', name: '第一联户', short: null, aliases: [] },
  ],
  households: [{ id: 'H1', grid: 'V1-S1-T1' }],
  people: [
    person('P1', '何守信', { phone: '19900000001', roles: [{ role: 'secretary', grid: 'V1' }] }),
    person('P2', '韩秀云', { roles: [{ role: 'secretary', grid: 'V2' }] }),
    person('P3', '唐顺', { household: 'H1', roles: [{ role: 'keeper', grid: 'V1-S1-T1' }] }),
    person('P4', '远山', { onRoster: false }),
  ],
  groups: [{ id: 'G1', name: '东坡村便民之声', kind: 'village', grid: 'V1', members: ['P1', 'P3', 'P4'] }],
  duties: sampleDuties.filter((d) => ['V-LAMP', 'V-WATER', 'N-BOUND', 'H-OTHER'].includes(d.code)),
  venues: [{ id: 'M1', name: '德育堂', grid: 'V1', uses: ['lecture', 'mediation'], address: '村部旁' }],
  staff: [{ person: 'P1', post: '村党支部书记', education: 'college', fullTime: true, since: '2021-03', how: '换届选举' }],
  ledger: ['serial', 'label', 'openedAt', 'summary', 'owner', 'remarks'],
  records: [{ person: 'P1', kind: 'assessment', day: '2026-01-15', title: '年度考核', basis: '民主评议' }],
})
