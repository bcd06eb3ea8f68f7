// What the programs share that run beside the server, for the township that is in use.
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { chineseCalendar } from '../src/calendar/chinese-calendar.ts'
import { openConfiguredDatabase } from '../src/database/configured-database.ts'
import type { Desk } from '../src/ports/desk.ts'
import type { Config } from '../src/settings/config.ts'
import { openClock } from '../src/store/clock.ts'
import { openDatabase } from '../src/store/connect.ts'
import { newRowId } from '../src/store/new-id.ts'
import { createStore } from '../src/store/store.ts'
import { startFaultOf } from '../src/wiring/start-faults.ts'
import { startFaultSentence } from '../src/wording/startup.ts'

/** Opens the configured database, runs at the town's desk, and closes it again; null where no town has been loaded. */
export async function atTownsDesk<T>(config: Config, run: (desk: Desk) => Promise<T>): Promise<{ result: T } | null> {
  const { url, close } = await orRefuse(config, openConfiguredDatabase(config))
  const { prisma, close: disconnect } = openDatabase({ url, key: config })
  try {
    const clock = await openClock(prisma)
    const store = createStore(prisma, { calendar: chineseCalendar(), settings: config.settings, newId: newRowId })
    const [town] = await store.towns()
    return town ? { result: await store.atDesk(town, clock.now(), run) } : null
  } finally {
    await disconnect()
    await close()
  }
}

/** False where the file cannot be written, as when another program has it open. */
export async function isWritten(file: string, bytes: Uint8Array): Promise<boolean> {
  await mkdir(dirname(file), { recursive: true })
  return writeFile(file, bytes).then(
    () => true,
    () => false,
  )
}

/** What cannot be opened ends the program with the sentence that a start says of it. */
export const orRefuse = <T>(config: Config, opening: Promise<T>): Promise<T> =>
  opening.catch((fault: unknown) => {
    const known = startFaultOf(fault, config)
    if (!known) throw fault
    process.exit(refuse(startFaultSentence(known)))
  })

/** A refusal is said on the error stream and ends the program with 1. */
export function refuse(sentence: string): number {
  console.error(sentence)
  return 1
}
