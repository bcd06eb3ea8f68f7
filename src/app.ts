import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import cron from 'node-cron'
import { chineseCalendar } from './calendar/chinese-calendar.ts'
import { Listeners } from './channels/sandbox/listeners.ts'
import { sandboxRoutes } from './channels/sandbox/routes.ts'
import { createModelReader } from './classify/ask-model.ts'
import { createClassifier, shipped } from './classify/classify.ts'
import { loadPrompt } from './classify/prompt.ts'
import { readExamples } from './classify/read-examples.ts'
import type { Config, LlmConfig } from './config.ts'
import { nextWorkdayAt } from './domain/calendar.ts'
import { createFaultLog } from './fault-log.ts'
import { onlyThisMachine } from './http/only-this-machine.ts'
import { createServer } from './http/server.ts'
import { createReceive } from './inbox/receive.ts'
import { createEngine } from './jobs/engine.ts'
import { JOBS } from './jobs/jobs.ts'
import { moveClock } from './jobs/move-clock.ts'
import { addNext } from './jobs/schedule.ts'
import { modelInUse } from './learning/model-in-use.ts'
import { createTrainer } from './learning/trainer.ts'
import { createLanguageModel, createListener } from './llm/client.ts'
import { draw } from './pictures/draw.ts'
import { sampleTownship } from './roster/sample.ts'
import { openClock } from './store/clock.ts'
import { openDatabase } from './store/connect.ts'
import { sandboxViewOf } from './store/sandbox-view.ts'
import { createStore } from './store/store.ts'
import { activeTownship, applyTownship } from './store/township.ts'
import { modelShelfOf } from './store/trained-models.ts'

export interface App {
  address: string
  /** The village that the three things to try speak of. */
  village: string | null
  close(): Promise<void>
}

function secondReader(llm: LlmConfig | null) {
  if (!llm) return null
  const { perDay, perPerson } = llm
  return { reader: createModelReader(createLanguageModel(llm), loadPrompt(llm.prompt), readExamples), budget: { perDay, perPerson } }
}

function listeningWith(llm: LlmConfig | null) {
  if (!llm || llm.transcribeModel === null) return null
  const { transcribeModel, perDay, perPerson } = llm
  return { listener: createListener({ ...llm, transcribeModel }), budget: { perDay, perPerson } }
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
    const folder = join(config.dataDir, 'models', active?.township.id ?? '')
    const reader = active && modelInUse({ shelf: modelShelfOf(db, active.township.id), shipped, folder })
    const classifier = createClassifier({
      duties: active?.township.duties ?? [],
      places: (active?.township.grid ?? []).flatMap((n) => [n.name, ...n.aliases]),
      inUse: reader?.read ?? shipped,
    })
    await reader?.look()
    const trainer = createTrainer()
    const view = active ? sandboxViewOf(db, active.township.id) : null
    const listeners = view && new Listeners(view)
    const faults = createFaultLog((what, fault) => server.log.error({ err: fault, what }, 'fault'))
    const engine = createEngine({
      store,
      clock,
      judge: classifier.judge,
      model: secondReader(config.llm),
      listening: listeningWith(config.llm),
      trainer,
      spoken: () => void listeners?.look(),
      fault: faults,
    })
    for (const town of await store.towns())
      await store.atDesk(town, clock.now(), async (desk) => {
        for (const job of Object.values(JOBS)) if (job.schedule && !(await desk.hasDue(job.name))) await addNext(desk, job)
      })
    /** One look at what is due, asked for by nobody who waits for it. */
    const look = () =>
      clock
        .look()
        .then(() => engine.work())
        .catch((fault) => faults('round', fault))
    const receive = createReceive(store, () => {
      void listeners?.look()
      void look()
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
          settle: () => engine.work({ windows: true, answers: true }),
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
    const looking = cron.schedule('* * * * * *', look, { noOverlap: true })
    const newModel = cron.schedule('*/2 * * * * *', () => reader?.look().catch((fault) => faults('model', fault)), { noOverlap: true })
    return {
      address,
      village: active?.township.grid.find((n) => n.level === 'village')?.name ?? null,
      async close() {
        await looking.destroy()
        await newModel.destroy()
        listeners?.close()
        await server.close()
        await engine.stop()
        await trainer.stop()
        await closeDatabase()
      },
    }
  } catch (fault) {
    await server.close()
    await closeDatabase()
    throw fault
  }
}
