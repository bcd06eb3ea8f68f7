import { randomUUID } from 'node:crypto'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { defaultSettings } from '../../src/domain/settings.ts'
import type { Desk } from '../../src/ports/desk.ts'
import { openClock } from '../../src/store/clock.ts'
import { createStore } from '../../src/store/store.ts'
import { openDatabase } from './keys.ts'

/** Looks at what a running town has kept, at its own moment. */
export async function atDesk<T>(databaseUrl: string, look: (desk: Desk) => Promise<T>): Promise<T> {
  const { prisma, close } = openDatabase({ url: databaseUrl, connections: 2 })
  try {
    const clock = await openClock(prisma)
    const store = createStore(prisma, { calendar: chineseCalendar(), settings: defaultSettings, newId: randomUUID })
    const [town = ''] = await store.towns()
    return await store.atDesk(town, clock.now(), look)
  } finally {
    await close()
  }
}
