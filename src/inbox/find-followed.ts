import { beginsAsFollowUp, isFollowUp } from '../classify/follow-up.ts'
import { turnsToAnother } from '../classify/parts.ts'
import { sameMatter } from '../classify/same-matter.ts'
import { DAY_MS, earlier, HOUR_MS, later, MINUTE_MS } from '../domain/durations.ts'
import type { Judgement } from '../domain/judgement.ts'
import { groupIn, toPerson } from '../domain/notice.ts'
import { placeName } from '../domain/place-name.ts'
import { findPlace, sheNumbers } from '../domain/places.ts'
import { isLive, isPrivate, type Ticket } from '../domain/ticket.ts'
import type { Desk, OpenReport } from '../ports/desk.ts'
import { isOnlyDetail } from '../reading/detail.ts'
import { toldApart } from '../tickets/facts.ts'
import { askWhichTicket } from '../wording/receipts.ts'
import { lastOwn } from './correct-last.ts'
import { sharedWords } from './shared-words.ts'
import { goesOnWith, LINES_BACK, seenFrom } from './thread.ts'

/** How long 没修好 in plain words brings a closed matter back. */
const REOPEN_DAYS = 30
const LOOK_BACK_DAYS = 4 * REOPEN_DAYS
/** Told again by the same person within a day, the same trouble is the same matter. */
const TOLD_AGAIN_DAYS = 1
/** So far back it is looked for what a line goes on with. */
const LOOK_BACK_MINUTES = 10
const LIKE = 0.45
const SAME_AUTHOR = 0.6
const CLOSE = 0.1
/** 还没水, 又停了: speaks of what was told before. */
const AGAIN = /还|又|再|仍|依旧|一直|到现在/u

export const likeness = (desk: Pick<Desk, 'roster'>, ticket: Ticket, text: string, judgement: Judgement): number =>
  sameMatter(
    { text: ticket.text, duty: ticket.duty, places: [placeName(desk.roster, ticket.place)] },
    { text, duty: judgement.duty, places: judgement.places },
  )

const mayContinue = (ticket: Ticket, person: string): boolean =>
  !ticket.about.includes(person) && ticket.status !== 'withdrawn' && ticket.status !== 'rejected' && ticket.status !== 'void'

const stillOpenTo = (ticket: Ticket, now: Date): boolean =>
  isLive(ticket) ||
  ticket.status === 'resolved' ||
  (ticket.status === 'closed' && ticket.endedAt !== null && now.getTime() - ticket.endedAt.getTime() < REOPEN_DAYS * DAY_MS)

/** Said of one place while the ticket is known to lie at another; a 社 that the grid does not know is another than the one it told of. */
export function isElsewhere(desk: Pick<Desk, 'roster'>, ticket: Ticket, { places }: Pick<Judgement, 'places'>): boolean {
  const said = findPlace(desk.roster, ticket.village, places)
  if (said !== null) return ticket.place !== ticket.village && said !== ticket.place
  const told = sheNumbers(ticket.text)
  const here = told.length > 0 ? told : sheNumbers(desk.roster.nodes.get(ticket.place)?.name ?? '')
  const numbers = sheNumbers(places.join(' '))
  return numbers.length > 0 && here.length > 0 && !numbers.some((n) => here.includes(n))
}

/** What these words have in common with a ticket of their author's. Null: they cannot be about it. */
function fit(desk: Pick<Desk, 'now' | 'roster'>, ticket: Ticket, text: string, judgement: Judgement): number | null {
  const hasTopic = judgement.outcome !== 'leave' && !judgement.duty?.endsWith('-OTHER')
  const score = likeness(desk, ticket, text, judgement)
  if (isElsewhere(desk, ticket, judgement)) return null
  const follows = isFollowUp(text)
  const things = desk.roster.duties.get(judgement.duty ?? '')?.words ?? []
  if (!hasTopic || beginsAsFollowUp(text, things)) return follows ? score : null
  const sameTopic = judgement.duty === ticket.duty || score >= LIKE
  if (!sameTopic) return null
  if (follows || AGAIN.test(text) || ticket.status === 'resolved') return score + LIKE
  const fresh = desk.now.getTime() - ticket.openedAt.getTime() < TOLD_AGAIN_DAYS * DAY_MS
  return isLive(ticket) && (score >= SAME_AUTHOR || (fresh && judgement.duty === ticket.duty)) ? score : null
}

