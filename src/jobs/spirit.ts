import { planPosts } from '../measures/spirit/plan-posts.ts'
import type { Job } from './define-job.ts'

/** Each working morning: whose turn it is to hear a short text in the day's post. */
export const spirit: Job = {
  name: 'spirit',
  schedule: (settings) => settings.morningAt,
  run: async (desk) => `${await planPosts(desk)} planned`,
}
