import { randomUUID } from 'node:crypto'
import Fastify, { type FastifyInstance } from 'fastify'
import type { ArchiveEar } from '../../src/channels/archive/connect.ts'
import { wecomRoutes } from '../../src/channels/wecom/callback/routes.ts'
import { wecomApis } from '../../src/channels/wecom/connect.ts'
import type { KeepPace } from '../../src/channels/wecom/line/pace.ts'
import { type Listening, listenToWecom } from '../../src/channels/wecom/listen.ts'
import type { HearingSetup } from '../../src/channels/wecom/listen-needs.ts'
import { createClassifier } from '../../src/classify/classify.ts'
import { createGreeter } from '../../src/inbox/greet.ts'
import { mirrorOrder } from '../../src/inbox/mirror-order.ts'
import { sampleDuties } from '../../src/roster/duty-list.ts'
import { answersOf } from '../../src/store/answers.ts'
import { leasesOf } from '../../src/store/channel-log.ts'
import { cursorsOf, scenesOf } from '../../src/store/cursors.ts'
import { errandsOf } from '../../src/store/errands.ts'
import { sealer } from './keys.ts'
import { type OutboxTown, TOWN } from './outbox.ts'

/** A line that does everything at once. */
export const QUICK: KeepPace = {
  line: { pingMs: 40, ackMs: 150, openMs: 1000 },
  leaseMs: 1200,
  backOffMs: [20, 40, 80],
  steadyMs: 60_000,
  refusedMs: 100,
  standBackMs: 60_000,
  silenceMs: 60_000,
}

export interface Ears {
  listening: Listening
  server: FastifyInstance
  /** Lines of the log, without their levels. */
  diary: string[]
  faults: string[]
  close(): Promise<void>
}

export interface EarsOptions {
  apiBase?: string
  pace?: KeepPace
  machine?: () => Date
  /** Whether rounds and lines run, or only doors are open. */
  started?: boolean
  /** The company's archive of talk, to be woken. */
  archive?: ArchiveEar | null
}

/** The incoming side of WeCom on a town's real database, with its doors open. */
export async function openEars(
  town: OutboxTown,
  setup: Partial<HearingSetup>,
  { apiBase = 'http://127.0.0.1:9/', pace = QUICK, machine = () => new Date(), started = false, archive = null }: EarsOptions = {},
): Promise<Ears> {
  const served = () => TOWN
  const diary: string[] = []
  const faults: string[] = []
  const whole: HearingSetup = { corpId: null, wsUrl: '', app: null, kf: null, bot: null, ...setup }
  const secret = { agentId: '1000002', secret: 'secret-1' }
  const apis = wecomApis(
    {
      corpId: whole.corpId,
      apiBase,
      app: whole.app && secret,
      kf: whole.kf && secret,
      contactSecret: whole.app && 'secret-1',
      archive: null,
    },
    machine,
  )
  const clock = { now: () => town.now.product }
  const { judge } = createClassifier({ duties: sampleDuties, places: [] })
  const listening = listenToWecom({
    setup: whole,
    apis,
    archive,
    pace,
    errands: errandsOf(town.prisma, served),
    answers: answersOf(town.prisma, served, sealer),
    cursors: cursorsOf(town.prisma, served),
    scenes: scenesOf(town.prisma, served),
    leases: leasesOf(town.prisma),
    log: town.log,
    greeter: createGreeter({ town: served, store: town.store, identities: () => town.identities, clock, machine }),
    isServed: () => true,
    mirror: (order) => town.store.atDesk(TOWN, town.now.product, (desk) => mirrorOrder(desk, order, judge)),
    diary: {
      info: (fields, what) => void diary.push(`${JSON.stringify(fields)} ${what}`),
      warn: (fields, what) => void diary.push(`${JSON.stringify(fields)} ${what}`),
      fault: (what, thrown) => void faults.push(`${what}: ${thrown}`),
    },
    newId: randomUUID,
    machine,
  })
  const server = Fastify()
  server.register((doors) => wecomRoutes(doors, listening.doors(town.hearing)))
  await server.ready()
  if (started) await listening.start(town.hearing)
  return {
    listening,
    server,
    diary,
    faults,
    async close() {
      await listening.close()
      await server.close()
    },
  }
}
