import { toPerson } from '../domain/notice.ts'
import { isCadre, type Person } from '../domain/people.ts'
import { findPlace } from '../domain/places.ts'
import { hasRoleOver, holders, isCadreOf, type Roster, townNode, villageGroup, villagesOf } from '../domain/roster.ts'
import type { Ticket } from '../domain/ticket.ts'
import { placeName, shortOf } from '../tickets/facts.ts'
import { handOverAll } from '../tickets/leave.ts'
import { noPerson, notForYou, roster as say, takenOver } from '../wording/replies.ts'
import { privately } from './answer.ts'
import { type Call, type Command, STEWARDS } from './define-command.ts'
import { cadresOf, findCadre, fullName } from './find-person.ts'

const PHONE = /(?<!\d)1\d{10}(?!\d)/u
const hasPhone: Command['fits'] = (words) => PHONE.test(words)

/** The villages whose roster this person keeps: the secretary and the clerk their own, the town's people all of theirs. */
export function keeps({ desk, spoken }: Call): string[] {
  const town = townNode(desk.roster)
  const ofTown = hasRoleOver(desk.roster, spoken.person, 'duty', town) || hasRoleOver(desk.roster, spoken.person, 'leader', town)
  if (ofTown) return villagesOf(desk.roster, spoken.person)
  return villagesOf(desk.roster, { roles: spoken.person.roles.filter((r) => r.role === 'secretary' || r.role === 'clerk') })
}

const mayChange = (call: Call, person: Person): boolean => keeps(call).some((village) => isCadreOf(call.desk.roster, person, village))

export const changePhone: Command = {
  name: '改电话',
  also: ['换电话'],
  for: STEWARDS,
  ticket: 'none',
  fits: hasPhone,
  example: '改电话 李建国 13900000000',
  help: '干部换了电话',
  async run(call, { rest }) {
    const phone = PHONE.exec(rest)?.[0]
    if (!phone) return privately(say.how)
    const found = await findCadre(call, rest.replace(phone, ' ').trim(), keeps(call)[0] ?? null, () => `改电话 %s ${phone}`)
    if ('replies' in found) return found.replies
    if (!mayChange(call, found.person) && found.person.id !== call.spoken.person.id) return privately(notForYou('改电话', null, null))
    await call.desk.setPhone(found.person.id, phone)
    return privately(say.phone(found.person.name, phone))
  },
}

/** The next in line: another of the duty's role nearest to the place, else up the line. */
function nextInLine(roster: Roster, gone: string, ticket: Ticket): string | null {
  const own = roster.duties.get(ticket.duty)?.owner
  for (const role of [...(own ? [own] : []), 'secretary', 'leader', 'duty'] as const) {
    const found = holders(roster, role, ticket.place).find((id) => id !== gone && !ticket.about.includes(id))
    if (found) return found
  }
  return null
}

/** Only by the whole name, for it cannot be taken back. */
export const gone: Command = {
  name: '离任',
  also: [],
  for: STEWARDS,
  ticket: 'none',
  fits: (words, scene, apart) => apart && scene.namesCadre(words),
  example: '离任 李建国',
  help: '干部不干了，手上的事转走',
  async run(call, { rest }) {
    const { desk, spoken } = call
    const named = cadresOf(desk.roster).filter((c) => (c.name === rest || fullName(c) === rest) && mayChange(call, c.person))
    const [only, second] = named
    if (!only) return privately(noPerson(rest.slice(0, 6)))
    if (second) return privately(say.whichOne(named.map(fullName)))
    const moved = await handOverAll(desk, only.id, (t) => nextInLine(desk.roster, only.id, t))
    await desk.markGone(only.id)
    const hands = Map.groupBy(moved, (t) => t.owner)
    const told = [...hands].flatMap(([owner, tickets]) => (owner ? [{ owner, tickets }] : []))
    await desk.notify(
      told.map(({ owner, tickets }) => {
        const list = tickets.map((t) => `${t.label} ${shortOf(desk.roster, t)}`)
        return {
          key: `gone:${spoken.messageId}:${owner}`,
          to: toPerson(owner),
          ticket: null,
          occasion: 'handed-over',
          text: takenOver(only.name, list),
        }
      }),
    )
    const next = told.map(({ owner, tickets }) => ({ name: desk.roster.people.get(owner)?.name ?? '', count: tickets.length }))
    return privately(say.gone(only.name, moved.length, next))
  },
}

export const newKeeper: Command = {
  name: '新网格员',
  also: ['新增网格员', '添网格员'],
  for: STEWARDS,
  ticket: 'none',
  fits: hasPhone,
  example: '新网格员 张三 13800000000 三社2联户',
  help: '添一个网格员',
  async run(call, { rest }) {
    const { desk } = call
    const phone = PHONE.exec(rest)?.[0] ?? null
    const [name = '', ...others] = rest
      .replace(phone ?? /$^/u, ' ')
      .trim()
      .split(/[\s，,]+/u)
    const mine = keeps(call)
    const village = mine.length === 1 ? mine[0] : mine.find((v) => others.join('').includes(placeName(desk.roster, v).replace(/村$/u, '')))
    const she = village ? findPlace(desk.roster, village, others) : null
    if (!village || !she || !/^\p{Script=Han}{2,4}$/u.test(name)) return privately(say.how)
    const tens = [...desk.roster.nodes.values()].filter((n) => n.level === 'ten' && n.parentId === she)
    const number = /(\d+|[一二三四五六七八九十]+) ?(?:号|个)?(?:十户)?联户/u.exec(others.join(''))?.[1]
    const ten =
      tens.find((n) => others.some((o) => o.includes(n.name))) ?? tens.find((n) => number !== undefined && n.name.includes(number))
    const known = [...desk.roster.people.values()].find((p) => p.name === name && p.phone === phone)
    if (known && isCadre(known) && hasRoleOver(desk.roster, known, 'keeper', ten?.id ?? she))
      return privately(say.keeper(name, placeName(desk.roster, she)))
    const id = known?.id ?? desk.newId()
    if (!known) await desk.addPerson({ id, name, phone, onRoster: true })
    await desk.addRole(id, 'keeper', ten?.id ?? she)
    const groups = [
      villageGroup(desk.roster, village),
      ...[...desk.roster.groups.values()].filter((g) => g.kind === 'cadres' && g.grid === village),
    ]
    for (const group of groups) if (group) await desk.joinGroup(group.id, id)
    return privately(say.keeper(name, placeName(desk.roster, she)))
  },
}
