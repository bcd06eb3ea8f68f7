import { remindOfSayDays } from '../measures/say-day/remind.ts'
import type { Job } from './define-job.ts'

export const sayDays: Job = {
  name: 'say-days',
  schedule: (settings) => settings.morningAt,
  everyDay: true,
  run: (desk) => remindOfSayDays(desk),
}
