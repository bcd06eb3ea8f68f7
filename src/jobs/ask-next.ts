import { Judgement } from '../domain/judgement.ts'
import { askIsMatter } from '../tickets/is-matter.ts'
import type { Job } from './define-job.ts'

/** Nobody said yes or no within two working hours: the next in line is asked. */
export const askNext: Job = {
  name: 'ask-next',
  async run(desk, work) {
    const question = typeof work.data.question === 'string' ? await desk.question(work.data.question) : null
    if (!question) return 'answered'
    const { report: id, judgement, village, turn } = question.data
    const report = typeof id === 'string' ? await desk.report(id) : null
    const parsed = Judgement.safeParse(judgement)
    if (!report || !parsed.success || typeof village !== 'string' || typeof turn !== 'number') return 'gone'
    return (await askIsMatter(desk, report, parsed.data, village, turn + 1)) ? 'asked the next' : 'nobody left to ask'
  },
}
