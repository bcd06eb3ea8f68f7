import { workdaysBetween } from '../domain/calendar.ts'
import type { Person } from '../domain/people.ts'
import { hasRoleOver, personName, townNode, villagesOf } from '../domain/roster.ts'
import { isPrivate, type Ticket } from '../domain/ticket.ts'
import type { Desk } from '../ports/desk.ts'
import { shortOf } from '../tickets/facts.ts'
import * as say from '../wording/digests.ts'

/** voice.md, section 2: what is late climbs to the 包村 leader on the fourth working day, to the town on the seventh. */
const VILLAGE_LEADER_DAY = 4
const TOWN_DAY = 7

export interface Decision {
  n: number
  text: string
  command: string
  ticket: string
}

/** What a ticket goes by where others read along: a private one by its kind alone. */
export const nameOf = (desk: Pick<Desk, 'roster'>, t: Ticket): string => (isPrivate(t) ? say.kindWords[t.kind] : shortOf(desk.roster, t))

export const partOf = (desk: Pick<Desk, 'roster'>, leader: Person): string[] => {
  const roles = leader.roles.filter((r) => r.role === 'leader')
  return [
    ...villagesOf(desk.roster, { roles: roles.length > 0 ? roles : leader.roles }),
    ...(atTown(desk, leader) ? [townNode(desk.roster)] : []),
  ]
}

export const atTown = (desk: Pick<Desk, 'roster'>, leader: Person): boolean =>
  hasRoleOver(desk.roster, leader, 'leader', townNode(desk.roster))

/** What waits for this leader's word, numbered, the oldest first. Matters about the leader are not among them. */
export async function pendingDecisions(desk: Desk, leader: Person): Promise<Decision[]> {
  const { now, calendar, roster } = desk
  const scope = { villages: partOf(desk, leader), from: now, to: now, reader: leader.id }
  const town = atTown(desk, leader)
  const rows = (await desk.figures.toDecide(scope, now)).flatMap((t): Omit<Decision, 'n'>[] => {
    const what = nameOf(desk, t)
    const line = (text: string, command: string) => [{ text, command, ticket: t.id }]
    const days = t.completeBy < now ? workdaysBetween(t.completeBy, now, calendar) : 0
    if (t.sensitivity === 'cadre') return line(say.aboutCadre(t.label), `查 ${t.label}`)
    if (t.extensionAsked?.approver === 'leader')
      return town ? [] : line(say.extensionWaits(t.label, what, t.extensionAsked.until, now), `同意 ${t.label}`)
    if (days >= (town ? TOWN_DAY : VILLAGE_LEADER_DAY))
      return line(say.late(t.label, what, days, say.whyLate(t.owner && personName(roster, t.owner))), `督办 ${t.label}`)
    if (!t.owner && t.respondBy < now) return line(say.unowned(t.label, what), `派 ${t.label} 姓名`)
    return t.stage === 'deliberation' && days === 0 && t.evidence.includes('talk')
      ? line(say.talkedInVain(t.label, what), `议 ${t.label} 镇里`)
      : []
  })
  return rows.map((r, i) => ({ n: i + 1, ...r }))
}
