import pg from 'pg'
import type { Straight } from './straight.ts'

const CHANNEL = 'shuoshi_written'
const AGAIN_MS = 2000

/** Who rings within it rings once. */
const TOGETHER_MS = 10
const RING = { name: 'ring', text: `SELECT pg_notify('${CHANNEL}', '')` }

/** Tells the processes that work that something was written down; they would find it a second later by themselves. */
export function bellOf(straight: Straight, unheard: (fault: unknown) => void): () => void {
  let soon: NodeJS.Timeout | undefined
  return () => {
    if (soon) return
    soon = setTimeout(() => {
      soon = undefined
      straight.ask(RING, []).catch(unheard)
    }, TOGETHER_MS)
  }
}

/** Calls `rung` whenever another process rings. A connection that is lost is opened again: what was missed meanwhile is found by looking. */
export function hearBell(url: string, rung: () => void): { close(): Promise<void> } {
  let client: pg.Client | null = null
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const again = () => {
    client = null
    if (!closed) timer = setTimeout(open, AGAIN_MS)
  }
  function open(): void {
    const opening = new pg.Client({ connectionString: url })
    client = opening
    opening.on('notification', rung)
    opening.on('error', () => {})
    opening.once('end', again)
    opening
      .connect()
      .then(() => opening.query(`LISTEN ${CHANNEL}`))
      .catch(() => void opening.end().catch(() => {}))
  }

  open()
  return {
    async close() {
      closed = true
      clearTimeout(timer)
      await client?.end().catch(() => {})
    },
  }
}
