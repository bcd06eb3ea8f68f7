import { DAY_MS, later } from '../domain/durations.ts'
import { atHome, type Judgement } from '../domain/judgement.ts'
import { dayOf } from '../domain/moments.ts'
import { groupIn, toPerson } from '../domain/notice.ts'
import type { Person } from '../domain/people.ts'
import { placeName } from '../domain/place-name.ts'
import { personName } from '../domain/roster.ts'
import { isSlip } from '../domain/slip.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Desk, OpenReport } from '../ports/desk.ts'
import type { Question } from '../ports/question.ts'
import { tooLate } from '../wording/clerk.ts'
import * as say from '../wording/emergencies.ts'
import { onDuty } from './on-duty.ts'
import { type OpenDesk, openTicket } from './open-ticket.ts'
import { type TeachDesk, teach } from './teach.ts'

const MAX_QUOTE = 60
const LAPSES = 'look-lapses'

interface Hinted {
  text: string
  judgement: Judgement
  village: string
}

/**
 * Shows words that may mean danger to the duty cadre, one-to-one: no sirens, no group, and no more of them a day in the whole
 * township than people will still read. False where nobody was shown anything.
 */
export async function askForLook(
  desk: Pick<Desk, 'roster' | 'now' | 'settings' | 'dueOf' | 'ask' | 'notify' | 'addDue'>,
  report: OpenReport,
  { text, judgement, village }: Hinted,
): Promise<boolean> {
  const reporter = report.person
  const duty = onDuty(desk, { judgement, text, village, reporter })
  const today = (await desk.dueOf(LAPSES)).filter((w) => w.data.day === dayOf(desk.now))
  // One person's words of one evening are one worry.
  if (!duty || today.length >= desk.settings.looksPerDay || today.some((w) => w.data.reporter === reporter)) return false
  const id = `look:${report.id}`
  const data = { report: report.id, text, judgement, village, group: groupIn(report.conversation) }
  await desk.ask({ id, person: duty, what: 'look', ticket: null, data }, later(desk.now, DAY_MS))
  const quote = text.length > MAX_QUOTE ? `${text.slice(0, MAX_QUOTE)}…` : text
  const words = say.pleaseLook(placeName(desk.roster, village), personName(desk.roster, reporter), quote.replaceAll('\n', '，'))
  // Not an alarm, but despair does not wait for the morning.
  await desk.notify([{ key: id, to: toPerson(duty), ticket: null, occasion: 'look', text: words, urgent: true }])
  await desk.addDue({
    key: `${LAPSES}:${report.id}`,
    job: LAPSES,
    at: later(desk.now, DAY_MS),
    ticket: null,
    data: { question: id, day: dayOf(desk.now), reporter },
  })
  // Who wrote to the bot alone waits for an answer; among others a word would show everybody what was thought of theirs.
  if (groupIn(report.conversation) === null)
    await desk.notify([
      {
        key: `${id}:heard`,
        to: toPerson(reporter),
        ticket: null,
        occasion: 'look-heard',
        text: say.heardAlone(personName(desk.roster, duty)),
        answer: true,
      },
    ])
  return true
}

/** 没事 closes it and teaches; 是 or 登记 opens a ticket that calls like any other danger. */
export async function answerLook(
  desk: OpenDesk & TeachDesk & Pick<Desk, 'report' | 'answered'>,
  by: Person,
  question: Question<'look'>,
  yes: boolean,
): Promise<{ text: string; ticket: Ticket | null }> {
  const { report: id, village, text } = question.data
  const report = await desk.report(id)
  await desk.answered(question.id)
  if (!report) return { text: tooLate, ticket: null }
  if (!yes) {
    await teach(desk, by, { source: 'clerk-no', text, kind: 'none', duty: null, sensitivity: null })
    return { text: say.nothingWrong, ticket: null }
  }
  const ticket = await openTicket(desk, {
    ...asDanger(desk, question.data),
    ...(isSlip(report.messages[0]) && { source: 'form' as const }),
    reporter: report.person,
    village,
    text,
    messages: report.messages,
    by: by.id,
  })
  return { text: say.lookTaken(ticket.label, ticket.hidden), ticket }
}

/** What it is, now that somebody has looked: a home's danger stays behind doors, what everybody may be in is said to everybody. */
function asDanger({ roster }: Pick<Desk, 'roster'>, { judgement, group }: Question<'look'>['data']) {
  const { hint, kind, sensitivity: said } = judgement
  const sensitivity = said ?? atHome(hint)
  const told: Judgement = { ...judgement, kind: kind === 'none' ? 'village' : kind, danger: hint, hint: null, sensitivity }
  if (told.kind !== 'village' || sensitivity !== null) return { judgement: told, source: 'direct' as const, group: null, hidden: true }
  const shared = group && roster.groups.get(group)?.kind === 'village' ? group : null
  return { judgement: told, source: group ? ('group' as const) : ('direct' as const), group: shared, hidden: false }
}
