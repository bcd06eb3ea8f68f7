import { wantsNoName } from '../classify/anonymous.ts'
import { saysOnIt } from '../classify/conversation.ts'
import { speaksOfPeople } from '../classify/family.ts'
import { LAPSED, LISTED, type ListLine } from '../domain/clerk-list.ts'
import { DAY_MS, earlier, later, MINUTE_MS } from '../domain/durations.ts'
import { atHome, type Judgement } from '../domain/judgement.ts'
import { dayNumber, minuteOf, minuteOfTime, momentAt } from '../domain/moments.ts'
import { type Conversation, groupIn, toGroup } from '../domain/notice.ts'
import { isOnRoster } from '../domain/roster.ts'
import { ALONE } from '../domain/talk.ts'
import { isLive } from '../domain/ticket.ts'
import type { ClosedReport, Desk } from '../ports/desk.ts'
import type { DueWork } from '../ports/due-work.ts'
import type { Judge } from '../ports/judge.ts'
import { askList, lapse } from '../tickets/clerk-list.ts'
import { askedAbout, textOf } from '../tickets/is-matter.ts'
import { askForLook } from '../tickets/look.ts'
import { villageOfWords } from '../tickets/whereabouts.ts'
import { textOfReport } from './report-text.ts'
import { sharedWords } from './shared-words.ts'
import { type Story, storiesIn } from './stories.ts'
import { tellUnheard } from './tell-unheard.ts'
import { saidAround } from './thread.ts'
import { isOnTrial } from './would-open.ts'

/** Talk has died down when nobody has told anything for so long. */
const QUIET_MINUTES = 15
/** And nobody waits longer than this while they talk on. */
const LONGEST_MINUTES = 45
/** In one evening the clerk is not asked more often than this. */
const LISTS_AN_EVENING = 2

/** Everything of the last day that may be a matter and was not asked about: to every village's clerk, or who stands in. */
export async function listUp(desk: ShowDesk & Pick<Desk, 'closedReports'>, judge: Judge, at: Date): Promise<string> {
  const told = [...Map.groupBy(await desk.closedReports(earlier(desk.now, DAY_MS)), (r) => r.conversation).values()]
  const key = `clerk-list:${at.toISOString()}`
  const outcome = await show(desk, judge, told, key)
  for (const talk of told) await tellUnheard(desk, talk, key)
  return outcome
}

const shownAs = (desk: Pick<Desk, 'now'>, group: string): string => `clerk-list:${group}:${desk.now.toISOString()}`
const work = (group: string, n: number, at: Date, since: Date): DueWork => ({
  key: `list-after-talk:${group}:${n}:${at.toISOString()}`,
  job: 'list-after-talk',
  at,
  ticket: null,
  data: { group, n, since },
})

/** Something was put on the list: after the day's last one the talk of an evening gets a list of its own. */
export async function listWhenQuiet(desk: Pick<Desk, 'now' | 'settings' | 'addDue' | 'dueOf'>, conversation: Conversation): Promise<void> {
  const group = groupIn(conversation)
  const { listAt, listAfterTalk } = desk.settings
  const last = listAt.at(-1)
  if (!group || !last || !listAfterTalk || minuteOf(desk.now) < minuteOfTime(last)) return
  if ((await desk.dueOf('list-after-talk')).some((w) => w.data.group === group)) return
  await desk.addDue(work(group, 1, later(desk.now, QUIET_MINUTES * MINUTE_MS), desk.now))
}

/**
 * The talk of an evening in one group: a first time when it has become quiet or has gone on for long, a second time before the
 * night. What stands third only keeps a further one away until the day is over.
 */
export async function listAfterTalk(
  desk: ShowDesk & Pick<Desk, 'closedReports'>,
  judge: Judge,
  due: DueWork<'list-after-talk'>,
): Promise<string> {
  const { group, n, since } = due.data
  const conversation = toGroup(group)
  if (n > LISTS_AN_EVENING) return 'the evening is over'
  const night = momentAt(dayNumber(desk.now), minuteOfTime(desk.settings.quietFrom) - QUIET_MINUTES)
  const again = later(desk.now, QUIET_MINUTES * MINUTE_MS)
  const isLate = desk.now.getTime() - since.getTime() >= LONGEST_MINUTES * MINUTE_MS
  // Done before its time, all windows are being ended by hand.
  const [told] =
    n > 1 || isLate || due.at > desk.now ? [] : await desk.closedReports(earlier(desk.now, QUIET_MINUTES * MINUTE_MS), conversation)
  if (told && again < night) {
    await desk.addDue(work(group, n, again, since))
    return 'they talk on'
  }
  const next = n < LISTS_AN_EVENING && night > desk.now ? night : momentAt(dayNumber(desk.now) + 1, 0)
  await desk.addDue(work(group, n + 1, next, desk.now))
  const talk = await desk.closedReports(earlier(desk.now, DAY_MS), conversation)
  const outcome = await show(desk, judge, [talk], shownAs(desk, group))
  await tellUnheard(desk, talk, shownAs(desk, group))
  return outcome
}

