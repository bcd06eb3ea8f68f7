import { HOUR_MS, later } from '../domain/durations.ts'
import type { Job } from './define-job.ts'

/** Before this many new words of cadres a night's training would tell chance from chance. */
const ENOUGH = 10
/** More than a township teaches in years. */
const MOST = 20_000

/** local-20261125-0230, by the clock of Asia/Shanghai. */
const versionAt = (now: Date): string => {
  const local = later(now, 8 * HOUR_MS).toISOString()
  return `local-${local.slice(0, 10).replaceAll('-', '')}-${local.slice(11, 16).replace(':', '')}`
}

/**
 * In the night after cadres have taught something (src/tickets/teach.ts): trains in a thread, and what is not worse takes over. One
 * process has the row.
 */
export const retrain: Job = {
  name: 'retrain',
  async run(desk, _work, { trainer, afterwards }) {
    const learned = await desk.learned(MOST)
    const last = await desk.lastTraining()
    const fresh = learned.filter((e) => last === null || e.at > last.upTo)
    const upTo = learned.at(-1)?.at
    if (!upTo || fresh.length < ENOUGH) return `${fresh.length} new examples are not enough`
    const version = versionAt(desk.now)
    afterwards(
      async () => {
        const trained = await trainer.train(version, learned, last?.upTo ?? null)
        return (then) => then.keepModel({ version, upTo, examples: learned.length, ...trained })
      },
      { takesMinutes: true },
    )
    return `training ${version} with ${learned.length} examples`
  },
}
