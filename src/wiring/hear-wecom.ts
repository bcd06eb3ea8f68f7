import { randomUUID } from 'node:crypto'
import type { ArchiveEar } from '../channels/archive/connect.ts'
import type { WecomApis } from '../channels/wecom/connect.ts'
import { KEEP_PACE } from '../channels/wecom/line/pace.ts'
import { type Listening, listenToWecom } from '../channels/wecom/listen.ts'
import { createGreeter } from '../inbox/greet.ts'
import { mirrorOrder } from '../inbox/mirror-order.ts'
import type { ChannelLog } from '../ports/channel-log.ts'
import type { Clock } from '../ports/clock.ts'
import type { Identities } from '../ports/identities.ts'
import type { Store } from '../ports/store.ts'
import type { Config } from '../settings/config.ts'
import { answersOf } from '../store/answers.ts'
import { leasesOf } from '../store/channel-log.ts'
import { cursorsOf, scenesOf } from '../store/cursors.ts'
import { errandsOf } from '../store/errands.ts'
import type { Sealer } from '../store/seal.ts'
import type { Database } from '../store/transaction.ts'
import type { ServedTowns } from './served-towns.ts'

interface Parts {
  config: Pick<Config, 'wecom'>
  db: Database
  towns: ServedTowns
  apis: WecomApis
  archive: ArchiveEar | null
  store: Store
  identities(town: string): Identities
  clock: Clock
  machine(): Date
  log: ChannelLog
  seal: Sealer
  diary: Record<'info' | 'warn', (fields: object, what: string) => void>
  fault(what: string, thrown: unknown): void
}

/** The part of the wiring that hears WeCom. */
export function hearWecom({
  config,
  db,
  towns,
  apis,
  archive,
  store,
  identities,
  clock,
  machine,
  log,
  seal,
  diary,
  fault,
}: Parts): Listening {
  const town = (): string => {
    const first = towns.first()
    if (first === null) throw new Error('no town is served')
    return first
  }
  return listenToWecom({
    setup: config.wecom,
    apis,
    archive,
    pace: KEEP_PACE,
    errands: errandsOf(db, town),
    answers: answersOf(db, town, seal),
    cursors: cursorsOf(db, town),
    scenes: scenesOf(db, town),
    leases: leasesOf(db),
    log,
    greeter: createGreeter({ town, store, identities, clock, machine }),
    mirror: (order) => store.atDesk(town(), clock.now(), (desk) => mirrorOrder(desk, order, towns.classifier(town()).judge)),
    isServed: () => towns.first() !== null,
    diary: { info: (fields, what) => diary.info(fields, what), warn: (fields, what) => diary.warn(fields, what), fault },
    newId: randomUUID,
    machine,
  })
}
