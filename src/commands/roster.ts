import { isCadre, type Person } from '../domain/people.ts'
import { hasRoleOver, isCadreOf, townNode, villageOf, villagesOf } from '../domain/roster.ts'
import { placeIn } from '../tickets/choose-owner.ts'
import { placeName } from '../tickets/facts.ts'
import { handOverAll } from '../tickets/leave.ts'
import { notForYou, roster as say } from '../wording/replies.ts'
import { privately } from './answer.ts'
import type { Call, Command } from './define-command.ts'
import { findCadre } from './find-person.ts'

const PHONE = /1\d{10}/u

/** The villages whose roster this person keeps: the secretary and the clerk their own, the town's people all. */
const keeps = (call: Call): string[] => {
  const { person } = call.spoken
  if (
    hasRoleOver(call.desk.roster, person, 'duty', townNode(call.desk.roster)) ||
    hasRoleOver(call.desk.roster, person, 'leader', townNode(call.desk.roster))
  )
    return villagesOf(call.desk.roster, person)
  return villagesOf(call.desk.roster, { roles: person.roles.filter((r) => r.role === 'secretary' || r.role === 'clerk') })
}

const mayChange = (call: Call, person: Person): boolean => keeps(call).some((village) => isCadreOf(call.desk.roster, person, village))

export const changePhone: Command = {
  name: '改电话',
  also: ['换电话'],
  for: 'cadre',
  ticket: 'none',
  example: '改电话 李建国 13900000000',
  help: '干部换了电话',
  async run(call, { rest }) {
    const phone = PHONE.exec(rest)?.[0]
    const found = phone ? findCadre(call, rest.replace(phone, ' ').trim(), keeps(call)[0] ?? null, { self: true }) : null
    if (!phone || !found) return privately(say.how)
    if ('replies' in found) return found.replies
    if (!mayChange(call, found.person) && found.person.id !== call.spoken.person.id) return privately(notForYou)
    await call.desk.setPhone(found.person.id, phone)
    return privately(say.phone(found.person.name, phone))
  },
}

export const gone: Command = {
  name: '离任',
  also: ['不干了', '退了'],
  for: 'cadre',
  ticket: 'none',
  example: '离任 李建国',
  help: '干部不干了，手上的事转走',
  async run(call, { rest }) {
    const found = findCadre(call, rest, keeps(call)[0] ?? null)
    if ('replies' in found) return found.replies
    if (!mayChange(call, found.person)) return privately(notForYou)
    const { roster } = call.desk
    const successor = (place: string) =>
      [...roster.people.values()].find((p) => p.id !== found.person.id && isCadre(p) && hasRoleOver(roster, p, 'secretary', place))
    const moved = await handOverAll(call.desk, found.person.id, (t) => successor(t.place)?.id ?? null)
    await call.desk.markGone(found.person.id)
    return privately(say.gone(found.person.name, moved.length, moved[0] ? (successor(moved[0].place)?.name ?? null) : null))
  },
}

export const newKeeper: Command = {
  name: '新网格员',
  also: ['新增网格员'],
  for: 'cadre',
  ticket: 'none',
  example: '新网格员 张三 13800000000 三社',
  help: '添一个网格员',
  async run(call, { rest }) {
    const { desk } = call
    const phone = PHONE.exec(rest)?.[0] ?? null
    const [name = '', ...others] = rest
      .replace(phone ?? /$^/u, ' ')
      .trim()
      .split(/\s+/u)
    const village = keeps(call).find((v) => keeps(call).length === 1 || others.join('').includes(placeName(desk.roster, v)))
    const she = village ? placeIn(desk.roster, village, others) : null
    if (!village || !she || name.length < 2) return privately(say.how)
    const ten = [...desk.roster.nodes.values()].find(
      (n) => n.parentId === she && (others.some((o) => o.includes(n.name)) || n.level === 'ten'),
    )
    const id = desk.newId()
    await desk.addPerson({ id, name, phone, onRoster: true })
    await desk.addRole(id, 'keeper', ten?.id ?? she)
    for (const g of desk.roster.groups.values())
      if (g.kind === 'village' && villageOf(desk.roster, g.grid) === village) await desk.joinGroup(g.id, id)
    return privately(say.keeper(name, placeName(desk.roster, she)))
  },
}
