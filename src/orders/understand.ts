import { DAY_MS, earlier } from '../domain/durations.ts'
import { groupIn } from '../domain/notice.ts'
import { isCadre } from '../domain/people.ts'
import { isLive, type Ticket } from '../domain/ticket.ts'
import { mayBeAbout } from '../reading/verdict.ts'
import { dayMeant } from './day-meant.ts'
import { type CallOf, type Command, isFor, LEADERS, type Scene } from './define-command.ts'
import { namedDuties } from './find-duties.ts'
import { cadreAt, namesCadre } from './find-person.ts'
import { shortsOf, ticketsMeant } from './find-ticket.ts'
import { IN_SIGHT, inSight, namedOfOthers, owned } from './in-sight.ts'
import { mayBeOf } from './may-now.ts'
import { namedIn } from './named-in.ts'
import { refsIn } from './number-apart.ts'
import { readOrder } from './read-order.ts'
import type { Reading, Understood } from './reading.ts'
import { spokenOf } from './spoken-of.ts'
import { justTold, takenBack } from './unnamed-tickets.ts'

const MESSAGES_AFTER = 3
const ENDED_DAYS = 30

export const sceneOf = (call: CallOf<'roster'>): Scene => {
  const { desk, spoken } = call
  return {
    person: spoken.person,
    inGroup: groupIn(spoken.conversation) !== null,
    quoting: spoken.quotedTickets.length > 0,
    called: call.called,
    quotingOwn: spoken.quotedTickets.some((t) => t.owner === spoken.person.id),
    shorts: shortsOf(desk),
    namesCadre: (words) => namesCadre(call, words),
    cadreAt: cadreAt(call),
    namesDuty: (words) => namedDuties(desk.roster.duties.values(), words).length > 0,
  }
}

type ReadCall = CallOf<'followers' | 'history' | 'lastSpokenOf' | 'now' | 'recentBy' | 'roster' | 'ticketByNumber' | 'tickets'>

/** What somebody means by a line, or null: what is not an order is a message. */
export function understand(call: ReadCall, commands: readonly Command[]): Promise<Understood | null> | null {
  const scene = sceneOf(call)
  const reading = readOrder(call.text, scene, commands) ?? ofLeaders(call.text, scene, commands)
  return reading && settleOrElse(call, reading, scene, commands)
}

/** 请发一下本周的周报 by a clerk: what only leaders may ask for is understood, to be refused. */
function ofLeaders(text: string, scene: Scene, commands: readonly Command[]): Reading | null {
  if (scene.inGroup || !isCadre(scene.person) || isFor(LEADERS, scene.person)) return null
  const roles = scene.person.roles.map((r) => ({ ...r, role: 'leader' as const }))
  const theirs = commands.filter((c) => c.for === LEADERS && c.ticket === 'none')
  return readOrder(text, { ...scene, person: { ...scene.person, roles } }, theirs)
}

/** Such words mean something else where nothing is as they say. */
const ELSE_MEANT: readonly Reading['only'][] = ['ended', 'justTold', 'waiting']

/** 重新办理 is of what is closed, 料到了 明天装 of what waits and 修好了不用来了 of what was just told: where nothing is or was, the words mean something else. */
async function settleOrElse(call: ReadCall, reading: Reading, scene: Scene, commands: readonly Command[]): Promise<Understood | null> {
  const others = commands.filter((c) => c !== reading.command)
  if (await isHere(call, reading)) return understand(call, others)
  const meant = (await dayMeant(call, reading, scene, commands)) ?? reading
  const settled = await settle(call, meant)
  const stands = settled ? isFitting(settled) : !ELSE_MEANT.includes(reading.only)
  // 同意他延两天, where nobody asked for days, is answered so.
  const isAnswer = reading.command.sort === 'answers' && !scene.inGroup
  return (stands ? settled : await understand(call, others)) ?? (isAnswer ? { ...reading, among: [] } : null)
}

/** 登记一下，坪04的经办人是王芳: what is registered is no new matter where it gives the number of one that is here. */
async function isHere(
  call: CallOf<'followers' | 'lastSpokenOf' | 'now' | 'roster' | 'ticketByNumber'>,
  { command, rest }: Reading,
): Promise<boolean> {
  if (command.name !== '登记' || groupIn(call.spoken.conversation)) return false
  for (const ref of refsIn(rest, { shorts: shortsOf(call.desk) })) {
    if (ref.village !== null && (await ticketsMeant(call, ref)).length > 0) return true
  }
  return false
}

/** Of what stands there is one that the order can be meant of. */
const isFitting = ({ among, command }: Understood): boolean => !among || among.some((t) => mayBeOf(command, t))

/** Where only some tickets can be meant, it is an order only if there are any. */
async function settle(call: ReadCall, reading: Reading): Promise<Understood | null> {
  const among = await mustBeOf(call, reading)
  if (among === null) return reading
  return among.length > 0 ? { ...reading, among } : null
}

