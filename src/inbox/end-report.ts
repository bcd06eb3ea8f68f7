import { groupIn } from '../domain/notice.ts'
import { ALONE } from '../domain/talk.ts'
import type { OpenReport } from '../ports/desk.ts'
import type { Judge } from '../ports/judge.ts'
import type { JudgeDesk } from './judge-desk.ts'
import { judgeReport } from './judge-report.ts'

/** The window of a report is over: what its lines were judged to be is acted upon. */
export function endReport(desk: JudgeDesk, report: OpenReport, judge: Judge): Promise<string> {
  const talk = { ...ALONE, toBot: groupIn(report.conversation) === null }
  return judgeReport(desk, report, (text, surely) => judge(text, surely ? { ...talk, matter: true } : talk))
}
