import { DAY_MS, later } from '../domain/durations.ts'
import { groupIn, toPerson } from '../domain/notice.ts'
import { endReport } from '../inbox/end-report.ts'
import { heardOnly } from '../inbox/heard-only.ts'
import { photoAlone } from '../inbox/photo-alone.ts'
import { isToBeAsked, waitsForWords } from '../inbox/photo-waiting.ts'
import { askIsMatter } from '../tickets/is-matter.ts'
import { askPhotoWords, askPlaceWords } from '../wording/receipts.ts'
import { defineJob } from './define-job.ts'

/** The window of a report is over: what its lines were judged to be is acted upon. */
export const closeReport = defineJob({
  name: 'close-report',
  async run(desk, work, { judge }) {
    const report = await desk.report(work.data.report)
    if (!report) return 'gone'
    return endReport(desk, report, judge)
  },
})

/** A photo came without a word: it goes to what its author has just told or has in hand, else the author is asked once, one-to-one. */
export const photoWords = defineJob({
  name: 'photo-words',
  async run(from, work) {
    const report = await from.report(work.data.report)
    const desk = report ? heardOnly(from, report) : from
    if (!report || report.closed || !waitsForWords(report) || !isToBeAsked(report)) return 'has words'
    if (await photoAlone(desk, report)) return 'followed'
    // Films and places go round in a group; whoever means one as a report says so.
    const hasPhotos = report.messages.some((m) => m.photos.length > 0)
    if (!hasPhotos && groupIn(report.conversation) !== null) return 'waits'
    const id = `photo-words:${report.id}`
    const about = { id, person: report.person, what: 'photoWords', ticket: null, data: { report: report.id } } as const
    await desk.ask(about, later(desk.now, DAY_MS))
    const text = hasPhotos ? askPhotoWords : askPlaceWords
    await desk.notify([{ key: id, to: toPerson(report.person), ticket: null, occasion: 'photo-words', text, answer: true }])
    return 'asked'
  },
})

/** Nobody said yes or no within two working hours: the next in line is asked. */
export const askNext = defineJob({
  name: 'ask-next',
  async run(desk, work) {
    const question = await desk.question(work.data.question)
    if (question?.what !== 'isMatter') return 'answered'
    const { report: id, text, judgement, village, hidden, turn } = question.data
    const report = await desk.report(id)
    if (!report) return 'gone'
    const told = { text, judgement, village, person: report.person, hidden }
    return (await askIsMatter(desk, report, told, turn + 1)) ? 'asked the next' : 'nobody left to ask'
  },
})

/** A day after it was shown nobody is asked any more; until then it counts among the few of a day. */
export const lookLapses = defineJob({
  name: 'look-lapses',
  async run(desk, { data }) {
    const question = await desk.question(data.question)
    if (!question) return 'answered'
    await desk.answered(question.id)
    return 'lapsed'
  },
})
