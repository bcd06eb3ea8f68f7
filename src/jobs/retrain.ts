import { DAY_MS, earlier, HOUR_MS, later } from '../domain/durations.ts'
import { defineJob } from './define-job.ts'

/** Before this many new words of cadres a night's training would tell chance from chance. */
const ENOUGH = 10
/** More than a township teaches in years. */
const MOST = 20_000
/** So many new lines that became nothing are worth a training of their own. */
const ENOUGH_TALK = 300
/** What becomes a matter does so within days: talk is only what has lain so long. */
const SETTLED_MS = 2 * DAY_MS

/** local-20261125-0230, by the clock of Asia/Shanghai. */
const versionAt = (now: Date): string => {
  const local = later(now, 8 * HOUR_MS).toISOString()
  return `local-${local.slice(0, 10).replaceAll('-', '')}-${local.slice(11, 16).replace(':', '')}`
}

/**
 * Each night: what cadres have taught (src/tickets/teach.ts) and what was said in the groups and became nothing trains the reader
 * of this township in a thread, and what is not worse takes over. The words of old talk go later in the night (let-go.ts). One process has the row.
 */
export const retrain = defineJob({
  name: 'retrain',
  schedule: () => '02:30',
  everyDay: true,
  async run(desk, _work, { trainer, afterwards }) {
    const { now } = desk
    const learned = await desk.learned(MOST)
    const last = await desk.lastTraining()
    const kept = earlier(now, desk.settings.keepDays.talk * DAY_MS)
    const settled = earlier(now, SETTLED_MS)
    const talk = await desk.idleTalk(kept, settled)
    const fresh = learned.filter((e) => last === null || e.at > last.upTo)
    const said = talk.filter(({ at }) => last === null || at > earlier(last.madeAt, SETTLED_MS))
    // Somebody was forgotten: what is in use learns anew without their words.
    const lost = last !== null && learned.length - fresh.length < last.examples
    if (!lost && fresh.length < ENOUGH && said.length < ENOUGH_TALK) return `${fresh.length} new examples are not enough`
    const version = versionAt(now)
    const upTo = learned.at(-1)?.at ?? last?.upTo ?? now
    const task = { version, learned, before: last?.upTo ?? null, talk: talk.map((line) => line.text) }
    afterwards(
      async () => {
        const trained = await trainer.train(task)
        return (then) => then.keepModel({ version, upTo, examples: learned.length, ...trained })
      },
      { takesMinutes: true },
    )
    return `training ${version} with ${learned.length} examples`
  },
})
