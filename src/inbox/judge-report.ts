import { isFollowUp } from '../classify/follow-up.ts'
import { sameMatter } from '../classify/same-matter.ts'
import type { Judgement } from '../domain/judgement.ts'
import { groupIn, toPerson } from '../domain/notice.ts'
import { holders } from '../domain/roster.ts'
import { isLive, isPrivate, type Ticket } from '../domain/ticket.ts'
import type { Desk, OpenReport } from '../ports/desk.ts'
import { addFollowUp } from '../tickets/add-follow-up.ts'
import { placeName, shortOf } from '../tickets/facts.ts'
import { askIsMatter, textOf } from '../tickets/is-matter.ts'
import { moveTicket } from '../tickets/move-ticket.ts'
import { openTicket } from '../tickets/open-ticket.ts'
import { villageOfWords } from '../tickets/whereabouts.ts'
import { askWhichTicket, maybeSame } from '../wording/receipts.ts'

const DAY_MS = 24 * 60 * 60_000
/** How long 没修好 in plain words brings a closed matter back. */
const REOPEN_DAYS = 30
const DUPLICATE_DAYS = 14
const SAME_AUTHOR = 0.6
const SAME_PLACE = 0.55

type Judge = (text: string) => Judgement

/** Ends a report: it becomes part of an open ticket, a ticket, a question to the clerk, or nothing. */
export async function judgeReport(desk: Desk, report: OpenReport, judge: Judge): Promise<string> {
  const text = textOf(report)
  const judgement = judge(text)
  const end = async (outcome: string) => {
    await desk.closeReport(report.id, judgement, outcome)
    await desk.cancelDue(`close-report:${report.id}`)
    return outcome
  }
  if (text === '') return end('left')
  const followed = judgement.danger ? null : await findFollowed(desk, report, text, judgement)
  if (followed === 'asked') return end('asked-which')
  if (followed) {
    await continueTicket(desk, report, followed, text)
    return end('followed')
  }
  const { openAt, askAt } = desk.settings
  if (!judgement.danger && (judgement.kind === 'none' || judgement.matter < askAt)) return end('left')
  const village = villageOfWords(desk.roster, report.conversation, report.person, text)
  if (!judgement.danger && judgement.matter < openAt) {
    const asked = await askIsMatter(desk, report, judgement, village, 0)
    return end(asked ? 'asked' : 'left')
  }
  const group = groupIn(report.conversation)
  const known = group ? desk.roster.groups.get(group) : undefined
  const ticket = await openTicket(desk, {
    judgement,
    reporter: report.person,
    village,
    text,
    source: group ? 'group' : 'direct',
    messages: report.messages,
    group: known?.kind === 'village' ? group : null,
  })
  await offerMerge(desk, ticket, judgement)
  return end('opened')
}

/** 还是没修 brings a resolved or closed ticket back; anything else is added to it. */
async function continueTicket(desk: Desk, report: OpenReport, ticket: Ticket, text: string): Promise<void> {
  const person = desk.roster.people.get(report.person)
  if (person && !isLive(ticket) && (ticket.status === 'resolved' || ticket.status === 'closed') && isFollowUp(text)) {
    const moved = await moveTicket(desk, person, ticket, 'reopen', { note: text.replaceAll('\n', '，') })
    if ('ticket' in moved) {
      await desk.attach(ticket.id, report.messages)
      return
    }
  }
  await addFollowUp(desk, report.person, ticket, report.messages, text.replaceAll('\n', '，'))
}

