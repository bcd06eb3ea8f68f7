import { randomUUID } from 'node:crypto'
import cron from 'node-cron'
import { chineseCalendar } from './calendar/chinese-calendar.ts'
import { hasChannels } from './channel-settings.ts'
import { Listeners } from './channels/sandbox/listeners.ts'
import { sandboxRoutes } from './channels/sandbox/routes.ts'
import { wecomRoutes } from './channels/wecom/callback/routes.ts'
import { connectWecom, tokenOf, wecomApis } from './channels/wecom/connect.ts'
import { officeOf } from './channels/wecom/office.ts'
import { createClassifier } from './classify/classify.ts'
import type { Config } from './config.ts'
import { nextWorkdayAt } from './domain/calendar.ts'
import type { ChannelName } from './domain/capability.ts'
import { robotKeyIn } from './domain/robot-address.ts'
import { hearWecom } from './hear-wecom.ts'
import { onlyThisMachine } from './http/only-this-machine.ts'
import { newPassword, operatorLogin } from './http/operator-login.ts'
import { createServer } from './http/server.ts'
import { statusRoutes } from './http/status-routes.ts'
import { createHearing } from './inbox/hear.ts'
import { knock } from './inbox/knock.ts'
import { createReceive } from './inbox/receive.ts'
import { robotId, sealKeys } from './inbox/seal-keys.ts'
import { createDelivery } from './jobs/deliver.ts'
import { createEngine } from './jobs/engine.ts'
import { JOBS } from './jobs/jobs.ts'
import { moveClock } from './jobs/move-clock.ts'
import { addNext } from './jobs/schedule.ts'
import { draw } from './pictures/draw.ts'
import type { Connection } from './ports/channel.ts'
import type { IncomingMessage } from './ports/store.ts'
import { sampleTownship } from './roster/sample.ts'
import { channelLogOf } from './store/channel-log.ts'
import { openClock } from './store/clock.ts'
import { openDatabase } from './store/connect.ts'
import { identitiesOf } from './store/identities.ts'
import { operationsOf } from './store/operations.ts'
import { createOutbox } from './store/outbox.ts'
import { sandboxViewOf } from './store/sandbox-view.ts'
import { openSealer, ownSecret } from './store/seal.ts'
import { createStore } from './store/store.ts'
import { activeTownship, applyTownship } from './store/township.ts'
import { bindGroup } from './tickets/bind-group.ts'

/** Passwords that may be tried on the operator's page, by anybody. */
const LOGINS = { name: 'operator-login', burst: 5, perMinute: 5 }

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
    const active = await activeTownship(db)
    const machine = () => new Date()
    const apis = wecomApis(config.wecom, machine)
    const sandboxOpen = config.sandbox === 'on' || (config.sandbox === 'auto' && !hasChannels(config))
    const outfit = { calendar, settings: config.settings, newId: randomUUID }
    const open = new Set<ChannelName>()
    const reach = { open, sandbox: sandboxOpen, machine }
    const store = createStore(db, outfit, reach)
    const log = channelLogOf(db)
    const fault = (what: string, thrown: unknown) => server.log.error({ err: thrown, what }, 'fault')
    const seal = openSealer(config)
    const outbox = createOutbox(db, { outfit, reach, seal, draw })
    const classifier = createClassifier({
      duties: active?.township.duties ?? [],
      places: (active?.township.grid ?? []).flatMap((n) => [n.name, ...n.aliases]),
    })
    const town = active?.township.id ?? ''
    const identities = identitiesOf(db, town, randomUUID)
    const wecom = hearWecom({
      config,
      db,
      town,
      apis,
      store,
      identities,
      clock,
      machine,
      log,
      seal,
      judge: classifier.judge,
      diary: server.log,
      fault,
    })
    const connections: Connection[] = [connectWecom(config.wecom, apis), wecom]
    const channels = connections.flatMap((c) => c.channels)
    for (const channel of channels) open.add(channel.name)
    const delivery = createDelivery({ outbox, channels, log, clock, machine, fault })
    const view = active ? sandboxViewOf(db, active.township.id) : null
    const listeners = view && new Listeners(view)
    const engine = createEngine({
      store,
      clock,
      judge: classifier.judge,
      spoken: () => {
        void listeners?.look()
        void delivery.work()
      },
      fault,
    })
    for (const town of await store.towns())
      await store.atDesk(town, clock.now(), async (desk) => {
        for (const job of Object.values(JOBS)) if (job.schedule && !(await desk.hasDue(job.name))) await addNext(desk, job)
      })
    const keep = createReceive(store, () => {
      void listeners?.look()
      void engine.work()
    })
    const receive = (message: IncomingMessage) => keep({ ...message, text: sealKeys(message.text, seal.close) })
    if (active) {
      const hearing = createHearing({
        town,
        identities,
        log,
        receive,
        knock: (seen, word) => store.atDesk(town, clock.now(), (desk) => knock(desk, seen, word)),
        clock,
        machine,
      })
      server.register((doors) => wecomRoutes(doors, wecom.doors(hearing)))
      for (const connection of connections) await connection.start(hearing)
      const closeRobot = (address: string) => {
        const key = robotKeyIn(address)
        return key === null ? null : { id: robotId(key), sealed: seal.close(key) }
      }
      const tokenSince = (channel: ChannelName) => tokenOf(apis, channel)
      statusRoutes(server, {
        operations: operationsOf(db, town, {
          ...{ store, clock, reach, log, identities, tokenSince, bindGroup, closeRobot },
          office: officeOf(apis),
          dataDir: config.dataDir,
        }),
        login: operatorLogin(config.operatorPassword ?? ownSecret(config.dataDir, 'operator.password', newPassword)),
        mayTry: async () => 'taken' in (await outbox.take([LOGINS], machine())),
        now: machine,
      })
    }
    if (sandboxOpen && active && view && listeners) {
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
    const look = cron.schedule(
      '* * * * * *',
      async () => {
        await engine.work()
        // Not waited for: a platform that hangs must not hold what the clock does.
        void delivery.work()
      },
      { noOverlap: true },
    )
    return {
      address,
      village: active?.township.grid.find((n) => n.level === 'village')?.name ?? null,
      async close() {
        await look.destroy()
        for (const connection of connections) await connection.close()
        listeners?.close()
        await server.close()
        await engine.work()
        await delivery.close()
        await closeDatabase()
      },
    }
  } catch (fault) {
    await server.close()
    await closeDatabase()
    throw fault
  }
}
