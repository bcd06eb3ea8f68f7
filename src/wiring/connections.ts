import { formConnection } from '../channels/form/channel.ts'
import type { Door } from '../channels/wecom/callback/doors.ts'
import { connectWecom, type WecomApis, wecomApis } from '../channels/wecom/connect.ts'
import type { Connection } from '../ports/channel.ts'
import type { ChannelLog } from '../ports/channel-log.ts'
import type { Clock } from '../ports/clock.ts'
import type { Hearing } from '../ports/hearing.ts'
import type { Identities } from '../ports/identities.ts'
import type { Store } from '../ports/store.ts'
import type { Config } from '../settings/config.ts'
import type { Sealer } from '../store/seal.ts'
import type { Database } from '../store/transaction.ts'
import { hearArchive } from './hear-archive.ts'
import { hearWechaty } from './hear-wechaty.ts'
import { hearWecom } from './hear-wecom.ts'
import type { ServedTowns } from './served-towns.ts'

interface Parts {
  config: Config
  db: Database
  towns: ServedTowns
  store: Store
  identities(town: string): Identities
  clock: Clock
  machine(): Date
  log: ChannelLog
  seal: Sealer
  mark(externalId: string): string
  diary: Record<'info' | 'warn', (fields: object, what: string) => void>
  fault(what: string, thrown: unknown): void
}

/** Every platform that is set up, the doors that platforms call, and the API behind WeCom's. */
export function connectionsOf(parts: Parts): { connections: Connection[]; doors(hearing: Hearing): Door<unknown>[]; apis: WecomApis } {
  const { config, machine } = parts
  const apis = wecomApis(config.wecom, machine)
  const archive = hearArchive({ ...parts, apis })
  const wecom = hearWecom({ ...parts, apis, archive })
  const ears = [...(archive ? [archive] : []), ...hearWechaty(config, parts)]
  return { connections: [connectWecom(config.wecom, apis), wecom, ...ears, formConnection], doors: wecom.doors, apis }
}