type Talked = Pick<Desk, 'roster' | 'linesBefore'>
type FindFollowedDesk = Pick<Desk, 'now' | 'roster' | 'tickets' | 'ticketsOfMessage' | 'notify' | 'ask' | 'linesBefore'>

/** The ticket that a report goes on with: by quote, by author and topic. The author is asked only when two fit. */
export async function findFollowed(
  desk: FindFollowedDesk,
  report: OpenReport,
  text: string,
  judgement: Judgement,
): Promise<Ticket | 'asked' | null> {
  const quoted = (await quotedOf(desk, report, text, judgement)) ?? (await detailOf(desk, report, text, judgement))
  if (quoted) return quoted
  const recent = { openedSince: earlier(desk.now, LOOK_BACK_DAYS * DAY_MS), newestFirst: true, limit: 20 }
  const mine = [
    ...(await desk.tickets({ ...recent, reporter: report.person })),
    ...(await desk.tickets({ ...recent, follower: report.person })),
  ]
  const scored = mine
    .filter((t) => stillOpenTo(t, desk.now) && mayContinue(t, report.person))
    .flatMap((ticket) => {
      const score = fit(desk, ticket, text, judgement)
      // 还没好, right after being asked, is of what was asked about.
      return score === null
        ? []
        : [{ ticket, score: score + (ticket.status === 'resolved' ? LIKE : 0) - (ticket.status === 'closed' ? LIKE : 0) }]
    })
    .sort((a, b) => b.score - a.score)
  const [best, second] = scored
  if (!best) return goesOn(desk, report, text, judgement, mine)
  if (!second || best.score - second.score > CLOSE) return best.ticket
  await askWhich(desk, report, [best.ticket, second.ticket])
  return 'asked'
}

/** 我前头说的那个, 那个铁箅子也没了: speaks of a matter that was told before. */
const SPEAKS_OF =
  /(?:那个|那件|这个|这件|那|前头|刚才|才)(?:说|报|讲|反映)?(?:的|下的)?(?:那个|那件)?事|(?:说|报|讲|反映)(?:下|过|了)?的(?:那个|那件)|^(?:那|这)个?\p{Script=Han}{2,}(?:也|又|还)/u
/** 班车那个, 沙的事: by the thing it was about. */
const THING = /^(\p{Script=Han}{1,4}?)(?:那个|那事|的事)/u
/** 那一箱奶, 那几根杆子: points at it. */
const THAT_THING = /那(?:一|几|两)?[个条段头只棵根堆块箱袋车群片桶间座](\p{Script=Han})/u
/** So long what may be a matter is rather more of its author's last one. */
const SAME_EVENING_HOURS = 3

/**
 * What nobody would take up by itself goes on with its author's own matter where it comes right after it, or speaks of it in its
 * words. A line that merely comes from the same person does not.
 */
async function goesOn(
  desk: Talked & Pick<Desk, 'now'>,
  report: OpenReport,
  text: string,
  judgement: Judgement,
  mine: readonly Ticket[],
): Promise<Ticket | null> {
  const [last] = mine.filter((t) => isLive(t) && t.reporter === report.person && mayContinue(t, report.person))
  if (!last || isElsewhere(desk, last, judgement)) return null
  // What is surely a matter at its first word is one of its own.
  if (namesAnother(desk, last, text, judgement)) return null
  const thing = THING.exec(text)?.[1] ?? THAT_THING.exec(text)?.[1]
  const named = thing !== undefined && last.text.includes(thing)
  if (named || sharedWords(text, last.text) > 0 || SPEAKS_OF.test(text)) return last
  const lately = last.openedAt.getTime() > desk.now.getTime() - SAME_EVENING_HOURS * HOUR_MS
  const inGroup = groupIn(report.conversation) !== null
  if (inGroup && lately && judgement.kind === last.kind && judgement.outcome !== 'leave') return last
  return inGroup ? saidOn(desk, report, text, mine) : null
}

