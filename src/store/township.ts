import { type DatabasePlace, openConfiguredDatabase } from '../database/configured-database.ts'
import { later } from '../domain/durations.ts'
import { Duty } from '../domain/duty.ts'
import type { Township } from '../domain/township.ts'
import type { AtDesk, Desk } from '../ports/desk.ts'
import type { TownshipStore } from '../ports/township-store.ts'
import { COLUMNS, ledgerFrom } from './columns.ts'
import { openDatabase } from './connect.ts'
import { type DeskOutfit, deskIn } from './desk.ts'
import { retireTown } from './retire.ts'
import { accountsOf, writeAccounts } from './roster-accounts.ts'
import type { KeyPlace } from './sealing/master-key.ts'
import { loadTeam, writeTeam } from './team-sheets.ts'
import type { Database, Transaction } from './transaction.ts'

/** What an import brings about beside the rows, in the same transaction: what becomes of the matters of people who are gone, and the histories of what it changes. */
export interface HandOver {
  outfit: DeskOutfit
  /** At the desk as it was before. */
  remember: AtDesk<void, [Township]>
  run(desk: Desk, gone: readonly { id: string; name: string }[]): Promise<void>
}

/** The township's part of the store, on whatever database the settings name, for programs run by hand. */
export async function openTownshipStore(
  place: DatabasePlace & KeyPlace,
  handOver: HandOver,
): Promise<{ store: TownshipStore; close(): Promise<void> }> {
  const { url, close } = await openConfiguredDatabase(place)
  const { prisma, close: disconnect } = openDatabase({ url, key: place })
  return {
    store: townshipStoreOf(prisma, handOver),
    async close() {
      await disconnect()
      await close()
    },
  }
}

/** The same on a database that is open already. */
export const townshipStoreOf = (db: Database, handOver: HandOver): TownshipStore => ({
  active: () => activeTownship(db),
  async openMatters() {
    const town = await db.town.findFirst({ where: { active: true, sample: false }, orderBy: { id: 'asc' } })
    const rows = town ? await db.ticket.findMany({ where: { townId: town.id, status: { in: ['open', 'waiting', 'resolved'] } } }) : []
    return rows.map((t) => ({ label: t.label, owner: t.ownerId, place: t.placeId, village: t.villageId }))
  },
  apply: (township, { replaceSample }) => applyTownship(db, township, { sample: false, replaceSample }, handOver),
})

/** The township whose groups are served, as its workbook would say it; null on an empty database. */
export async function activeTownship(db: Database): Promise<{ township: Township; sample: boolean } | null> {
  const town = await db.town.findFirst({ where: { active: true }, orderBy: { id: 'asc' } })
  return town && { township: await loadTownship(db, town.id), sample: town.sample }
}

/** What its words are read by. */
export async function loadDutiesAndGrid(db: Database | Transaction, townId: string): Promise<Pick<Township, 'duties' | 'grid'>> {
  const by = { where: { townId }, orderBy: { position: 'asc' } } as const
  const grid = await db.gridNode.findMany(by)
  const duties = await db.dutyLine.findMany(by)
  return {
    grid: grid.map(({ id, parentId, level, name, short, aliases }) => ({
      ...{ id, parentId, name, short, aliases },
      level: COLUMNS.GridNode.level.parse(level),
    })),
    duties: duties.map((d) => Duty.parse(d.line)),
  }
}

export async function loadTownship(db: Database | Transaction, id: string): Promise<Township> {
  const where = { townId: id }
  const orderBy = { position: 'asc' } as const
  const town = await db.town.findUniqueOrThrow({ where: { id } })
  const { grid, duties } = await loadDutiesAndGrid(db, id)
  const households = await db.household.findMany({ where, orderBy: { id: 'asc' } })
  const people = await db.person.findMany({ where: { ...where, gone: false, position: { gte: 0 } }, orderBy })
  const roles = Map.groupBy(
    await db.personRole.findMany({ where, orderBy: [{ personId: 'asc' }, { role: 'asc' }, { gridId: 'asc' }] }),
    (r) => r.personId,
  )
  const accounts = await accountsOf(db, id)
  const groups = await db.chatGroup.findMany({ where: { ...where, gone: false, position: { gte: 0 } }, orderBy })
  const members = Map.groupBy(await db.groupMember.findMany({ where, orderBy: { personId: 'asc' } }), (m) => m.groupId)
  const team = await loadTeam(db, id)
  return {
    id,
    name: town.name,
    ledger: ledgerFrom(town.ledgerColumns),
    grid,
    households: households.map((h) => ({ id: h.id, grid: h.gridId })),
    people: people.map((p) => ({
      id: p.id,
      name: p.name,
      phone: p.phone,
      household: p.householdId,
      roles: (roles.get(p.id) ?? []).map((r) => ({ role: COLUMNS.PersonRole.role.parse(r.role), grid: r.gridId })),
      onRoster: p.onRoster,
      account: accounts.get(p.id) ?? null,
    })),
    groups: groups.map((g) => ({
      id: g.id,
      name: g.name,
      kind: COLUMNS.ChatGroup.kind.parse(g.kind),
      grid: g.gridId,
      members: (members.get(g.id) ?? []).map((m) => m.personId),
    })),
    duties,
    ...team,
  }
}

