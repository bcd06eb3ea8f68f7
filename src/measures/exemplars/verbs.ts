import { maskNumbers } from '../../domain/mask.ts'
import { dayOf, yearOf } from '../../domain/moments.ts'
import { toPerson } from '../../domain/notice.ts'
import type { Person } from '../../domain/people.ts'
import { placeName } from '../../domain/place-name.ts'
import { hasRoleOver, holders, isCadreOf, townNode, villageGroup } from '../../domain/roster.ts'
import { monthOf, type Span } from '../../domain/span.ts'
import type { Desk } from '../../ports/desk.ts'
import { pictureNames } from '../../wording/pictures.ts'
import { askApproval } from '../ask-approval.ts'
import { announce, type BulletinDesk } from '../bulletin/verbs.ts'
import { changeCase, openCase } from '../cases.ts'
import { AFTER, CATEGORIES, type Category, EXEMPLARS, type Exemplar, LIVE, type Step, stepOf } from './facts.ts'
import * as say from './words.ts'

declare module '../../domain/notice.ts' {
  interface MeasureOccasions extends Record<'exemplar', true> {}
}

const MANY = 5000

/** Somebody who was named for the same this year, and did not say no: once is enough. */
export const alreadyNamed = async (
  desk: Pick<Desk, 'cases' | 'now'>,
  of: Pick<Exemplar, 'name' | 'person' | 'village' | 'category'>,
): Promise<Exemplar | null> => {
  const { from, to } = spanOfYear(yearOf(desk.now))
  const same = (e: Exemplar) =>
    of.person === null ? e.person === null && e.name === of.name && e.village === of.village : e.person === of.person
  const list = await desk.cases(EXEMPLARS).list({ statuses: LIVE, openedFrom: from, openedTo: to, limit: MANY })
  return list.find((e) => e.category === of.category && same(e)) ?? null
}

/** By anyone, for anyone, even for oneself; the first word after it is the nominee's. */
export async function nominate(
  desk: BulletinDesk & Pick<Desk, 'roster' | 'newId' | 'notify' | 'ask' | 'cases'>,
  by: Person,
  of: { name: string; person: string | null; village: string; category: Category; deed: string },
): Promise<Exemplar> {
  const nobody = { checkedBy: null, approvedBy: null, publishedAt: null }
  const fresh = { ...of, status: 'nominated' as const, deed: maskNumbers(of.deed), by: by.id, ...nobody }
  const exemplar = await openCase(desk, EXEMPLARS, by, 'nominated', fresh)
  if (of.person !== by.id) {
    await askNext(desk, exemplar)
    return exemplar
  }
  const own = await decide(desk, by, exemplar, 'consent', true)
  return own.exemplar
}

/** Taken down: by the person, the village or the town. Nothing is said of it; what waits to be said is not said. */
export async function takeDown(
  desk: Pick<Desk, 'now' | 'roster' | 'cases' | 'bulletin'>,
  by: Person,
  e: Exemplar,
): Promise<Exemplar | null> {
  const theirs =
    e.person === by.id || hasRoleOver(desk.roster, by, 'secretary', e.village) || hasRoleOver(desk.roster, by, 'leader', e.village)
  if (!theirs) return null
  await desk.bulletin.drop(`exemplar:${e.id}`, say.droppedAs)
  return changeCase(desk, EXEMPLARS, by, e, 'withdrawn', { status: 'withdrawn', endedAt: desk.now })
}

/** A cadre speaks for somebody who stands on no roster; everybody else answers for themselves. Nobody checks or approves their own. */
function may(desk: Pick<Desk, 'roster'>, person: Person, e: Exemplar, step: Step): boolean {
  if (step === 'consent') return e.person === person.id || (e.person === null && isCadreOf(desk.roster, person, e.village))
  if (e.person === person.id) return false
  return hasRoleOver(desk.roster, person, step === 'check' ? 'secretary' : 'leader', e.village)
}

export type Decided = { exemplar: Exemplar } | { refused: 'not-yours' | 'not-now'; exemplar: Exemplar; step: Step }

