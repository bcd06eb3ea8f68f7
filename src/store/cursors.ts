import type { Cursors, Scenes } from '../ports/cursors.ts'
import type { Database } from './transaction.ts'

export const cursorsOf = (db: Database, town: () => string): Cursors => ({
  async read(name) {
    const row = await db.channelCursor.findUnique({ where: { townId_name: { townId: town(), name } } })
    return row?.value ?? null
  },
  async write(name, value) {
    await db.channelCursor.upsert({
      where: { townId_name: { townId: town(), name } },
      create: { townId: town(), name, value },
      update: { value },
    })
  },
  async namesAfter(prefix) {
    const rows = await db.channelCursor.findMany({ where: { townId: town(), name: { startsWith: prefix } }, select: { name: true } })
    return rows.map((r) => r.name.slice(prefix.length))
  },
})

export const scenesOf = (db: Database, town: () => string): Scenes => ({
  async keep(externalId, scene) {
    await db.externalScene.upsert({
      where: { townId_externalId: { townId: town(), externalId } },
      create: { townId: town(), externalId, scene },
      update: { scene },
    })
  },
  async take(externalId) {
    const rows = await db.$queryRaw<{ scene: string }[]>`
      DELETE FROM "ExternalScene" WHERE "townId" = ${town()} AND "externalId" = ${externalId} RETURNING scene`
    return rows[0]?.scene ?? null
  },
})
