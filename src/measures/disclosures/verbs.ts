import type { GridNode } from '../../domain/grid.ts'
import { dayOf } from '../../domain/moments.ts'
import type { Person } from '../../domain/people.ts'
import { placeName } from '../../domain/place-name.ts'
import { villageGroup } from '../../domain/roster.ts'
import { monthOf, type Span } from '../../domain/span.ts'
import { isLive, isPrivate } from '../../domain/ticket.ts'
import type { Desk } from '../../ports/desk.ts'
import { ASSEMBLIES } from '../assemblies/facts.ts'
import * as assemblies from '../assemblies/words.ts'
import { announce, type BulletinDesk } from '../bulletin/verbs.ts'
import { openCase } from '../cases.ts'
import type { Board, Cell } from '../measure.ts'
import { type BY_HAND, DISCLOSURES, type Disclosure, monthsOfQuarter, quarterBefore, quarterOf } from './facts.ts'
import * as say from './words.ts'

const MANY = 5000

export const spanOfQuarter = (quarter: string): Span => {
  const [first, last] = monthsOfQuarter(quarter)
  return { from: monthOf(first).from, to: monthOf(last).to }
}

/** The quarter that people mean now: the running one in its last days, else the one that is over. */
export const dueQuarter = (now: Date): string => quarterBefore(quarterOf(dayOf(now)))

/** The rows of one village's sheet: what was decided, what was done, what art. 30 lists and the village writes in by hand. */
export async function disclosureRows(
  desk: Pick<Desk, 'now' | 'ticket' | 'tickets' | 'cases'>,
  village: string,
  quarter: string,
): Promise<Cell[][]> {
  const { from, to } = spanOfQuarter(quarter)
  const rows: Cell[][] = []
  const add = (part: string, text: string, result: string, at: Date | null, remark = '') =>
    rows.push([rows.length + 1, part, text, result, at, remark])
  const byHand = (item: (typeof BY_HAND)[number]) => add(say.byHandWords[item].part, say.byHandWords[item].text, '', null)
  const held = (await desk.cases(ASSEMBLIES).list({ villages: [village], statuses: ['held'], limit: MANY })).filter(
    (a) => a.at >= from && a.at < to,
  )
  for (const a of held)
    for (const item of a.items) {
      const ticket = item.ticket ? await desk.ticket(item.ticket) : null
      if (!ticket || !isPrivate(ticket))
        add(say.parts.decisions, item.text, item.result ? assemblies.resultWords[item.result] : '', a.at, item.resultText ?? '')
    }
  byHand('assemblyDecisions')
  byHand('finance')
  byHand('subsidies')
  byHand('family')
  const tickets = await desk.tickets({ villages: [village], openedSince: from, openedBefore: to, limit: MANY })
  const known = tickets.filter((t) => !isPrivate(t) && t.status !== 'merged' && t.status !== 'withdrawn' && t.status !== 'rejected')
  for (const t of known)
    add(say.parts.assisting, t.title, isLive(t) ? say.sheet.running : say.sheet.done, isLive(t) ? t.openedAt : (t.resolvedAt ?? t.endedAt))
  const counted = tickets.filter((t) => t.status !== 'merged' && t.status !== 'withdrawn')
  const overdue = counted.filter((t) => t.status === 'open' && t.completeBy < desk.now).length
  add(say.parts.common, say.counted(counted.length, counted.filter((t) => !isLive(t)).length, overdue), '', null)
  return rows
}

const WIDTHS = [6, 28, 50, 16, 14, 30]

/** The sheet as it hangs on the village's board. */
export async function boardOf(
  desk: Pick<Desk, 'now' | 'ticket' | 'tickets' | 'cases'>,
  { id, name }: Pick<GridNode, 'id' | 'name'>,
  quarter: string,
): Promise<Board> {
  const { columns, foot } = say.sheet
  return { title: say.sheet.title(name, quarter), columns, widths: WIDTHS, rows: await disclosureRows(desk, id, quarter), foot }
}

export const posted = async (desk: Pick<Desk, 'cases'>, village: string, quarter: string): Promise<Disclosure | null> =>
  (await desk.cases(DISCLOSURES).list({ villages: [village], limit: 200 })).find((d) => d.quarter === quarter) ?? null

/** It hangs on the board: kept with the day and whoever put it there, and told in the group's post. */
export async function recordPosted(
  desk: BulletinDesk & Pick<Desk, 'roster' | 'newId' | 'cases'>,
  by: Person,
  village: string,
  quarter: string,
): Promise<Disclosure | null> {
  if (await posted(desk, village, quarter)) return null
  const kept = await openCase(desk, DISCLOSURES, by, 'posted', { status: 'posted', village, quarter, by: by.id }, quarter)
  const group = villageGroup(desk.roster, village)
  if (group) {
    const text = say.announcement(placeName(desk.roster, village), quarter)
    const item = { id: `disclosure:${kept.id}`, group: group.id, occasion: 'disclosure' as const, text }
    await announce(desk, [{ ...item, from: dayOf(desk.now), until: null, gentle: false, picture: null }])
  }
  return kept
}

/** Villages that had something to tell last quarter and have not put it up. */
export async function notPosted(desk: Pick<Desk, 'now' | 'tickets' | 'cases'>, villages: readonly string[]): Promise<string[]> {
  const quarter = dueQuarter(desk.now)
  const { to } = spanOfQuarter(quarter)
  const late: string[] = []
  for (const village of villages) {
    const [first] = await desk.tickets({ villages: [village], openedBefore: to, limit: 1 })
    if (first && !(await posted(desk, village, quarter))) late.push(village)
  }
  return late
}