/** One of the three words that are wanted, in their order; a no ends it. */
export async function decide(
  desk: BulletinDesk & Pick<Desk, 'roster' | 'notify' | 'ask' | 'cases'>,
  by: Person,
  e: Exemplar,
  step: Step,
  yes: boolean,
): Promise<Decided> {
  if (stepOf(e) !== step) return { refused: 'not-now', exemplar: e, step }
  if (!may(desk, by, e, step)) return { refused: 'not-yours', exemplar: e, step }
  if (!yes) {
    return { exemplar: await changeCase(desk, EXEMPLARS, by, e, 'declined', { status: 'declined', endedAt: desk.now }, step) }
  }
  const status = AFTER[step]
  const exemplar = await changeCase(desk, EXEMPLARS, by, e, status, {
    status,
    ...(step === 'check' && { checkedBy: by.id }),
    ...(step === 'approve' && { approvedBy: by.id, publishedAt: desk.now, endedAt: desk.now }),
  })
  await askNext(desk, exemplar)
  return { exemplar }
}

/** Whoever's word comes next is asked for it; at the end it goes into the village's post of the day. */
async function askNext(desk: BulletinDesk & Pick<Desk, 'roster' | 'notify' | 'ask'>, e: Exemplar): Promise<void> {
  const step = stepOf(e)
  if (step === null) {
    if (e.status === 'published') await publish(desk, e)
    return
  }
  const key = `exemplar:${e.id}:${step}`
  const put = (person: string, text: string) =>
    askApproval(desk, { key, person, text, yes: say.order(e, step, true), no: say.order(e, step, false) })
  if (step === 'consent') {
    if (e.person) return put(e.person, say.askConsent(e))
    const [cadre] = [...holders(desk.roster, 'clerk', e.village), ...holders(desk.roster, 'secretary', e.village)]
    if (cadre) await desk.notify([{ key, to: toPerson(cadre), ticket: null, occasion: 'exemplar', text: say.askInPerson(e) }])
    return
  }
  const place = step === 'check' ? e.village : townNode(desk.roster)
  const person = holders(desk.roster, step === 'check' ? 'secretary' : 'leader', place).find((id) => id !== e.person)
  const text = step === 'check' ? say.askCheck(e) : say.askApproval(e, placeName(desk.roster, e.village))
  if (person) await put(person, text)
}

async function publish(desk: BulletinDesk & Pick<Desk, 'roster'>, e: Exemplar): Promise<void> {
  const group = villageGroup(desk.roster, e.village)
  if (!group) return
  const village = placeName(desk.roster, e.village)
  const foot = say.cardFoot(desk.roster.townName, village, yearOf(desk.now))
  const tells = { kind: 'card' as const, heading: say.cardHeading, name: e.name, lines: say.cardLines(e), foot, honour: true as const }
  const picture = { name: pictureNames.card, tells }
  const item = { id: `exemplar:${e.id}`, group: group.id, occasion: 'exemplar' as const, text: say.post(e, village) }
  await announce(desk, [{ ...item, from: dayOf(desk.now), until: null, gentle: true, picture }])
}

export const spanOfYear = (year: number): Span => ({ from: monthOf(`${year}-01`).from, to: monthOf(`${year}-12`).to })

/** Published and not taken down since, in a span. */
export const publishedIn = (desk: Pick<Desk, 'cases'>, { from, to }: Span): Promise<Exemplar[]> =>
  desk.cases(EXEMPLARS).list({ statuses: ['published'], endedFrom: from, endedTo: to, limit: MANY })

export function tally(list: readonly Exemplar[]): Record<Category, number> {
  const counts: Record<Category, number> = { party: 0, daughter: 0, youth: 0, family: 0, villager: 0, neighbour: 0, helper: 0 }
  for (const e of list) counts[e.category] += 1
  return counts
}

export const namesByCategory = (list: readonly Exemplar[]): { category: Category; names: string[] }[] =>
  CATEGORIES.map((category) => ({ category, names: list.filter((e) => e.category === category).map((e) => e.name) })).filter(
    (r) => r.names.length > 0,
  )
