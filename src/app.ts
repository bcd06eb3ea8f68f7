import cron from 'node-cron'
import { chineseCalendar } from './calendar/chinese-calendar.ts'
import { Listeners } from './channels/sandbox/listeners.ts'
import { wecomRoutes } from './channels/wecom/callback/routes.ts'
import { nextWorkdayAt } from './domain/calendar.ts'
import type { ChannelName } from './domain/capability.ts'
import { workdaysLate } from './domain/overdue.ts'
import { compressAnswers } from './http/compress.ts'
import { healthRoute } from './http/health.ts'
import { isLoopback } from './http/only-this-machine.ts'
import { createServer, type LogSink } from './http/server.ts'
import { createEngine } from './jobs/engine.ts'
import { moveClock } from './jobs/move-clock.ts'
import { oneMore } from './jobs/one-more.ts'
import { handRoutes } from './pages/hand-routes.ts'
import { draw } from './pictures/draw.ts'
import { sampleTownship } from './roster/sample.ts'
import { hasChannels } from './settings/channel-settings.ts'
import type { Config } from './settings/config.ts'
import { DOES } from './settings/process-role.ts'
import { createDelivery } from './speaking/deliver.ts'
import { bellOf, hearBell } from './store/bell.ts'
import { channelLogOf } from './store/channel-log.ts'
import { openClock } from './store/clock.ts'
import { openDatabase } from './store/connect.ts'
import { frontDeskOf } from './store/front-desk.ts'
import { identitiesIn } from './store/identities.ts'
import { newRowId, newToken } from './store/new-id.ts'
import { createOutbox } from './store/outbox.ts'
import { sandboxViewOf } from './store/sandbox-view.ts'
import { createStore } from './store/store.ts'
import { applyTownship } from './store/township.ts'
import { openApiTo } from './wiring/api.ts'
import { backupsOf } from './wiring/backups.ts'
import { beginSchedules } from './wiring/begin-schedules.ts'
import { connectionsOf } from './wiring/connections.ts'
import { doorFirst } from './wiring/door-first.ts'
import { createFaultLog, onlyFaults } from './wiring/fault-log.ts'
import { hearPeople } from './wiring/hear-people.ts'
import { fileMaker } from './wiring/make-files.ts'
import { openMetrics } from './wiring/metrics.ts'
import { officeRoom } from './wiring/office.ts'
import { operatorPage, passwordFileIn } from './wiring/operator-page.ts'
import { linkIntoOffice, sandboxDoors } from './wiring/sandbox-doors.ts'
import { hallScreen } from './wiring/screen.ts'
import { servedTowns } from './wiring/served-towns.ts'
import { slipPages } from './wiring/slip-pages.ts'
import { slowReaders } from './wiring/slow-readers.ts'
import { type Past, tellPast } from './wiring/tell-past.ts'
import { townModels } from './wiring/town-models.ts'
import { strangerName } from './wording/channels.ts'
import { BOT_NAME, eventNames } from './wording/names.ts'
import type { Started } from './wording/startup.ts'

type Given = { config: Config; databaseUrl: string; past?: Past; log?: LogSink }

export interface App {
  address: string
  started: Started
  close(): Promise<void>
}

