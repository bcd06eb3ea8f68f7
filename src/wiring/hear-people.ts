import { createHearing } from '../inbox/hear.ts'
import { knock } from '../inbox/knock.ts'
import { tellOutage } from '../inbox/outage.ts'
import { createReceive, createReceiveAlone } from '../inbox/receive.ts'
import { sealKeys } from '../inbox/seal-keys.ts'
import { takeBack } from '../inbox/take-back.ts'
import type { ChannelLog } from '../ports/channel-log.ts'
import type { Clock } from '../ports/clock.ts'
import type { FrontDesk } from '../ports/front-desk.ts'
import type { Hearing } from '../ports/hearing.ts'
import type { Identities } from '../ports/identities.ts'
import type { IncomingMessage, Store } from '../ports/store.ts'
import type { Sealer } from '../store/seal.ts'
import { toldLate } from '../store/told-late.ts'
import type { Database } from '../store/transaction.ts'
import { LISTED } from '../wording/outages.ts'

interface Parts {
  db: Database
  /** The town that is served. */
  town(): string
  store: Store
  frontDesk: FrontDesk
  identities(town: string): Identities
  log: ChannelLog
  seal: Sealer
  clock: Clock
  machine(): Date
  /** Something was written down, and wants to be looked at. */
  received(): void
}

/** What every door and every channel hands its messages to. */
export function hearPeople(parts: Parts): { receive(message: IncomingMessage): Promise<void>; hearing: Hearing } {
  const { db, store, frontDesk, seal, clock, machine, received } = parts
  const keep = createReceive(store, received)
  const keepAlone = createReceiveAlone(frontDesk, machine, received)
  const sealed = <T extends { text: string }>(message: T): T => ({ ...message, text: sealKeys(message.text, seal.close) })
  const receive = (message: IncomingMessage) => keep(sealed(message))
  return {
    receive,
    hearing: createHearing({
      ...parts,
      receive,
      receiveAlone: (said) => keepAlone(sealed(said)),
      async receiveAll(messages, mark) {
        await store.record(messages.map(sealed), mark)
        received()
      },
      toldLate: (town, channel, from, to) => toldLate(db, town, { channel, from, to }, LISTED),
      knock: (town, seen, word) => store.atDesk(town, clock.now(), (desk) => knock(desk, seen, word)),
      tellOutage: (town, outage, missed) => store.atDesk(town, clock.now(), (desk) => tellOutage(desk, outage, missed)),
      takeBack: (town, message) => store.atDesk(town, clock.now(), (desk) => takeBack(desk, message)),
    }),
  }
}
