import type { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '../generated/client.ts'
import type { KeyRing } from './key-ring.ts'
import { sealedWrites } from './seal-writes.ts'

export const sealedClient = (adapter: PrismaPg, ring: KeyRing) => new PrismaClient({ adapter }).$extends(sealedWrites(ring))
