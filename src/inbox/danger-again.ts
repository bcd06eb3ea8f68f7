import { isAllClear } from '../classify/all-clear.ts'
import { isFollowUp } from '../classify/follow-up.ts'
import { earlier, MINUTE_MS } from '../domain/durations.ts'
import { atHome, type Judgement } from '../domain/judgement.ts'
import { groupIn } from '../domain/notice.ts'
import { findPlace } from '../domain/places.ts'
import { personName } from '../domain/roster.ts'
import { isLive, isPrivate, type Ticket } from '../domain/ticket.ts'
import type { Desk, Heard } from '../ports/desk.ts'
import { addFollowUp } from '../tickets/add-follow-up.ts'
import { callLine } from '../tickets/call-line.ts'
import { alreadyKnown } from '../wording/emergencies.ts'

/** Everything somebody says right after an alarm belongs to it, and for a while what sounds like it. */
const RIGHT_AFTER_MINUTES = 5
const OWN_MINUTES = 30
/** Trouble at home goes on: whatever its reporter says within a day is passed on at once. */
const AT_HOME_MINUTES = 24 * 60
/** The same danger told by others of the village within an hour is the same danger. */
const SAME_MINUTES = 60
/** A few words without a matter of their own: 三社麦场, 草垛子. */
const SHORT = 12

export interface Said {
  person: string
  conversation: string
  village: string
  messages: readonly Heard[]
  text: string
}

/**
 * More words about a danger that is already known: they go at once to whoever has it in hand, and raise no second alarm.
 * False when these words belong to no such danger.
 */
export async function addToDanger(desk: Desk, said: Said, judgement: Judgement): Promise<boolean> {
  const own = await ownDanger(desk, said, judgement)
  const ticket = own ?? (await sameDanger(desk, said, judgement)) ?? (await overNow(desk, said, judgement))
  if (!ticket) return false
  const text = said.text.replaceAll('\n', '，')
  const place = ticket.place === ticket.village ? findPlace(desk.roster, ticket.village, judgement.places) : null
  if (own) {
    const over = isAllClear(said.text) && { data: { allClear: true } }
    await addFollowUp(desk, said.person, ticket, said.messages, text, { place, ...over })
    return true
  }
  if (judgement.danger === null) {
    // Passed on, but nobody stops being called for it: only whoever told it may say that it is over.
    await addFollowUp(desk, said.person, ticket, said.messages, text)
    return true
  }
  // Another of the village: counted as one more who tells it, and answered one-to-one.
  await desk.follow(ticket.id, said.person)
  const leader = personName(desk.roster, ticket.owner ?? callLine(desk, ticket)[0] ?? null)
  await addFollowUp(desk, said.person, ticket, said.messages, text, { place, answer: alreadyKnown(ticket.label, leader) })
  return true
}

const since = (desk: Desk, minutes: number): Date => earlier(desk.now, minutes * MINUTE_MS)

/** The speaker's own: every word about trouble at home, and of a public danger what may belong to it. */
async function ownDanger(desk: Desk, said: Said, judgement: Judgement): Promise<Ticket | null> {
  const mine = await desk.tickets({
    reporter: said.person,
    statuses: ['open', 'waiting'],
    openedSince: since(desk, AT_HOME_MINUTES),
    newestFirst: true,
    limit: 10,
  })
  const home = mine.find((t) => atHome(t.sensitivity))
  const alone = groupIn(said.conversation) === null
  if (home && (alone || judgement.kind !== 'none' || isFollowUp(said.text) || isAllClear(said.text))) return home
  const ofItsOwn = judgement.kind !== 'none' && judgement.danger === null && judgement.matter >= desk.settings.openAt
  if (ofItsOwn && said.text.length > SHORT) return null
  const danger = mine.find((t) => t.danger !== null && t.openedAt >= since(desk, OWN_MINUTES))
  if (!danger || danger.openedAt >= since(desk, RIGHT_AFTER_MINUTES)) return danger ?? null
  const belongs = judgement.danger !== null || judgement.places.length > 0 || isFollowUp(said.text) || isAllClear(said.text)
  return belongs ? danger : null
}

const latelyInVillage = (desk: Desk, village: string): Promise<Ticket[]> =>
  desk.tickets({ villages: [village], statuses: ['open', 'waiting'], openedSince: since(desk, SAME_MINUTES), newestFirst: true, limit: 50 })

/** 火灭了，没事了, said by another who is there: of the last public danger that the group was told of. */
async function overNow(desk: Desk, said: Said, judgement: Judgement): Promise<Ticket | null> {
  if (judgement.kind !== 'none' || !isAllClear(said.text) || groupIn(said.conversation) === null) return null
  return (await latelyInVillage(desk, said.village)).find((t) => isLive(t) && t.danger !== null && !isPrivate(t)) ?? null
}

/** The same public danger in the same village, told by somebody else. */
async function sameDanger(desk: Desk, said: Said, judgement: Judgement): Promise<Ticket | null> {
  if (judgement.danger === null || atHome(judgement.danger)) return null
  const live = await latelyInVillage(desk, said.village)
  const place = findPlace(desk.roster, said.village, judgement.places)
  const elsewhere = (t: Ticket) => place !== null && t.place !== t.village && t.place !== place
  return live.find((t) => isLive(t) && t.danger === judgement.danger && !isPrivate(t) && !elsewhere(t)) ?? null
}
