import { readCorrection, withPlace } from '../classify/correction.ts'
import type { Judgement } from '../domain/judgement.ts'
import type { OpenReport } from '../ports/desk.ts'
import { normalise } from '../reading/normalise.ts'

type Judge = (text: string) => Judgement

/** A line without the bot's name and in plain characters, but with its line breaks: letters come with several. */
export const plainLine = (typed: string): string =>
  typed
    .split('\n')
    .map((line) => normalise(line).text)
    .filter((line) => line !== '')
    .join('\n')

/** What a report says, its lines put together; what its author put right on the way is right. */
export function textOfReport(report: Pick<OpenReport, 'messages'>, judge: Judge): string {
  let told = ''
  for (const message of report.messages) {
    const line = plainLine(message.text)
    if (line === '') continue
    const correction = told === '' ? null : readCorrection(line, (words) => judge(words).places)
    if (!correction) told = told === '' ? line : `${told}\n${line}`
    else if (correction.placeOnly) told = withPlace(told, judge(told).places, correction.body)
    else if (judge(correction.body).kind !== 'none') told = correction.body
    else told = `${told}\n${line}`
  }
  return told
}
