import { lockDataDir } from './data-lock.ts'
import { startEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import { reachDatabase } from './reach-database.ts'

export interface DatabasePlace {
  databaseUrl: string | null
  dataDir: string
}

/** The database the settings name, for programs run by hand; beside a running copy of the product they use the one it has started. */
export async function openConfiguredDatabase({ databaseUrl, dataDir }: DatabasePlace): Promise<{ url: string; close(): Promise<void> }> {
  if (databaseUrl !== null) {
    await reachDatabase(databaseUrl)
    await migrate(databaseUrl)
    return { url: databaseUrl, close: async () => {} }
  }
  const lock = await lockDataDir(dataDir).catch(() => null)
  const server = await startEmbedded({ dataDir })
  await migrate(server.url)
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
