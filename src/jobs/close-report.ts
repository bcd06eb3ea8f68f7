import { groupIn } from '../domain/notice.ts'
import { ALONE } from '../domain/talk.ts'
import { judgeReport } from '../inbox/judge-report.ts'
import type { Job } from './define-job.ts'

/** The window of a report is over: what its lines were judged to be is acted upon. */
export const closeReport: Job = {
  name: 'close-report',
  async run(desk, work, { judge }) {
    const report = typeof work.data.report === 'string' ? await desk.report(work.data.report) : null
    if (!report) return 'gone'
    const talk = { ...ALONE, toBot: groupIn(report.conversation) === null }
    return judgeReport(desk, report, (text, surely) => judge(text, surely ? { ...talk, matter: true } : talk))
  },
}
