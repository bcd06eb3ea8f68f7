import { type Amended, amendmentOf, type Settled } from '../domain/amendment.ts'
import type { Judgement } from '../domain/judgement.ts'
import { type NoticeDraft, toPerson } from '../domain/notice.ts'
import { holders } from '../domain/roster.ts'
import { privacyOf } from '../domain/second-opinion.ts'
import { isLive, isPrivate, isSilent, type Ticket, type TicketEvent } from '../domain/ticket.ts'
import type { Desk } from '../ports/desk.ts'
import { unsaidFor } from '../wording/noted.ts'
import * as say from '../wording/second-opinion.ts'
import { type Accused, aboutWhom } from './about-whom.ts'
import { callLine, isAlarm } from './call-line.ts'
import { chooseOwner } from './choose-owner.ts'
import { clocksOf } from './clocks.ts'
import { type CommitDesk, commitTicket } from './commit.ts'
import { type FactsDesk, factsOf, shortOf } from './facts.ts'
import { noticesOf } from './moves/notices.ts'
import { refusalOf } from './moves/refusal.ts'
import { dutyFor } from './open-ticket.ts'

/** The ticket as a second opinion would have it: duty, whom it is about, owner and deadlines follow from the kind. */
function amended(desk: Pick<Desk, 'roster' | 'calendar'>, ticket: Ticket, to: Amended, model: Judgement, settled: Settled): Ticket {
  const { roster } = desk
  const duty = dutyFor(roster, to)
  const isComplaint = to.sensitivity === 'cadre'
  const accused: Accused =
    isComplaint && ticket.sensitivity !== 'cadre'
      ? aboutWhom(roster, { ...model, sensitivity: 'cadre' }, ticket.text, ticket.village, ticket.place, ticket.reporter)
      : { about: ticket.about, complaint: isComplaint }
  const rerouted = (isComplaint && ticket.sensitivity !== 'cadre') || (duty.code !== ticket.duty && !settled.owner)
  const owner = rerouted ? chooseOwner(roster, duty, ticket.place, accused, ticket.danger !== null) : ticket.owner
  const next: Ticket = {
    ...ticket,
    ...to,
    kind: duty.kind,
    duty: duty.code,
    about: accused.about,
    owner,
    coOwners: ticket.coOwners.filter((id) => id !== owner && !accused.about.includes(id)),
    acceptedAt: owner === ticket.owner ? ticket.acceptedAt : null,
  }
  const otherClocks = (duty.code !== ticket.duty && !settled.owner) || isAlarm(next) !== isAlarm(ticket)
  return otherClocks ? { ...next, ...clocksOf(next, duty, desk.calendar) } : next
}

type AmendDesk = CommitDesk & FactsDesk & Pick<Desk, 'history' | 'suppress'>

/** Of these a reporter or a follower adds to a matter and settles nothing. */
const SETTLES_NOTHING = ['opened', 'followed', 'added', 'denied', 'called', 'escalated']

/** What people have done since it was opened; the desk looks again, for a cadre may have been quicker than the model. */
function settledBy(ticket: Ticket, history: readonly TicketEvent[]): Settled {
  const hands = history.filter((e) => e.by !== null && !SETTLES_NOTHING.includes(e.what))
  return {
    kind: hands.some((e) => e.what === 'reclassified' || e.what === 'undone'),
    owner: ticket.acceptedAt !== null || hands.some((e) => e.by !== ticket.reporter),
    title: hands.some((e) => e.what === 'amended'),
  }
}

/** A second opinion on a ticket: amends it, tells a cadre of a doubt, or leaves it. Returns what became of the opinion. */
export async function amendByModel(desk: AmendDesk, ticket: Ticket, local: Judgement, said: Judgement): Promise<string> {
  if (!isLive(ticket)) return 'too late: not open any more'
  const model = withComplaint(desk, ticket, said)
  const amendment = amendmentOf(ticket, local, model, settledBy(ticket, await desk.history(ticket.id)))
  if (model.danger) await warn(desk, ticket)
  switch (amendment.does) {
    case 'nothing':
      return 'agrees'
    case 'doubt':
      return tellOne(desk, ticket, clerkFor(desk, ticket), 'no-matter', say.perhapsNoMatter(facts(desk, ticket)))
    case 'suggest': {
      const duty = shortOf(desk.roster, { duty: amendment.duty, title: ticket.title })
      return tellOne(desk, ticket, ticket.owner ?? clerkFor(desk, ticket), 'public', say.perhapsPublic(facts(desk, ticket), duty))
    }
    case 'amend':
      return amend(desk, ticket, amendment.to, model)
    default:
      return amendment satisfies never
  }
}

