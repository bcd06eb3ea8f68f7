import { randomUUID } from 'node:crypto'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { createClassifier } from '../../src/classify/classify.ts'
import { toPerson } from '../../src/domain/notice.ts'
import { defaultSettings } from '../../src/domain/settings.ts'
import { handleMessage } from '../../src/inbox/handle.ts'
import type { Desk } from '../../src/ports/desk.ts'
import { openClock } from '../../src/store/clock.ts'
import { createStore } from '../../src/store/store.ts'
import { openDatabase } from './keys.ts'

class Unsaid extends Error {}

export interface Oracle {
  /** Whether the matter's history would tell of it after these words, said one-to-one; nothing of it stays. */
  moves(person: string, label: string, text: string): Promise<boolean>
  close(): Promise<void>
}

/** What chat would do: the words are said at the desk, and the transaction is taken back. */
export async function chatOracle(databaseUrl: string): Promise<Oracle> {
  const { prisma, close } = openDatabase({ url: databaseUrl, connections: 2 })
  const clock = await openClock(prisma)
  const store = createStore(prisma, { calendar: chineseCalendar(), settings: defaultSettings, newId: randomUUID })
  const [town = ''] = await store.towns()
  /** A refused try leaves a line as well, and changes nothing. */
  const deedsOn = async (desk: Desk, label: string): Promise<number> => {
    const [ticket] = await desk.tickets({ words: label, limit: 1 })
    return ticket ? (await desk.history(ticket.id)).filter((e) => e.what !== 'denied').length : 0
  }
  const { duties, nodes } = await store.atDesk(town, clock.now(), async ({ roster }) => roster)
  const { judge } = createClassifier({ duties: [...duties.values()], places: [...nodes.values()].flatMap((n) => [n.name, ...n.aliases]) })
  return {
    async moves(person, label, text) {
      let moved = false
      const said = async (desk: Desk) => {
        const before = await deedsOn(desk, label)
        const heard = { id: `sandbox:${randomUUID()}`, seq: 0n, conversation: toPerson(person), person, text, at: desk.now, report: null }
        await handleMessage(desk, { ...heard, quote: null, photos: [], voice: null }, judge)
        moved = (await deedsOn(desk, label)) !== before
        throw new Unsaid()
      }
      await store.atDesk(town, clock.now(), said).catch((thrown) => {
        if (!(thrown instanceof Unsaid)) throw thrown
      })
      return moved
    },
    close,
  }
}
