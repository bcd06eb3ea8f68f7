import { randomUUID } from 'node:crypto'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { createClassifier } from '../../src/classify/classify.ts'
import { toPerson } from '../../src/domain/notice.ts'
import { defaultSettings } from '../../src/domain/settings.ts'
import { handleMessage } from '../../src/inbox/handle.ts'
import type { Desk } from '../../src/ports/desk.ts'
import { openClock } from '../../src/store/clock.ts'
import { openDatabase } from '../../src/store/connect.ts'
import { createStore } from '../../src/store/store.ts'
import type { OpenHouse } from './open-house.ts'

class Unsaid extends Error {}

export interface Sayings {
  /** At a desk whose transaction is taken back: what is said there leaves nothing. */
  unsaid<T>(run: (desk: Desk, say: (person: string, text: string) => Promise<void>) => Promise<T>): Promise<T>
  /** The same, and what is written stays. */
  atDesk<T>(run: (desk: Desk) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Words said one-to-one, handled as the product handles them. */
export async function openSayings({ databaseUrl: url, secretKey }: Pick<OpenHouse, 'databaseUrl' | 'secretKey'>): Promise<Sayings> {
  const { prisma, unlock, close } = openDatabase({ url, connections: 2, key: { secretKey, dataDir: '' } })
  await unlock()
  const clock = await openClock(prisma)
  const store = createStore(prisma, { calendar: chineseCalendar(), settings: defaultSettings, newId: randomUUID })
  const [town = ''] = await store.towns()
  const { duties, nodes } = await store.atDesk(town, clock.now(), async ({ roster }) => roster)
  // What is said stands for a message that is kept: the first there is.
  const seq = (await prisma.message.findFirst({ orderBy: { seq: 'asc' }, select: { seq: true } }))?.seq ?? 0n
  const { judge } = createClassifier({ duties: [...duties.values()], places: [...nodes.values()].flatMap((n) => [n.name, ...n.aliases]) })
  return {
    async unsaid<T>(run: (desk: Desk, say: (person: string, text: string) => Promise<void>) => Promise<T>): Promise<T> {
      const kept: T[] = []
      await store
        .atDesk(town, clock.now(), async (desk) => {
          const say = (person: string, text: string) => {
            const heard = { id: `sandbox:${randomUUID()}`, seq, conversation: toPerson(person), person, text, at: desk.now, report: null }
            return handleMessage(desk, { ...heard, quote: null, photos: [], voice: null }, judge)
          }
          kept.push(await run(desk, say))
          throw new Unsaid()
        })
        .catch((thrown: unknown) => {
          if (!(thrown instanceof Unsaid)) throw thrown
        })
      return kept[0] as T
    },
    atDesk: (run) => store.atDesk(town, clock.now(), run),
    close,
  }
}
