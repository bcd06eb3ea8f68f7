import type { Config } from '../settings/config.ts'
import { checkArchive } from './check-archive.ts'
import { checkDoors } from './check-doors.ts'
import { checkWechaty } from './check-wechaty.ts'
import { checkApp, checkBot, checkContact, checkKf, checkReports } from './check-wecom.ts'
import type { Finding } from './finding.ts'

/** Every part that is set up, tried against its platform, one after the other. `reports`: whether 居民上报 is counted on. */
export async function* checkChannels(config: Config, { reports }: { reports: boolean }): AsyncGenerator<Finding> {
  const { wecom, wechaty } = config
  if (wecom.app) yield* checkApp(wecom, wecom.app)
  if (wecom.app) yield* checkReports(wecom, wecom.app, reports)
  if (wecom.bot?.by === 'socket') yield* checkBot(wecom)
  if (wecom.kf) yield* checkKf(wecom, wecom.kf)
  if (wecom.contactSecret !== null) yield* checkContact(wecom, wecom.contactSecret)
  if (wecom.archive) yield* checkArchive(wecom, wecom.archive)
  yield* checkDoors(config)
  if (wechaty) yield* checkWechaty(wechaty)
}
