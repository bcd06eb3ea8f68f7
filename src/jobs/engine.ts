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
import { createSlowCalls } from './slow-calls.ts'

const SIDE_BY_SIDE = 4
const PAGE = 100
/** A group that talks much lets the others have their turn after so many messages. */
const IN_A_ROW = 3
/** How long after a fault the same thing is tried again, machine time; a database that was away comes back within seconds. */
const BACK_OFF_MS = [1000, 4000, 15_000, 60_000, 300_000]
const TRIES = 4

const backOff = (attempts: number): number => BACK_OFF_MS[Math.min(attempts, BACK_OFF_MS.length) - 1] ?? 0

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

interface Failed {
  tries: number
  /** Machine time. */
  again: number
}

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
  const failed = new Map<string, Failed>()
  const tell = tellWaiting(reach)
  let stopping = false

  async function handleOne(place: Place, hurry: boolean): Promise<boolean> {
    const name = `${place.town}:${place.conversation}`
    const before = failed.get(name)
    if (before && !hurry && Date.now() < before.again) return false
    try {
      const outcome = await store.handleNext(place, clock.now(), (desk, heard) => handleMessage(desk, heard, judge(desk.town)))
      failed.delete(name)
      return outcome === 'handled'
    } catch (thrown) {
      // Two cadres at once: one has won, the other is handled anew and reads who has it.
      if (thrown instanceof Conflict) return true
      fault(`message in ${name}`, thrown)
      const tries = (before?.tries ?? 0) + 1
      failed.set(name, { tries, again: Date.now() + backOff(tries) })
      if (tries < TRIES) return hurry
      await store.giveUp(place, clock.now(), tellSomebody)
      failed.delete(name)
      return true
    }
  }

  async function handleAll(hurry: boolean): Promise<boolean> {
    const queue = await store.conversationsToHandle(PAGE)
    let did = false
    // Groups side by side, one group's messages one after another; who comes late waits for no group's whole backlog.
    const lane = async () => {
      for (let place = queue.shift(); place && !stopping; place = queue.shift())
        for (let n = 0; n < IN_A_ROW && !stopping && (await handleOne(place, hurry)); n++) did = true
    }
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane))
    return did
  }

  async function runAll(list: { town: string; key: string }[]): Promise<boolean> {
    let did = false
    for (const work of list) {
      if (stopping) return did
      try {
        const later: Parameters<Services['afterwards']>[] = []
        const services = { ...slow, afterwards: (...call: Parameters<Services['afterwards']>) => void later.push(call) }
        if (!(await store.runDue(work, clock.now(), (desk, due) => runJob(desk, due, { ...services, judge: judge(desk.town) })))) continue
        did = true
        for (const call of later) calls.start(work.town, ...call)
      } catch (thrown) {
        fault(`job ${work.key}`, thrown)
        // Stays to be done, however long that takes; what follows from it by the calendar does not wait for it.
        await store.putOff(work, clock.now(), backOff, afterFault)
        did = true
      }
    }
    return did
  }

  async function tellAll(): Promise<boolean> {
    let did = false
    for (const place of await store.conversationsToTell(clock.now(), PAGE)) {
      if (stopping) return did
      did = (await store.tellNext(place, clock.now(), tell)) || did
    }
    return did
  }

  async function round({ windows = false, answers = false }: Options): Promise<void> {
    for (let again = true; again && !stopping; ) {
      again = await handleAll(windows)
      again = (await runAll(await store.dueWork(clock.now(), PAGE))) || again
      if (windows && !again) again = await runAll(await store.openWindows())
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
