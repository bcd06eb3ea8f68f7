import { remindOfLectures } from '../measures/lectures/remind.ts'
import type { Job } from './define-job.ts'

export const lectures: Job = {
  name: 'lectures',
  schedule: (settings) => settings.morningAt,
  everyDay: true,
  run: (desk) => remindOfLectures(desk),
}
