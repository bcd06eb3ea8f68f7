import pg from 'pg'
import { startApp } from '../../src/app.ts'
import { readConfig } from '../../src/settings/config.ts'
import { median } from './load.ts'
import { besides } from './talk.ts'

/** What one connection has asked for since its transaction began. */
interface Asked {
  statements: number
  opens: boolean
}

/** Counts what goes to the database while `act` runs, by the clients of this process, each for itself: several are at work at once. */
async function counted(act: () => Promise<void>): Promise<{ all: number; opening: number[] }> {
  const client: { query(...args: unknown[]): unknown } = pg.Client.prototype
  const query = client.query
  const count: { all: number; opening: number[] } = { all: 0, opening: [] }
  const asked = new WeakMap<object, Asked>()
  client.query = function (this: object, ...args: unknown[]) {
    const [first] = args
    const text = typeof first === 'string' ? first : String((first as { text?: unknown } | undefined)?.text ?? '')
    count.all += 1
    const now = text === 'BEGIN' ? { statements: 0, opens: false } : (asked.get(this) ?? { statements: 0, opens: false })
    now.statements += 1
    now.opens ||= text.startsWith('INSERT INTO "public"."Ticket" ')
    asked.set(this, now)
    if (text === 'COMMIT' && now.opens) count.opening.push(now.statements)
    return query.apply(this, args)
  }
  await act().finally(() => {
    client.query = query
  })
  return count
}

/** What one line of talk costs where many wait, and the transaction that opens a ticket. Runs the program in this process. */
export async function statements(url: string, dataDir: string, lines: number): Promise<{ perLine: number; perTicket: number }> {
  const config = readConfig({
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATA_DIR: dataDir,
    DATABASE_URL: url,
    REPORT_WINDOW_SECONDS: '0',
    BACKUP_AT: 'off',
  })
  if ('faults' in config) throw new Error(config.faults.join('\n'))
  const side = await besides(url, dataDir)
  await side.say(lines)
  const { all, opening } = await counted(async () => {
    const app = await startApp({ config, databaseUrl: url })
    while ((await side.left()) > 0) await new Promise((done) => setTimeout(done, 100))
    await app.close()
  })
  await side.close()
  return { perLine: Number((all / lines).toFixed(2)), perTicket: median(opening) }
}