/** Filed under a duty of conduct it is a complaint about somebody in office, whether or not the model says so besides. */
function withComplaint({ roster }: Pick<Desk, 'roster'>, { text, village, place, reporter }: Ticket, model: Judgement): Judgement {
  if (model.kind === 'none' || model.sensitivity !== null) return model
  return aboutWhom(roster, model, text, village, place, reporter).complaint ? { ...model, sensitivity: 'cadre' } : model
}

const facts = (desk: FactsDesk, ticket: Ticket) => factsOf(desk, ticket, { by: null, note: null })

/** What the group must not hear of is nobody else's to know either: its owner decides. */
const clerkFor = (desk: Pick<Desk, 'roster'>, ticket: Ticket): string | null =>
  isSilent(ticket)
    ? ticket.owner
    : (holders(desk.roster, isPrivate(ticket) ? 'secretary' : 'clerk', ticket.village).find((id) => !ticket.about.includes(id)) ?? null)

async function tellOne(
  desk: Pick<Desk, 'notify'>,
  ticket: Ticket,
  person: string | null,
  what: 'no-matter' | 'public',
  text: string,
): Promise<string> {
  if (!person) return `${what}: nobody to tell`
  await desk.notify([{ key: `${ticket.id}:second:${what}`, to: toPerson(person), ticket: ticket.id, occasion: `second:${what}`, text }])
  return `${what}: told`
}

/** The model fears for somebody: no ticket becomes an emergency by that, but whoever is on duty looks at once. */
async function warn(desk: FactsDesk & Pick<Desk, 'notify'>, ticket: Ticket): Promise<void> {
  const told = facts(desk, ticket)
  const people = [callLine(desk, ticket)[0] ?? null, ticket.owner].filter((id) => id !== null)
  const text = say.perhapsDanger(told.place, told.reporter, ticket.text.slice(0, 60).replaceAll('\n', '，'))
  await desk.notify(
    [...new Set(people)].map((id): NoticeDraft => {
      const key = `${ticket.id}:second:danger:${id}`
      return { key, to: toPerson(id), ticket: ticket.id, occasion: 'second:danger', text, urgent: true }
    }),
  )
}

async function amend(desk: AmendDesk, ticket: Ticket, to: Amended, model: Judgement): Promise<string> {
  if (refusalOf('amend', ticket, { by: null, actors: new Set(['model']) })) return 'not allowed'
  const after = amended(desk, ticket, to, model, settledBy(ticket, await desk.history(ticket.id)))
  const changes = {
    ...(after.kind !== ticket.kind && { kind: after.kind }),
    ...(after.duty !== ticket.duty && { duty: after.duty }),
    ...(after.title !== ticket.title && { title: after.title }),
    ...(after.sensitivity !== ticket.sensitivity && { sensitivity: after.sensitivity }),
    ...(after.owner !== ticket.owner && { owner: after.owner }),
  }
  const before = { kind: ticket.kind, duty: ticket.duty, title: ticket.title, owner: ticket.owner }
  const event: TicketEvent = {
    at: desk.now,
    what: 'amended',
    by: null,
    note: model.reason,
    data: { ...changes, before, version: model.version },
  }
  // What the group has not heard yet it will not hear.
  if (privacyOf(after) > privacyOf(ticket)) await desk.suppress({ ticket: ticket.id, occasions: ['opened'] }, unsaidFor.notPublic)
  const { roster, calendar } = desk
  const happened = { by: null, detail: {}, before: ticket, followers: [], called: [], roster, calendar }
  await commitTicket(desk, ticket, after, [event], (now) => [
    ...noticesOf(desk, 'amend', { ...happened, after: now }),
    ...graveNotice(desk, ticket, now),
  ])
  return `amended: ${Object.keys(changes).join(', ')}`
}

/** What the group must not hear of is told the duty cadre, as it would have been at the opening. */
function graveNotice(desk: FactsDesk, before: Ticket, after: Ticket): NoticeDraft[] {
  const { sensitivity } = after
  if (!sensitivity || sensitivity === before.sensitivity || sensitivity === 'cadre' || !isSilent(after)) return []
  const [duty] = callLine(desk, after)
  if (!duty) return []
  const text = say.perhapsGrave(facts(desk, after), sensitivity)
  const urgent = isAlarm(after)
  return [{ key: `${after.id}:second:grave`, to: toPerson(duty), ticket: after.id, occasion: 'second:grave', text, urgent }]
}
