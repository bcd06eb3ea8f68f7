import { leaveUnheard } from '../inbox/leave-unheard.ts'
import { listSpoken } from '../inbox/list-spoken.ts'
import { defineJob } from './define-job.ts'

/** Whoever spoke in a group could not be told what was heard, nor asked to type: the clerk has it instead. */
export const voiceUnasked = defineJob({
  name: 'voice-unasked',
  async run(desk, { data: { message } }, { judge }) {
    const heard = await desk.heard(message)
    if (!heard) return 'gone'
    if (heard.text !== '' || heard.report !== null) return 'written down already'
    const question = await desk.question(`voice:${message}`)
    if (question?.what !== 'voiceWords') {
      await leaveUnheard(desk, heard)
      return 'left to the clerk'
    }
    await desk.answered(question.id)
    return listSpoken(desk, heard, question.data.text, judge)
  },
})
