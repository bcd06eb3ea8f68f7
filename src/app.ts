import { randomUUID } from 'node:crypto'
import cron from 'node-cron'
import { chineseCalendar } from './calendar/chinese-calendar.ts'
import { Listeners } from './channels/sandbox/listeners.ts'
import { sandboxRoutes } from './channels/sandbox/routes.ts'
import type { Config } from './config.ts'
import { nextWorkdayAt } from './domain/calendar.ts'
import { createFaultLog } from './fault-log.ts'
import { onlyThisMachine } from './http/only-this-machine.ts'
import { createServer } from './http/server.ts'
import { createReceive } from './inbox/receive.ts'
import { createEngine } from './jobs/engine.ts'
import { JOBS } from './jobs/jobs.ts'
import { moveClock } from './jobs/move-clock.ts'
import { addNext } from './jobs/schedule.ts'
import { draw } from './pictures/draw.ts'
import { sampleTownship } from './roster/sample.ts'
import { servedTowns } from './served-towns.ts'
import { openClock } from './store/clock.ts'
import { openDatabase } from './store/connect.ts'
import { sandboxViewOf } from './store/sandbox-view.ts'
import { createStore } from './store/store.ts'
import { applyTownship } from './store/township.ts'
import { type Past, tellPast } from './tell-past.ts'
import { noTownYet } from './wording/startup.ts'

export interface App {
  address: string
  /** The village that the three things to try speak of. */
  village: string | null
  close(): Promise<void>
}

/** That a look takes longer than a second (the clock is moved by a month) is no news. */
const onlyFaults = (tell: (what: string, fault: unknown) => void) => ({
  info() {},
  debug() {},
  warn() {},
  error: (fault: unknown) => tell('cron', fault),
})

/** The only wiring: builds the outside and hands it to the inside. */
export async function startApp({ config, databaseUrl, past }: { config: Config; databaseUrl: string; past?: Past }): Promise<App> {
  const { prisma: db, close: closeDatabase } = openDatabase({ url: databaseUrl })
  const server = createServer({ logLevel: config.logLevel })
  try {
    if (config.sample && !(await db.town.findFirst())) await applyTownship(db, sampleTownship(), { sample: true, replaceSample: false })
    const calendar = chineseCalendar()
    if (past) await tellPast(past, { db, calendar, settings: config.settings, now: new Date() })
    const clock = await openClock(db)
    const store = createStore(db, { calendar, settings: config.settings, newId: randomUUID })
    const towns = servedTowns(db)
    const sandboxTown = () => {
      const town = towns.first()
      if (!town) throw new Error('no town is served')
      return town
    }
    const view = sandboxViewOf(db, sandboxTown)
    const listeners = new Listeners(view)
    const faults = createFaultLog((what, fault) => server.log.error({ err: fault, what }, 'fault'))
    const engine = createEngine({
      store,
      clock,
      judge: (town) => towns.classifier(town).judge,
      spoken: () => void listeners.look(),
      fault: faults,
    })
    /** Towns come and change by import: their schedules begin when they are first seen. */
    const lookAtTowns = async () => {
      if (!(await towns.look())) return
      for (const town of await store.towns())
        await store.atDesk(town, clock.now(), async (desk) => {
          for (const job of Object.values(JOBS)) if (job.schedule && !(await desk.hasDue(job.name))) await addNext(desk, job)
        })
    }
    await lookAtTowns()
    /** One look at what is due, asked for by nobody who waits for it. */
    const look = async () => {
      try {
        await clock.look()
        await lookAtTowns()
        await engine.work()
      } catch (fault) {
        faults('round', fault)
      }
    }
    const receive = createReceive(store, () => {
      void listeners.look()
      void look()
    })
    if (config.sandbox !== 'off') {
      server.register(async (sandbox) => {
        sandbox.addHook('onRequest', onlyThisMachine)
        sandbox.addHook('onRequest', async (_request, reply) => {
          if (towns.first() === null) await reply.code(503).send({ error: noTownYet })
        })
        sandboxRoutes(sandbox, {
          town: sandboxTown,
          view,
          clock,
          settings: config.settings,
          receive,
          listeners,
          moveTo: (target) => moveClock(target, clock, store, engine),
          async settle() {
            await lookAtTowns()
            await engine.work({ windows: true })
          },
          draw,
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
    const looking = cron.schedule('* * * * * *', look, { noOverlap: true, logger: onlyFaults(faults) })
    return {
      address,
      village: towns.village(),
      async close() {
        await looking.destroy()
        listeners.close()
        await server.close()
        await engine.stop()
        await closeDatabase()
      },
    }
  } catch (fault) {
    await server.close()
    await closeDatabase()
    throw fault
  }
}
