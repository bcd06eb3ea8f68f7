import type { FastifyInstance } from 'fastify'
import type { WecomApis } from '../channels/wecom/connect.ts'
import { operatorLogin } from '../http/operator-login.ts'
import { countedChannel, countedDesk, countedStore } from '../metrics/count-work.ts'
import { createMetrics, measureAnswers } from '../metrics/registry.ts'
import { metricsRoutes } from '../metrics/routes.ts'
import type { Channel } from '../ports/channel.ts'
import type { ChannelLog } from '../ports/channel-log.ts'
import type { Clock } from '../ports/clock.ts'
import type { FrontDesk } from '../ports/front-desk.ts'
import type { Reach } from '../ports/speech.ts'
import type { Store } from '../ports/store.ts'
import type { Tally } from '../ports/tally.ts'
import type { Config } from '../settings/config.ts'
import { backupBookOf, backupReport } from '../store/backup-book.ts'
import { channelReports } from '../store/channel-reports.ts'
import { standingsOf } from '../store/standing.ts'
import type { Database } from '../store/transaction.ts'
import { channelsHere, loginOf } from './operator-page.ts'

interface Parts {
  db: Database
  config: Config
  towns(): Promise<string[]>
  clock: Clock
  reach: Reach
  log: ChannelLog
  apis: WecomApis
}

interface Metrics {
  /** The same, with what passes through counted. */
  store(store: Store): Store
  frontDesk(desk: FrontDesk): FrontDesk
  channel(channel: Channel): Channel
  refused: Tally['refused']
  /** Shows a monitor what the operator's page shows, of every town that is served. */
  page(parts: Parts): void
}

/** Before any route is there: what is answered is measured from here on. */
export function openMetrics(server: FastifyInstance): Metrics {
  const { registry, tally } = createMetrics()
  measureAnswers(server, tally)
  return {
    store: (store) => countedStore(store, tally),
    frontDesk: (desk) => countedDesk(desk, tally),
    channel: (channel) => countedChannel(channel, tally),
    refused: tally.refused,
    page({ db, config, towns, clock, reach, log, apis }) {
      const token = config.metricsToken === null ? [] : [operatorLogin(config.metricsToken)]
      const logins = [loginOf(config), ...token]
      metricsRoutes(server, {
        registry,
        async figures() {
          const standings = await standingsOf(db, await towns(), clock.now())
          const posts = standings.flatMap((s) => s.posts)
          return {
            towns: standings,
            channels: channelReports(await log.states(), posts, channelsHere(reach, apis)),
            backup: backupReport(await backupBookOf(db).runs()),
          }
        },
        mayRead: (request) => logins.some((login) => login.isIn(request, reach.machine())),
        now: () => ({ product: clock.now(), machine: reach.machine() }),
      })
    },
  }
}
