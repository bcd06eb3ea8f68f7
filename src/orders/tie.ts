import { groupIn, toGroup } from '../domain/notice.ts'
import { isCadre, type Person } from '../domain/people.ts'
import { hasRoleOver, townNode, villageOf } from '../domain/roster.ts'
import { homeOf } from '../tickets/facts.ts'
import { nobodyToTie, tieCadre, tiedNow, tieNobody, tieWhich, tieWhom } from '../wording/binding.ts'
import { privately } from './answer.ts'
import { type CallOf, type Command, STEWARDS } from './define-command.ts'
import { keeps } from './roster-rights.ts'

/** Whose word is enough to make somebody a cadre. */
const isOfTown = ({ desk, spoken }: CallOf<'roster'>): boolean =>
  (['duty', 'leader'] as const).some((role) => hasRoleOver(desk.roster, spoken.person, role, townNode(desk.roster)))

/** The quoted one who stands on no roster, else who spoke last where this cadre keeps the roster. */
async function strangerMeant(call: CallOf<'heard' | 'lastStranger' | 'roster'>): Promise<string | null> {
  const { desk, spoken } = call
  if (spoken.quote) {
    const quoted = await desk.heard(spoken.quote)
    const person = desk.roster.people.get(quoted?.person ?? '')
    return person && !person.onRoster ? person.id : null
  }
  const here = groupIn(spoken.conversation)
  const own = keeps(call)
  const groups = [...desk.roster.groups.values()].filter((g) => (here ? g.id === here : own.includes(villageOf(desk.roster, g.grid) ?? '')))
  return desk.lastStranger(
    groups.map((g) => toGroup(g.id)),
    here === null && isOfTown(call),
  )
}

/** People of the roster by their whole name, perhaps with the place before it: 一社张三. */
function named({ desk }: CallOf<'roster'>, words: string, villages: readonly string[]): Person[] {
  const { roster } = desk
  return [...roster.people.values()].filter((p) => {
    if (!p.onRoster || !words.endsWith(p.name)) return false
    const place = words.slice(0, -p.name.length).trim()
    const home = homeOf(roster, p.id)
    const ours = villages.some((village) => home.startsWith(roster.nodes.get(village)?.name ?? '\n')) || (isCadre(p) && villages.length > 0)
    return ours && (place === '' || home.includes(place))
  })
}

/** 认人: a cadre's word on who somebody is. Never taken from what people call themselves. */
export const tie: Command = {
  name: '认人',
  for: STEWARDS,
  ticket: 'none',
  fits: (_words, _scene, apart) => apart,
  now: async (call) => (await strangerMeant(call)) !== null,
  example: '认人 周大爷',
  help: '告诉我刚才说话的是谁',
  async run(call, { rest }) {
    const { desk } = call
    if (rest === '') return privately(tieWhom)
    const stranger = await strangerMeant(call)
    if (!stranger) return privately(nobodyToTie)
    const found = named(call, rest, keeps(call))
    const [only, second] = found
    if (!only) return privately(tieNobody(rest.slice(0, 8)))
    const place = (p: Person) => homeOf(desk.roster, p.id)
    if (second) return privately(tieWhich(found.map((p) => `${place(p)}${p.name}`)))
    // Else a clerk could give a telephone of their own the rights of a leader.
    if (isCadre(only) && !isOfTown(call)) return privately(tieCadre(only.name))
    await desk.tie(stranger, only.id)
    return privately(tiedNow(place(only), only.name))
  },
}
