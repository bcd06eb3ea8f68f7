import { asksHow } from '../classify/asks-how.ts'
import type { Duty } from '../domain/duty.ts'
import { atHome, type Judgement } from '../domain/judgement.ts'
import { groupIn, toPerson } from '../domain/notice.ts'
import { gridOf } from '../domain/roster.ts'
import { isSlip } from '../domain/slip.ts'
import { tellDuty } from '../orders/duty-list.ts'
import { namedDuties } from '../orders/find-duties.ts'
import type { Desk, OpenReport } from '../ports/desk.ts'
import { answeredFromList } from '../wording/receipts.ts'

/**
 * 医保怎么交, 低保要带啥: what the duty list knows is answered at once, one-to-one, and needs no ticket.
 * False where it is no such question, or the list has nothing to say.
 */
export function answerFromList(
  desk: Pick<Desk, 'roster' | 'notify'>,
  report: OpenReport,
  text: string,
  judgement: Judgement,
): Promise<true> | false {
  if (judgement.danger || judgement.sensitivity === 'cadre' || atHome(judgement.sensitivity) || !asksHow(text)) return false
  // 邻居不听该咋办 wants somebody to come.
  if (judgement.kind === 'neighbour' && judgement.outcome !== 'leave') return false
  const duty = dutyAsked(desk, report, text, judgement)
  if (!duty || duty.code.endsWith('-OTHER')) return false
  const answer = tellDuty(desk.roster, duty, gridOf(desk.roster, report.person))
  const notice = {
    ...{ key: `list:${report.id}`, to: toPerson(report.person), ticket: null, answer: true },
    occasion: 'list',
    text: isSlip(report.messages[0]) ? answer : answeredFromList(answer),
  } as const
  return desk.notify([notice]).then(() => true)
}

/** The line that a question names in its words; what names none among others is answered only where the reader knows its matter. */
function dutyAsked({ roster }: Pick<Desk, 'roster'>, report: OpenReport, text: string, { duty }: Judgement): Duty | undefined {
  const read = roster.duties.get(duty ?? '')
  const [named] = namedDuties(roster.duties.values(), text)
  return read || groupIn(report.conversation) === null ? (named ?? read) : undefined
}
