import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { z } from 'zod'
import { type DatabasePlace, openConfiguredDatabase } from '../database/configured-database.ts'
import type { TrainedModel } from '../domain/trained-model.ts'
import type { ModelShelf, TrainedModels } from '../ports/trained-models.ts'
import { COLUMNS } from './columns.ts'
import { openDatabase } from './connect.ts'
import type { TrainedModel as Row } from './generated/client.ts'
import type { KeyPlace } from './sealing/master-key.ts'
import type { Database, Transaction } from './transaction.ts'

/** Older ones than these keep their row but not their weights. */
const KEPT = 10

const Scores = z.object({ kinds: z.number(), matter: z.number(), own: z.number(), texts: z.number() })
const Compared = z.object({ old: Scores, new: Scores })
const packed = promisify(gzip)
const unpacked = promisify(gunzip)

const columns = { townId: true, version: true, madeAt: true, upTo: true, examples: true, scores: true, state: true } as const

const modelFrom = ({ version, madeAt, upTo, examples, scores, state }: Omit<Row, 'weights'>): TrainedModel => ({
  version,
  madeAt,
  upTo,
  examples,
  scores: Compared.parse(scores),
  state: COLUMNS.TrainedModel.state.parse(state),
})

/** One model is in use in a town; an index sees to it. */
async function putIntoUse(tx: Transaction, town: string, version: string | null): Promise<void> {
  await tx.trainedModel.updateMany({ where: { townId: town, state: 'inUse' }, data: { state: 'kept' } })
  if (version !== null) await tx.trainedModel.update({ where: { townId_version: { townId: town, version } }, data: { state: 'inUse' } })
}

export function trainedModelsOf(tx: Transaction, town: string, now: Date): TrainedModels {
  return {
    async lastTraining() {
      const row = await tx.trainedModel.findFirst({
        where: { townId: town },
        orderBy: [{ upTo: 'desc' }, { madeAt: 'desc' }],
        select: columns,
      })
      return row && modelFrom(row)
    },
    async keepModel({ version, upTo, examples, scores, weights }) {
      const bytes = weights === null ? null : new Uint8Array(await packed(weights))
      const state = weights === null ? 'refused' : 'kept'
      const data = { townId: town, version, madeAt: now, upTo, examples, scores: Compared.parse(scores), state, weights: bytes }
      await tx.trainedModel.create({ data })
      if (weights !== null) await putIntoUse(tx, town, version)
      const kept = await tx.trainedModel.findMany({
        where: { townId: town, weights: { not: null } },
        orderBy: { madeAt: 'desc' },
        select: { version: true, state: true },
      })
      const old = kept.slice(KEPT).flatMap((m) => (m.state === 'inUse' ? [] : [m.version]))
      await tx.trainedModel.updateMany({ where: { townId: town, version: { in: old } }, data: { weights: null } })
    },
  }
}

export function modelShelfOf(db: Database, town: string): ModelShelf {
  const where = { townId: town }
  return {
    list: async () => (await db.trainedModel.findMany({ where, orderBy: { madeAt: 'desc' }, select: columns })).map(modelFrom),
    inUse: async () =>
      (await db.trainedModel.findFirst({ where: { ...where, state: 'inUse' }, select: { version: true } }))?.version ?? null,
    async weights(version) {
      const row = await db.trainedModel.findUnique({ where: { townId_version: { townId: town, version } }, select: { weights: true } })
      return row?.weights ? (await unpacked(row.weights)).toString('utf8') : null
    },
    use: (version) =>
      db.$transaction(async (tx) => {
        if (version !== null && (await tx.trainedModel.count({ where: { ...where, version, weights: { not: null } } })) === 0) return false
        await putIntoUse(tx, town, version)
        return true
      }),
  }
}

/** The shelf of the township in use, on whatever database the settings name, for programs run by hand. */
export async function openModelShelf(
  place: DatabasePlace & KeyPlace,
): Promise<{ town: string; shelf: ModelShelf; close(): Promise<void> } | null> {
  const { url, close } = await openConfiguredDatabase(place)
  const { prisma, close: disconnect } = openDatabase({ url, key: place })
  const closeBoth = async () => {
    await disconnect()
    await close()
  }
  const town = await prisma.town.findFirst({ where: { active: true }, orderBy: { id: 'asc' } })
  if (town) return { town: town.id, shelf: modelShelfOf(prisma, town.id), close: closeBoth }
  await closeBoth()
  return null
}
