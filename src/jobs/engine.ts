import { toPerson } from '../domain/notice.ts'
import { holders, personName } from '../domain/roster.ts'
import { handleMessage } from '../inbox/handle.ts'
import type { Clock } from '../ports/clock.ts'
import { Conflict, type Desk, type Heard } from '../ports/desk.ts'
import type { Judge } from '../ports/judge.ts'
import type { Reach } from '../ports/speech.ts'
import type { Place, Store } from '../ports/store.ts'
import { tellWaiting } from '../speaking/carry-out.ts'
import { villageOfWords } from '../tickets/whereabouts.ts'
import { couldNotRead } from '../wording/reminders.ts'
import type { Services } from './define-job.ts'
import { afterFault, runJob } from './jobs.ts'
import { backOff, createPatience } from './patience.ts'
import { createSlowCalls } from './slow-calls.ts'
import { type Due, isWindow, together } from './windows-together.ts'

const SIDE_BY_SIDE = 4
const PAGE = 100
/** A group that talks much lets the others have their turn after so many matters. */
const IN_A_ROW = 3

export interface Engine {
  /**
   * Judges, does and tells everything that is due at this moment; rejects when the database is away. `windows` also ends
   * reports whose window is still open, and tries again at once what failed; `answers` also waits for what was asked of slow
   * servers, as a clock that stands still must.
   */
  work(options?: { windows?: boolean; answers?: boolean }): Promise<void>
  /** Ends after what is in hand; everything else is found again by whoever looks next. What a slow server has yet to say is not heard. */
  stop(): Promise<void>
}

type Options = NonNullable<Parameters<Engine['work']>[0]>

interface Needs {
  store: Store
  clock: Clock
  reach: Reach
  /** Each town has words and places of its own. */
  judge(town: string): Judge
  slow: Pick<Services, 'model' | 'listening' | 'trainer'>
  /** Something was said or heard. */
  spoken(): void
  fault(what: string, fault: unknown): void
}

const NOTHING_DONE = { did: false, more: false }
const AGAIN = { did: true, more: true }

const nameOf = ({ town, key }: Due): string => `${town} ${key}`

/** Nothing is lost: what the desk could not handle is shown to the duty cadre, for it may be about anybody in the village. */
async function tellSomebody(desk: Pick<Desk, 'roster' | 'notify'>, heard: Heard): Promise<void> {
  const village = villageOfWords(desk.roster, heard.conversation, heard.person, heard.text)
  const [reader] = holders(desk.roster, 'duty', village)
  const text = couldNotRead(personName(desk.roster, heard.person), heard.text.slice(0, 80))
  if (reader) await desk.notify([{ key: `unread:${heard.id}`, to: toPerson(reader), ticket: null, occasion: 'unread', text }])
}

