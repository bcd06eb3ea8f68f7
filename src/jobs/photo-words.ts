import { DAY_MS, later } from '../domain/durations.ts'
import { toPerson } from '../domain/notice.ts'
import { textOf } from '../tickets/is-matter.ts'
import { askPhotoWords } from '../wording/receipts.ts'
import type { Job } from './define-job.ts'

/** A photo came without a word: its author is asked once, one-to-one. */
export const photoWords: Job = {
  name: 'photo-words',
  async run(desk, work) {
    const report = typeof work.data.report === 'string' ? await desk.report(work.data.report) : null
    if (!report || textOf(report) !== '') return 'has words'
    const id = `photo-words:${report.id}`
    await desk.ask({ id, person: report.person, what: 'photoWords', ticket: null, data: { report: report.id } }, later(desk.now, DAY_MS))
    await desk.notify([{ key: id, to: toPerson(report.person), ticket: null, occasion: 'photo-words', text: askPhotoWords, answer: true }])
    return 'asked'
  },
}
