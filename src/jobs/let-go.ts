import { DAY_MS, earlier } from '../domain/durations.ts'
import { keysOf } from '../domain/one-of.ts'
import { RETENTION } from '../domain/retention.ts'
import { defineJob } from './define-job.ts'

/** Each night, when the reader has learnt from the day: what was kept long enough goes, kind by kind (src/domain/retention.ts). */
export const letGo = defineJob({
  name: 'let-go',
  schedule: () => '03:20',
  everyDay: true,
  async run(desk) {
    const gone: string[] = []
    for (const kind of keysOf(RETENTION)) {
      const count = await desk.letGo(kind, earlier(desk.now, desk.settings.keepDays[kind] * DAY_MS))
      if (count > 0) gone.push(`${count} ${kind}`)
    }
    return gone.join(', ') || 'nothing'
  },
})
