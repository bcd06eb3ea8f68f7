import { randomUUID } from 'node:crypto'
import cron from 'node-cron'
import { chineseCalendar } from './calendar/chinese-calendar.ts'
import { Listeners } from './channels/sandbox/listeners.ts'
import { sandboxRoutes } from './channels/sandbox/routes.ts'
import { createClassifier } from './classify/classify.ts'
import type { Config } from './config.ts'
import { nextWorkdayAt } from './domain/calendar.ts'
import { onlyThisMachine } from './http/only-this-machine.ts'
import { createServer } from './http/server.ts'
import { createReceive } from './inbox/receive.ts'
import { createEngine } from './jobs/engine.ts'
import { JOBS } from './jobs/jobs.ts'
import { moveClock } from './jobs/move-clock.ts'
import { addNext } from './jobs/schedule.ts'
import { sampleTownship } from './roster/sample.ts'
import { openClock } from './store/clock.ts'
import { openDatabase } from './store/connect.ts'
import { sandboxViewOf } from './store/sandbox-view.ts'
import { createStore } from './store/store.ts'
import { activeTownship, applyTownship } from './store/township.ts'

export interface App {
  address: string
  /** The village that the three things to try speak of. */
  village: string | null
  close(): Promise<void>
}

/** The only wiring: builds the outside and hands it to the inside. */
export async function startApp({ config, databaseUrl }: { config: Config; databaseUrl: string }): Promise<App> {
  const { prisma: db, close: closeDatabase } = openDatabase({ url: databaseUrl })
  const server = createServer({ logLevel: config.logLevel })
  try {
    if (config.sample && !(await db.town.findFirst())) await applyTownship(db, sampleTownship(), { sample: true, replaceSample: false })
    const clock = await openClock(db)
    const calendar = chineseCalendar()
    const store = createStore(db, { calendar, settings: config.settings, newId: randomUUID })
    const active = await activeTownship(db)
    const classifier = createClassifier({
      duties: active?.township.duties ?? [],
      places: (active?.township.grid ?? []).flatMap((n) => [n.name, ...n.aliases]),
    })
    const view = active ? sandboxViewOf(db, active.township.id) : null
    const listeners = view && new Listeners(view)
    const engine = createEngine({
      store,
      clock,
      judge: classifier.judge,
      spoken: () => void listeners?.look(),
      fault: (what, fault) => server.log.error({ err: fault, what }, 'fault'),
    })
    for (const town of await store.towns())
      await store.atDesk(town, clock.now(), async (desk) => {
        for (const job of Object.values(JOBS)) if (job.schedule && !(await desk.hasDue(job.name))) await addNext(desk, job)
      })
    const receive = createReceive(store, () => {
      void listeners?.look()
      void engine.work()
    })
    if (config.sandbox !== 'off' && active && view && listeners) {
      server.register(async (sandbox) => {
        sandbox.addHook('onRequest', onlyThisMachine)
        sandboxRoutes(sandbox, {
          town: active.township.id,
          view,
          clock,
          receive,
          listeners,
          moveTo: (target) => moveClock(target, clock, store, engine),
          settle: () => engine.work({ windows: true }),
          nextMorning: () => nextWorkdayAt(clock.now(), '09:00', calendar),
        })
      })
    }
    server.get('/health', async () => {
      await db.$queryRaw`SELECT 1`
      return { ok: true }
    })
    const address = await server.listen({ port: config.port, host: config.host })
    // node-cron says only: look now. What is due is found by query.
    const look = cron.schedule('* * * * * *', () => engine.work(), { noOverlap: true })
    return {
      address,
      village: active?.township.grid.find((n) => n.level === 'village')?.name ?? null,
      async close() {
        await look.destroy()
        listeners?.close()
        await server.close()
        await engine.work()
        await closeDatabase()
      },
    }
  } catch (fault) {
    await server.close()
    await closeDatabase()
    throw fault
  }
}
