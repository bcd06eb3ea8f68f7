import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Person, ROLES, type Role } from '../../src/domain/people.ts'
import { WINGS } from '../../src/measures/index.ts'
import { PETITIONS } from '../../src/measures/petitions/facts.ts'
import type { Desk } from '../../src/ports/desk.ts'
import type { MeasurePages } from '../../src/ports/measure-pages.ts'
import { type Cast, startCast } from '../support/cast.ts'
import { atDesk } from '../support/desk.ts'

let cast: Cast
const PAGES = WINGS.flatMap((wing) => wing.pages)

/** 坪头村 has one of everything; the village beside it has nothing. */
beforeAll(async () => {
  cast = await startCast()
  const { clerk, secretary, mediator, duty, residents } = cast
  const [first, second] = residents
  const tell = (who: { id: string }, text: string) => cast.tell({ ...clerk, ...who }, text)
  await cast.town.tell(first?.id ?? '', '隔壁把界石往我家地里挪了一米，一直占着我的地')
  await cast.town.settle()
  await tell(mediator, '接 1')
  await tell(mediator, '丈量 坪01 边长 20 10 20 10 对角 22.36 复核 22.4 在场 甲方王大娘 乙方李晓东')
  await tell(mediator, '调解记录 坪01 甲方王大娘 乙方李晓东 双方愿意')
  await tell(mediator, '移送 坪01 法院 编号20260618')
  await tell(clerk, '讲堂 法治 11月27日下午3点 德育堂 主讲张法官 土地承包')
  await tell(secretary, '说事日 周五 上午9点 说事室')
  await tell(secretary, '议事会 12月3日 村部 议题 水费怎么收；三社路口的灯')
  await tell(secretary, '村务公开 已贴')
  await tell(clerk, '发通知 坪头村 医保缴费到12月底')
  await tell(secretary, '预警 坪头村 今晚有大雨')
  await tell(clerk, '隐患 三社路口 电线垂下来了')
  await tell(duty, `信访 登记 ${second?.name} 低保停了没给说法 2026年11月20日收到`)
  await tell(duty, '执法 派出所 治安案件 2 10月')
  await tell(first ?? clerk, `推荐 ${second?.name} 好邻居 帮邻居看门十年`)
})
afterAll(() => cast.close())

const readerWith = (role: Role, grid: string): Person => ({
  ...{ id: `reader:${role}:${grid}`, name: '读者', phone: null, household: null, onRoster: true },
  roles: [{ role, grid }],
})

const GRIDS = ['V01', 'V02', 'jifeng'] as const
const CADRES = ['keeper', 'clerk', 'secretary', 'mediator', 'duty', 'leader'] as const

/** Who finds 坪头村's in each list: in office there or over the town; in the village beside it only where it is said. */
const FINDERS: Readonly<Record<string, { here: readonly Role[]; town: readonly Role[]; beside?: readonly Role[] }>> = {
  notices: { here: ['secretary', 'leader'], town: ['secretary', 'leader'] },
  alarms: { here: [...CADRES, 'supervisor'], town: [...CADRES, 'supervisor'] },
  hazards: { here: CADRES, town: CADRES },
  warnings: { here: [], town: [] },
  team: { here: ['secretary', 'leader'], town: ['secretary', 'leader'] },
  lectures: { here: [...CADRES, 'supervisor'], town: [...CADRES, 'supervisor'] },
  'say-days': { here: [...CADRES, 'supervisor'], town: [...CADRES, 'supervisor'] },
  petitions: { here: [], town: ['duty'] },
  measurements: { here: ['clerk', 'secretary', 'mediator', 'duty', 'leader'], town: ['clerk', 'secretary', 'mediator', 'duty', 'leader'] },
  mediations: { here: ['clerk', 'secretary', 'mediator', 'duty', 'leader'], town: ['clerk', 'secretary', 'mediator', 'duty', 'leader'] },
  enforcement: { here: ['duty', 'leader'], town: ['duty', 'leader'], beside: ['duty', 'leader'] },
  handovers: { here: ['clerk', 'secretary', 'mediator', 'duty', 'leader'], town: ['clerk', 'secretary', 'mediator', 'duty', 'leader'] },
  exemplars: { here: ['secretary'], town: ['secretary', 'leader'] },
  spirit: { here: [], town: [] },
  assemblies: { here: ['clerk', 'secretary', 'duty', 'leader'], town: ['clerk', 'secretary', 'duty', 'leader'] },
  disclosures: { here: [...CADRES, 'supervisor'], town: [...CADRES, 'supervisor'] },
}

