import { dayDigest, dayPicture } from '../digest/index.ts'
import { HOUR_MS, later } from '../domain/durations.ts'
import { toPerson } from '../domain/notice.ts'
import { pictureNames } from '../wording/pictures.ts'
import { defineJob } from './define-job.ts'

const HALF_DAY_MS = 12 * HOUR_MS

/** Each working day, to each leader for their part of the tree; silent when there is nothing. */
export const postDigest = defineJob({
  name: 'post-digest',
  schedule: (settings) => settings.digestAt,
  async run(desk, work) {
    const leaders = [...desk.roster.people.values()].filter((p) => p.roles.some((r) => r.role === 'leader'))
    const day = work.at.toISOString().slice(0, 10)
    let sent = 0
    for (const leader of leaders) {
      const text = await dayDigest(desk, leader)
      if (!text) continue
      const expiresAt = later(work.at, HALF_DAY_MS)
      const picture = await dayPicture(desk, leader)
      await desk.notify([
        {
          key: `digest:${leader.id}:${day}`,
          to: toPerson(leader.id),
          ticket: null,
          occasion: 'digest',
          text,
          expiresAt,
          ...(picture && { picture: { name: pictureNames.day, tells: picture } }),
        },
      ])
      sent += 1
    }
    return `${sent} of ${leaders.length}`
  },
})
