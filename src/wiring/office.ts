import type { FastifyInstance, FastifyRequest } from 'fastify'
import { waitingDecisions } from '../digest/index.ts'
import type { Calendar } from '../domain/calendar.ts'
import { OFFICE_CHANNEL } from '../domain/message-ref.ts'
import { toPerson } from '../domain/notice.ts'
import { asSeen } from '../domain/picture.ts'
import type { Engine } from '../jobs/engine.ts'
import { WINGS } from '../measures/index.ts'
import { officeRoutes } from '../office/routes.ts'
import { ordersOpenTo } from '../orders/open-orders.ts'
import { isSecureAt } from '../pages/own-site.ts'
import { cleanPhoto } from '../pictures/clean-photo.ts'
import { draw } from '../pictures/draw.ts'
import type { Clock } from '../ports/clock.ts'
import type { MakeFile } from '../ports/files.ts'
import type { OfficeActs, RightsNow } from '../ports/office.ts'
import type { IncomingMessage, Store } from '../ports/store.ts'
import type { VillageCodes } from '../ports/village-codes.ts'
import { type OfficeAddress, officeDoorOf } from '../store/office.ts'
import { officeRecordOf } from '../store/office-record.ts'
import type { Database } from '../store/transaction.ts'
import { mustCall } from '../tickets/call-line.ts'
import { mayTry } from '../tickets/trial.ts'
import { trialWeeks } from '../tickets/trial-weeks.ts'

interface Parts {
  db: Database
  town(): string | null
  store: Store
  clock: Clock
  calendar: Calendar
  engine: Engine
  receive(message: IncomingMessage): Promise<void>
  office: OfficeAddress
  codes: VillageCodes
  make: MakeFile
}

/** What is done on a page is said to the bot, on the road of every other message: recorded once, handled, answered. */
function officeActs({ db, store, clock, engine, receive }: Parts): OfficeActs {
  const record = officeRecordOf(db)
  /** Nobody's form can be taken for another's. */
  const named = (person: string, id: string) => `${person}.${id}`
  const answerTo: OfficeActs['answerTo'] = ({ roster, person }, id) => record.answerTo(roster.town, person.id, named(person.id, id))
  return {
    answerTo,
    matter: ({ roster }, label) => record.matter(roster.town, label),
    async photo({ roster }, id) {
      const kept = await record.photo(roster.town, id)
      return kept && asSeen(kept, draw)
    },
    rights: ({ roster, person }, tickets) =>
      store.atDesk(roster.town, clock.now(), async (desk) => {
        const rights: RightsNow[] = []
        for (const ticket of tickets) {
          const calls = mustCall(desk, ticket, person.id) || ticket.reporter === person.id
          rights.push({ orders: await ordersOpenTo(desk, person, ticket), calls })
        }
        return rights
      }),
    decisions: ({ roster, person }, most) => store.atDesk(roster.town, clock.now(), (desk) => waitingDecisions(desk, person, most)),
    trials: ({ roster, person }) =>
      store.atDesk(roster.town, clock.now(), async (desk) =>
        (await trialWeeks(desk)).filter(({ group }) => mayTry(desk, person, group.grid)),
      ),
    async say(viewer, { id, text, quote, photos }) {
      const { person, roster } = viewer
      await receive({
        ...{ town: roster.town, channel: OFFICE_CHANNEL, id: named(person.id, id), conversation: toPerson(person.id), person: person.id },
        ...{ text, quote, photos, at: clock.now() },
      })
      await engine.work()
      return (await answerTo(viewer, id)) ?? { texts: [], done: false }
    },
    look: ({ roster }, run) => store.atDesk(roster.town, clock.now(), run),
    pulse: ({ roster }) => record.pulse(roster.town),
  }
}

/** Wires the office page to the town that is served at the moment of the request. */
export function officeRoom(server: FastifyInstance, parts: Parts): void {
  const { db, town, clock, calendar, office } = parts
  const { machine, newToken } = office
  const isSecure = ({ host }: FastifyRequest): boolean => isSecureAt(office.address(), host)
  const door = officeDoorOf(db, { town, now: clock.now, calendar, machine, newToken })
  const measures = WINGS.flatMap((wing) => wing.pages)
  const held = WINGS.flatMap((wing) => wing.held ?? [])
  const { codes, make } = parts
  officeRoutes(server, { door, isSecure, acts: officeActs(parts), measures, held, codes, make, newId: newToken, clean: cleanPhoto })
}
