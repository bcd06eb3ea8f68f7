import type { Job } from './define-job.ts'

/** A day after it was shown nobody is asked any more; until then it counts among the few of a day. */
export const lookLapses: Job = {
  name: 'look-lapses',
  async run(desk, { data }) {
    const question = typeof data.question === 'string' ? await desk.question(data.question) : null
    if (!question) return 'answered'
    await desk.answered(question.id)
    return 'lapsed'
  },
}
