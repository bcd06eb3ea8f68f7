import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { tokenOf, type WecomApis } from '../channels/wecom/connect.ts'
import { officeOf } from '../channels/wecom/office.ts'
import { nearlyOpen } from '../connecting/nearly-open.ts'
import { robotKeyIn } from '../domain/robot-address.ts'
import { apiKeyRoutes } from '../http/api-key-routes.ts'
import { newPassword, type OperatorLogin, operatorLogin } from '../http/operator-login.ts'
import { paperRoutes } from '../http/paper-routes.ts'
import { startRoutes } from '../http/start/routes.ts'
import { statusRoutes } from '../http/status-routes.ts'
import { trialRoutes } from '../http/trial-routes.ts'
import { robotId } from '../inbox/seal-keys.ts'
import { rememberImport } from '../measures/index.ts'
import type { ChannelLog } from '../ports/channel-log.ts'
import type { MovableClock } from '../ports/clock.ts'
import type { AtDesk } from '../ports/desk.ts'
import type { Identities } from '../ports/identities.ts'
import type { Judge } from '../ports/judge.ts'
import type { Outbox } from '../ports/outbox.ts'
import type { Reach } from '../ports/speech.ts'
import type { Store } from '../ports/store.ts'
import { type Config, loadConfig } from '../settings/config.ts'
import { operationsOf } from '../speaking/operations.ts'
import { apiKeysOf } from '../store/api/keys.ts'
import type { ChannelsHere } from '../store/channel-reports.ts'
import type { DeskOutfit } from '../store/desk.ts'
import { ownSecret } from '../store/own-secret.ts'
import type { Sealer } from '../store/seal.ts'
import { keyFileIn } from '../store/sealing/master-key.ts'
import { markStart } from '../store/start-marks.ts'
import { statusReport } from '../store/status-report.ts'
import { townshipStoreOf } from '../store/township.ts'
import type { Database } from '../store/transaction.ts'
import { handOverGone } from '../tickets/leave.ts'
import { beginTrialOf, endTrialOf, groupsSpokenTo } from '../tickets/trial.ts'
import { trialWeeks } from '../tickets/trial-weeks.ts'
import { unreachable } from '../wording/channels.ts'
import { startWords } from '../wording/operator-start.ts'
import { settingsAsked } from '../wording/settings-asked.ts'
import { wayNames } from '../wording/ways.ts'
import { paperChoices } from './paper-choices.ts'
import { printDisclosure, printLedger, printRecord } from './printed.ts'
import { rehearsalOf } from './rehearsal.ts'
import { villageNoticesOf } from './village-notices.ts'
import { workbooksOf } from './workbooks.ts'

/** Passwords that may be tried on the operator's page, by anybody. */
const LOGINS = { name: 'operator-login', burst: 5, perMinute: 5 }

/** While no town is served. */
const NO_CHOICES = { matters: [], villages: [], quarters: [], periods: [] }

const PASSWORD = 'operator.password'
export const passwordFileIn = (dataDir: string): string => join(dataDir, PASSWORD)

/** The one password that opens what an operator sees. */
export const loginOf = (config: Config): OperatorLogin =>
  operatorLogin(config.operatorPassword ?? ownSecret(config.dataDir, PASSWORD, newPassword))

/** The settings file as it lies there now, which the next start will read; and the ways of this process of which one setting alone is missing. */
function lackingIn(config: Config): string[] {
  const read = loadConfig()
  const wrong = 'faults' in read ? read.faults.map(startWords.wrongSetting) : []
  const single = [...Map.groupBy(nearlyOpen(config), (it) => it.lacks)].map(([setting, ways]) =>
    startWords.lacksOne(
      ways.map(({ way }) => wayNames[way]),
      { setting, ...settingsAsked[setting] },
    ),
  )
  return [...wrong, ...single]
}

/** What this process speaks and hears by. */
export const channelsHere = (reach: Reach, apis: WecomApis): ChannelsHere => ({
  reach,
  hears: new Set(apis.archive ? (['wecom-archive'] as const) : []),
  tokenSince: (channel) => tokenOf(apis, channel),
})

