import type { Judgement } from '../domain/judgement.ts'
import { isCadre, type Person, type Role } from '../domain/people.ts'
import { hasRoleOver, isCadreOf, type Roster } from '../domain/roster.ts'

/** What villagers call those who hold an office. */
const TITLES: readonly { words: readonly string[]; roles: readonly Role[] }[] = [
  { words: ['支书', '书记', '村主任', '村长', '主任'], roles: ['secretary'] },
  { words: ['文书', '会计'], roles: ['clerk'] },
  { words: ['调解员', '调解主任'], roles: ['mediator'] },
  { words: ['网格员', '社长', '队长', '组长'], roles: ['keeper'] },
  { words: ['包村干部', '包村领导', '驻村干部'], roles: ['leader'] },
  { words: ['村干部', '村委会', '村委', '村两委', '村上干部', '干部'], roles: ['secretary', 'clerk', 'mediator', 'keeper'] },
]

/**
 * Whom a report is about (recusal, 《信访工作条例》 art. 28 and 30): they never see it. In a complaint every office that
 * is named counts; in a dispute, every cadre named in full.
 */
export function aboutWhom(
  roster: Roster,
  judgement: Judgement,
  text: string,
  village: string,
  place: string,
  reporter: string | null,
): string[] {
  const complaint = judgement.sensitivity === 'cadre'
  if (!complaint && judgement.kind === 'village') return []
  const cadres = [...roster.people.values()].filter((p) => isCadre(p) && p.id !== reporter && isCadreOf(roster, p, village))
  const named = cadres.filter((p) => text.includes(p.name))
  if (!complaint) return named.map((p) => p.id)
  if (named.length > 0) return named.map((p) => p.id)
  const title = TITLES.find((t) => t.words.some((w) => text.includes(w)))
  const where = title?.roles.length === 1 && title.roles[0] === 'keeper' ? place : village
  const holds = (p: Person) =>
    (title?.roles ?? []).some((role) => (role === 'keeper' ? holdsKeeper(p) : hasRoleOver(roster, p, role, where)))
  const holdsKeeper = (p: Person) =>
    hasRoleOver(roster, p, 'keeper', place) || p.roles.some((r) => r.role === 'keeper' && isCadreOf(roster, p, village))
  return cadres.filter(holds).map((p) => p.id)
}
