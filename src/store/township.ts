import { Duty } from '../domain/duty.ts'
import type { Level } from '../domain/grid.ts'
import type { Role } from '../domain/people.ts'
import type { Township } from '../domain/township.ts'
import type { TownshipStore } from '../ports/township-store.ts'
import { type DatabasePlace, openConfiguredDatabase } from './configured-database.ts'
import { openDatabase } from './connect.ts'
import type { Database, Transaction } from './transaction.ts'

/** The township's part of the store, on whatever database the settings name, for programs run by hand. */
export async function openTownshipStore(place: DatabasePlace): Promise<{ store: TownshipStore; close(): Promise<void> }> {
  const { url, close } = await openConfiguredDatabase(place)
  const { prisma, close: disconnect } = openDatabase({ url })
  return {
    store: {
      active: () => activeTownship(prisma),
      apply: (township, { replaceSample }) => applyTownship(prisma, township, { sample: false, replaceSample }),
    },
    async close() {
      await disconnect()
      await close()
    },
  }
}

/** The township whose groups are served, as its workbook would say it; null on an empty database. */
export async function activeTownship(db: Database): Promise<{ township: Township; sample: boolean } | null> {
  const town = await db.town.findFirst({ where: { active: true }, orderBy: { id: 'asc' } })
  return town && { township: await loadTownship(db, town.id), sample: town.sample }
}

export async function loadTownship(db: Database | Transaction, id: string): Promise<Township> {
  const where = { townId: id }
  const orderBy = { position: 'asc' } as const
  const town = await db.town.findUniqueOrThrow({ where: { id } })
  const grid = await db.gridNode.findMany({ where, orderBy })
  const households = await db.household.findMany({ where, orderBy: { id: 'asc' } })
  const people = await db.person.findMany({ where: { ...where, gone: false, position: { gte: 0 } }, orderBy })
  const roles = Map.groupBy(
    await db.personRole.findMany({ where, orderBy: [{ personId: 'asc' }, { role: 'asc' }, { gridId: 'asc' }] }),
    (r) => r.personId,
  )
  const groups = await db.chatGroup.findMany({ where: { ...where, gone: false }, orderBy })
  const members = Map.groupBy(await db.groupMember.findMany({ where, orderBy: { personId: 'asc' } }), (m) => m.groupId)
  const duties = await db.dutyLine.findMany({ where, orderBy })
  return {
    id,
    name: town.name,
    grid: grid.map((n) => ({ id: n.id, parentId: n.parentId, level: n.level as Level, name: n.name, short: n.short, aliases: n.aliases })),
    households: households.map((h) => ({ id: h.id, grid: h.gridId })),
    people: people.map((p) => ({
      id: p.id,
      name: p.name,
      phone: p.phone,
      household: p.householdId,
      roles: (roles.get(p.id) ?? []).map((r) => ({ role: r.role as Role, grid: r.gridId })),
      onRoster: p.onRoster,
    })),
    groups: groups.map((g) => ({
      id: g.id,
      name: g.name,
      kind: g.kind === 'cadres' ? 'cadres' : 'village',
      grid: g.gridId,
      members: (members.get(g.id) ?? []).map((m) => m.personId),
    })),
    duties: duties.map((d) => Duty.parse(d.line)),
  }
}

/**
 * Makes the township as the workbook says. What is gone from the workbook leaves the roster; its tickets and history stay.
 * With `replaceSample` the sample township retires: its rows stay where they are and nobody is served from them any more.
 */
export async function applyTownship(db: Database, township: Township, options: { sample: boolean; replaceSample: boolean }): Promise<void> {
  await db.$transaction(
    async (tx) => {
      if (options.replaceSample) await tx.town.updateMany({ where: { sample: true, id: { not: township.id } }, data: { active: false } })
      const known = await tx.town.findUnique({ where: { id: township.id } })
      if (known?.sample && !options.sample) await retireAs(tx, township.id)
      await tx.town.upsert({
        where: { id: township.id },
        create: { id: township.id, name: township.name, sample: options.sample },
        update: { name: township.name, sample: options.sample, active: true, rosterVersion: { increment: 1 } },
      })
      await writeAll(tx, township)
    },
    { timeout: 120_000, maxWait: 20_000 },
  )
}

/** A real township that carries the sample's id takes its place; the sample's tickets go with the sample. */
async function retireAs(tx: Transaction, id: string): Promise<void> {
  const where = { townId: id }
  await tx.$executeRaw`SELECT set_config('shuoshi.retire_sample', 'on', true)`
  await tx.ticketEvent.deleteMany({ where })
  await tx.ticket.deleteMany({ where })
  await tx.message.deleteMany({ where })
  await tx.report.deleteMany({ where })
  await tx.follower.deleteMany({ where })
  await tx.ticketMessage.deleteMany({ where })
  await tx.notice.deleteMany({ where })
  await tx.due.deleteMany({ where })
  await tx.question.deleteMany({ where })
  await tx.act.deleteMany({ where })
  await tx.leave.deleteMany({ where })
  await tx.ticketCounter.deleteMany({ where })
  await tx.person.deleteMany({ where })
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
  await tx.chatGroup.updateMany({ where: { ...where, id: { notIn: t.groups.map((g) => g.id) } }, data: { gone: true } })
  for (const [position, g] of t.groups.entries()) {
    const data = { name: g.name, kind: g.kind, gridId: g.grid, position, gone: false }
    await tx.chatGroup.upsert({ where: { townId_id: { townId, id: g.id } }, create: { townId, id: g.id, ...data }, update: data })
  }
  await tx.groupMember.deleteMany({ where })
  await tx.groupMember.createMany({ data: t.groups.flatMap((g) => g.members.map((personId) => ({ townId, groupId: g.id, personId }))) })
  await tx.dutyLine.deleteMany({ where })
  await tx.dutyLine.createMany({ data: t.duties.map((d, position) => ({ townId, code: d.code, line: d, position })) })
}
