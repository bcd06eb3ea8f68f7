import { askIsMatter } from '../tickets/is-matter.ts'
import type { Job } from './define-job.ts'

/** Nobody said yes or no within two working hours: the next in line is asked. */
export const askNext: Job = {
  name: 'ask-next',
  async run(desk, work) {
    const question = typeof work.data.question === 'string' ? await desk.question(work.data.question) : null
    if (question?.what !== 'isMatter') return 'answered'
    const { report: id, text, judgement, village, hidden, turn } = question.data
    const report = await desk.report(id)
    if (!report) return 'gone'
    const told = { text, judgement, village, person: report.person, hidden }
    return (await askIsMatter(desk, report, told, turn + 1)) ? 'asked the next' : 'nobody left to ask'
  },
}
