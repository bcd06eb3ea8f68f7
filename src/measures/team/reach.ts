import { isCadre, type Person } from '../../domain/people.ts'
import { type Roster, townNode, villageOf } from '../../domain/roster.ts'

const KEEPERS_OF_THE_REGISTER = ['secretary', 'clerk', 'duty', 'leader'] as const

/** The town's people keep everybody's register, a village's secretary and clerk that of their village; nobody that of those above. */
export function mayKeepRegisterOf(roster: Roster, keeper: Person, person: Person): boolean {
  const roles = keeper.roles.filter((r) => KEEPERS_OF_THE_REGISTER.some((k) => k === r.role))
  if (roles.some((r) => r.grid === townNode(roster))) return isCadre(person)
  const villages = roles.map((r) => villageOf(roster, r.grid))
  const offices = person.roles.filter((r) => r.role !== 'resident')
  return (
    isCadre(person) &&
    offices.every((r) => villageOf(roster, r.grid) !== null) &&
    offices.some((r) => villages.includes(villageOf(roster, r.grid)))
  )
}

export const cadresKeptBy = (roster: Roster, keeper: Person): Person[] =>
  [...roster.people.values()].filter((p) => mayKeepRegisterOf(roster, keeper, p))
