import { isMeToo } from '../classify/follow-up.ts'
import { obey } from '../commands/index.ts'
import type { Judgement } from '../domain/judgement.ts'
import { groupIn, toGroup, toPerson } from '../domain/notice.ts'
import { isLive, isPrivate, type Ticket } from '../domain/ticket.ts'
import type { Desk, Heard } from '../ports/desk.ts'
import { addFollowUp, amendTicket } from '../tickets/add-follow-up.ts'
import { followTicket } from '../tickets/follow.ts'
import { addLine } from './assemble.ts'
import { judgeReport } from './judge-report.ts'

const DAY_MS = 24 * 60 * 60_000
const HALF_HOUR_MS = 30 * 60_000
/** 不对，是四社: a word that puts the last receipt right. */
const CORRECTION = /^(不对|打错了?|说错了?|写错了?|发错了?|更正)[，,。：:\s]*(应该)?是?/u

type Judge = (text: string) => Judgement

/** One message, from arrival to decision: an order, a me-too, a correction, a photo for a ticket, or a line of a report. */
export async function handleMessage(desk: Desk, heard: Heard, judge: Judge): Promise<void> {
  const person = desk.roster.people.get(heard.person)
  if (!person) return
  const quotedTickets = heard.quote ? await desk.ticketsOfMessage(heard.quote) : []
  const { conversation, text, quote, photos } = heard
  const outcome = await obey(
    desk,
    { person, conversation, messageId: heard.id, text, quotedTickets, quote, photos },
    { judge, before: () => endOwnReport(desk, heard, judge) },
  )
  if (outcome.handled) {
    for (const [i, reply] of outcome.replies.entries())
      await desk.notify([
        {
          key: `reply:${heard.id}:${i}`,
          to: reply.where === 'group' ? conversation : toPerson(person.id),
          ticket: reply.ticket ?? null,
          occasion: 'reply',
          text: reply.text,
          answer: reply.where === 'private',
          ...(reply.brief && { brief: reply.brief }),
        },
      ])
    return
  }
  if (isMeToo(text) && (await followWhatWasSaid(desk, heard, quotedTickets, judge))) return
  if (await correctLast(desk, heard, judge)) return
  if (text.trim() === '' && photos.length > 0 && (await photoForTicket(desk, heard, quotedTickets))) return
  const { ended, report, atOnce } = await addLine(desk, heard, judge)
  if (ended) await judgeReport(desk, ended, judge)
  if (atOnce) await judgeReport(desk, report, judge)
}

/** An order ends what its author was saying: it is judged first, so that 撤回 finds its ticket. */
async function endOwnReport(desk: Desk, heard: Heard, judge: Judge): Promise<void> {
  for (const report of await desk.openReports(heard.conversation))
    if (report.person === heard.person && report.messages.some((m) => m.text.trim() !== '')) await judgeReport(desk, report, judge)
}

/** 我家也是: of the quoted matter, of the one just being told, or of the last one this group heard of. */
async function followWhatWasSaid(desk: Desk, heard: Heard, quoted: readonly Ticket[], judge: Judge): Promise<boolean> {
  const open = (t: Ticket) => isLive(t) && !t.about.includes(heard.person)
  let ticket = quoted.find(open) ?? null
  const group = groupIn(heard.conversation)
  if (!ticket && group) {
    const others = (await desk.openReports(heard.conversation)).filter(
      (r) => r.person !== heard.person && judge(r.messages.map((m) => m.text).join('\n')).kind === 'village',
    )
    const last = others.sort((a, b) => Number((b.messages.at(-1)?.seq ?? 0n) - (a.messages.at(-1)?.seq ?? 0n)))[0]
    if (last) {
      await judgeReport(desk, last, judge)
      const first = last.messages[0]
      ticket = (first ? await desk.ticketsOfMessage(first.id) : []).find(open) ?? null
    }
    ticket ??=
      (await desk.lastSpokenOf(toGroup(group), new Date(desk.now.getTime() - DAY_MS))).find((t) => open(t) && !isPrivate(t)) ?? null
  }
  if (!ticket || ticket.reporter === heard.person) return false
  await followTicket(desk, heard.person, ticket, heard.id)
  await desk.attach(ticket.id, [heard])
  return true
}

async function lastOwn(desk: Desk, person: string, withinMs: number): Promise<Ticket | null> {
  const [last] = await desk.tickets({
    reporter: person,
    statuses: ['open', 'waiting'],
    openedSince: new Date(desk.now.getTime() - withinMs),
    newestFirst: true,
    limit: 1,
  })
  return last ?? null
}

async function correctLast(desk: Desk, heard: Heard, judge: Judge): Promise<boolean> {
  const cue = CORRECTION.exec(heard.text.trim())
  if (!cue) return false
  const still = (await desk.openReports(heard.conversation)).some((r) => r.person === heard.person)
  const ticket = still ? null : await lastOwn(desk, heard.person, HALF_HOUR_MS)
  const rest = heard.text.trim().slice(cue[0].length).trim()
  if (!ticket || rest === '') return false
  const said = judge(rest)
  const title = said.kind !== 'none' && said.title ? said.title : (replacePlace(ticket.title, said.places) ?? rest.slice(0, 16))
  await amendTicket(desk, heard.person, ticket, heard, title, said.places.length > 0 ? said.places : [rest])
  return true
}

/** 三社路口路灯不亮 with 四社 becomes 四社路口路灯不亮. */
const replacePlace = (title: string, places: readonly string[]): string | null => {
  const she = /[一二三四五六七八九十]+社/u
  const place = places.find((p) => she.test(p))?.match(she)?.[0]
  return place && she.test(title) ? title.replace(she, place) : null
}

/** A photo without a word goes to the matter its author quotes or has just told, or has in hand. */
async function photoForTicket(desk: Desk, heard: Heard, quoted: readonly Ticket[]): Promise<boolean> {
  const mine = (await desk.openReports(heard.conversation)).some((r) => r.person === heard.person)
  if (mine) return false
  const ticket = quoted.find(isLive) ?? (await lastOwn(desk, heard.person, HALF_HOUR_MS)) ?? (await lastInHand(desk, heard))
  if (!ticket) return false
  await addFollowUp(desk, heard.person, ticket, [heard], '')
  return true
}

/** A cadre's photo belongs to the matter of theirs that was last spoken of here. */
async function lastInHand(desk: Desk, heard: Heard): Promise<Ticket | null> {
  const spoken = await desk.lastSpokenOf(heard.conversation, new Date(desk.now.getTime() - DAY_MS))
  return spoken.find((t) => t.owner === heard.person && isLive(t)) ?? null
}
