import { DAY_MS, later } from '../domain/durations.ts'
import { toPerson } from '../domain/notice.ts'
import { photoAlone } from '../inbox/photo-alone.ts'
import { textOf } from '../tickets/is-matter.ts'
import { askPhotoWords } from '../wording/receipts.ts'
import type { Job } from './define-job.ts'

/** A photo came without a word: it goes to what its author has just told or has in hand, else the author is asked once, one-to-one. */
export const photoWords: Job = {
  name: 'photo-words',
  async run(desk, work) {
    const report = typeof work.data.report === 'string' ? await desk.report(work.data.report) : null
    if (!report || report.closed || textOf(report) !== '') return 'has words'
    if (await photoAlone(desk, report)) return 'followed'
    const id = `photo-words:${report.id}`
    const about = { id, person: report.person, what: 'photoWords', ticket: null, data: { report: report.id } } as const
    await desk.ask(about, later(desk.now, DAY_MS))
    await desk.notify([{ key: id, to: toPerson(report.person), ticket: null, occasion: 'photo-words', text: askPhotoWords, answer: true }])
    return 'asked'
  },
}
