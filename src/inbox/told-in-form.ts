import { earlier, later, MINUTE_MS } from '../domain/durations.ts'
import { inRef } from '../domain/message-ref.ts'
import { groupIn, toGroup } from '../domain/notice.ts'
import type { Group } from '../domain/roster.ts'
import { isEar, sameWords } from '../domain/second-ear.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Desk, Heard, OpenReport } from '../ports/desk.ts'
import type { ResidentOrder } from '../ports/resident-orders.ts'

/** A form is filled in while it is said, and fetched some minutes later. */
const APART_MS = 15 * MINUTE_MS

type TellDesk = Pick<Desk, 'now' | 'roster' | 'openReports' | 'closedReports' | 'ticketsOfMessage'>
interface Told {
  report: OpenReport
  messages: Heard[]
  ticket: Ticket | null
}

/**
 * What a village's group was told in the very words of a report of 居民上报: one message, which two ears heard. The platform does not
 * say who reported; where two have said it, nobody knows whose it is, and it stays a report of its own.
 */
export async function toldInGroup(desk: TellDesk, { said }: Pick<ResidentOrder, 'said'>, village: string): Promise<Told | null> {
  const found: OpenReport[] = []
  for (const group of desk.roster.groups.values()) {
    if (group.grid !== village) continue
    const to = toGroup(group.id)
    found.push(...(await desk.openReports(to)), ...(await desk.closedReports(earlier(desk.now, APART_MS), to)))
  }
  const since = earlier(desk.now, APART_MS)
  const like = found.filter((r) => r.messages.some((m) => m.at >= since && sameWords(m.text, said)))
  const [report] = like
  if (!report || like.length > 1) return null
  const messages = report.messages.filter((m) => sameWords(m.text, said) || m.photos.length > 0)
  const tickets = await Promise.all(messages.map((m) => desk.ticketsOfMessage(m.id)))
  return { report, messages, ticket: tickets.flat()[0] ?? null }
}

type FormDesk = Pick<Desk, 'now' | 'roster' | 'tickets' | 'history' | 'attach' | 'append'>

/** The same the other way round: the report was fetched before its words were heard. It takes one message, with its photos, and nothing is said. */
export function toldInForm(desk: FormDesk, heard: Heard): Promise<boolean> | false {
  const group = desk.roster.groups.get(groupIn(heard.conversation) ?? '')
  // The sandbox has no such forms.
  return group !== undefined && isEar(inRef(heard.id).channel) && takeWordsOfForm(desk, heard, group)
}

async function takeWordsOfForm(desk: FormDesk, heard: Heard, group: Group): Promise<boolean> {
  const lately = { villages: [group.grid], openedSince: earlier(desk.now, APART_MS), openedBefore: later(desk.now, 1) }
  for (const ticket of await desk.tickets(lately)) {
    if (ticket.source !== 'report' || !ticket.text.split('，').some((_, i, all) => sameWords(heard.text, all.slice(i).join('，')))) continue
    const lines = await desk.history(ticket.id)
    if (lines.some((line) => 'heard' in line.data)) continue
    await desk.attach(ticket.id, [heard])
    const data = { heard: heard.id, photos: heard.photos.length }
    await desk.append(ticket.id, [{ at: desk.now, what: 'added', by: heard.person, note: null, data }])
    return true
  }
  return false
}
