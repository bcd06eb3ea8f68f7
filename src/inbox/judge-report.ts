import { type Claim, readLetter } from '../classify/letter.ts'
import { partsOf } from '../classify/parts.ts'
import { policeMatterOf } from '../classify/police-matter.ts'
import { dutyOfDanger, kindOfDanger } from '../classify/rules.ts'
import { LEFT, LISTED } from '../domain/clerk-list.ts'
import { atHome, type Danger, type Judgement } from '../domain/judgement.ts'
import { dayNumber, momentAt } from '../domain/moments.ts'
import { groupIn } from '../domain/notice.ts'
import { isHandedIn } from '../domain/open-channel.ts'
import type { Person, Role } from '../domain/people.ts'
import { isSlip } from '../domain/slip.ts'
import { handToPolice } from '../measures/handovers/verbs.ts'
import type { Desk, OpenReport } from '../ports/desk.ts'
import { windowKey } from '../ports/due-work.ts'
import { normalise } from '../reading/normalise.ts'
import { listParts } from '../tickets/clerk-list.ts'
import type { FactsDesk } from '../tickets/facts.ts'
import { askedAbout, askIsMatter, type Perhaps } from '../tickets/is-matter.ts'
import { askForLook } from '../tickets/look.ts'
import type { OpenDesk } from '../tickets/open-ticket.ts'
import { villageOfWords } from '../tickets/whereabouts.ts'
import { villagePhrase } from '../wording/titles/titles.ts'
import { announces, answerAlone, tellAsked } from './answer-alone.ts'
import { answerFromList } from './answer-from-list.ts'
import { askModelLater, HELD, isHeld } from './ask-model-later.ts'
import { continueTicket } from './continue-ticket.ts'
import { addToDanger } from './danger-again.ts'
import { findFollowed, otherSideOf } from './find-followed.ts'
import { heardOnly } from './heard-only.ts'
import { isToBeHidden } from './hide-name.ts'
import type { JudgeDesk } from './judge-desk.ts'
import { listWhenQuiet } from './list-up.ts'
import { openMatter } from './open-matter.ts'
import { isRemark } from './remark.ts'
import { type Read, textOfReport } from './report-text.ts'
import { LEAST } from './stories.ts'
import { dangerOnTrial, isOnTrial, listInstead, type WouldDesk } from './would-open.ts'

/** So often a day the clerk of a village is asked at once; what comes after it is listed. */
const ASKED_A_DAY = 3

/** Ends a report: it becomes part of an open ticket, a ticket or two, a line for the clerk, an answer, or nothing. */
export async function judgeReport(from: JudgeDesk, report: OpenReport, read: Read): Promise<string> {
  const desk = heardOnly(from, report)
  const text = textOfReport(report, read)
  const letter = readLetter(text, read, [...desk.roster.duties.values()])
  const judgement = letter?.first ?? report.judgement ?? read(text)
  const outcome = text === '' ? LEFT : await decide(desk, report, text, judgement, read, letter?.others ?? [])
  await desk.closeReport(report.id, judgement, outcome)
  await desk.cancelDue(windowKey(report.id))
  // Told in hints over an evening, it may be a story of which no line would be listed by itself.
  if (outcome === LISTED || (outcome === LEFT && judgement.matter >= LEAST)) await listWhenQuiet(desk, report.conversation)
  return outcome
}

async function decide(
  desk: JudgeDesk,
  report: OpenReport,
  text: string,
  judgement: Judgement,
  read: Read,
  others: readonly Claim[],
): Promise<string> {
  const village = villageOfWords(desk.roster, report.conversation, report.person, text)
  if (await addToDanger(desk, { ...report, village, text }, judgement)) return 'followed'
  if (judgement.hint) {
    const shown = await askForLook(desk, report, { text, judgement: asHinted(judgement, judgement.hint, text, read), village })
    // What may happen at home goes no other way; a crack in a public wall is a matter besides.
    if (atHome(judgement.hint) && judgement.outcome === 'leave') return shown ? 'shown' : LEFT
  }
  const several = others.length > 0 ? null : severalMatters(text, read)
  if (several && isOnTrial(desk, report)) return listInstead(desk, report, judgement)
  if (several) {
    for (const [n, part] of several.entries())
      if (!(await toPolice(desk, report, part, village, n))) await open(desk, report, part, read(part), village)
    return 'opened'
  }
  const followed = judgement.danger ? null : await findFollowed(desk, report, text, judgement)
  if (followed === 'asked') return 'asked-which'
  if (followed) {
    await continueTicket(desk, report, followed, text, judgement)
    return 'followed'
  }
  const quarrel = judgement.danger || judgement.outcome === 'open' ? null : await otherSideOf(desk, report, text)
  if (quarrel) {
    // Whoever is spoken of reads nothing of the matter.
    await desk.attach(quarrel.id, report.messages)
    return 'followed'
  }
  if (judgement.danger && isOnTrial(desk, report)) return dangerOnTrial(desk, report, { text, judgement, village })
  if (judgement.danger) {
    await open(desk, report, text, judgement, village)
    return 'opened'
  }
  // Told to the bot alone it is no story, whatever the reader makes of it.
  const isTold = judgement.outcome !== 'leave' || groupIn(report.conversation) === null
  if (isTold && !isOnTrial(desk, report) && (await toPolice(desk, report, text, village))) return 'police'
  // Handed on by an office it is a matter, because they say so, and no question.
  const handedIn = isHandedIn(report.conversation)
  if (!handedIn && (await answerFromList(desk, report, text, judgement))) return 'answered'
  if (judgement.outcome !== 'open') await askModelLater(desk, { report, text, judgement, ticket: null })
  // Where the words point at a matter that the reader takes for talk, only which one it would be is still to be asked.
  const which =
    handedIn && judgement.outcome === 'leave'
      ? { ...read(text, true), outcome: 'list' as const }
      : judgement.kind === 'none' && judgement.outcome !== 'leave'
        ? { ...read(text, true), outcome: judgement.outcome }
        : judgement
  const hidden = await isToBeHidden(desk, report, text)
  const outcome = await byOutcome(desk, report, { text, judgement: which, village, person: report.person, hidden })
  // Of a letter the first claim counts; the clerk reads what else it asks for.
  const parts = others.map((claim) => ({ ...claim, reports: [report.id], person: report.person, village, hidden, around: [], too: [] }))
  if (outcome === 'opened' && parts.length > 0) await listParts(desk, report, parts)
  return outcome
}