/** Looks at what is due and does it. Everything is found by query, so that a crash, a restart and a moved clock are one case. */
export function createEngine({ store, clock, reach, judge, slow, spoken, fault }: Needs): Engine {
  const calls = createSlowCalls({ store, clock, fault, done: () => void work({}).catch((thrown) => fault('round', thrown)) })
  const patience = createPatience()
  const tell = tellWaiting(reach)
  /** What failed in this round is left to a later one, however much hurry there is. */
  const failed = new Set<string>()
  let stopping = false

  async function handleSome(place: Place, hurry: boolean): Promise<{ did: boolean; more: boolean }> {
    const name = `${place.town}:${place.conversation}`
    const most = patience.linesOf(name, hurry)
    if (most === null) return NOTHING_DONE
    try {
      const done = await store.handleNext(place, clock.now(), most, (desk, heard) => handleMessage(desk, heard, judge(desk.town)))
      if (done === 'busy') return NOTHING_DONE
      patience.handled(name, done.handled, done.more)
      return { did: done.handled > 0, more: done.more }
    } catch (thrown) {
      // Two cadres at once: one has won, the other is handled anew and reads who has it.
      if (thrown instanceof Conflict) return AGAIN
      fault(`message in ${name}`, thrown)
      if (store.isAway(thrown)) {
        patience.databaseAway(name)
        return NOTHING_DONE
      }
      if (!patience.hasFailed(name)) return hurry ? AGAIN : NOTHING_DONE
      await store.giveUp(place, clock.now(), tellSomebody)
      patience.gaveUp(name)
      return AGAIN
    }
  }

  async function handleAll(hurry: boolean): Promise<boolean> {
    const queue = await store.conversationsToHandle(PAGE)
    let did = false
    // Groups side by side, one group's messages one after another; who comes late waits for no group's whole backlog.
    const lane = async () => {
      for (let place = queue.shift(); place && !stopping; place = queue.shift())
        for (let n = 0, more = true; n < IN_A_ROW && more && !stopping; n++) {
          const done = await handleSome(place, hurry)
          did = did || done.did
          more = done.more
        }
    }
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane))
    return did
  }

  /** Runs inside a transaction what is due, and afterwards, outside of it, what it asked of slow servers. */
  async function withServices<T>(town: string, act: (services: Services) => Promise<T>): Promise<T> {
    const later: Parameters<Services['afterwards']>[] = []
    const done = await act({ ...slow, judge: judge(town), afterwards: (...call) => void later.push(call) })
    for (const call of later) calls.start(town, ...call)
    return done
  }

  async function runOne(work: Due): Promise<boolean> {
    try {
      return await withServices(work.town, (services) => store.runDue(work, clock.now(), (desk, due) => runJob(desk, due, services)))
    } catch (thrown) {
      fault(`job ${work.key}`, thrown)
      failed.add(nameOf(work))
      // Stays to be done, however long that takes; what follows from it by the calendar does not wait for it.
      await store.putOff(work, clock.now(), backOff, afterFault)
      return true
    }
  }

  /** Windows that end together do so in one transaction; where one of them fails, each has its own, and the fault is told there. */
  async function endTogether(town: string, works: readonly Due[]): Promise<boolean> {
    let left = works.map((w) => w.key)
    let did = false
    try {
      while (left.length > 0 && !stopping) {
        const keys = left
        const end = (services: Services) => store.endReports(town, keys, clock.now(), (desk, due) => runJob(desk, due, services))
        const round = await withServices(town, end)
        did = did || round.ended > 0
        left = round.left
      }
    } catch {
      for (const key of left) did = (await runOne({ town, key })) || did
    }
    return did
  }

  async function runAll(list: readonly Due[]): Promise<boolean> {
    let did = false
    for (const works of together(list)) {
      if (stopping) return did
      const [first] = works
      if (first) did = (await (isWindow(first) ? endTogether(first.town, works) : runOne(first))) || did
    }
    return did
  }

  async function tellAll(): Promise<boolean> {
    let did = false
    for (const place of await store.conversationsToTell(clock.now(), PAGE)) {
      if (stopping) return did
      const told = await store.tellNext(place, clock.now(), tell)
      // It goes out while the others are told.
      if (told && !did) spoken()
      did = told || did
    }
    return did
  }

  async function openWindows(): Promise<Due[]> {
    return (await store.openWindows()).filter((w) => !failed.has(nameOf(w)))
  }

  async function round({ windows = false, answers = false }: Options): Promise<void> {
    failed.clear()
    for (let again = true; again && !stopping; ) {
      again = await handleAll(windows)
      again = (await runAll(await store.dueWork(clock.now(), PAGE))) || again
      if (windows && !again) again = await runAll(await openWindows())
      again = (await tellAll()) || again
      if (answers && !again) again = await calls.answered()
      if (again) spoken()
    }
  }

  let turn: Promise<void> = Promise.resolve()

  function work(options: Options): Promise<void> {
    // One round after another: what is asked for while one runs is done by the next.
    const mine = turn.then(() => round(options))
    turn = mine.catch(() => {})
    return mine
  }

  return {
    work: (options = {}) => work(options),
    async stop() {
      stopping = true
      await calls.stop()
      await slow.trainer.stop()
      await turn
    },
  }
}
