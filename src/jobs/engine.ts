import type { Judgement } from '../domain/judgement.ts'
import { toPerson } from '../domain/notice.ts'
import { holders, personName } from '../domain/roster.ts'
import { handleMessage } from '../inbox/handle.ts'
import type { Clock } from '../ports/clock.ts'
import { Conflict, type Desk, type Heard } from '../ports/desk.ts'
import type { Place, Store } from '../ports/store.ts'
import { villageOfWords } from '../tickets/whereabouts.ts'
import { couldNotRead } from '../wording/reminders.ts'
import { runJob } from './jobs.ts'
import { decideTelling } from './tell.ts'

const SIDE_BY_SIDE = 4
const PAGE = 100
const TRIES = 3

export interface Engine {
  /** Judges, does and tells everything that is due at this moment. `windows` also ends reports whose window is still open. */
  work(options?: { windows?: boolean }): Promise<void>
}

interface Needs {
  store: Store
  clock: Clock
  judge(text: string): Judgement
  /** Something was said or heard. */
  spoken(): void
  fault(what: string, fault: unknown): void
}

/** Nothing is lost: what the desk could not handle is shown to the duty cadre, for it may be about anybody in the village. */
async function tellSomebody(desk: Desk, heard: Heard): Promise<void> {
  const village = villageOfWords(desk.roster, heard.conversation, heard.person, heard.text)
  const [reader] = holders(desk.roster, 'duty', village)
  const text = couldNotRead(personName(desk.roster, heard.person), heard.text.slice(0, 80))
  if (reader) await desk.notify([{ key: `unread:${heard.id}`, to: toPerson(reader), ticket: null, occasion: 'unread', text }])
}

/** Looks at what is due and does it. Everything is found by query, so that a crash, a restart and a moved clock are one case. */
export function createEngine({ store, clock, judge, spoken, fault }: Needs): Engine {
  const faults = new Map<string, number>()

  async function handleOne(place: Place): Promise<boolean> {
    const name = `${place.town}:${place.conversation}`
    try {
      const outcome = await store.handleNext(place, clock.now(), (desk, heard) => handleMessage(desk, heard, judge))
      faults.delete(name)
      return outcome === 'handled'
    } catch (thrown) {
      // Two cadres at once: one has won, the other is handled anew and reads who has it.
      const count = (faults.get(name) ?? 0) + (thrown instanceof Conflict ? 0.2 : 1)
      faults.set(name, count)
      if (!(thrown instanceof Conflict)) fault(`message in ${name}`, thrown)
      if (count < TRIES) return true
      faults.delete(name)
      await store.giveUp(place, clock.now(), tellSomebody)
      return true
    }
  }

  async function handleAll(): Promise<boolean> {
    const places = await store.conversationsToHandle(PAGE)
    let did = false
    const queue = [...places]
    // Groups side by side, one group's messages one after another.
    const lane = async () => {
      for (let place = queue.shift(); place; place = queue.shift()) while (await handleOne(place)) did = true
    }
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane))
    return did
  }

  async function runAll(list: { town: string; key: string }[]): Promise<boolean> {
    let did = false
    for (const work of list) {
      try {
        did = (await store.runDue(work, clock.now(), (desk, due) => runJob(desk, due, { judge }))) || did
        faults.delete(work.key)
      } catch (thrown) {
        const count = (faults.get(work.key) ?? 0) + 1
        faults.set(work.key, count)
        fault(`job ${work.key}`, thrown)
        // Given up for this life of the process only; it is tried again after a restart, and its row shows that it is open.
        if (count >= TRIES) await store.runDue(work, clock.now(), async () => `failed: ${String(thrown).slice(0, 200)}`)
        did = true
      }
    }
    return did
  }

  async function tellAll(): Promise<boolean> {
    let did = false
    for (const place of await store.conversationsToTell(clock.now(), PAGE))
      did = (await store.tellNext(place, clock.now(), decideTelling)) || did
    return did
  }

  let turn: Promise<void> = Promise.resolve()

  async function round(windows: boolean): Promise<void> {
    for (let again = true; again; ) {
      again = await handleAll()
      again = (await runAll(await store.dueWork(clock.now(), PAGE))) || again
      if (windows && !again) again = await runAll(await store.openWindows())
      again = (await tellAll()) || again
      if (again) spoken()
    }
  }

  return {
    work({ windows = false } = {}) {
      // One round after another: what is asked for while one runs is done by the next.
      turn = turn.then(() => round(windows)).catch((thrown) => fault('round', thrown))
      return turn
    },
  }
}