/** The tickets that alone can be meant; null where the reading needs none to be an order. */
function mustBeOf(call: ReadCall, { only, ref, reporter }: Reading): Promise<Ticket[]> | null {
  if (reporter !== undefined) return toldBy(call, reporter)
  switch (only) {
    case undefined:
      return null
    case 'newWork':
      return justGiven(call)
    case 'justTold':
      return justTold(call)
    case 'takenBack':
      return takenBack(call, [], DAY_MS)
    case 'work':
      return ofTheWork(call)
    case 'named':
      return named(call)
    case 'ended':
      return ref
        ? ticketsMeant(call, ref).then((found) => found.filter((t) => !isLive(t)))
        : orElse(ended(call), () => spokenOf(call).then((found) => found.filter((t) => !isLive(t))))
    case 'waiting':
      return ref && ticketsMeant(call, ref).then((found) => found.filter((t) => t.status === 'waiting'))
    case 'inHand':
      return inHand(call, ref)
    default:
      return only satisfies never
  }
}

const orElse = async (first: Promise<Ticket[]>, second: () => Promise<Ticket[]>): Promise<Ticket[]> => {
  const found = await first
  return found.length > 0 ? found : second()
}

const inHand = async (
  call: CallOf<'followers' | 'lastSpokenOf' | 'now' | 'roster' | 'ticketByNumber'>,
  ref: Reading['ref'],
): Promise<Ticket[]> => (ref ? (await ticketsMeant(call, ref)).filter((t) => [t.owner, t.reporter].includes(call.spoken.person.id)) : [])

/** Of the matter that the words name, else of what was just spoken of, else of what they name in other hands. */
async function named(call: CallOf<'lastSpokenOf' | 'now' | 'roster' | 'tickets'>): Promise<Ticket[]> {
  const own = await owned(call)
  const found = namedIn(call, call.text, await inSight(call, own))
  if (found.length > 0) return found
  return orElse(
    spokenOf(call).then((last) => last.filter(isLive)),
    () => namedOfOthers(call, own),
  )
}

/** Words of nothing but the work: of the matter they name, else of what is in hand, unless they speak of something else. */
async function ofTheWork(call: CallOf<'roster' | 'tickets'>): Promise<Ticket[]> {
  const own = await owned(call)
  const found = namedIn(call, call.text, await inSight(call, own))
  if (found.length > 0) return found
  const about = own.filter((t) => mayBeAbout(call.text, `${t.title}${t.text}`))
  return about.length > 0 ? about : namedOfOthers(call, own)
}

/** 上次办结的低保那件: of what the speaker had in hand and ended lately, what is named. */
async function ended(call: CallOf<'now' | 'roster' | 'tickets'>): Promise<Ticket[]> {
  const { desk, spoken } = call
  const done = await desk.tickets({ owner: spoken.person.id, statuses: ['resolved', 'closed'], newestFirst: true, limit: IN_SIGHT })
  const since = desk.now.getTime() - ENDED_DAYS * DAY_MS
  return namedIn(
    call,
    call.text,
    done.filter((t) => (t.endedAt ?? t.openedAt).getTime() >= since),
  )
}

/** 收到: the quoted work, or what was given within the speaker's last three messages one-to-one. */
async function justGiven(call: CallOf<'history' | 'lastSpokenOf' | 'now' | 'recentBy'>): Promise<Ticket[]> {
  const { desk, spoken } = call
  const waits = (t: Ticket) => t.owner === spoken.person.id && t.acceptedAt === null && t.status === 'open'
  if (spoken.quotedTickets.length > 0) return spoken.quotedTickets.filter(waits)
  const since = earlier(desk.now, DAY_MS)
  const said = await desk.recentBy(spoken.conversation, spoken.person.id, since)
  const fresh: Ticket[] = []
  for (const ticket of (await desk.lastSpokenOf(spoken.conversation, since)).filter(waits)) {
    const given =
      (await desk.history(ticket.id)).findLast((e) => e.what === 'opened' || e.data.owner === spoken.person.id)?.at ?? ticket.openedAt
    if (said.filter((m) => m.at > given).length <= MESSAGES_AFTER) fresh.push(ticket)
  }
  return fresh
}

/** 老王那个事: by the reporter's name, among mine. */
async function toldBy(call: CallOf<'roster' | 'tickets'>, said: string): Promise<Ticket[]> {
  const { desk, spoken } = call
  const mine = await desk.tickets({ owner: spoken.person.id, statuses: ['open', 'waiting'], limit: 50 })
  return mine.filter((t) => {
    const name = t.reporter ? (desk.roster.people.get(t.reporter)?.name ?? '') : ''
    return (
      name.length > 1 &&
      (name === said ||
        name.slice(1) === said ||
        (/^[小老]/u.test(said) && said.length === 2 && name.startsWith(said.slice(1))) ||
        isTitled(name, said))
    )
  })
}

/** 王大爷, 张婶. */
const isTitled = (name: string, said: string): boolean =>
  said.startsWith(name.slice(0, 1)) && /^(?:大爷|大妈|大叔|大婶|叔|婶|哥|姐|嫂|爷|奶|师傅|老师|家)$/u.test(said.slice(1))
