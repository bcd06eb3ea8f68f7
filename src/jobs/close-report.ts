import { judgeReport } from '../inbox/judge-report.ts'
import type { Job } from './define-job.ts'

/** The window of a report is over: it is judged. */
export const closeReport: Job = {
  name: 'close-report',
  async run(desk, work, { judge }) {
    const report = typeof work.data.report === 'string' ? await desk.report(work.data.report) : null
    return report ? judgeReport(desk, report, judge) : 'gone'
  },
}
