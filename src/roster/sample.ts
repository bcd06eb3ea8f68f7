import type { GridNode } from '../domain/grid.ts'
import { LEDGER_COLUMNS } from '../domain/ledger-column.ts'
import type { Role } from '../domain/people.ts'
import type { Household, RosterGroup, Township } from '../domain/township.ts'
import { sampleDuties } from './duty-list.ts'
import { BY_NAMES, NICKNAMES, VILLAGES } from './sample-names.ts'
import { type Register, registerPeople } from './sample-people.ts'
import { sampleTeam } from './sample-team.ts'

const TOWN = 'jifeng'
const KEEPERS = 408
const NUMERALS = '一二三四五六七八九十'
const SHE_TOTAL = VILLAGES.reduce((sum, [, , she]) => sum + she, 0)

/** People of the first village whom the project's examples name, by place and office. */
const NAMED: Readonly<Record<string, string>> = {
  'V01 secretary': '王永明',
  'V01 clerk': '李小燕',
  'V01 mediator': '王芳',
  'V01-S3-T1 keeper': '李建国',
  'V01-S2-T1 keeper': '李晓东',
  'V01-S3-T1-H1 1': '周德福',
}

/** Residents in each of a village's seven households: two of them speak with more than one voice. */
const HOUSEHOLDS = [3, 2, 1, 1, 1, 1, 1]

interface Village {
  id: string
  index: number
  name: string
  she: { id: string; ten: string[] }[]
}

/** The town's tree: each 社 has two or three ten-household nodes, together as many as there are keepers. */
function growGrid(): { grid: GridNode[]; villages: Village[] } {
  const grid: GridNode[] = [{ id: TOWN, parentId: null, level: 'town', name: '鸡峰镇', short: '镇', aliases: [] }]
  let past = 0
  const villages = VILLAGES.map(([name, short, count], index): Village => {
    const id = `V${String(index + 1).padStart(2, '0')}`
    grid.push({ id, parentId: TOWN, level: 'village', name, short, aliases: [] })
    const she = [...NUMERALS.slice(0, count)].map((numeral, s) => {
      const sheId = `${id}-S${s + 1}`
      const byName = s % 2 === 0 ? BY_NAMES[(index * 5 + s) % BY_NAMES.length] : undefined
      grid.push({ id: sheId, parentId: id, level: 'she', name: `${numeral}社`, short: null, aliases: byName ? [byName] : [] })
      const size = Math.floor(((past + 1) * KEEPERS) / SHE_TOTAL) - Math.floor((past * KEEPERS) / SHE_TOTAL)
      past += 1
      const ten = [...NUMERALS.slice(0, size)].map((nth, t) => {
        const tenId = `${sheId}-T${t + 1}`
        grid.push({ id: tenId, parentId: sheId, level: 'ten', name: `第${nth}联户`, short: null, aliases: [] })
        return tenId
      })
      return { id: sheId, ten }
    })
    return { id, index, name, she }
  })
  return { grid, villages }
}

function settleResidents(village: Village, add: Register, households: Household[]): string[] {
  return HOUSEHOLDS.flatMap((size, h) => {
    const she = village.she[h % village.she.length]
    const grid = she?.ten[Math.floor(h / village.she.length)] ?? village.id
    const household = `${grid}-H1`
    households.push({ id: household, grid })
    return Array.from({ length: size }, (_, n) => {
      const name = NAMED[`${household} ${n + 1}`]
      // The second of a household married in and brings another surname.
      return add({ role: 'resident', grid, family: n === 1 ? h + 4 : h, village: village.index, household, ...(name && { name }) })
    })
  })
}

function staffVillage(village: Village, add: Register): { officers: string[]; keepers: string[] } {
  const office = (role: Role, grid: string, family: number) => {
    const name = NAMED[`${grid} ${role}`]
    return add({ role, grid, family, village: village.index, ...(name && { name }) })
  }
  const officers = (['secretary', 'clerk', 'mediator', 'supervisor'] as const).map((role, i) => office(role, village.id, i + 2))
  const keepers = village.she.flatMap((she) => she.ten).map((ten, i) => office('keeper', ten, i % 6))
  return { officers, keepers }
}

/** The sample township: invented people in invented villages, always the same. */
export function sampleTownship(): Township {
  const { grid, villages } = growGrid()
  const { people, add, addStranger } = registerPeople([...Object.values(NAMED), '赵强'])
  const households: Household[] = []
  const groups: RosterGroup[] = []
  const townLeaders = [0, 1, 2].map((i) => add({ role: 'leader', grid: TOWN, family: i, village: 3 }))
  const duty = ['赵强', null, null].map((name, i) => add({ role: 'duty', grid: TOWN, family: i + 3, village: 3, ...(name && { name }) }))
  const visiting = Array.from({ length: 10 }, (_, i) => {
    const theirs = villages.filter((v) => v.index % 10 === i).map((v) => v.id)
    return add({ role: 'leader', grid: theirs, family: i + 6, village: 3 })
  })
  const desk: string[] = []
  for (const village of villages) {
    const { officers, keepers } = staffVillage(village, add)
    const residents = settleResidents(village, add, households)
    const stranger = addStranger(NICKNAMES[village.index] ?? '访客')
    const leader = visiting[village.index % 10]
    const members = [...(leader ? [leader] : []), ...officers, ...keepers, ...residents, stranger]
    groups.push({ id: village.id.replace('V', 'G'), name: `${village.name}便民之声`, kind: 'village', grid: village.id, members })
    desk.push(...officers.slice(0, 3))
  }
  groups.push({ id: 'G90', name: '鸡峰镇干部群', kind: 'cadres', grid: TOWN, members: [...townLeaders, ...duty, ...visiting, ...desk] })
  return {
    id: TOWN,
    name: '鸡峰镇',
    grid,
    households,
    people,
    groups,
    duties: sampleDuties,
    ledger: [...LEDGER_COLUMNS],
    ...sampleTeam(grid, people),
  }
}
