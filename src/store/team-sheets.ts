import type { Staff, TeamRecord } from '../domain/team.ts'
import type { Township } from '../domain/township.ts'
import type { Venue } from '../domain/venue.ts'
import { COLUMNS } from './columns.ts'
import type { TeamRecord as RecordRow, StaffEntry, Venue as VenueRow } from './generated/client.ts'
import type { Database, Transaction } from './transaction.ts'

export const venueFrom = (r: VenueRow): Venue => ({
  ...{ id: r.id, name: r.name, grid: r.gridId, address: r.address },
  uses: r.uses.map((use) => COLUMNS.Venue.uses.parse(use)),
})

export const staffFrom = (r: StaffEntry): Staff => ({
  ...{ person: r.personId, post: r.post, fullTime: r.fullTime, since: r.since, how: r.how },
  education: COLUMNS.StaffEntry.education.nullable().parse(r.education),
})

export const recordFrom = (r: RecordRow): TeamRecord => ({
  ...{ person: r.personId, day: r.day, title: r.title, basis: r.basis },
  kind: COLUMNS.TeamRecord.kind.parse(r.kind),
})

type Sheets = Pick<Township, 'venues' | 'staff' | 'records'>

export async function loadTeam(db: Database | Transaction, townId: string): Promise<Sheets> {
  const where = { townId }
  const position = { position: 'asc' } as const
  return {
    venues: (await db.venue.findMany({ where, orderBy: position })).map(venueFrom),
    staff: (await db.staffEntry.findMany({ where, orderBy: position })).map(staffFrom),
    records: (
      await db.teamRecord.findMany({ where: { townId, undoneAt: null }, orderBy: [{ day: 'asc' }, { personId: 'asc' }, { kind: 'asc' }] })
    ).map(recordFrom),
  }
}

/** What the workbook has no sheet for stays; records are only ever added to. */
export async function writeTeam(tx: Transaction, { id: townId, venues, staff, records }: Township): Promise<void> {
  const where = { townId }
  if (venues) {
    await tx.venue.deleteMany({ where })
    await tx.venue.createMany({ data: venues.map(({ grid, ...v }, position) => ({ townId, ...v, gridId: grid, position })) })
  }
  if (staff) {
    await tx.staffEntry.deleteMany({ where })
    await tx.staffEntry.createMany({ data: staff.map(({ person, ...s }, position) => ({ townId, ...s, personId: person, position })) })
  }
  if (records)
    await tx.teamRecord.createMany({ data: records.map(({ person, ...r }) => ({ townId, ...r, personId: person })), skipDuplicates: true })
}
