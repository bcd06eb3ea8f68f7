import { isCadre } from '../domain/people.ts'
import { placeName } from '../domain/place-name.ts'
import { findPlace } from '../domain/places.ts'
import { hasRoleOver, type Roster, villageGroup } from '../domain/roster.ts'
import { villageStem } from '../domain/village-stem.ts'
import { hasDigit, readNumber } from '../reading/numbers.ts'
import { readPhone } from '../reading/phone.ts'
import { badPhone, notChanged, roster as say } from '../wording/replies.ts'
import { privately } from './answer.ts'
import { CADRES, type CallOf, type Command, type Reply, STEWARDS } from './define-command.ts'
import { findCadre } from './find-person.ts'
import { keeps, mayChange } from './roster-rights.ts'

async function setPhone(call: CallOf<'roster' | 'setPhone'>, personId: string, phone: string): Promise<Reply[]> {
  const { desk } = call
  const person = desk.roster.people.get(personId)
  if (!person) return []
  await desk.setPhone(person.id, phone)
  return privately(say.phone(person.name, phone))
}

/** One's own by every cadre; another's by who keeps the roster. */
export const changePhone: Command = {
  name: '改电话',
  for: CADRES,
  ticket: 'none',
  fits: hasDigit,
  example: '改电话 李建国 13900000000',
  help: '干部换了电话',
  async run(call, { rest }) {
    const said = readPhone(rest)
    if (said.wrong !== null) return privately(badPhone(said.wrong))
    const { phone } = said
    if (phone === null) return privately(say.how)
    if (said.rest === '' || said.rest === '我') return setPhone(call, call.spoken.person.id, phone)
    const found = await findCadre(call, said.rest, null, () => `改电话 %s ${phone}`)
    if ('replies' in found) return found.replies
    const own = found.person.id === call.spoken.person.id
    return own || mayChange(call, found.person) ? setPhone(call, found.person.id, phone) : privately(notChanged(found.person.name))
  },
}

/** 二社1联户 and 二社第一联户 are one place. */
function tenIn(roster: Roster, she: string, words: readonly string[]): string | null {
  const tens = [...roster.nodes.values()].filter((n) => n.level === 'ten' && n.parentId === she)
  const numberIn = (text: string) => readNumber(/([\d一二两三四五六七八九十]+) ?(?:号|个)?(?:十户)?联户/u.exec(text)?.[1] ?? '')
  const said = numberIn(words.join(''))
  const found = tens.find((n) => words.some((w) => w.includes(n.name))) ?? tens.find((n) => said !== null && numberIn(n.name) === said)
  return found?.id ?? null
}

export const newKeeper: Command = {
  name: '新网格员',
  for: STEWARDS,
  ticket: 'none',
  fits: hasDigit,
  example: '新网格员 张三 13800000000 三社2联户',
  help: '添一个网格员',
  async run(call, { rest }) {
    const { desk } = call
    const said = readPhone(rest)
    if (said.wrong !== null) return privately(badPhone(said.wrong))
    const [name = '', ...others] = said.rest.split(/[\s，,]+/u)
    const mine = keeps(call)
    const village = mine.length === 1 ? mine[0] : mine.find((v) => others.join('').includes(villageStem(placeName(desk.roster, v))))
    const she = village ? findPlace(desk.roster, village, others) : null
    if (!village || !she || !/^\p{Script=Han}{2,4}$/u.test(name)) return privately(say.how)
    const grid = tenIn(desk.roster, she, others) ?? she
    const where = `${placeName(desk.roster, she)}${grid === she ? '' : (desk.roster.nodes.get(grid)?.name ?? '')}`
    const known = [...desk.roster.people.values()].find((p) => p.name === name && p.phone === said.phone)
    if (known && isCadre(known) && hasRoleOver(desk.roster, known, 'keeper', grid)) return privately(say.keeper(name, where))
    const id = known?.id ?? desk.newId()
    if (!known) await desk.addPerson({ id, name, phone: said.phone, onRoster: true })
    await desk.addRole(id, 'keeper', grid)
    const groups = [
      villageGroup(desk.roster, village),
      ...[...desk.roster.groups.values()].filter((g) => g.kind === 'cadres' && g.grid === village),
    ]
    for (const group of groups) if (group) await desk.joinGroup(group.id, id)
    return privately(say.keeper(name, where))
  },
}