interface Parts {
  db: Database
  /** The town that is served; an import may bring another. */
  town(): string | null
  config: Config
  store: Store
  clock: MovableClock
  reach: Reach
  log: ChannelLog
  outbox: Outbox
  identities(town: string): Identities
  seal: Sealer
  apis: WecomApis
  posters(): Promise<Uint8Array | null>
  outfit: DeskOutfit
  judge(town: string): Judge
  /** What is served follows an import at once. */
  townsChanged(): Promise<void>
}

/** Wires the operator's page to the town that is served at the moment of the request. */
export function operatorPage(server: FastifyInstance, parts: Parts): void {
  const { db, config, store, clock, reach, log, outbox, identities, seal, apis } = parts
  const needs = {
    ...{ store, outbox, clock, reach, office: officeOf(apis) },
    closeRobot(address: string) {
      const key = robotKeyIn(address)
      return key === null ? null : { id: robotId(key), sealed: seal.close(key) }
    },
  }
  const report = (town: string) =>
    statusReport(db, town, {
      ...{ clock, log, dataDir: config.dataDir, office: needs.office, noWay: unreachable },
      ...channelsHere(reach, apis),
      keepDays: config.settings.keepDays,
    })
  const login = loginOf(config)
  const atDesk = async <T>(run: AtDesk<T>): Promise<T | null> => {
    const town = parts.town()
    return town === null ? null : store.atDesk(town, clock.now(), run)
  }
  paperRoutes(server, {
    papers: {
      choices: async () => (await atDesk(paperChoices)) ?? NO_CHOICES,
      record: (number) => atDesk((desk) => printRecord(desk, number)),
      disclosure: (village, quarter) => atDesk((desk) => printDisclosure(desk, village, quarter)),
      ledger: (period) => atDesk((desk) => printLedger(desk, period)),
      posters: parts.posters,
    },
    ...{ town: parts.town, login, now: reach.machine },
  })
  trialRoutes(server, {
    trials: {
      now: clock.now,
      weeks: async () => (await atDesk(trialWeeks)) ?? [],
      others: async () => (await atDesk(async (desk) => groupsSpokenTo(desk.roster))) ?? [],
      async begin(group) {
        await atDesk((desk) => beginTrialOf(desk, group))
      },
      async end(group) {
        await atDesk((desk) => endTrialOf(desk, group))
      },
    },
    ...{ login, now: reach.machine },
  })
  const workbooks = workbooksOf({
    store: townshipStoreOf(db, { outfit: parts.outfit, remember: rememberImport, run: handOverGone }),
    applied: parts.townsChanged,
    now: reach.machine,
  })
  startRoutes(server, {
    async report() {
      const town = parts.town()
      return town === null ? null : report(town)
    },
    notices: villageNoticesOf({
      atDesk,
      async groups() {
        const town = parts.town()
        return town === null ? [] : (await report(town)).groups
      },
      keepDays: config.settings.keepDays,
    }),
    rehearsal: rehearsalOf({ town: parts.town, store, judge: parts.judge, clock }),
    async mark(step) {
      const town = parts.town()
      if (town !== null) await markStart(db, town, step, reach.machine())
    },
    backupAt: config.backup.at,
    keyFile: config.secretKey === null ? keyFileIn(config.dataDir) : null,
    lacking: () => lackingIn(config),
    ...{ workbooks, login, now: reach.machine, clock: clock.now },
  })
  apiKeyRoutes(server, { keys: apiKeysOf(db, seal), town: parts.town, login, now: reach.machine })
  statusRoutes(server, {
    operations() {
      const town = parts.town()
      return town === null ? null : operationsOf(town, { ...needs, identities: identities(town), report: () => report(town) })
    },
    login,
    mayTry: async () => 'taken' in (await outbox.take([LOGINS], reach.machine())),
    now: reach.machine,
  })
}