/**
 * Makes the township as the workbook says. What is gone from the workbook leaves the roster; its tickets and history stay.
 * With `replaceSample` the sample township retires: its rows stay where they are and nobody is served from them any more.
 */
export async function applyTownship(
  db: Database,
  township: Township,
  options: { sample: boolean; replaceSample: boolean },
  handOver?: HandOver,
): Promise<void> {
  await db.$transaction(
    async (tx) => {
      if (options.replaceSample) await tx.town.updateMany({ where: { sample: true, id: { not: township.id } }, data: { active: false } })
      const known = await tx.town.findUnique({ where: { id: township.id } })
      if (known?.sample && !options.sample) await retireTown(tx, township.id)
      else if (known && handOver)
        await handOver.remember(await deskIn(tx, known.id, await momentOf(tx), handOver.outfit, known.rosterVersion), township)
      // The sample's clock may have been played with; a real township lives by the real one.
      if (!options.sample && (options.replaceSample || known?.sample)) await tx.productClock.deleteMany({})
      const ids = township.people.map((p) => p.id)
      const gone = await tx.person.findMany({ where: { townId: township.id, onRoster: true, gone: false, id: { notIn: ids } } })
      // Where the workbook says nothing of it, what is known stays.
      const ledger = township.ledger && { ledgerColumns: township.ledger }
      await tx.town.upsert({
        where: { id: township.id },
        create: { id: township.id, name: township.name, sample: options.sample, ...ledger },
        update: { name: township.name, sample: options.sample, active: true, rosterVersion: { increment: 1 }, ...ledger },
      })
      await writeAll(tx, township)
      if (handOver && gone.length > 0) await handOver.run(await deskIn(tx, township.id, new Date(), handOver.outfit), gone)
    },
    { timeout: 120_000, maxWait: 20_000 },
  )
}

/** What the product's clock says. */
async function momentOf(tx: Transaction): Promise<Date> {
  const clock = await tx.productClock.findUnique({ where: { id: 1 } })
  return later(new Date(), Number(clock?.offsetMs ?? 0))
}

async function writeAll(tx: Transaction, t: Township): Promise<void> {
  const townId = t.id
  const where = { townId }
  await tx.gridNode.deleteMany({ where })
  await tx.gridNode.createMany({ data: t.grid.map((n, position) => ({ townId, ...n, position })) })
  await tx.household.deleteMany({ where })
  await tx.household.createMany({ data: t.households.map((h) => ({ townId, id: h.id, gridId: h.grid })) })
  await tx.personRole.deleteMany({ where })
  await tx.personRole.createMany({
    data: t.people.flatMap((p) => p.roles.map((r) => ({ townId, personId: p.id, role: r.role, gridId: r.grid }))),
  })
  const ids = t.people.map((p) => p.id)
  await tx.person.updateMany({ where: { ...where, onRoster: true, id: { notIn: ids } }, data: { gone: true } })
  const there = new Set((await tx.person.findMany({ where, select: { id: true } })).map((p) => p.id))
  const row = (p: Township['people'][number], position: number) => ({
    townId,
    id: p.id,
    name: p.name,
    phone: p.phone,
    householdId: p.household,
    onRoster: p.onRoster,
    gone: false,
    position,
  })
  await tx.person.createMany({ data: t.people.map(row).filter((p) => !there.has(p.id)) })
  for (const p of t.people.map(row).filter((it) => there.has(it.id)))
    await tx.person.update({ where: { townId_id: { townId, id: p.id } }, data: p })
  // A group that came by 绑定 is not the workbook's to end.
  await tx.chatGroup.updateMany({
    where: { ...where, position: { gte: 0 }, id: { notIn: t.groups.map((g) => g.id) } },
    data: { gone: true },
  })
  for (const [position, g] of t.groups.entries()) {
    const data = { name: g.name, kind: g.kind, gridId: g.grid, position, gone: false }
    await tx.chatGroup.upsert({ where: { townId_id: { townId, id: g.id } }, create: { townId, id: g.id, ...data }, update: data })
  }
  // The workbook says which of its people are in a group; who else speaks there is known from the channel.
  const strangers = await tx.person.findMany({ where: { ...where, onRoster: false, position: { lt: 0 } }, select: { id: true } })
  await tx.groupMember.deleteMany({ where: { ...where, personId: { notIn: strangers.map((p) => p.id) } } })
  await tx.groupMember.createMany({ data: t.groups.flatMap((g) => g.members.map((personId) => ({ townId, groupId: g.id, personId }))) })
  await writeAccounts(tx, townId, t.people, new Date())
  await tx.dutyLine.deleteMany({ where })
  await tx.dutyLine.createMany({ data: t.duties.map((d, position) => ({ townId, code: d.code, line: d, position })) })
  await writeTeam(tx, t)
}
