import { Gauge, type Registry } from 'prom-client'
import type { BackupReport, ChannelReport } from '../ports/operations.ts'
import type { Queue, Standing } from '../ports/standing.ts'

/** All that is read anew for a monitor. */
export interface Figures {
  towns: Standing[]
  channels: Pick<ChannelReport, 'channel' | 'open' | 'why'>[]
  backup: BackupReport | null
  /** Seconds that the database took to tell the standing of all towns. */
  seconds: number
}

/** `product`: what people agreed on; `machine`: what the machine does. */
export interface Moments {
  product: Date
  machine: Date
}

type Told = [labels: Record<string, string>, value: number][]

const age = (at: Date | null, now: Date): number => (at === null ? 0 : Math.max(0, (now.getTime() - at.getTime()) / 1000))

const ofTowns =
  (value: (town: Standing, now: Moments) => number) =>
  ({ towns }: Figures, now: Moments): Told =>
    towns.map((it) => [{ town: it.town }, value(it, now)])

const counted = (queue: (town: Standing) => Queue) => ofTowns((town) => queue(town).count)
const aged = (queue: (town: Standing) => Queue) => ofTowns((town, now) => age(queue(town).oldest, now.product))

const POSTS: Readonly<Record<string, readonly string[]>> = {
  waiting: ['waiting', 'sending'],
  failed: ['failed'],
  unknown: ['unknown'],
  confirm: ['confirm'],
}
const postsOf = (town: Standing, state: string) => town.posts.filter((p) => POSTS[state]?.includes(p.state))
const backupAge = (at: Date | null | undefined, now: Moments): Told => (at ? [[{}, age(at, now.machine)]] : [])

/** Every figure that is read when it is asked for. No label says more than a town's id. */
const GAUGES: Readonly<Record<string, { help: string; labels: readonly string[]; told(figures: Figures, now: Moments): Told }>> = {
  shuoshi_messages_waiting: { help: 'Messages heard and not yet handled', labels: ['town'], told: counted((t) => t.unhandled) },
  shuoshi_messages_oldest_seconds: {
    help: 'Age of the oldest message that is not handled',
    labels: ['town'],
    told: aged((t) => t.unhandled),
  },
  shuoshi_work_overdue: { help: 'Work of the clock that is due and not done', labels: ['town'], told: counted((t) => t.work) },
  shuoshi_work_oldest_seconds: { help: 'How long the oldest of it has been due', labels: ['town'], told: aged((t) => t.work) },
  shuoshi_notices_waiting: { help: 'Notices that are due and not yet posts', labels: ['town'], told: counted((t) => t.notices) },
  shuoshi_notices_oldest_seconds: { help: 'How long the oldest notice has been due', labels: ['town'], told: aged((t) => t.notices) },
  shuoshi_posts: {
    help: 'Posts that wait for a platform, or for a person to decide',
    labels: ['town', 'state'],
    told: ({ towns }) =>
      towns.flatMap((t) =>
        Object.keys(POSTS).map((state): Told[number] => [{ town: t.town, state }, postsOf(t, state).reduce((sum, p) => sum + p.count, 0)]),
      ),
  },
  shuoshi_posts_oldest_seconds: {
    help: 'Age of the oldest post that waits for a platform',
    labels: ['town'],
    told: ofTowns((town, now) => Math.max(0, ...postsOf(town, 'waiting').map((p) => age(p.oldest, now.machine)))),
  },
  shuoshi_tickets_opened: { help: 'Matters opened, of all time', labels: ['town'], told: ofTowns((t) => t.tickets.opened) },
  shuoshi_tickets_open: { help: 'Matters that are worked on or wait', labels: ['town'], told: ofTowns((t) => t.tickets.open) },
  shuoshi_tickets_overdue: { help: 'Matters beyond their day', labels: ['town'], told: ofTowns((t) => t.tickets.overdue) },
  shuoshi_model_asked: { help: 'Askings of the language model today', labels: ['town'], told: ofTowns((t) => t.model.asked) },
  shuoshi_model_failed: { help: 'Those of them that came to nothing', labels: ['town'], told: ofTowns((t) => t.model.failed) },
  shuoshi_channel_up: {
    help: '1: nothing is known to be wrong with this way of speaking or hearing',
    labels: ['channel'],
    told: ({ channels }) => channels.filter((c) => c.open).map((c) => [{ channel: c.channel }, c.why === null ? 1 : 0]),
  },
  shuoshi_database_seconds: { help: 'How long the database took for these figures', labels: [], told: ({ seconds }) => [[{}, seconds]] },
  shuoshi_backup_age_seconds: {
    help: 'Age of the last backup that was made',
    labels: [],
    told: ({ backup }, now) => backupAge(backup?.lastMade, now),
  },
  shuoshi_backup_failed: {
    help: '1: the last one that was tried, or restored as a trial, came to nothing',
    labels: [],
    told: ({ backup }) => (backup === null ? [] : [[{}, backup.why !== null || (backup.trial?.why ?? null) !== null ? 1 : 0]]),
  },
}

/** Figures in `registry`; each look puts them in place of the last one's. */
export function gaugesIn(registry: Registry): { show(figures: Figures, now: Moments): void; away(): void } {
  const registers = [registry]
  const up = new Gauge({ name: 'shuoshi_database_up', help: '1: the database answered', registers })
  const all = Object.entries(GAUGES).map(([name, { help, labels, told }]) => {
    const gauge = new Gauge({ name, help, labelNames: [...labels], registers })
    const clear = () => (labels.length > 0 ? gauge.reset() : gauge.remove())
    return { gauge, told, clear }
  })
  return {
    show(figures, now) {
      up.set(1)
      for (const { gauge, told, clear } of all) {
        clear()
        for (const [labels, value] of told(figures, now)) gauge.set(labels, value)
      }
    },
    /** What is not known is not shown: an old figure would look like a new one. */
    away() {
      up.set(0)
      for (const { clear } of all) clear()
    },
  }
}
