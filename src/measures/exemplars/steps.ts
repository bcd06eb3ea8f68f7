import { AFTER, type Exemplar, type Step, stepOf } from '../../domain/exemplar.ts'
import { dayOf, yearOf } from '../../domain/moments.ts'
import { toPerson } from '../../domain/notice.ts'
import type { Person } from '../../domain/people.ts'
import { hasRoleOver, holders, isCadreOf, townNode, villageGroup } from '../../domain/roster.ts'
import type { Desk } from '../../ports/desk.ts'
import { placeName } from '../../tickets/facts.ts'
import * as say from '../../wording/exemplars.ts'
import { pictureNames } from '../../wording/pictures.ts'
import { askApproval } from '../ask-approval.ts'
import { announce } from '../bulletin/announce.ts'

export type ExemplarEvent = 'nominated' | 'consented' | 'checked' | 'published' | 'declined' | 'withdrawn'

export const eventOf = (desk: Desk, by: Person, what: ExemplarEvent, note: string | null = null) => ({
  at: desk.now,
  what,
  by: by.id,
  note,
  data: {},
})

/** A cadre speaks for somebody who stands on no roster; everybody else answers for themselves. Nobody checks or approves their own. */
function may(desk: Desk, person: Person, e: Exemplar, step: Step): boolean {
  if (step === 'consent') return e.person === person.id || (e.person === null && isCadreOf(desk.roster, person, e.village))
  if (e.person === person.id) return false
  return hasRoleOver(desk.roster, person, step === 'check' ? 'secretary' : 'leader', e.village)
}

export type Decided = { exemplar: Exemplar } | { refused: 'not-yours' | 'not-now'; exemplar: Exemplar; step: Step }

/** One of the three words that are wanted, in their order; a no ends it. */
export async function decide(desk: Desk, by: Person, e: Exemplar, step: Step, yes: boolean): Promise<Decided> {
  if (stepOf(e) !== step) return { refused: 'not-now', exemplar: e, step }
  if (!may(desk, by, e, step)) return { refused: 'not-yours', exemplar: e, step }
  if (!yes) {
    const declined = { ...e, status: 'declined' as const, endedAt: desk.now }
    return { exemplar: await desk.exemplars.write(e, declined, [eventOf(desk, by, 'declined', step)]) }
  }
  const status = AFTER[step]
  const after: Exemplar = {
    ...e,
    status,
    ...(step === 'check' && { checkedBy: by.id }),
    ...(step === 'approve' && { approvedBy: by.id, publishedAt: desk.now, endedAt: desk.now }),
  }
  const exemplar = await desk.exemplars.write(e, after, [eventOf(desk, by, status)])
  await askNext(desk, exemplar)
  return { exemplar }
}

/** Whoever's word comes next is asked for it; at the end it goes into the village's post of the day. */
export async function askNext(desk: Desk, e: Exemplar): Promise<void> {
  const step = stepOf(e)
  if (step === null) {
    if (e.status === 'published') await publish(desk, e)
    return
  }
  const key = `exemplar:${e.id}:${step}`
  const put = (person: string, text: string, yes: string, no: string) =>
    askApproval(desk, { key, person, text, yes: `榜样 ${e.number} ${yes}`, no: `榜样 ${e.number} ${no}` })
  if (step === 'consent') {
    if (e.person) return put(e.person, say.askConsent(e), '愿意', '不愿意')
    const [cadre] = [...holders(desk.roster, 'clerk', e.village), ...holders(desk.roster, 'secretary', e.village)]
    if (cadre) await desk.notify([{ key, to: toPerson(cadre), ticket: null, occasion: 'exemplar', text: say.askInPerson(e) }])
    return
  }
  const place = step === 'check' ? e.village : townNode(desk.roster)
  const person = holders(desk.roster, step === 'check' ? 'secretary' : 'leader', place).find((id) => id !== e.person)
  const text = step === 'check' ? say.askCheck(e) : say.askApproval(e, placeName(desk.roster, e.village))
  if (person) await put(person, text, step === 'check' ? '村里同意' : '镇里同意', step === 'check' ? '村里不同意' : '镇里不同意')
}

async function publish(desk: Desk, e: Exemplar): Promise<void> {
  const group = villageGroup(desk.roster, e.village)
  if (!group) return
  const village = placeName(desk.roster, e.village)
  const foot = say.cardFoot(desk.roster.townName, village, yearOf(desk.now))
  const tells = { kind: 'card' as const, heading: say.cardHeading, name: e.name, lines: say.cardLines(e), foot }
  const picture = { name: pictureNames.card, tells }
  const item = { id: `exemplar:${e.id}`, group: group.id, occasion: 'exemplar' as const, text: say.post(e, village) }
  await announce(desk, [{ ...item, from: dayOf(desk.now), until: null, gentle: true, picture }])
}
