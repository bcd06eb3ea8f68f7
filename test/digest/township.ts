import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { defaultSettings } from '../../src/domain/settings.ts'
import type { Desk } from '../../src/ports/desk.ts'
import { sampleDuties } from '../../src/roster/duty-list.ts'
import { deskIn } from '../../src/store/desk.ts'
import { type Rows, TOWN } from './rows.ts'

const NODES = [
  ['t', null, 'town', '鸡峰镇', '鸡'],
  ['a', 't', 'village', '坪头村', '坪'],
  ['b', 't', 'village', '河湾村', '河'],
  ['c', 't', 'village', '林口村', '林'],
] as const

/** A mayor, a leader of village a, its secretary, mediator and clerk, an oversight committee, a resident; b and c have the mayor alone. */
const PEOPLE = [
  ['mayor', '赵强', 'leader', 't'],
  ['near', '钱敏', 'leader', 'a'],
  ['secretary', '孙立', 'secretary', 'a'],
  ['mediator', '王芳', 'mediator', 'a'],
  ['clerk', '李建国', 'clerk', 'a'],
  ['watcher', '吴兰', 'supervisor', 'a'],
  ['resident', '周大爷', 'resident', 'a'],
] as const

export async function settle({ prisma }: Rows): Promise<void> {
  await prisma.town.create({ data: { id: TOWN, name: '鸡峰镇', sample: true } })
  await prisma.gridNode.createMany({
    data: NODES.map(([id, parentId, level, name, short], position) => ({
      townId: TOWN,
      id,
      parentId,
      level,
      name,
      short,
      aliases: [],
      position,
    })),
  })
  await prisma.person.createMany({ data: PEOPLE.map(([id, name], position) => ({ townId: TOWN, id, name, position })) })
  await prisma.personRole.createMany({ data: PEOPLE.map(([personId, , role, gridId]) => ({ townId: TOWN, personId, role, gridId })) })
  await prisma.dutyLine.createMany({ data: sampleDuties.map((line, position) => ({ townId: TOWN, code: line.code, line, position })) })
}

export const deskAt = ({ prisma }: Rows, now: Date): Promise<Desk> =>
  deskIn(prisma, TOWN, now, { calendar: chineseCalendar(), settings: defaultSettings, newId: () => 'id' })

export function person(desk: Desk, id: string) {
  const found = desk.roster.people.get(id)
  if (!found) throw new Error(`no ${id}`)
  return found
}
