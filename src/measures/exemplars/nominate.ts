import { newCase } from '../../domain/case.ts'
import type { Category, Exemplar } from '../../domain/exemplar.ts'
import { maskNumbers } from '../../domain/mask.ts'
import type { Person } from '../../domain/people.ts'
import { hasRoleOver } from '../../domain/roster.ts'
import type { Desk } from '../../ports/desk.ts'
import { askNext, decide, eventOf } from './steps.ts'

/** By anyone, for anyone, even for oneself; the first word after it is the nominee's. */
export async function nominate(
  desk: Desk,
  by: Person,
  of: { name: string; person: string | null; village: string; category: Category; deed: string },
): Promise<Exemplar> {
  const number = await desk.exemplars.nextNumber()
  const { name, person, village, category } = of
  const fresh: Exemplar = {
    ...newCase({ id: desk.newId(), number, village }, desk.now),
    village,
    status: 'nominated',
    name,
    person,
    category,
    deed: maskNumbers(of.deed),
    by: by.id,
    checkedBy: null,
    approvedBy: null,
    publishedAt: null,
  }
  const exemplar = await desk.exemplars.write(null, fresh, [eventOf(desk, by, 'nominated')])
  if (person !== by.id) {
    await askNext(desk, exemplar)
    return exemplar
  }
  const own = await decide(desk, by, exemplar, 'consent', true)
  return own.exemplar
}

/** Taken down: by the person, the village or the town. Nothing is said of it; what waits to be said is not said. */
export async function takeDown(desk: Desk, by: Person, e: Exemplar): Promise<Exemplar | null> {
  const theirs =
    e.person === by.id || hasRoleOver(desk.roster, by, 'secretary', e.village) || hasRoleOver(desk.roster, by, 'leader', e.village)
  if (!theirs) return null
  await desk.bulletin.drop(`exemplar:${e.id}`, '已撤下')
  return desk.exemplars.write(e, { ...e, status: 'withdrawn', endedAt: desk.now }, [eventOf(desk, by, 'withdrawn')])
}
