import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { connectWechaty } from '../channels/wechaty/connect.ts'
import { wechatyBots } from '../channels/wechaty/load.ts'
import type { Connection } from '../ports/channel.ts'
import type { ChannelLog } from '../ports/channel-log.ts'
import type { Config } from '../settings/config.ts'
import { leasesOf } from '../store/channel-log.ts'
import type { Database } from '../store/transaction.ts'

interface Parts {
  db: Database
  log: ChannelLog
  machine(): Date
  fault(what: string, error: unknown): void
}

/** The account that sits in the groups, where one is set up. */
export function hearWechaty({ wechaty, wecom, dataDir }: Config, { db, log, machine, fault }: Parts): Connection[] {
  if (!wechaty) return []
  const connection = connectWechaty({
    open: wechatyBots(wechaty, join(dataDir, 'wechaty')),
    ...{ token: wechaty.token, names: wecom.botNames, log, leases: leasesOf(db), holder: randomUUID(), now: machine },
    ...{ chance: Math.random, print: console.log, fault },
  })
  return [connection]
}
