import { PrismaPg } from '@prisma/adapter-pg'
import { openPool } from './pool.ts'
import type { Sealer } from './seal.ts'
import { withDoor } from './sealing/door.ts'
import { createKeyRing } from './sealing/key-ring.ts'
import { markOfWhole } from './sealing/marks.ts'
import type { KeyPlace } from './sealing/master-key.ts'
import { sealedClient } from './sealing/sealed-client.ts'
import { sealerOf } from './sealing/sealer.ts'
import { type Straight, straightTo } from './straight.ts'
import type { Database } from './transaction.ts'

export interface Opened {
  prisma: Database
  straight: Straight
  /** For secrets that stay closed in every row. */
  seal: Sealer
  /** By which something is known again, and which says nothing of it to whoever has not the key. */
  mark(plain: string): string
  /** Asks for the keys before anything needs them. @throws where they cannot be opened. */
  unlock(): Promise<void>
  close(): Promise<void>
}

interface Place {
  url: string
  connections?: number
  key: KeyPlace
}

/** A process that stands still in the middle of a transaction keeps what it has locked from the others; no transaction of ours rests so long. */
const RESTS_MS = 20_000
/** One that writes, one that rings. */
const STRAIGHT = 2

export function openDatabase({ url, connections = 10, key }: Place): Opened {
  const ring = createKeyRing(url, key)
  const settings = { connectionString: url, connectionTimeoutMillis: 10_000, idle_in_transaction_session_timeout: RESTS_MS }
  const pool = openPool({ ...settings, max: connections })
  const adapter = withDoor(new PrismaPg(pool, { disposeExternalPool: true }), ring)
  const prisma = sealedClient(adapter, ring)
  const straight = straightTo(openPool({ ...settings, max: STRAIGHT }), ring)
  return {
    prisma,
    straight,
    seal: sealerOf(ring),
    mark: (plain) => markOfWhole(ring.latest(), plain),
    async unlock() {
      await ring.keys()
    },
    async close() {
      await straight.close()
      await prisma.$disconnect()
    },
  }
}
