import { lineUp } from '../domain/grid.ts'
import type { Hall, HallDone } from '../domain/hall.ts'
import { placeName } from '../domain/place-name.ts'
import type { Roster } from '../domain/roster.ts'
import { dayOf, daysBefore, monthName, monthOf } from '../domain/span.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Desk } from '../ports/desk.ts'
import type { Scope, Tally } from '../ports/figures.ts'
import { monthWord } from '../wording/digests.ts'
import { courseOfMonth } from './courses.ts'
import { total } from './figures.ts'

type HallDesk = Pick<Desk, 'now' | 'roster' | 'figures'>

/** As many sentences as can be read across a room. */
const SENTENCES = 7
/** A quiet day shows what was done in the days before it. */
const BACK_DAYS = 7

/** The village or its 社, never a door. */
function placeOf(roster: Roster, ticket: Ticket): string {
  const she = lineUp(roster.nodes, ticket.place).find((id) => roster.nodes.get(id)?.level === 'she')
  return placeName(roster, she ?? ticket.village)
}

const doneOf = (roster: Roster, ticket: Ticket): HallDone[] =>
  ticket.resolvedAt
    ? [
        {
          ...{ at: ticket.resolvedAt, place: placeOf(roster, ticket) },
          what: ticket.duty.endsWith('-OTHER') ? null : (roster.duties.get(ticket.duty)?.short ?? null),
        },
      ]
    : []

/** The township's day for its hall screen, from the figures that its leaders read. */
export async function hallOf({ now, roster, figures }: HallDesk): Promise<Hall> {
  const villages = [...roster.nodes.values()].filter((n) => n.level === 'village')
  const all: Scope = { villages: [...roster.nodes.keys()], reader: '', ...dayOf(now) }
  const month: Scope = { ...all, ...monthOf(monthName(now)) }
  const { live, overdue, waiting } = await figures.standing(all, now)
  const inVillage = (rows: readonly Tally[], id: string) => total(rows.filter((r) => r.village === id))
  const lately = { ...all, from: daysBefore(now, BACK_DAYS) }
  return {
    ...{ town: roster.townName, now },
    today: { opened: total(await figures.opened(all)), done: total(await figures.done(all)) },
    standing: { live: total(live), overdue: total(overdue), waiting: total(waiting) },
    month: {
      ...{ name: monthWord(monthName(now)), opened: total(await figures.opened(month)), done: total(await figures.done(month)) },
      onTime: await figures.completions(month),
    },
    villages: villages.map(({ id, name }) => ({ name, live: inVillage(live, id), overdue: inVillage(overdue, id) })),
    done: (await figures.doneInPublic(lately, SENTENCES)).flatMap((t) => doneOf(roster, t)),
    stages: (await figures.stages(all, now)).map(({ stage, count }) => ({ stage, count })),
    course: await courseOfMonth({ now, figures }, month, monthName(now)),
  }
}