/** What it would be if it is what it hints at: a public danger is nobody's household matter, and has a duty of its own. */
function asHinted(judgement: Judgement, hint: Danger, text: string, read: Read): Judgement {
  if (atHome(hint)) return judgement
  const kind = kindOfDanger(hint, text)
  return { ...read(text, true), hint, kind, duty: dutyOfDanger(hint, kind, text) }
}

type ByOutcomeDesk = OpenDesk &
  WouldDesk &
  Pick<Desk, 'settings' | 'ticket' | 'tickets' | 'addDue' | 'ask' | 'report' | 'closedReports' | 'linesBefore' | 'recentBy'>

/** What the reader, the evidence and the conversation make of it. */
async function byOutcome(desk: ByOutcomeDesk, report: OpenReport, told: Perhaps): Promise<string> {
  const { text, judgement, village } = told
  const alone = groupIn(report.conversation) === null
  const speaker = desk.roster.people.get(report.person)
  // 我知道了，天亮叫人来: who answers for the village tells the group nothing that has to be registered for it; 登记 does.
  if (!alone && speaker && speaksForVillage(speaker)) return 'said by an office'
  const called = alone || report.messages.some((m) => normalise(m.text).mentioned)
  const onPage = isSlip(report.messages[0])
  if (called && !onPage && !isHandedIn(report.conversation) && announces(text)) return answerAlone(desk, report, text)
  if (judgement.outcome === 'leave') return alone ? answerAlone(desk, report, text) : LEFT
  if (!alone && (await isRemark(desk, report, text, judgement))) return LEFT
  if (judgement.outcome === 'open' && isOnTrial(desk, report)) return listInstead(desk, report, judgement)
  if (isHeld(desk, report, judgement)) {
    await askModelLater(desk, { report, text, judgement, ticket: null, held: true })
    return HELD
  }
  if (judgement.outcome === 'open') {
    // 村里的事 says nothing to a group, and may be somebody's own: what can be called no more than that is a number there.
    const isNamed = judgement.kind !== 'village' || !judgement.title.endsWith(villagePhrase)
    await open(desk, report, text, isNamed ? judgement : { ...judgement, sensitivity: judgement.sensitivity ?? 'family' }, village)
    return 'opened'
  }
  // Who speaks to the bot alone waits for an answer, and not until noon; a page is open to everybody who passes its poster.
  const waits = onPage ? judgement.kind !== 'none' : judgement.outcome === 'ask'
  const atOnce = (alone && !onPage) || (waits && (await askedToday(desk, village)) < ASKED_A_DAY)
  if (!atOnce || !(await askIsMatter(desk, report, told, 0))) return LISTED
  if (alone && askedAbout(desk, told)[0] !== report.person) await tellAsked(desk, report)
  return 'asked'
}

const OFFICES: readonly Role[] = ['clerk', 'secretary', 'mediator', 'duty', 'leader']
const speaksForVillage = (person: Person): boolean => person.roles.some((r) => OFFICES.includes(r.role))

/** What became of reports about which somebody was asked. */
const ASKED = ['asked', 'opened', 'denied']

/** Of a day's talk only what became something: of the rest there are thousands. */
async function askedToday(desk: Pick<Desk, 'now' | 'roster' | 'closedReports'>, village: string): Promise<number> {
  const today = momentAt(dayNumber(desk.now), 0)
  return (await desk.closedReports(today, undefined, ASKED)).filter(
    (r) =>
      (r.judgement?.outcome === 'ask' || (r.judgement?.outcome === 'list' && isSlip(r.messages[0]))) &&
      villageOfWords(desk.roster, r.conversation, r.person, '') === village,
  ).length
}

/** What is for the police from the first word on becomes no ticket. */
async function toPolice(
  desk: FactsDesk & Pick<Desk, 'newId' | 'notify' | 'cases'>,
  report: OpenReport,
  text: string,
  village: string,
  part = 0,
): Promise<boolean> {
  const matter = policeMatterOf(text)
  if (matter) await handToPolice(desk, { matter, reporter: report.person, village, text, key: `police:${report.id}:${part}` })
  return matter !== null
}

async function open(
  desk: OpenDesk & Pick<Desk, 'settings' | 'tickets' | 'addDue' | 'recentBy'>,
  report: OpenReport,
  text: string,
  judgement: Judgement,
  village: string,
): Promise<void> {
  const ticket = await openMatter(desk, report, { text, judgement, village })
  await askModelLater(desk, { report, text, judgement, ticket: ticket.id })
}

/** Two matters in one message: one is surely one, the others sound like it, and they are not the same. */
function severalMatters(text: string, read: Read): string[] | null {
  const parts = partsOf(text)
  if (parts.length < 2) return null
  const judged = parts.map((part) => read(part))
  const told = judged.every((j) => j.kind !== 'none' && j.outcome !== 'leave' && j.danger === null)
  const different = new Set(judged.map((j) => j.duty)).size === parts.length
  return told && different && judged.some((j) => j.outcome === 'open') ? parts : null
}
