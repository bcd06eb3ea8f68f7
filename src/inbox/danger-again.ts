import { backOn, isAllClear } from '../classify/all-clear.ts'
import { isFollowUp } from '../classify/follow-up.ts'
import { addsDetail, areApart, shareAThing } from '../classify/same-danger.ts'
import { earlier, MINUTE_MS } from '../domain/durations.ts'
import { atHome, type Judgement } from '../domain/judgement.ts'
import { groupIn } from '../domain/notice.ts'
import { findPlace } from '../domain/places.ts'
import { personName } from '../domain/roster.ts'
import { isLive, isPrivate, type Ticket } from '../domain/ticket.ts'
import type { Desk, Heard } from '../ports/desk.ts'
import { addFollowUp, type FollowUpDesk } from '../tickets/add-follow-up.ts'
import { hasInHand, mayEnd, sayOver } from '../tickets/all-clear.ts'
import { callLine, isAlarm } from '../tickets/call-line.ts'
import { alreadyKnown } from '../wording/emergencies.ts'

/** Everything somebody says right after an alarm belongs to it, and for a while what sounds like it. */
const RIGHT_AFTER_MINUTES = 5
const OWN_MINUTES = 30
/** Trouble at home goes on: whatever its reporter says within a day is passed on at once. */
const AT_HOME_MINUTES = 24 * 60
/** The same danger told by others of the village within an hour may be the same danger. */
const SAME_MINUTES = 60
/** What is said into an alarm by others belongs to it for so long. */
const JUST_MINUTES = 10
/** A few words without a matter of their own: 三社麦场, 草垛子. */
const SHORT = 12

export interface Said {
  person: string
  conversation: string
  village: string
  messages: readonly Heard[]
  text: string
}

type AddToDangerDesk = FollowUpDesk & Pick<Desk, 'settings' | 'tickets' | 'history' | 'follow' | 'suppress'>

/**
 * More words about a danger that is already known: they go at once to whoever has it in hand, and raise no second alarm.
 * False when these words belong to no such danger.
 */
export async function addToDanger(desk: AddToDangerDesk, said: Said, judgement: Judgement): Promise<boolean> {
  const text = said.text.replaceAll('\n', '，')
  const add = async (ticket: Ticket, more: { answer?: string | null } = {}) => {
    const place = ticket.place === ticket.village ? findPlace(desk.roster, ticket.village, judgement.places) : null
    const called = await calledSoFar(desk, ticket)
    await addFollowUp(desk, said.person, ticket, said.messages, text, { place, called, ...more })
    return true
  }
  const duty = backOn(said.text)
  const restored = duty ? await ofDuty(desk, said, duty) : null
  if (restored) {
    await sayOver(desk, restored, said.person, said.messages, text)
    return true
  }
  const own = await ownDanger(desk, said, judgement)
  if (judgement.danger === null && isAllClear(said.text)) {
    const over = own ?? (await inHand(desk, said))
    if (over && mayEnd(desk, over, said.person)) {
      await sayOver(desk, over, said.person, said.messages, text)
      return true
    }
  }
  if (own) return add(own)
  const same = await sameDanger(desk, said, judgement)
  if (same) {
    // Another of the village: counted as one more who tells it, and answered one-to-one.
    await desk.follow(same.id, said.person)
    return add(same, { answer: alreadyKnown(same.label, personName(desk.roster, same.owner ?? callLine(desk, same)[0] ?? null)) })
  }
  // Passed on, but nobody stops being called for it: only whoever told it, or was called, may say that it is over.
  const over = await overNow(desk, said, judgement)
  if (over) return add(over)
  const seen = await seenByOthers(desk, said, judgement)
  // Whoever stands by and sees where it is gets no number of what is not theirs.
  return seen ? add(seen, isPrivate(seen) ? { answer: null } : {}) : false
}

const since = (desk: Pick<Desk, 'now'>, minutes: number): Date => earlier(desk.now, minutes * MINUTE_MS)

/** Those who were called for it up to now. */
async function calledSoFar(desk: Pick<Desk, 'roster' | 'history'>, ticket: Ticket): Promise<string[]> {
  if (!isAlarm(ticket) || ticket.respondedAt) return []
  const later = (await desk.history(ticket.id)).flatMap((e) =>
    typeof e.data.person === 'string' && e.what === 'called' ? [e.data.person] : [],
  )
  return [...callLine(desk, ticket).slice(0, 1), ...later]
}