/** The keys of 坪头村's that somebody finds in a list. */
const keysFor = async (desk: Desk, pages: MeasurePages, reader: Person): Promise<string[]> =>
  pages.isFor(reader)
    ? (await pages.list(desk, reader)).flatMap((row) => row.key ?? row.matter ?? []).filter((key) => isHere(desk, key))
    : []

/** The register of another village's cadres is another list. */
const isHere = ({ roster }: Desk, key: string): boolean => {
  const person = roster.people.get(key)
  return !person || person.roles.some((r) => r.grid.startsWith('V01'))
}

it('has the pages of every wing in the table', () => {
  expect(PAGES.map((p) => p.path).sort()).toEqual(Object.keys(FINDERS).sort())
})

describe.each(PAGES)('$path', (pages) => {
  const finders = FINDERS[pages.path] ?? { here: [], town: [] }
  it('is found by those who may read it, and by nobody else', async () => {
    const found = await atDesk(cast.town.databaseUrl, async (desk) => {
      const who: string[] = []
      for (const grid of GRIDS)
        for (const role of ROLES) if ((await keysFor(desk, pages, readerWith(role, grid))).length > 0) who.push(`${role} ${grid}`)
      return who
    })
    const expected = [
      ...ROLES.filter((r) => finders.here.includes(r)).map((r) => `${r} V01`),
      ...ROLES.filter((r) => finders.beside?.includes(r)).map((r) => `${r} V02`),
      ...ROLES.filter((r) => finders.town.includes(r)).map((r) => `${r} jifeng`),
    ]
    expect(found).toEqual(expected)
  })

  it('opens for exactly those in whose list it stands', async () => {
    await atDesk(cast.town.databaseUrl, async (desk) => {
      const readers = GRIDS.flatMap((grid) => ROLES.map((role) => readerWith(role, grid)))
      const lists = new Map<Person, string[]>()
      for (const reader of readers)
        lists.set(reader, pages.isFor(reader) ? (await pages.list(desk, reader)).flatMap((row) => row.key ?? []) : [])
      const matters = await desk.tickets({ villages: ['V01'] })
      for (const [reader, list] of lists)
        for (const { id } of matters) {
          const ofMatter = (await pages.ofMatter(desk, reader, id)).flatMap((row) => row.key ?? [])
          if (pages.isFor(reader)) expect(ofMatter.filter((key) => !list.includes(key))).toEqual([])
        }
      const keys = new Set([...lists.values()].flatMap((list) => list.slice(0, 3)))
      for (const [reader, list] of lists)
        for (const key of keys) {
          const page = pages.isFor(reader) ? await pages.one(desk, reader, key) : null
          expect(page !== null, `${reader.id} ${key}`).toBe(list.includes(key))
        }
    })
  })
})

it('leaves a line where somebody tries a petition that is not theirs', async () => {
  const tried = await atDesk(cast.town.databaseUrl, async (desk) => {
    const petitions = PAGES.find((p) => p.path === 'petitions')
    expect(await petitions?.one(desk, readerWith('clerk', 'V01'), '1')).toBeNull()
    const [petition] = await desk.cases(PETITIONS).list({})
    return (await desk.cases(PETITIONS).history(petition?.id ?? '')).at(-1)
  })
  expect(tried).toMatchObject({ what: 'denied', by: 'reader:clerk:V01' })
})

it('shows a petition to a leader of the town by its number alone while nobody answers for it', async () => {
  const rows = await atDesk(cast.town.databaseUrl, async (desk) =>
    PAGES.find((p) => p.path === 'petitions')?.list(desk, readerWith('leader', 'jifeng')),
  )
  expect(rows).toEqual([expect.objectContaining({ key: null, label: '信01', title: '还没有包案领导' })])
})
