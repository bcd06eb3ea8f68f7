import { putRight, readCorrection } from '../classify/correction.ts'
import type { Judgement } from '../domain/judgement.ts'
import { placesSent, withoutShared } from '../domain/shared.ts'
import type { OpenReport } from '../ports/desk.ts'
import { normalise } from '../reading/normalise.ts'

/** What a text is, in the conversation of the message in hand, each read once; `surely`: it is a matter, and only which one is asked. */
export type Read = (text: string, surely?: true) => Judgement

const LONGEST_PLACE = 40

/** A line without the bot's name, without what is only passed on, and in plain characters, but with its line breaks: letters come with several. */
export const plainLine = (typed: string): string =>
  withoutShared(typed)
    .split('\n')
    .map((line) => normalise(line).text)
    .filter((line) => line !== '')
    .join('\n')

/** Whether words tell a matter by themselves. */
export const tellsOf =
  (read: Read) =>
  (words: string): boolean => {
    const { kind, outcome } = read(words)
    return kind !== 'none' && outcome !== 'leave'
  }

/** What a report says, its lines put together; what its author put right on the way is right. */
export function textOfReport(report: Pick<OpenReport, 'messages'>, read: Read): string {
  let told = ''
  for (const message of report.messages) {
    const line = plainLine(message.text)
    if (line === '') continue
    const correction = told === '' ? null : readCorrection(line, (words) => read(words).places)
    const right = correction && putRight(told, correction, (words) => read(words).places, tellsOf(read))
    told = right ?? (told === '' ? line : `${told}\n${line}`)
  }
  // A place that was sent along is where it is, unless the words say that themselves.
  const [place] = report.messages.flatMap((m) => placesSent(m.text))
  return place !== undefined && told !== '' && read(told).places.length === 0 ? `${place.slice(0, LONGEST_PLACE)}，${told}` : told
}