/** The speaker's own: every word about trouble at home, and of a public danger what may belong to it. */
async function ownDanger(desk: Pick<Desk, 'now' | 'settings' | 'tickets'>, said: Said, judgement: Judgement): Promise<Ticket | null> {
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
  const danger = mine.find((t) => t.danger !== null && t.openedAt >= since(desk, OWN_MINUTES) && !isAnother(t, said, judgement))
  if (!danger || danger.openedAt >= since(desk, RIGHT_AFTER_MINUTES)) return danger ?? null
  const belongs = judgement.danger !== null || judgement.places.length > 0 || isFollowUp(said.text) || isAllClear(said.text)
  return belongs ? danger : null
}

/** A fire and then a child that does not come home are two, whoever tells them. */
const isAnother = (ticket: Ticket, said: Said, { danger }: Judgement): boolean =>
  danger !== null && danger !== ticket.danger && areApart(ticket.text, said.text)

/** The water or the current that this person told to be gone, or has in hand. */
async function ofDuty(desk: Pick<Desk, 'tickets'>, { person }: Said, duty: string): Promise<Ticket | null> {
  for (const whose of [{ reporter: person }, { owner: person }]) {
    const [only, second] = await desk.tickets({ ...whose, duty, statuses: ['open', 'waiting'], newestFirst: true, limit: 2 })
    if (only && !second) return only
  }
  return null
}

const latelyInVillage = (desk: Pick<Desk, 'now' | 'tickets'>, village: string, minutes = SAME_MINUTES): Promise<Ticket[]> =>
  desk.tickets({ villages: [village], statuses: ['open', 'waiting'], openedSince: since(desk, minutes), newestFirst: true, limit: 50 })

/** What somebody was called for, or has, and that is not over. */
async function inHand(desk: Pick<Desk, 'now' | 'roster' | 'tickets'>, said: Said): Promise<Ticket | null> {
  const villages = groupIn(said.conversation) === null ? {} : { villages: [said.village] }
  const live = await desk.tickets({
    ...villages,
    statuses: ['open'],
    openedSince: since(desk, AT_HOME_MINUTES),
    newestFirst: true,
    limit: 50,
  })
  const theirs = live.filter((t) => isAlarm(t) && hasInHand(desk, t, said.person))
  // One word ends nothing when there are two that it may be said of.
  return theirs.length === 1 ? (theirs[0] ?? null) : null
}

/** 火灭了，没事了, said by another who is there: of the last public danger that the group was told of. */
async function overNow(desk: Pick<Desk, 'now' | 'tickets'>, said: Said, judgement: Judgement): Promise<Ticket | null> {
  if (judgement.kind !== 'none' || !isAllClear(said.text) || groupIn(said.conversation) === null) return null
  return (await latelyInVillage(desk, said.village)).find((t) => isLive(t) && t.danger !== null && !isPrivate(t)) ?? null
}

/** The same public danger in the same village, told by somebody else: where place or thing agree, or nothing tells them apart. */
async function sameDanger(desk: Pick<Desk, 'now' | 'roster' | 'tickets'>, said: Said, judgement: Judgement): Promise<Ticket | null> {
  if (judgement.danger === null || atHome(judgement.danger)) return null
  const live = await latelyInVillage(desk, said.village)
  const place = findPlace(desk.roster, said.village, judgement.places)
  const agrees = (t: Ticket): boolean => {
    if (place !== null && t.place !== t.village) return place === t.place
    if (shareAThing(t.text, said.text)) return true
    return t.openedAt >= since(desk, JUST_MINUTES) && !areApart(t.text, said.text)
  }
  return live.find((t) => isLive(t) && t.danger === judgement.danger && !isPrivate(t) && agrees(t)) ?? null
}

/** 在二社磨坊后头, said by others right after an alarm in the same group. */
async function seenByOthers(desk: Pick<Desk, 'now' | 'settings' | 'tickets'>, said: Said, judgement: Judgement): Promise<Ticket | null> {
  const own = judgement.danger !== null || (judgement.kind !== 'none' && judgement.matter >= desk.settings.openAt)
  if (own || groupIn(said.conversation) === null || !addsDetail(said.text, judgement.places)) return null
  const live = await latelyInVillage(desk, said.village, JUST_MINUTES)
  return live.find((t) => isAlarm(t) && t.source === 'group' && !t.about.includes(said.person)) ?? null
}
