import { createHash } from 'node:crypto'
import type { Calendar } from '../domain/calendar.ts'
import { DAY_MS, earlier, HOUR_MS, later, MINUTE_MS } from '../domain/durations.ts'
import { holdsOffice } from '../domain/people.ts'
import type { OfficeDoor } from '../ports/office.ts'
import type { OfficeDesk } from '../ports/office-desk.ts'
import { rosterOf } from './roster.ts'
import type { Database, Transaction } from './transaction.ts'

/** How long a link may be opened, how long a session lasts at most, and how long one lasts in which nothing is asked for. */
const LINK_MS = 30 * MINUTE_MS
const SESSION_MS = 3 * DAY_MS
const IDLE_MS = 12 * HOUR_MS
/** When somebody was last seen is written no more often than this. */
const SEEN_MS = 5 * MINUTE_MS

/** Where the page is reached, and by which time it lives. */
export interface OfficeAddress {
  /** Null where no telephone reaches this program. */
  address(): string | null
  machine(): Date
  newToken(): string
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

export const officeDeskOf = (tx: Transaction, town: string, office: OfficeAddress | undefined): OfficeDesk => ({
  async linkTo(personId, path) {
    const address = office?.address()
    if (!office || !address) return null
    const token = office.newToken()
    await tx.officeLink.deleteMany({ where: { townId: town, personId, until: { lte: office.machine() } } })
    const until = later(office.machine(), LINK_MS)
    await tx.officeLink.create({ data: { townId: town, hash: hashOf(token), personId, path, until } })
    return `${address}/office/in/${token}`
  },
  async screenLink(renew) {
    const address = office?.address()
    if (!office || !address) return null
    const fresh = { token: office.newToken(), madeAt: office.machine() }
    const kept = await tx.screenLink.upsert({ where: { townId: town }, create: { townId: town, ...fresh }, update: renew ? fresh : {} })
    return `${address}/screen/${kept.token}`
  },
  async closeOffice(personId) {
    const where = { townId: town, personId }
    await tx.officeLink.deleteMany({ where: { ...where, usedAt: null } })
    return (await tx.officeSession.deleteMany({ where })).count
  },
})

interface Needs {
  /** The town that is served; null while there is none. */
  town(): string | null
  now(): Date
  calendar: Calendar
  machine(): Date
  newToken(): string
}

export function officeDoorOf(db: Database, { town, now, calendar, machine, newToken }: Needs): OfficeDoor {
  const roster = async (townId: string) => {
    const row = await db.town.findUniqueOrThrow({ where: { id: townId }, select: { rosterVersion: true } })
    return rosterOf(db, townId, row.rosterVersion)
  }
  const openLink = (townId: string, token: string) =>
    db.officeLink.findFirst({ where: { townId, hash: hashOf(token), usedAt: null, until: { gt: machine() } } })

  return {
    async linkOf(token) {
      const townId = town()
      const link = townId && (await openLink(townId, token))
      const person = link && (await roster(townId)).people.get(link.personId)
      return person && holdsOffice(person) ? { name: person.name } : null
    },
    async enter(token) {
      const townId = town()
      const link = townId && (await openLink(townId, token))
      if (!link) return null
      // Two who press at once: one of them is in.
      const used = await db.officeLink.updateMany({ where: { townId, hash: link.hash, usedAt: null }, data: { usedAt: machine() } })
      if (used.count === 0) return null
      const session = newToken()
      const { personId } = link
      await db.officeSession.deleteMany({ where: { townId, until: { lte: machine() } } })
      await db.officeSession.create({
        data: { townId, hash: hashOf(session), personId, until: later(machine(), SESSION_MS), seenAt: machine() },
      })
      return { session, path: link.path }
    },
    async viewer(session, watching = false) {
      const townId = town()
      const hash = hashOf(session)
      const open = { until: { gt: machine() }, seenAt: { gt: earlier(machine(), IDLE_MS) } }
      const row = townId && (await db.officeSession.findFirst({ where: { townId, hash, ...open } }))
      if (!row) return null
      const known = await roster(townId)
      const person = known.people.get(row.personId)
      if (!person || !holdsOffice(person)) return null
      if (!watching && row.seenAt < earlier(machine(), SEEN_MS))
        await db.officeSession.updateMany({ where: { townId, hash }, data: { seenAt: machine() } })
      return { person, roster: known, now: now(), calendar }
    },
    async leave(session) {
      const townId = town()
      if (townId) await db.officeSession.deleteMany({ where: { townId, hash: hashOf(session) } })
    },
  }
}
