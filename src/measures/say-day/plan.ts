import type { BulletinItem } from '../bulletin/facts.ts'
import { dayName, dayOf, numberOfDay } from '../../domain/moments.ts'
import type { Person } from '../../domain/people.ts'
import { villageGroup } from '../../domain/roster.ts'
import type { SayDay } from './facts.ts'
import type { Desk } from '../../ports/desk.ts'
import { placeName } from '../../tickets/facts.ts'
import { sayDayEve, sayDayOff, sayDayTold } from '../../wording/intake.ts'
import { announce } from '../bulletin/announce.ts'
import { agendaOf } from './agenda.ts'

export type Plan = Pick<SayDay, 'village' | 'day' | 'minute' | 'place'> & { topics: string[] }

/** A dated 说事日: its agenda from what waits and what was typed, told in the group and again the day before. */
export async function planSayDay(desk: Desk, by: Person, { topics, ...plan }: Plan): Promise<SayDay> {
  const { items, apart } = await agendaOf(desk, plan.village, by)
  const day: SayDay = {
    ...{ id: desk.newId(), ...plan, by: by.id, apart, state: 'planned', attendance: null, record: '' },
    agenda: [...topics.map((text) => ({ ticket: null, text, why: '' })), ...items],
  }
  await desk.sayDays.add(day)
  const village = placeName(desk.roster, day.village)
  const today = dayOf(desk.now)
  const eve = dayName(numberOfDay(day.day) - 1)
  const first = today < eve ? itemFor(desk, day, 'told', sayDayTold(day, village, desk.now), today, dayName(numberOfDay(eve) - 1)) : []
  const text = today < eve ? sayDayEve(day, village, desk.now) : sayDayTold(day, village, desk.now)
  await announce(desk, [...first, ...itemFor(desk, day, 'eve', text, eve, day.day)])
  return day
}

function itemFor(desk: Desk, d: SayDay, what: string, text: string, from: string, until: string): BulletinItem[] {
  const group = villageGroup(desk.roster, d.village)?.id
  if (!group) return []
  const id = `say-day:${d.id}:${what}`
  return [{ id, group, occasion: 'assembly', text, from, until, gentle: false, picture: null }]
}

export async function cancelSayDay(desk: Desk, d: SayDay): Promise<void> {
  await desk.bulletin.drop(`say-day:${d.id}:`, '取消')
  await desk.sayDays.change({ ...d, state: 'cancelled' })
  const group = villageGroup(desk.roster, d.village)?.id
  const told = group ? (await desk.bulletin.told(group, '')).some((t) => t.id.startsWith(`say-day:${d.id}:`)) : false
  const today = dayOf(desk.now)
  if (told && d.day >= today)
    await announce(desk, itemFor(desk, d, 'off', sayDayOff(d, placeName(desk.roster, d.village), desk.now), today, d.day))
}
