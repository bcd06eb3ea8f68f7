import { toPerson } from '../domain/notice.ts'
import { isHandedIn } from '../domain/open-channel.ts'
import { placeName } from '../domain/place-name.ts'
import { gridOf, personName, type Roster } from '../domain/roster.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Desk } from '../ports/desk.ts'
import { toldOn, unknownYearRemark } from '../wording/dates.ts'
import { inGroupAs, nobody, onPageAs, unnamed, withHome } from '../wording/names.ts'
import type { Told } from '../wording/told.ts'

export const shortOf = (roster: Roster, ticket: Pick<Ticket, 'duty' | 'title'>): string =>
  (ticket.duty.endsWith('-OTHER') ? undefined : roster.duties.get(ticket.duty)?.short) ?? ticket.title

/** 老周, for those who are to act; who wants no name is named only to whoever has it and must call. */
const reporterName = (roster: Roster, ticket: Pick<Ticket, 'reporter' | 'hidden' | 'through'>): string =>
  ticket.hidden ? unnamed : nameForOwner(roster, ticket)

/** The same to whoever has it. */
export function nameForOwner(roster: Roster, ticket: Pick<Ticket, 'reporter' | 'through'>): string {
  if (ticket.through) return ticket.through.name
  return ticket.reporter ? personName(roster, ticket.reporter) : nobody
}

/** 坪头村三社, where somebody lives or works as far as is known. */
export function homeOf(roster: Roster, person: string): string {
  const grid = gridOf(roster, person)
  return grid ? placeName(roster, grid) : ''
}

/** 朱凤霞（一社）, or 槐树村二社朱凤霞 when that is another village, or 群里“老家味道” who is on no roster. */
export function reporterAndHome(roster: Roster, ticket: Pick<Ticket, 'reporter' | 'through' | 'village' | 'source'>): string {
  if (ticket.through) return ticket.through.name
  const person = ticket.reporter ? roster.people.get(ticket.reporter) : undefined
  if (!person) return nobody
  if (ticket.source === 'form' && !person.onRoster) return onPageAs(person.name, person.phone)
  if (!person.onRoster) return isHandedIn(toPerson(person.id)) ? person.name : inGroupAs(person.name)
  const home = homeOf(roster, person.id)
  const village = placeName(roster, ticket.village)
  return home.startsWith(village) ? withHome(person.name, home.slice(village.length)) : `${home}${person.name}`
}

/** Several tickets by what they are called, where that is not enough with their place, and else with the day they were told. */
export function toldApart(roster: Roster, tickets: readonly Ticket[], name: (ticket: Ticket) => string): string[] {
  const several = (names: readonly string[], n: number) => names.filter((it) => it === names[n]).length > 1
  const names = tickets.map(name)
  const places = tickets.map((t) => {
    const place = t.place === t.village ? '' : (roster.nodes.get(t.place)?.name ?? '')
    return place === '' || name(t).includes(place) ? name(t) : `${place}${name(t)}`
  })
  return tickets.map(({ label, openedAt }, n) =>
    !several(names, n)
      ? `${label} ${names[n]}`
      : !several(places, n)
        ? `${label} ${places[n]}`
        : `${label} ${places[n]}，${toldOn(openedAt)}`,
  )
}

/** What whoever tells of a ticket has to ask. */
export type FactsDesk = Pick<Desk, 'roster' | 'now' | 'calendar'>

/** Everything the sentences about a ticket may need, looked up once. */
export function factsOf(
  desk: FactsDesk,
  ticket: Ticket,
  event: { by: string | null; note: string | null; formerOwner?: string | null },
): Told {
  const { roster } = desk
  return {
    ticket,
    short: shortOf(roster, ticket),
    village: placeName(roster, ticket.village),
    place: placeName(roster, ticket.place),
    owner: ticket.owner && personName(roster, ticket.owner),
    formerOwner: event.formerOwner ? personName(roster, event.formerOwner) : null,
    by: event.by && (ticket.hidden && event.by === ticket.reporter ? unnamed : personName(roster, event.by)),
    reporter: reporterName(roster, ticket),
    note: event.note,
    now: desk.now,
    remark: unknownYearRemark(ticket.waiting?.until ?? ticket.completeBy, desk.calendar),
  }
}
