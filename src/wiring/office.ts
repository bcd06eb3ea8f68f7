import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Calendar } from '../domain/calendar.ts'
import { officeRoutes } from '../office/routes.ts'
import type { Clock } from '../ports/clock.ts'
import { type OfficeAddress, officeDoorOf } from '../store/office.ts'
import type { Database } from '../store/transaction.ts'

interface Parts {
  db: Database
  town(): string | null
  clock: Clock
  calendar: Calendar
  office: OfficeAddress
}

/** Wires the office page to the town that is served at the moment of the request. */
export function officeRoom(server: FastifyInstance, { db, town, clock, calendar, office }: Parts): void {
  const { machine, newToken } = office
  const isSecure = ({ host }: FastifyRequest): boolean => {
    const address = URL.parse(office.address() ?? '')
    return address?.protocol === 'https:' && address.host === host
  }
  officeRoutes(server, { door: officeDoorOf(db, { town, now: clock.now, calendar, machine, newToken }), isSecure })
}
