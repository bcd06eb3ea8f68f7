import type { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '../generated/client.ts'
import type { KeyRing } from './key-ring.ts'
import { sealedWrites } from './seal-writes.ts'

/** Faults say what went wrong, not what was asked. */
export const sealedClient = (adapter: PrismaPg, ring: KeyRing) =>
  new PrismaClient({ adapter, errorFormat: 'minimal' }).$extends(sealedWrites(ring))
