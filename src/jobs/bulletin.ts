import { postBulletins } from '../measures/bulletin/post.ts'
import type { Job } from './define-job.ts'

/** Every day at one hour, each group's one collected post: notices, lectures, exemplars and whatever else waits. */
export const bulletin: Job = {
  name: 'bulletin',
  schedule: (settings) => settings.bulletinAt,
  everyDay: true,
  run: async (desk) => `${await postBulletins(desk)} posts`,
}

/** Something was announced after the hour, in a group that had no post yet that day. */
export const bulletinLate: Job = {
  name: 'bulletin-late',
  async run(desk, work) {
    const group = typeof work.data.group === 'string' ? work.data.group : undefined
    return `${await postBulletins(desk, group)} posts`
  },
}
