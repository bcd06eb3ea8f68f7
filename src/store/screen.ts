import type { Database } from './transaction.ts'

/** Whose hall screen a link opens; null for a link that was renewed, and for a town that is served no more. */
export async function townOfScreen(db: Database, token: string): Promise<string | null> {
  const link = await db.screenLink.findUnique({ where: { token } })
  const town = link && (await db.town.findFirst({ where: { id: link.townId, active: true }, select: { id: true } }))
  return town?.id ?? null
}
