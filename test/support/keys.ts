import { createSecretKey } from 'node:crypto'
import { type Opened, openDatabase as openWith } from '../../src/store/connect.ts'
import { markOfWhole } from '../../src/store/sealing/marks.ts'
import { sealerOf } from '../../src/store/sealing/sealer.ts'
import { freshDatabase } from './database.ts'

/** What every database of a run is sealed with: its template holds a township already. */
export const SECRET_KEY = 'what the tests close their secrets with'

export const openDatabase = (place: { url: string; connections?: number }): Opened =>
  openWith({ ...place, key: { secretKey: SECRET_KEY, dataDir: '' } })

/** A database of its own, which goes when it is closed. */
export async function openFresh(): Promise<Opened> {
  const database = await freshDatabase()
  const opened = openDatabase({ url: database.url, connections: 1 })
  return {
    ...opened,
    async close() {
      await opened.close()
      await database.close()
    },
  }
}

const key = createSecretKey(Buffer.alloc(32))
const keys = { current: { id: 1, key }, byId: new Map([[1, key]]), find: key, master: key }
/** For secrets that a test closes and opens itself. */
export const sealer = sealerOf({ latest: () => keys })
/** By which a test's somebody is known again. */
export const markOf = (plain: string): string => markOfWhole(keys, plain)
