import { LEFT, LISTED } from '../domain/clerk-list.ts'
import { earlier, HOUR_MS } from '../domain/durations.ts'
import type { Judgement } from '../domain/judgement.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Desk, OpenReport } from '../ports/desk.ts'
import type { OpenDesk } from '../tickets/open-ticket.ts'
import { villageOfWords } from '../tickets/whereabouts.ts'
import type { Joined } from './join-lines.ts'
import { listWhenQuiet } from './list-up.ts'
import { openMatter } from './open-matter.ts'
import { isOnTrial, listInstead, type WouldDesk } from './would-open.ts'

export interface Held {
  report: string
  text: string
  local: Judgement
}

type OpenHeldDesk = OpenDesk &
  WouldDesk &
  Pick<Desk, 'settings' | 'addDue' | 'dueOf' | 'tickets' | 'ticketsOfMessage' | 'report' | 'closeReport' | 'recentBy'>

/** What waited for a model is opened: by its word, or by the local reading where it said nothing. Null where somebody was quicker. */
export async function openHeld(desk: OpenHeldDesk, held: Held, judgement = held.local, joined?: Joined): Promise<Ticket | null> {
  const report = await desk.report(held.report)
  const [first] = report?.messages ?? []
  if (!report || !first || (await desk.ticketsOfMessage(first.id)).length > 0) return null
  if (isOnTrial(desk, report)) {
    await listHeld(desk, report, judgement, await listInstead(desk, report, judgement))
    return null
  }
  const text = joined?.text ?? held.text
  const village = villageOfWords(desk.roster, report.conversation, report.person, text)
  const ticket = await openMatter(desk, report, { text, judgement, village, ...(joined && { messages: joined.own }) })
  await desk.closeReport(report.id, judgement, 'opened')
  return ticket
}

type ListTogetherDesk = Pick<
  Desk,
  'now' | 'settings' | 'addDue' | 'dueOf' | 'report' | 'addToReport' | 'closeReport' | 'closedReports' | 'settleReports'
>

/**
 * What only a model takes for a matter, or takes for one more surely, stands on the clerk's list with what belongs to it. False
 * where somebody was asked about it meanwhile.
 */
export async function listTogether(desk: ListTogetherDesk, report: OpenReport, judgement: Judgement, { own }: Joined): Promise<boolean> {
  const ended = await desk.closedReports(earlier(desk.now, HOUR_MS), report.conversation)
  const waits = ended.find((r) => r.id === report.id && [LEFT, LISTED].includes(r.outcome) && !r.taken)
  if (!waits) return false
  const mine = own.filter((m) => m.report !== report.id)
  for (const line of mine) await desk.addToReport(report.id, line, report.closesAt, null)
  for (const id of new Set(mine.flatMap((m) => m.report ?? [])))
    if ((await desk.report(id))?.messages.length === 0) await desk.settleReports([id], 'joined')
  await desk.closeReport(report.id, judgement, LISTED)
  await listWhenQuiet(desk, report.conversation)
  return true
}

/** What a model denies is not opened, and somebody looks at it all the same. */
export async function listHeld(
  desk: Pick<Desk, 'now' | 'settings' | 'addDue' | 'dueOf' | 'closeReport'>,
  report: OpenReport,
  judgement: Judgement,
  outcome = LISTED,
): Promise<string> {
  // The list weighs it by what the local reader made of it.
  await desk.closeReport(report.id, outcome === LISTED ? report.judgement : judgement, outcome)
  if (outcome === LISTED) await listWhenQuiet(desk, report.conversation)
  return outcome
}