/** Told in hints first and then outright: it belongs to what has been opened since. */
async function hasBecome(desk: Pick<Desk, 'tickets' | 'attach'>, { reports, text }: Story): Promise<boolean> {
  const [first] = reports
  if (!first) return false
  const since = await desk.tickets({ reporter: first.person, openedSince: first.openedAt, newestFirst: true, limit: 5 })
  const ticket = since.find((t) => isLive(t) && sharedWords(text, t.text) > 0)
  if (ticket)
    await desk.attach(
      ticket.id,
      reports.flatMap((r) => r.messages),
    )
  return ticket !== undefined
}

/** 我问一下水站, 明早我去看: an answer of somebody on the roster. */
const isAnswer = ({ roster }: Pick<Desk, 'roster'>, { reports: [first, second] }: Story): boolean =>
  first !== undefined && !second && isOnRoster(roster, first.person) && saysOnIt(textOf(first))

function lineOf(
  desk: Pick<Desk, 'roster'>,
  judge: Judge,
  { reports }: Story,
  talk: readonly ClosedReport[],
  others: ReadonlySet<string>,
): (ListLine & { at: Date }) | null {
  const [first] = reports
  if (!first) return null
  // What its teller put right is right.
  const text = textOfReport({ messages: reports.flatMap((r) => r.messages) }, (words, surely) =>
    judge(words, surely ? { ...ALONE, matter: true } : ALONE),
  )
  const here = talk.filter((r) => r.conversation === first.conversation)
  const around = saidAround(desk.roster, reports, here, others)
  const made = judge(text, { ...ALONE, matter: true, ...(around.quarrel && { quarrel: true }) })
  const discreet = made.kind === 'village' && made.sensitivity === null && speaksOfPeople(text)
  const judgement: Judgement = discreet ? { ...made, sensitivity: 'family' } : made
  const village = villageOfWords(desk.roster, first.conversation, first.person, text)
  const { person, openedAt: at } = first
  return {
    reports: reports.map((r) => r.id),
    person,
    village,
    text,
    around: around.ids,
    too: around.too,
    judgement,
    hidden: wantsNoName(text),
    ...(isOnTrial(desk, first) && { sure: reports.some((r) => r.would === 'open') }),
    at,
  }
}

async function isForOnePair(
  desk: Pick<Desk, 'now' | 'roster' | 'settings' | 'notify' | 'addDue' | 'dueOf' | 'ask'>,
  { reports: [first] }: Story,
  { text, judgement, village }: ListLine,
): Promise<boolean> {
  const hinted = judgement.hint ?? judgement.danger
  if (!first || !hinted || !atHome(hinted)) return false
  return askForLook(desk, first, { text, judgement: { ...judgement, hint: hinted, danger: null }, village })
}

type ShowDesk = Pick<
  Desk,
  | 'now'
  | 'roster'
  | 'settings'
  | 'tickets'
  | 'attach'
  | 'notify'
  | 'addDue'
  | 'dueOf'
  | 'ask'
  | 'questions'
  | 'answered'
  | 'report'
  | 'settleReports'
  | 'noteWould'
>

/** The likeliest stories to whoever is asked about them; what is not shown now is not shown later. */
async function show(desk: ShowDesk, judge: Judge, conversations: readonly (readonly ClosedReport[])[], key: string): Promise<string> {
  const stories: Story[] = []
  for (const story of conversations.flatMap(storiesIn)) if (!isAnswer(desk, story) && !(await hasBecome(desk, story))) stories.push(story)
  stories.sort((a, b) => b.score - a.score)
  const talk = conversations.flat()
  const told = Map.groupBy(
    stories.flatMap((s) => s.reports),
    (r) => r.person,
  )
  const ofTeller = ({ reports: [first] }: Story) => new Set(told.get(first?.person ?? '')?.map((r) => r.id))
  const considered = [...talk.filter((r) => r.outcome === LISTED && !r.taken), ...stories.flatMap((s) => s.reports)]
  await desk.settleReports(
    considered.map((r) => r.id),
    LAPSED,
  )
  const lines: (ListLine & { at: Date })[] = []
  for (const story of stories) {
    const line = lineOf(desk, judge, story, talk, ofTeller(story))
    // What only shows as despair when it is put together is for one pair of eyes.
    if (line && !(await isForOnePair(desk, story, line))) lines.push(line)
  }
  const lists = Map.groupBy(lines, (line) => askedAbout(desk, line)[0] ?? null)
  lists.delete(null)
  let n = 0
  for (const [person, lines] of lists) {
    if (person === null) continue
    const kept: (ListLine & { at: Date })[] = []
    for (const question of await desk.questions(person)) {
      if (question.what !== 'clerkList') continue
      // Asked for in somebody's letter: it waits on for a day.
      for (const line of question.data.lines.filter((l) => l.part)) {
        const letter = await desk.report(line.reports[0] ?? '')
        if (letter && letter.openedAt > earlier(desk.now, DAY_MS)) kept.push({ ...line, at: letter.openedAt })
      }
      await lapse(desk, question)
    }
    await askList(desk, person, [...kept, ...lines], n === 0 ? key : `${key}:${person}`)
    n += 1
  }
  return `${n} asked`
}
