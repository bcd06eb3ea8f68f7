import { DAY_MS, later, MINUTE_MS } from '../domain/durations.ts'
import { atHome, type Judgement } from '../domain/judgement.ts'
import { dayOf } from '../domain/moments.ts'
import { groupIn, toPerson } from '../domain/notice.ts'
import type { Person } from '../domain/people.ts'
import { placeName } from '../domain/place-name.ts'
import { personName, trialIn } from '../domain/roster.ts'
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

type ShowDesk = Pick<Desk, 'roster' | 'now' | 'ask' | 'notify' | 'addDue'>

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
  desk: ShowDesk & Pick<Desk, 'settings' | 'dueOf'>,
  report: OpenReport,
  { text, judgement, village }: Hinted,
): Promise<boolean> {
  const reporter = report.person
  const duty = onDuty(desk, { judgement, text, village, reporter })
  const today = (await desk.dueOf(LAPSES)).filter((w) => w.data.day === dayOf(desk.now))
  // One person's words of one evening are one worry.
  if (!duty || today.length >= desk.settings.looksPerDay || today.some((w) => w.data.reporter === reporter)) return false
  const id = await show(desk, report, { text, judgement, village }, duty, say.pleaseLook)
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

/** A report and its danger, shown to somebody who may answer 登记 or 没事 within a day. */
async function show(
  desk: ShowDesk,
  report: OpenReport,
  { text, judgement, village }: Hinted,
  duty: string,
  words: (village: string, who: string, text: string) => string,
): Promise<string> {
  const id = `look:${report.id}`
  const data = { report: report.id, text, judgement, village, group: groupIn(report.conversation) }
  await desk.ask({ id, person: duty, what: 'look', ticket: null, data }, later(desk.now, DAY_MS))
  const quote = text.length > MAX_QUOTE ? `${text.slice(0, MAX_QUOTE)}…` : text
  const shown = words(placeName(desk.roster, village), personName(desk.roster, report.person), quote.replaceAll('\n', '，'))
  // Not an alarm, but despair does not wait for the morning.
  await desk.notify([{ key: id, to: toPerson(duty), ticket: null, occasion: 'look', text: shown, urgent: true }])
  await desk.addDue({
    key: `${LAPSES}:${report.id}`,
    job: LAPSES,
    at: later(desk.now, DAY_MS),
    ticket: null,
    data: { question: id, day: dayOf(desk.now), reporter: report.person },
  })
  return id
}

/** So long the same danger of one group is one. */
const SAME_DANGER_MS = 15 * MINUTE_MS

/** A danger of a group in which no alarm is sounded: to the duty cadre, however many there were today; many who shout of one fire are one. */
export async function showDanger(
  desk: ShowDesk & Pick<Desk, 'roster' | 'dueOf' | 'question'>,
  report: OpenReport,
  { text, judgement, village }: Hinted,
): Promise<'shown' | 'known' | 'nobody'> {
  const group = groupIn(report.conversation)
  for (const work of await desk.dueOf(LAPSES)) {
    if (work.at.getTime() - DAY_MS + SAME_DANGER_MS < desk.now.getTime()) continue
    const shown = await desk.question(work.data.question)
    if (shown?.what === 'look' && shown.data.group === group && shown.data.judgement.hint === judgement.danger) return 'known'
  }
  const duty = onDuty(desk, { judgement, text, village, reporter: report.person })
  if (!duty) return 'nobody'
  const hinted = { ...judgement, hint: judgement.danger, danger: null }
  await show(desk, report, { text, judgement: hinted, village }, duty, say.dangerOnTrial)
  return 'shown'
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
  const isQuiet = ticket.hidden || trialIn(desk.roster, report.conversation) !== null
  return { text: say.lookTaken(ticket.label, isQuiet), ticket }
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
