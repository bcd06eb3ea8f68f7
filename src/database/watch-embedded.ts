import { type Embedded, startEmbedded } from './embedded.ts'
import { isAlive } from './process-life.ts'

const LOOK_MS = 2000
const TRIES = 3

interface Input {
  dataDir: string
  /** It ended and was started again. */
  mended(): void
  /** It ended and does not come back. */
  lost(fault: unknown): void
}

/**
 * Our own PostgreSQL may be ended under us (kill −9, no memory left). It is started again in its place, with its port and
 * password, so that whoever holds connections finds it again; when that fails several times the process has to end.
 */
export function watchEmbedded(first: Embedded, { dataDir, mended, lost }: Input): { stop(): Promise<void> } {
  let server = first
  let failed = 0
  let busy: Promise<void> = Promise.resolve()
  const look = async () => {
    if (isAlive(server.pid)) return
    try {
      server = await startEmbedded({ dataDir })
      failed = 0
      mended()
    } catch (fault) {
      failed += 1
      if (failed < TRIES) return
      clearInterval(timer)
      lost(fault)
    }
  }
  let looking = false
  const timer = setInterval(() => {
    if (looking) return
    looking = true
    busy = look().finally(() => {
      looking = false
    })
  }, LOOK_MS)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await busy
      await server.stop()
    },
  }
}