/** By quote; by author and topic. The author is asked only when two fit. */
async function findFollowed(desk: Desk, report: OpenReport, text: string, judgement: Judgement): Promise<Ticket | 'asked' | null> {
  const follows = isFollowUp(text)
  for (const message of report.messages) {
    if (!message.quote) continue
    const quoted = (await desk.ticketsOfMessage(message.quote)).filter((t) => mayContinue(t, report.person))
    if (
      quoted.length === 1 &&
      quoted[0] &&
      (follows || quoted[0].reporter === report.person || judgement.kind === 'none' || quoted[0].duty === judgement.duty)
    )
      return quoted[0]
  }
  const mine = (
    await desk.tickets({
      reporter: report.person,
      openedSince: new Date(desk.now.getTime() - 4 * REOPEN_DAYS * DAY_MS),
      newestFirst: true,
      limit: 20,
    })
  ).filter((t) => stillOpenTo(t, desk.now))
  const scored = mine
    .map((ticket) => ({ ticket, score: likeness(desk, ticket, text, judgement) }))
    .filter(({ ticket, score }) => (follows ? isLive(ticket) || score > 0 || mine.length === 1 : isLive(ticket) && score >= SAME_AUTHOR))
    .sort((a, b) => b.score - a.score)
  const [best, second] = scored
  if (!best) return null
  if (!follows || !second || best.score - second.score > 0.1) return best.ticket
  await askWhich(desk, report, [best.ticket, second.ticket])
  return 'asked'
}

async function askWhich(desk: Desk, report: OpenReport, options: Ticket[]): Promise<void> {
  const id = `which:${report.id}`
  await desk.ask(
    { id, person: report.person, what: 'whichTicket', ticket: null, data: { report: report.id, options: options.map((t) => t.id) } },
    new Date(desk.now.getTime() + DAY_MS),
  )
  const words = askWhichTicket(options.map((t) => `${t.label} ${shortOf(desk.roster, t)}`))
  await desk.notify([{ key: id, to: toPerson(report.person), ticket: null, occasion: 'ask-which', text: words, answer: true }])
}

const mayContinue = (ticket: Ticket, person: string): boolean =>
  !ticket.about.includes(person) && ticket.status !== 'withdrawn' && ticket.status !== 'rejected'

const stillOpenTo = (ticket: Ticket, now: Date): boolean =>
  isLive(ticket) ||
  ticket.status === 'resolved' ||
  (ticket.status === 'closed' && ticket.endedAt !== null && now.getTime() - ticket.endedAt.getTime() < REOPEN_DAYS * DAY_MS)

const likeness = (desk: Desk, ticket: Ticket, text: string, judgement: Judgement): number =>
  sameMatter(
    { text: ticket.text, duty: ticket.duty, places: [placeName(desk.roster, ticket.place)] },
    { text, duty: judgement.duty, places: judgement.places },
  )

/** A likely duplicate is offered to the clerk with one-word merge; nobody else hears of it. */
export async function offerMerge(desk: Desk, ticket: Ticket, judgement: Judgement): Promise<void> {
  const since = new Date(desk.now.getTime() - DUPLICATE_DAYS * DAY_MS)
  const others = await desk.tickets({
    villages: [ticket.village],
    statuses: ['open', 'waiting'],
    openedSince: since,
    newestFirst: true,
    limit: 100,
  })
  const [best] = others
    .filter((o) => o.id !== ticket.id && o.kind === ticket.kind && o.duty === ticket.duty)
    .map((other) => ({ other, score: likeness(desk, other, ticket.text, judgement) }))
    .filter(({ score }) => score >= SAME_PLACE)
    .sort((a, b) => b.score - a.score)
  const clerk = holders(desk.roster, isPrivate(ticket) ? 'secretary' : 'clerk', ticket.village).find(
    (id) => !ticket.about.includes(id) && !best?.other.about.includes(id),
  )
  if (!best || !clerk) return
  const place = best.other.place === ticket.place && ticket.place !== ticket.village ? `同在${placeName(desk.roster, ticket.place)}，` : ''
  const text = maybeSame(ticket.label, best.other.label, `${place}都是${shortOf(desk.roster, ticket)}`)
  await desk.notify([{ key: `same:${ticket.id}:${best.other.id}`, to: toPerson(clerk), ticket: ticket.id, occasion: 'duplicate', text }])
}
