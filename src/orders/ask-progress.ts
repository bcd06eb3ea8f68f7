import { DAY_MS, earlier, HOUR_MS } from '../domain/durations.ts'
import { atHome } from '../domain/judgement.ts'
import { groupIn } from '../domain/notice.ts'
import { villagesOf } from '../domain/roster.ts'
import { isLive, isPrivate, type Ticket } from '../domain/ticket.ts'
import { type Asking, readAsking } from '../reading/asking.ts'
import type { TicketRef } from '../reading/ticket-ref.ts'
import { noneOfYours } from '../wording/replies.ts'
import { privately } from './answer.ts'
import { askOwner } from './ask-owner.ts'
import type { CallOf, Reply } from './define-command.ts'
import { namedDuties } from './find-duties.ts'
import { shortsOf, ticketsMeant } from './find-ticket.ts'
import { isTelling } from './is-telling.ts'
import { statesOf } from './look.ts'
import { refIn } from './ref-in.ts'
import { visible } from './visible.ts'

const LATELY_MS = 7 * DAY_MS
const JUST_MS = 2 * HOUR_MS
const ENDED_DAYS = 30
const WHERE = /^.{0,4}[村社组队]的?/u

/** 三社的水管 of a matter about water; the words of the duty list, or the words of the report itself. */
function isAbout({ desk }: CallOf<'roster'>, thing: string, t: Ticket): boolean {
  if (thing === '') return true
  const bare = thing.replace(WHERE, '')
  const words = bare === '' ? thing : bare
  if (t.title.includes(words) || t.text.includes(words)) return true
  return namedDuties(desk.roster.duties.values(), words).some((d) => d.code === t.duty)
}

/** A thing that can be asked after at all: 会 in 会开到哪一步了 is none. */
const isThing = ({ desk }: CallOf<'roster'>, thing: string, own: readonly Ticket[]): boolean =>
  thing === '' || own.some((t) => t.title.includes(thing)) || namedDuties(desk.roster.duties.values(), thing.replace(WHERE, '')).length > 0

async function ownOf({ desk, spoken }: CallOf<'tickets'>): Promise<Ticket[]> {
  const statuses = ['open', 'waiting', 'resolved'] as const
  const told = await desk.tickets({ reporter: spoken.person.id, statuses, newestFirst: true, limit: 20 })
  return [...told, ...(await desk.tickets({ follower: spoken.person.id, statuses, newestFirst: true, limit: 20 }))]
}

/** Nothing in hand any more: what ended lately still answers the question. */
const endedOf = async ({ desk, spoken }: CallOf<'now' | 'tickets'>): Promise<Ticket[]> =>
  desk.tickets({
    reporter: spoken.person.id,
    statuses: ['closed', 'rejected', 'merged'],
    openedSince: earlier(desk.now, 2 * ENDED_DAYS * DAY_MS),
    newestFirst: true,
    limit: 3,
  })

/** What this conversation spoke of last, as far as the speaker may know of it. */
async function spokenOf(call: CallOf<'followers' | 'lastSpokenOf' | 'now' | 'roster'>, sinceMs: number): Promise<Ticket[]> {
  const { desk, spoken } = call
  const found: Ticket[] = []
  for (const t of await desk.lastSpokenOf(spoken.conversation, earlier(desk.now, sinceMs)))
    if (isLive(t) && (await visible(call, t))) found.push(t)
  return found
}

/** One-to-one, the same trouble in one's own village, told by somebody else and known to all. */
async function ofVillage(call: CallOf<'roster' | 'tickets'>, thing: string): Promise<Ticket[]> {
  const { desk, spoken } = call
  const groups = [...desk.roster.groups.values()].filter((g) => g.kind === 'village' && g.members.includes(spoken.person.id))
  const villages = [...new Set([...villagesOf(desk.roster, spoken.person), ...groups.map((g) => g.grid)])]
  const live = await desk.tickets({ villages, statuses: ['open', 'waiting'], newestFirst: true, limit: 50 })
  return live.filter((t) => !isPrivate(t) && isAbout(call, thing, t)).slice(0, 3)
}

async function meantBy(
  call: CallOf<'followers' | 'lastSpokenOf' | 'now' | 'roster' | 'ticketByNumber' | 'tickets'>,
  asking: Asking,
  ref: TicketRef | null,
): Promise<Ticket[] | null> {
  const { spoken } = call
  if (ref) return ticketsMeant(call, ref)
  const quoted: Ticket[] = []
  for (const t of spoken.quotedTickets) if (await visible(call, t)) quoted.push(t)
  if (quoted.length > 0) return quoted
  const inGroup = groupIn(spoken.conversation) !== null && !call.called
  if (inGroup && asking.push) return null
  // 咋样了 among many people is of what was just spoken of here, or of something else.
  if (inGroup && asking.thing === '' && !asking.own) {
    const just = await spokenOf(call, JUST_MS)
    return just.length > 0 ? just.slice(0, 1) : null
  }
  const own = await ownOf(call)
  if (!isThing(call, asking.thing, own)) return null
  const mine = own.filter((t) => isAbout(call, asking.thing, t))
  if (mine.length > 0) return mine
  const lately = (await spokenOf(call, LATELY_MS)).filter((t) => isAbout(call, asking.thing, t))
  if (lately.length > 0) return lately.slice(0, 1)
  if (inGroup) return null
  if (asking.thing !== '') return ofVillage(call, asking.thing)
  return endedOf(call)
}

/** The owner hears at most once a day that whoever told it asks. */
async function tellOwner(call: CallOf<'followers' | 'notify' | 'now'>, ticket: Ticket): Promise<void> {
  const { desk, spoken } = call
  const { owner } = ticket
  const asks = ticket.reporter === spoken.person.id || (await desk.followers(ticket.id)).includes(spoken.person.id)
  if (!asks || !owner || owner === spoken.person.id || !isLive(ticket)) return
  await askOwner(call, ticket, owner, 'asks')
}

type AskingCall = CallOf<'followers' | 'lastSpokenOf' | 'notify' | 'now' | 'openReports' | 'roster' | 'ticketByNumber' | 'tickets'>

/** 修了没, 啥时候修, 路灯修得咋样了, 快点啊: answered one-to-one with how it stands. Null where it asks after something else. */
export function progressAsked(call: AskingCall): Promise<Reply[] | null> | null {
  // 7号修了没: the number tells which.
  const ref = refIn(call.text, shortsOf(call.desk))
  const asking = readAsking(ref ? ref.rest : call.text)
  return asking && tellStates(call, asking, ref)
}

async function tellStates(call: AskingCall, asking: Asking, ref: TicketRef | null): Promise<Reply[] | null> {
  if (await isTelling(call)) return null
  const found = await meantBy(call, asking, ref)
  if (!found || (ref && found.length === 0)) return null
  // Whoever is in danger is passed on word for word, not answered with a state.
  if (found.some((t) => t.danger !== null || atHome(t.sensitivity))) return null
  // 宅基地证什么时候能办下来, with nothing of the kind in hand, asks for the way: the duty list answers that.
  if (found.length === 0) return asking.thing === '' ? privately(noneOfYours) : null
  for (const ticket of found) await tellOwner(call, ticket)
  const [only, second] = found
  return privately(statesOf(call, found), second ? undefined : only)
}
