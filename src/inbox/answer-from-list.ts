import { asksHow } from '../classify/asks-how.ts'
import type { Judgement } from '../domain/judgement.ts'
import { toPerson } from '../domain/notice.ts'
import { gridOf } from '../domain/roster.ts'
import { tellDuty } from '../orders/duty-list.ts'
import type { Desk, OpenReport } from '../ports/desk.ts'
import { answeredFromList } from '../wording/receipts.ts'

/**
 * 医保怎么交, 低保要带啥: what the duty list knows is answered at once, one-to-one, and needs no ticket.
 * False where it is no such question, or the list has nothing to say.
 */
export async function answerFromList(desk: Desk, report: OpenReport, text: string, judgement: Judgement): Promise<boolean> {
  const duty = judgement.duty ? desk.roster.duties.get(judgement.duty) : undefined
  if (!duty || duty.code.endsWith('-OTHER') || judgement.danger || judgement.sensitivity === 'cadre' || !asksHow(text)) return false
  await desk.notify([
    {
      key: `list:${report.id}`,
      to: toPerson(report.person),
      ticket: null,
      occasion: 'list',
      text: answeredFromList(tellDuty(desk.roster, duty, gridOf(desk.roster, report.person))),
      answer: true,
    },
  ])
  return true
}
