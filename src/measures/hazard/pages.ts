import { CADRE_ROLES } from '../../domain/people.ts'
import { placeName } from '../../domain/place-name.ts'
import { officesReach, personName } from '../../domain/roster.ts'
import { sightOf } from '../../domain/sight.ts'
import type { MeasurePages } from '../../ports/measure-pages.ts'
import { by } from '../../wording/dates.ts'
import { holdsOneOf } from '../record-pages.ts'
import { openHazards } from './verbs.ts'
import * as say from './words.ts'

/** A hazard is a matter and has a matter's page. */
export const hazardPages: MeasurePages = {
  path: 'hazards',
  of: 'net',
  title: say.hazardSheet,
  isFor: (person) => holdsOneOf(person, CADRE_ROLES),
  async list(desk, reader) {
    const { roster, now } = desk
    const open = await openHazards(desk, officesReach(roster, reader))
    return open
      .filter(({ ticket }) => sightOf(roster, reader, ticket) === 'all')
      .map(({ ticket, by: finder }) => ({
        key: null,
        label: ticket.label,
        title: ticket.title,
        place: placeName(roster, ticket.place),
        state: say.foundBy(personName(roster, finder)),
        tone: ticket.status === 'open' && ticket.completeBy < now ? 'late' : 'plain',
        when: by(ticket.waiting?.until ?? ticket.completeBy, now),
        matter: ticket.label,
      }))
  },
  ofMatter: async () => [],
  one: async () => null,
}