/** A turn said aloud, a thing that the duty list knows under another duty, or surely a matter at a place that the ticket does not name. */
function namesAnother({ roster }: Pick<Desk, 'roster'>, ticket: Ticket, text: string, judgement: Judgement): boolean {
  if (judgement.outcome === 'leave' || judgement.duty === ticket.duty) return false
  const { outcome, places } = judgement
  if (outcome === 'open' && places.length > 0 && !places.some((place) => ticket.text.includes(place))) return true
  const words = roster.duties.get(judgement.duty ?? '')?.words ?? []
  return turnsToAnother(text) || words.some((w) => w.length > 1 && text.includes(w))
}

/** Said on with it in the talk of a group: 没咬着，鞋跑丢了一只 after 娃没事吧, 又红了 an hour later. */
async function saidOn(desk: Talked, report: OpenReport, text: string, mine: readonly Ticket[]): Promise<Ticket | null> {
  const [first] = report.messages
  if (!first) return null
  const lines = await desk.linesBefore(first, earlier(first.at, LOOK_BACK_MINUTES * MINUTE_MS), LINES_BACK)
  const line = { person: report.person, cadre: false, text, at: first.at }
  for (const ticket of mine) {
    const thread = { person: report.person, text: ticket.text, since: ticket.openedAt, between: false }
    if (isLive(ticket) && ticket.reporter === report.person && goesOnWith(thread, line, seenFrom(desk.roster, ticket.id, lines)))
      return ticket
  }
  return null
}

/** 界石在那立着, said at once by whoever is meant: it belongs to the quarrel that was told. */
export async function otherSideOf(desk: Talked & Pick<Desk, 'ticket'>, report: OpenReport, text: string): Promise<Ticket | null> {
  const [first] = report.messages
  if (!first || groupIn(report.conversation) === null) return null
  const lines = await desk.linesBefore(first, earlier(first.at, LOOK_BACK_MINUTES * MINUTE_MS), LINES_BACK)
  for (const id of lines.find((l) => l.person !== null)?.tickets ?? []) {
    const ticket = await desk.ticket(id)
    if (!ticket || !isLive(ticket) || ticket.kind !== 'neighbour' || ticket.reporter === report.person) continue
    const thread = { person: ticket.reporter ?? '', text: ticket.text, since: ticket.openedAt, between: true }
    const line = { person: report.person, cadre: false, text, at: first.at }
    if (goesOnWith(thread, line, seenFrom(desk.roster, id, lines))) return ticket
  }
  return null
}

/** 三社从昨晚停到现在, right after 自来水停了: more of what its author has just told, whatever it would be by itself. */
async function detailOf(
  desk: Pick<Desk, 'now' | 'roster' | 'tickets'>,
  report: OpenReport,
  text: string,
  judgement: Judgement,
): Promise<Ticket | null> {
  const last = isOnlyDetail(text, judgement.places) ? await lastOwn(desk, report.person) : null
  return last && mayContinue(last, report.person) && !isElsewhere(desk, last, judgement) ? last : null
}

async function quotedOf(
  desk: Pick<Desk, 'ticketsOfMessage'>,
  report: OpenReport,
  text: string,
  judgement: Judgement,
): Promise<Ticket | null> {
  for (const message of report.messages) {
    if (!message.quote) continue
    const tickets = (await desk.ticketsOfMessage(message.quote)).filter((t) => mayContinue(t, report.person))
    const [only, second] = tickets
    if (!only || second) continue
    if (only.reporter === report.person) return only
    // 你把箱子挪一下 is a neighbour's advice, and nothing that whoever has it must know.
    const belongs = isFollowUp(text) || judgement.outcome !== 'leave' || sharedWords(text, only.text) > 0
    if (belongs && !isPrivate(only)) return only
  }
  return null
}

async function askWhich(desk: Pick<Desk, 'now' | 'roster' | 'notify' | 'ask'>, report: OpenReport, options: Ticket[]): Promise<void> {
  const id = `which:${report.id}`
  await desk.ask(
    { id, person: report.person, what: 'whichTicket', ticket: null, data: { report: report.id, options: options.map((t) => t.id) } },
    later(desk.now, DAY_MS),
  )
  const words = askWhichTicket(toldApart(desk.roster, options, (t) => t.title))
  await desk.notify([{ key: id, to: toPerson(report.person), ticket: null, occasion: 'ask-which', text: words, answer: true }])
}
