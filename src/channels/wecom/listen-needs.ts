import type { Answers } from '../../ports/answers.ts'
import type { ChannelLog, Leases } from '../../ports/channel-log.ts'
import type { Cursors, Scenes } from '../../ports/cursors.ts'
import type { Errands } from '../../ports/errands.ts'
import type { Greeter } from '../../ports/greeter.ts'
import type { ResidentOrder } from '../../ports/resident-orders.ts'
import type { ArchiveEar } from '../archive/connect.ts'
import type { WecomApis } from './connect.ts'
import type { Diary } from './diary.ts'
import type { KeepPace } from './line/pace.ts'

interface Keys {
  token: string
  aesKey: string
}

/** What of WeCom can be heard. */
export interface HearingSetup {
  corpId: string | null
  wsUrl: string
  /** What the bot is called, where it is called otherwise. */
  botNames?: readonly string[]
  app: Keys | null
  kf: Keys | null
  bot: { id: string; by: 'socket'; secret: string } | ({ id: string; by: 'url' } & Keys) | null
}

export interface ListenNeeds {
  setup: HearingSetup
  apis: WecomApis
  pace: KeepPace
  errands: Errands
  answers: Answers
  cursors: Cursors
  scenes: Scenes
  leases: Leases
  log: ChannelLog
  greeter: Greeter
  /** The company's archive of talk, where it is read; its errands are run with the others. */
  archive: Pick<ArchiveEar, 'runs' | 'wake'> | null
  mirror(order: ResidentOrder): Promise<void>
  /** False before the first import: there is nobody to hear for. */
  isServed(): boolean
  diary: Diary
  newId(): string
  machine(): Date
}
