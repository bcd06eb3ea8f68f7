import type { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '../generated/client.ts'
import type { KeyRing } from './key-ring.ts'
import { sealedWrites } from './seal-writes.ts'

/**
 * How a question is put to the database is remembered for so many kinds of them, some tens of kilobytes each. A list of another length is
 * another kind.
 */
const KINDS_KEPT = 300

/** Faults say what went wrong, not what was asked. */
export const sealedClient = (adapter: PrismaPg, ring: KeyRing) =>
  new PrismaClient({ adapter, errorFormat: 'minimal', queryPlanCacheMaxSize: KINDS_KEPT }).$extends(sealedWrites(ring))