/** The only wiring: builds the outside and hands it to the inside. */
export async function startApp({ config, databaseUrl, past, log: sink }: Given): Promise<App> {
  const { prisma: db, straight, seal, mark, unlock, close: closeDatabase } = openDatabase({ url: databaseUrl, key: config })
  const server = createServer({ logLevel: config.logLevel, ...(sink && { log: sink }) })
  try {
    await unlock()
    const metrics = openMetrics(server)
    await compressAnswers(server)
    if (config.sample && !(await db.town.findFirst())) await applyTownship(db, sampleTownship(), { sample: true, replaceSample: false })
    const calendar = chineseCalendar()
    const sandboxOpen = config.sandbox === 'on' || (config.sandbox === 'auto' && !hasChannels(config))
    if (past && sandboxOpen) await tellPast(past, { db, calendar, settings: config.settings, now: new Date() })
    const clock = await openClock(db)
    const open = new Set<ChannelName>()
    const reach = { open, sandbox: sandboxOpen, machine: () => new Date() }
    const { machine } = reach
    const log = channelLogOf(db)
    let listening: string | null = null
    // Without a sandbox only a telephone reads links, and this machine's own address opens on none.
    const office = { address: () => config.publicUrl ?? (sandboxOpen ? listening : null), machine, newToken }
    const outfit = { calendar, settings: config.settings, newId: newRowId, office }
    const store = metrics.store(createStore(db, outfit))
    const make = fileMaker(store, clock)
    const models = townModels(db, config.dataDir)
    const towns = servedTowns(db, models.of)
    const judge = (town: string) => towns.classifier(town).judge
    const servedTown = () => {
      const town = towns.first()
      if (!town) throw new Error('no town is served')
      return town
    }
    const outbox = createOutbox(db, { outfit, seal, draw, make })
    const first = doorFirst({ frontDesk: metrics.frontDesk(frontDeskOf(straight)), store, outbox })
    const view = sandboxViewOf(db, servedTown, {
      names: { bot: BOT_NAME, events: eventNames },
      day: { now: clock.now, daysLate: (due) => workdaysLate(due, clock.now(), calendar) },
    })
    const listeners = new Listeners(view)
    const faults = createFaultLog((what, fault) => server.log.error({ err: fault, what }, 'fault'))
    const identities = identitiesIn(db, newRowId, strangerName)
    const does = DOES[config.role]
    const { connections, doors, apis } = connectionsOf({
      ...{ config, db, towns, store, identities, clock, machine, log, seal, mark, diary: server.log, fault: faults },
    })
    const channels = connections.flatMap((c) => c.channels.map(metrics.channel))
    for (const channel of channels) open.add(channel.name)
    const delivery = createDelivery({ outbox: first.outbox, channels, log, clock, reach, fault: faults })
    const engine = createEngine({
      ...{ store: first.store, clock, reach, judge },
      spoken: () => {
        void listeners.look()
        void delivery.work()
      },
      slow: await slowReaders(config.llm),
      fault: faults,
    })
    /** Towns come and change by import: their schedules begin when they are first seen. */
    const lookAtTowns = async () => {
      await clock.look()
      if (await towns.look()) await beginSchedules(store, clock.now())
    }
    await lookAtTowns()
    await models.look()
    /** One look at what is due, asked for by nobody who waits for it. */
    const look = oneMore(async () => {
      try {
        await unlock()
        await lookAtTowns()
        if (does.work) await engine.work()
      } catch (fault) {
        faults('round', fault)
      }
      // Not waited for: a platform that hangs must not hold what the clock does. Whoever has a long connection speaks through it.
      if (does.work || does.listening) void delivery.work()
      if (does.work) void teller.work()
    })
    const ring = bellOf(straight, (fault) => faults('bell', fault))
    const { receive, hearing } = hearPeople({
      ...{ db, town: servedTown, store, frontDesk: first.frontDesk, identities, log, seal, clock, machine },
      received() {
        void listeners.look()
        if (does.work) void look()
        else ring()
      },
    })
    const teller = openApiTo(server, { config, db, store, outbox, seal, clock, machine, receive, fault: faults })
    server.register((routes) => wecomRoutes(routes, doors(hearing), metrics.refused))
    if (does.listening) for (const connection of connections) await connection.start(hearing)
    handRoutes(server)
    const codes = slipPages(server, {
      ...{ config, town: towns.first, address: office.address, store, rates: outbox, receive, clock, machine, fault: faults },
      judge,
    })
    operatorPage(server, {
      ...{ db, town: towns.first, townsChanged: lookAtTowns, config, outfit, store, clock, reach, log, outbox, identities, seal, apis },
      ...{ judge, posters: () => codes.print(null, 'pdf') },
    })
    metrics.page({ db, config, towns: store.towns, clock, reach, log, apis })
    officeRoom(server, { db, town: towns.first, store, clock, calendar, engine, receive, office, codes, make })
    hallScreen(server, { db, store, clock })
    if (sandboxOpen)
      sandboxDoors(
        server,
        {
          ...{ town: servedTown, view, clock, receive, listeners, draw, make, settings: config.settings },
          moveTo: (target) => moveClock(target, clock, store, engine),
          async settle() {
            await lookAtTowns()
            await engine.work({ windows: true, answers: true })
          },
          nextMorning: () => nextWorkdayAt(clock.now(), '09:00', calendar),
          officeLink: (person, number) => store.atDesk(servedTown(), clock.now(), (desk) => linkIntoOffice(desk, person, number)),
        },
        () => towns.first() !== null,
      )
    if (!sandboxOpen) server.get('/', (_request, reply) => reply.redirect('/status'))
    healthRoute(server, () => db.$queryRaw`SELECT 1`)
    const address = await server.listen({ port: config.port, host: config.host })
    listening = address
    const quietly = { noOverlap: true, logger: onlyFaults(faults) }
    // node-cron says only: look now. What is due is found by query.
    const newModel = cron.schedule('*/2 * * * * *', () => models.look().catch((fault) => faults('model', fault)), quietly)
    const backups = backupsOf(config, { db, databaseUrl, now: machine, fault: faults })
    const backingUp = cron.schedule('0 * * * * *', () => backups.look().catch((fault) => faults('backup', fault)), quietly)
    const looking = cron.schedule('* * * * * *', look, quietly)
    const bell = does.work && config.role !== 'all' ? hearBell(databaseUrl, () => void look()) : null
    return {
      address,
      started: {
        address,
        page: sandboxOpen ? address : null,
        hasTown: towns.first() !== null,
        village: towns.village(),
        isOpen: !isLoopback(config.host) && config.host !== 'localhost',
        passwordFile: config.operatorPassword === null ? passwordFileIn(config.dataDir) : null,
      },
      async close() {
        await looking.destroy()
        await bell?.close()
        for (const connection of connections) await connection.close()
        await newModel.destroy()
        await backingUp.destroy()
        await backups.stop()
        listeners.close()
        await server.close()
        await engine.stop()
        await delivery.close()
        await teller.close()
        await closeDatabase()
      },
    }
  } catch (fault) {
    await server.close()
    await closeDatabase()
    throw fault
  }
}
