import { lockDataDir } from './data-lock.ts'
import { startEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import { reachDatabase } from './reach-database.ts'

export interface DatabasePlace {
  databaseUrl: string | null
  dataDir: string
}

interface Opened {
  url: string
  close(): Promise<void>
}

/** The database the settings name, for programs run by hand; beside a running copy of the product they use the one it has started. */
export async function openConfiguredDatabase(place: DatabasePlace): Promise<Opened> {
  const opened = await openAsItIs(place)
  await migrate(opened.url)
  return opened
}

/** The same with the schema it has: what keeps or brings back a database changes nothing in it on the way. */
export async function openAsItIs({ databaseUrl, dataDir }: DatabasePlace): Promise<Opened> {
  if (databaseUrl !== null) {
    await reachDatabase(databaseUrl)
    return { url: databaseUrl, close: async () => {} }
  }
  const lock = await lockDataDir(dataDir).catch(() => null)
  const server = await startEmbedded({ dataDir })
  return {
    url: server.url,
    async close() {
      // Held by a running copy: its server stays.
      if (!lock) return
      await server.stop()
      await lock.release()
    },
  }
}
